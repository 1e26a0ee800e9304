"""What a report costs: two reads (the session; the unit's day), one write and one count, counted on the wire.

From the deadline on there is one read more: whether it was moved.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest

from giaoban.access.links import enter, issue
from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign
from tests.engines.fixtures import Engine
from tests.engines.functions import function
from tests.engines.wire import Wire, tapped
from tests.reports.made import at, body
from tests.web.event import NOON, body_of, event

PATH = "/v1/campaigns/hanoi-45/days/2025-08-02/reports/00004"


@pytest.fixture
def wire() -> Iterator[Wire]:
    with tapped() as tap:
        yield tap


@pytest.fixture
def call(wire: Wire, on_moto: Engine, hanoi: Campaign) -> Callable[..., dict[str, Any]]:
    """Sends a request of a reporter of 00004; the wire then holds what that request alone has sent."""
    reports, grants = function("reports", on_moto), GrantStore(on_moto.access)
    link = issue(grants, hanoi, hanoi.units["00004"], date(2025, 8, 2), "chị Sen")
    entered = enter(grants, link.token, NOON)
    assert entered

    def send(method: str, **given: Any) -> dict[str, Any]:
        wire.sent.clear()
        return reports(event(method, PATH, cookie=f"{entered[0].id}.{entered[1]}", **given), None)

    return send


def test_a_report_costs_two_reads_one_write_and_one_count(call: Callable[..., dict[str, Any]], wire: Wire) -> None:
    answered = call("PUT", body=body())
    assert (answered["statusCode"], body_of(answered)["revision"]) == (201, 1)
    assert wire.sent == ["GetItem", "Query", "PutItem", "UpdateItem"]


def test_a_correction_costs_the_same(call: Callable[..., dict[str, Any]], wire: Wire) -> None:
    call("PUT", body=body())
    assert call("PUT", body=body(base_revision=1, figures={"dossiers_online": 42}))["statusCode"] == 201
    assert wire.sent == ["GetItem", "Query", "PutItem", "UpdateItem"]


def test_after_the_deadline_a_report_asks_whether_it_was_moved(call: Callable[..., dict[str, Any]], wire: Wire) -> None:
    assert call("PUT", body=body(), at=at("15:59:59.999"))["statusCode"] == 201
    assert wire.sent == ["GetItem", "Query", "PutItem", "UpdateItem"]
    assert call("PUT", body=body(base_revision=1), at=at("16:00"))["statusCode"] == 201
    assert wire.sent == ["GetItem", "Query", "Query", "PutItem", "UpdateItem"]
    assert call("GET", at=at("16:00"))["statusCode"] == 200
    assert wire.sent == ["GetItem", "Query", "Query"]


def test_the_same_again_costs_no_write(call: Callable[..., dict[str, Any]], wire: Wire) -> None:
    sent = body()
    call("PUT", body=sent)
    assert call("PUT", body=sent)["statusCode"] == 200
    assert wire.sent == ["GetItem", "Query"]


def test_reading_costs_two_reads(call: Callable[..., dict[str, Any]], wire: Wire) -> None:
    assert call("GET")["statusCode"] == 200
    assert wire.sent == ["GetItem", "Query"]


def test_what_is_refused_by_its_body_costs_the_session_only(call: Callable[..., dict[str, Any]], wire: Wire) -> None:
    assert call("PUT", body=body(figures={"dossiers_online": -1}))["statusCode"] == 422
    assert wire.sent == ["GetItem"]


def test_the_first_call_asks_for_no_description_of_a_table(call: Callable[..., dict[str, Any]], wire: Wire) -> None:
    call("PUT", body=body())
    assert "DescribeTable" not in wire.sent
