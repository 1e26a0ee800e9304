"""What the board costs, counted on the wire: a read each of the day, of whom to ring, of what was sent and of the one item
that says whether reminders are paused; of a decision one write and one count. An open board asks for much less."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from giaoban.access import Role
from giaoban.access.grant import Grant, digest, new_secret, staff_id
from giaoban.access.hat import Hat
from giaoban.access.store import GrantStore
from tests.engines.fixtures import Engine
from tests.engines.functions import function
from tests.engines.wire import Wire, tapped
from tests.reports.made import at
from tests.web.event import NOON, body_of, event

DAY = "/v1/campaigns/hanoi-45/days/2025-08-02"
UNIT = f"{DAY}/reports/00004"
# Of one unit: the head of the directory and its people, then its messages, wave by wave as keys begin: at noon three
# waves are over, and links may have been asked for.
LINE = ["Query"] * (2 + 3 + 1)
MOVE = {"deadline": "2025-08-02T16:30:00+07:00", "reason": "Hệ thống ngừng", "base_decision": 0}


@pytest.fixture
def wire() -> Iterator[Wire]:
    with tapped() as tap:
        yield tap


@pytest.fixture
def call(wire: Wire, on_moto: Engine) -> Callable[..., dict[str, Any]]:
    """Sends a coordinator's request; the wire then holds what that request alone has sent."""
    board, grants = function("board", on_moto), GrantStore(on_moto.access)
    secret, ends = new_secret(), at("23:00")
    grant = Grant(staff_id("a"), (Hat(Role.COORDINATOR),), "dieu-phoi-1", ends, sessions={digest(secret): ends})
    grants.sign_in_staff(grant, secret)

    def send(method: str, path: str, **given: Any) -> dict[str, Any]:
        wire.sent.clear()
        answered = board(event(method, path, **{"at": NOON, "cookie": f"{grant.id}.{secret}"} | given), None)
        assert "DescribeTable" not in wire.sent
        return answered

    return send


def test_the_board_costs_the_session_the_day_the_directory_the_outbox_and_its_switch(
    call: Callable[..., dict[str, Any]], wire: Wire
) -> None:
    for now in (at("12:00"), at("16:30")):
        assert call("GET", DAY, at=now)["statusCode"] == 200
        assert wire.sent == ["GetItem", "Query", "Query", "Query", "Query"]


def test_a_viewers_board_reads_nobodys_number(call: Callable[..., dict[str, Any]], wire: Wire, on_moto: Engine) -> None:
    secret, ends = new_secret(), at("23:00")
    viewer = Grant(staff_id("b"), (Hat(Role.VIEWER),), "lanh-dao", ends, sessions={digest(secret): ends})
    GrantStore(on_moto.access).sign_in_staff(viewer, secret)
    assert call("GET", DAY, cookie=f"{viewer.id}.{secret}")["statusCode"] == 200
    assert wire.sent == ["GetItem", "Query", "Query", "Query"]


def test_an_unchanged_board_costs_the_same_and_has_no_body(call: Callable[..., dict[str, Any]], wire: Wire) -> None:
    tag = call("GET", DAY)["headers"]["ETag"]
    again = call("GET", DAY, headers={"if-none-match": tag})
    assert (again["statusCode"], again["body"]) == (304, None)
    assert wire.sent == ["GetItem", "Query", "Query", "Query", "Query"]


def test_an_open_board_on_which_nothing_happens_costs_the_session_and_the_count(
    call: Callable[..., dict[str, Any]], wire: Wire
) -> None:
    asked: dict[str, Any] = {"query": {"changes": "reports"}}
    first = call("GET", DAY, **asked)
    # The count, the day, and whether reminders are paused.
    assert wire.sent == ["GetItem", "Query", "Query", "Query"]
    again = call("GET", DAY, **asked, headers={"if-none-match": first["headers"]["ETag"]})
    assert (again["statusCode"], again["body"]) == (304, None)
    assert wire.sent == ["GetItem", "Query"]


def test_a_decision_of_somebody_else_is_counted_and_then_read(call: Callable[..., dict[str, Any]], wire: Wire) -> None:
    asked: dict[str, Any] = {"query": {"changes": "reports"}}
    tag = call("GET", DAY, **asked)["headers"]["ETag"]
    call("POST", f"{UNIT}/excuse", body={"reason": "Mất điện", "base_decision": 0})
    told = body_of(call("GET", DAY, **asked, headers={"if-none-match": tag}))
    assert "00004" in [line["unit"]["code"] for line in told["units"]]
    assert (told["whole"], len(told["units"]) < 5) == (False, True)


@pytest.mark.parametrize(
    "path, said, line",
    [
        (f"{UNIT}/excuse", {"reason": "Mất điện", "base_decision": 0}, LINE),
        (f"{UNIT}/calls", {"outcome": "calling", "base_decision": 0}, LINE),
        (f"{DAY}/deadline", MOVE, []),
        (f"{DAY}/excuse", {"units": ["00004"], "reason": "Mất điện"}, []),
    ],
)
def test_a_decision_costs_the_session_what_it_is_about_one_write_and_the_units_line(
    call: Callable[..., dict[str, Any]], wire: Wire, path: str, said: dict[str, Any], line: list[str]
) -> None:
    assert call("POST", path, body=said)["statusCode"] == 201
    assert wire.sent == ["GetItem", "Query", "PutItem", "UpdateItem", *line]


def test_excusing_many_costs_one_write_each_one_count_and_one_read_of_the_day(
    call: Callable[..., dict[str, Any]], wire: Wire
) -> None:
    call("POST", f"{UNIT}/excuse", body={"reason": "Mất điện", "base_decision": 0})
    said = {"units": ["00004", "00008", "00070"], "reason": "Mất điện"}
    assert call("POST", f"{DAY}/excuse", body=said)["statusCode"] == 201
    assert wire.sent == ["GetItem", "Query", "PutItem", "PutItem", "UpdateItem"]


def test_after_the_deadline_a_decision_asks_where_the_deadline_stands(
    call: Callable[..., dict[str, Any]], wire: Wire
) -> None:
    said = {"reason": "Mất điện", "base_decision": 0}
    assert call("POST", f"{UNIT}/excuse", body=said, at=at("16:10"))["statusCode"] == 201
    assert wire.sent[:4] == ["GetItem", "Query", "Query", "PutItem"]


@pytest.mark.parametrize("said", [{"reason": "", "base_decision": 0}, {"reason": "Mất điện"}])
def test_what_is_refused_by_its_body_costs_the_session_only(
    call: Callable[..., dict[str, Any]], wire: Wire, said: dict[str, Any]
) -> None:
    assert call("POST", f"{UNIT}/excuse", body=said)["statusCode"] == 422
    assert wire.sent == ["GetItem"]


def test_what_was_decided_on_an_old_sight_costs_no_write(call: Callable[..., dict[str, Any]], wire: Wire) -> None:
    said = {"reason": "Mất điện", "base_decision": 0}
    call("POST", f"{UNIT}/calls", body={"outcome": "calling", "base_decision": 0})
    assert call("POST", f"{UNIT}/excuse", body=said)["statusCode"] == 409
    assert wire.sent == ["GetItem", "Query", *LINE]


def test_a_lost_reply_of_the_store_is_recognised(call: Callable[..., dict[str, Any]], wire: Wire) -> None:
    """The client's second attempt finds the first one's item: it is ours, nobody came first."""
    wire.lose_answers = 1
    answered = call("POST", f"{UNIT}/calls", body={"outcome": "calling", "base_decision": 0})
    assert answered["statusCode"] == 201
    assert wire.sent == ["GetItem", "Query", "PutItem", "PutItem", "Query", *LINE]


@pytest.mark.parametrize(
    "path, said",
    [
        (f"{UNIT}/excuse", {"reason": "Mất điện", "base_decision": 0}),
        (f"{DAY}/deadline", MOVE),
        (f"{DAY}/excuse", {"units": ["00004"], "reason": "Mất điện"}),
    ],
)
def test_the_same_sent_again_costs_no_write(
    call: Callable[..., dict[str, Any]], wire: Wire, path: str, said: dict[str, Any]
) -> None:
    call("POST", path, body=said)
    assert call("POST", path, body=said)["statusCode"] == 200
    assert "PutItem" not in wire.sent


def test_one_lost_reply_among_many_is_recognised_with_one_more_read_of_the_day(
    call: Callable[..., dict[str, Any]], wire: Wire
) -> None:
    wire.lose_answers = 1
    said = {"units": ["00004", "00008"], "reason": "Mất điện"}
    answered = call("POST", f"{DAY}/excuse", body=said)
    assert (answered["statusCode"], body_of(answered)) == (201, {"excused": ["00004", "00008"], "unchanged": []})
    assert wire.sent == ["GetItem", "Query", "PutItem", "PutItem", "PutItem", "UpdateItem", "Query"]


def test_a_lost_reply_to_a_moved_deadline_is_recognised(call: Callable[..., dict[str, Any]], wire: Wire) -> None:
    wire.lose_answers = 1
    assert call("POST", f"{DAY}/deadline", body=MOVE)["statusCode"] == 201
    assert wire.sent == ["GetItem", "Query", "PutItem", "PutItem", "Query"]
