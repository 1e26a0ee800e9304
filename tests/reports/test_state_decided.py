"""What a coordinator's word does to a day's state: excuse, withdrawal, the deadline moved for everybody, return."""

import pytest

from giaoban.campaign import Campaign
from giaoban.reports.decision import Decision, DecisionKind
from giaoban.reports.state import State, flags_of, state_of, state_without_excuse
from giaoban.reports.submission import Device
from tests.reports.made import at, decision, moved, report, unit_day

EXCUSE, WITHDRAW = decision(DecisionKind.EXCUSE), decision(DecisionKind.WITHDRAW_EXCUSE, 2)


@pytest.mark.parametrize(
    "received, decisions, now, state, was",
    [
        (None, (EXCUSE,), "15:59", "excused", "expected"),
        (None, (EXCUSE,), "16:00", "excused", "missing"),
        ("16:10", (EXCUSE,), "16:30", "excused", "late"),
        ("15:10", (EXCUSE,), "16:30", "on_time", "on_time"),
        (None, (EXCUSE, WITHDRAW), "15:59", "expected", "expected"),
        (None, (EXCUSE, WITHDRAW), "16:00", "missing", "missing"),
        ("16:10", (EXCUSE, WITHDRAW), "16:30", "late", "late"),
        ("16:10", (EXCUSE, WITHDRAW, decision(DecisionKind.EXCUSE, 3)), "16:30", "excused", "late"),
    ],
)
def test_an_excuse_stands_until_it_is_taken_back_and_on_time_is_the_better_word(
    campaign: Campaign, received: str | None, decisions: tuple[Decision, ...], now: str, state: str, was: str
) -> None:
    revisions = [report(campaign, at(received))] if received else []
    day = unit_day(campaign, *revisions, decisions=decisions)
    assert (state_of(day, at(now)), state_without_excuse(day, at(now))) == (state, was)


@pytest.mark.parametrize(
    "received, to, state",
    [
        ("16:10", "16:30", "on_time"),
        ("16:29:59.999", "16:30", "on_time"),
        ("16:30", "16:30", "late"),
        ("16:10", "16:00", "late"),
        ("15:59", "16:00", "on_time"),
    ],
)
def test_a_moved_deadline_decides_instead_of_the_campaigns(
    campaign: Campaign, received: str, to: str, state: str
) -> None:
    assert state_of(unit_day(campaign, report(campaign, at(received)), moved=moved(to)), at("20:00")) == state


@pytest.mark.parametrize("now, state", [("16:00", "expected"), ("16:29:59.999", "expected"), ("16:30", "missing")])
def test_until_the_moved_deadline_nothing_is_missing(campaign: Campaign, now: str, state: str) -> None:
    assert state_of(unit_day(campaign, moved=moved("16:30")), at(now)) == state


def test_moved_and_moved_back_late_becomes_on_time_and_late_again(campaign: Campaign) -> None:
    late = report(campaign, at("16:10"))
    moves = [None, moved("16:30"), moved("16:00", 2), moved("16:10:01", 3)]
    states = [state_of(unit_day(campaign, late, moved=each), at("20:00")) for each in moves]
    assert states == [State.LATE, State.ON_TIME, State.LATE, State.ON_TIME]


def test_who_was_excused_and_is_on_time_by_a_moved_deadline_is_on_time(campaign: Campaign) -> None:
    late = report(campaign, at("16:10"))
    assert state_of(unit_day(campaign, late, decisions=(EXCUSE,), moved=moved("16:30")), at("20:00")) == "on_time"


def test_nobody_claims_a_deadline_that_was_moved_behind_their_report(campaign: Campaign) -> None:
    late = report(campaign, at("16:20"), device=Device(at("15:50"), 0))
    assert flags_of(unit_day(campaign, late)) == ["claimed_on_time"]
    assert flags_of(unit_day(campaign, late, moved=moved("16:30"))) == []
    assert flags_of(unit_day(campaign, late, moved=moved("16:10"))) == ["claimed_on_time"]


def test_returned_is_said_of_the_revision_that_was_returned(campaign: Campaign) -> None:
    first, second = report(campaign, at("15:00")), report(campaign, at("15:20"), 2)
    returned = decision(DecisionKind.RETURN, revision=1, fields={"dossiers_online": "Xin xem lại"})
    assert flags_of(unit_day(campaign, first, decisions=(returned,))) == ["returned"]
    assert flags_of(unit_day(campaign, first, second, decisions=(returned,))) == []
    assert state_of(unit_day(campaign, first, decisions=(returned,)), at("20:00")) is State.ON_TIME
