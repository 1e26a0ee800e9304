"""A day's changes are counted, as a hint: each after its own put, none of what was refused, and nothing depends on it."""

import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pynamodb.exceptions import UpdateError

from giaoban.campaign import Campaign
from giaoban.reports.decision import DecisionKind
from giaoban.reports.store import ReportStore
from tests.engines.fixtures import Engine
from tests.reports.made import DAY, UNIT, at, decision, moved, report, unit_day

EVE = date(2025, 8, 1)


@pytest.fixture(params=["on_moto", "on_dynalite"])
def store(request: pytest.FixtureRequest) -> ReportStore:
    engine: Engine = request.getfixturevalue(request.param)
    return ReportStore(engine.reports)


def test_what_people_look_out_for_is_counted_once_each(store: ReportStore, campaign: Campaign) -> None:
    counts = [store.changes(campaign, DAY)]
    for put in (
        lambda: store.add(report(campaign, at("15:00"))),
        lambda: store.decide(unit_day(campaign), decision(DecisionKind.EXCUSE)),
        lambda: store.move_deadline(campaign, DAY, moved("16:30")),
    ):
        put()
        counts.append(store.changes(campaign, DAY))
        put()
        counts.append(store.changes(campaign, DAY))
    assert counts == [0, 1, 1, 2, 2, 3, 3]
    assert store.changes(campaign, EVE) == store.changes(replace(campaign, slug="lang-que"), DAY) == 0


def test_many_decisions_at_once_are_counted_once(store: ReportStore, campaign: Campaign) -> None:
    units = [replace(unit_day(campaign), unit=unit) for unit in campaign.units.values()]
    store.decide(units[0], decision(DecisionKind.EXCUSE))
    stored = store.decide_all((each, decision(DecisionKind.EXCUSE)) for each in units)
    assert [each.unit.code for each in stored] == ["00002", "SSEN"]
    assert store.changes(campaign, DAY) == 2


def test_a_count_is_nothing_that_a_day_consists_of(store: ReportStore, campaign: Campaign) -> None:
    sent = report(campaign, at("15:00"))
    store.add(sent)
    assert store.day(campaign, DAY).units[UNIT] == unit_day(campaign, sent)
    assert not store.is_opened(campaign, DAY)
    assert store.moved_deadline(campaign, DAY) is None


@pytest.fixture
def told(store: ReportStore, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A store that takes every item and refuses to count; what was logged."""

    def refuse(*_: Any, **__: Any) -> None:
        raise UpdateError("00001#0001 Bà Sen")

    monkeypatch.setattr(type(store._items._get_connection()), "update_item", refuse)
    with caplog.at_level(logging.WARNING):
        yield caplog


def test_what_cannot_be_counted_is_stored_all_the_same_and_logged_without_a_word_of_it(
    store: ReportStore, campaign: Campaign, told: pytest.LogCaptureFixture
) -> None:
    sent = report(campaign, at("15:00"))
    assert store.add(sent)
    assert store.unit_day(campaign, campaign.units[UNIT], DAY, at("15:01")).revisions == (sent,)
    assert [each.getMessage() for each in told.records if each.name == "giaoban.reports.store"] == [
        "change_not_counted"
    ]
