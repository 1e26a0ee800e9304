"""An engine that does not answer is an answer to the phone, in time: send again, nothing is lost (design decision 5)."""

import socket
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from giaoban import dynamodb
from giaoban.access.asking import Asking
from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import Asker, Share
from giaoban.problem import Unavailable
from giaoban.reports.decision import DecisionKind
from giaoban.reports.store import ReportStore
from tests.engines.fixtures import Engine
from tests.reports.made import DAY, at, decision, moved, report, unit_day

GATEWAY_WAITS_SECONDS = 30

READS_AND_WRITES: list[tuple[str, Callable[[ReportStore, Campaign], Any]]] = [
    ("unit_day", lambda store, campaign: store.unit_day(campaign, campaign.units["00001"], DAY, at("16:00"))),
    ("day", lambda store, campaign: store.day(campaign, DAY)),
    ("add", lambda store, campaign: store.add(report(campaign, at("10:00")))),
    ("add_baseline", lambda store, campaign: store.add_baseline(unit_day(campaign), at("00:05"))),
    ("decide", lambda store, campaign: store.decide(unit_day(campaign), decision(DecisionKind.EXCUSE))),
    ("moved_deadline", lambda store, campaign: store.moved_deadline(campaign, DAY)),
    ("move_deadline", lambda store, campaign: store.move_deadline(campaign, DAY, moved("16:30"))),
    ("is_opened", lambda store, campaign: store.is_opened(campaign, DAY)),
    ("mark_opened", lambda store, campaign: store.mark_opened(campaign, DAY)),
]


@pytest.fixture
def nobody(aws: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """A port on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", f"http://127.0.0.1:{port}")
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda _: None)


@pytest.fixture
def mute(aws: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A port that takes every connection and never says a word."""
    with socket.create_server(("127.0.0.1", 0), backlog=50) as listening:
        monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", f"http://127.0.0.1:{listening.getsockname()[1]}")
        yield


@pytest.mark.parametrize("call", [each[1] for each in READS_AND_WRITES], ids=[each[0] for each in READS_AND_WRITES])
def test_a_report_store_that_reaches_nobody_says_unavailable(
    nobody: None, campaign: Campaign, call: Callable[[ReportStore, Campaign], Any]
) -> None:
    with pytest.raises(Unavailable):
        call(ReportStore("reports"), campaign)


@pytest.mark.parametrize("call", [
    lambda grants: grants.get("l-x"), lambda grants: grants.revoke("l-x"), lambda grants: grants.close_session("l-x", "s"),
    lambda grants: grants.ask("lang-sen", "00001", Asking(Asker.STRANGER, Share(1, 1, 0)), at("10:00")),
], ids=["get", "revoke", "close_session", "ask"])  # fmt: skip
def test_a_grant_store_that_reaches_nobody_says_unavailable(nobody: None, call: Callable[[GrantStore], Any]) -> None:
    with pytest.raises(Unavailable):
        call(GrantStore("access"))


def test_a_table_that_is_not_there_is_unavailable(on_moto: Engine, campaign: Campaign) -> None:
    for _, call in READS_AND_WRITES:
        with pytest.raises(Unavailable):
            call(ReportStore("nowhere"), campaign)
    with pytest.raises(Unavailable):
        GrantStore("nowhere").get("l-x")


@pytest.mark.parametrize("call", [each[1] for each in READS_AND_WRITES], ids=[each[0] for each in READS_AND_WRITES])
def test_a_mute_engine_is_given_up_by_every_read_and_write(
    mute: None, campaign: Campaign, call: Callable[[ReportStore, Campaign], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dynamodb, "READ_SECONDS", 0.05)
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda _: None)
    with pytest.raises(Unavailable):
        call(ReportStore("reports"), campaign)


def test_a_mute_engine_is_given_up_after_as_long_as_was_promised(mute: None, campaign: Campaign) -> None:
    begun = time.monotonic()
    with pytest.raises(Unavailable):
        ReportStore("reports").add(report(campaign, at("10:00")))
    waited, promised = time.monotonic() - begun, dynamodb.READ_SECONDS * (1 + dynamodb.RETRIES)
    # Between attempts botocore waits up to 1 and 2 seconds more.
    assert promised <= waited < promised + 4


def test_a_write_and_its_reading_back_are_given_up_before_the_gateway_gives_us_up() -> None:
    one_call = (dynamodb.CONNECT_SECONDS + dynamodb.READ_SECONDS) * (1 + dynamodb.RETRIES)
    assert 2 * one_call < GATEWAY_WAITS_SECONDS
