"""The board's numbers against a recount that replays each unit's day event by event, on 1,000 random days."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.board.views import board_view
from giaoban.campaign import Campaign
from giaoban.outbox.items import Switch
from giaoban.reports.decision import Decision, DecisionKind, MovedDeadline
from giaoban.reports.report import Baseline, Day, KnownStock, Report, UnitDay
from giaoban.reports.state import State
from tests.reports.made import COORDINATOR, DAY, REPORTER, at, decision, submission

MEMBERS = 120
FELL = "stock_fell:team_members"
BASELINE = Baseline({"team_members": KnownStock(MEMBERS, DAY - timedelta(days=1))})
# From 15:00 to 17:00, and now and then at the very hour.
MOMENTS = st.integers(0, 120).map(lambda minutes: at("15:00") + timedelta(minutes=minutes))


@dataclass(frozen=True)
class Event:
    """Something that happens to a unit's day. What is not about a report is only of a `send`."""

    what: str
    is_partial: bool = False
    is_dictated: bool = False
    has_fallen: bool = False
    is_explained: bool = False


EVENTS = st.builds(
    Event, st.sampled_from(["send", "send", "excuse", "withdraw", "return", "call"]), *[st.booleans()] * 4
)
TIMELINES = st.lists(st.tuples(MOMENTS, EVENTS), max_size=6).map(lambda drawn: sorted(drawn, key=lambda each: each[0]))
MOVES = st.none() | MOMENTS.map(lambda moment: MovedDeadline(1, max(moment, at("16:00")), moment, "dieu-phoi-1", "…"))

type Timeline = Sequence[tuple[datetime, Event]]


def recount(days: Sequence[Timeline], deadline: datetime, now: datetime) -> dict[str, int]:
    """The rules in their plainest words, without any of the code that they are tested with."""
    counts = Counter({"due": len(days)})
    for timeline in days:
        first, last, is_excused, is_returned = None, Event("nothing"), False, False
        for moment, event in timeline:
            if event.what == "send":
                first, last, is_returned = first or moment, event, False
            if event.what == "return" and first:
                is_returned = True
            if event.what in {"excuse", "withdraw"}:
                is_excused = event.what == "excuse"
        counts[_state(first, is_excused, deadline, now)] += 1
        counts["partial"] += last.is_partial
        counts["phoned_in"] += last.is_dictated
        counts["with_findings"] += last.has_fallen and not last.is_explained
        counts["returned"] += is_returned
    return dict(counts)


def _state(first: datetime | None, is_excused: bool, deadline: datetime, now: datetime) -> str:
    if first and first < deadline:
        return "on_time"
    if is_excused:
        return "excused"
    if first:
        return "late"
    return "expected" if now < deadline else "missing"


def stored(campaign: Campaign, code: str, timeline: Timeline, moved: MovedDeadline | None) -> UnitDay:
    """The same day as revisions and decisions."""
    revisions: list[Report] = []
    decisions: list[Decision] = []
    kinds = {
        "excuse": DecisionKind.EXCUSE,
        "withdraw": DecisionKind.WITHDRAW_EXCUSE,
        "return": DecisionKind.RETURN,
        "call": DecisionKind.CALL,
    }
    for moment, event in timeline:
        if event.what == "send":
            revisions.append(_report(campaign, code, len(revisions) + 1, moment, event))
        elif event.what != "return" or revisions:
            said = {"at": moment, "revision": len(revisions)}
            decisions.append(decision(kinds[event.what], len(decisions) + 1, **said))
    unit = campaign.units[code]
    return UnitDay(campaign, unit, DAY, BASELINE, tuple(revisions), tuple(decisions), moved)


def _report(campaign: Campaign, code: str, revision: int, moment: datetime, event: Event) -> Report:
    said: dict[str, Any] = {
        "figures": {"team_members": MEMBERS - event.has_fallen},
        "explanations": {FELL: "Chuyển đi"} if event.is_explained else {},
        "complete": not event.is_partial,
        "told_by": "Bà Sen" if event.is_dictated else None,
    }
    sent = submission(base_revision=revision - 1, **said)
    author = COORDINATOR if event.is_dictated else REPORTER
    return Report(campaign.slug, code, DAY, revision, moment, sent, author)


@settings(max_examples=1_000)
@given(days=st.lists(TIMELINES, min_size=1, max_size=8), moved=MOVES, now=MOMENTS)
def test_the_boards_numbers_are_the_rules_numbers(
    campaign: Campaign, days: list[Timeline], moved: MovedDeadline | None, now: datetime
) -> None:
    now = max([now, *(moment for timeline in days for moment, _ in timeline)])
    units = {f"{number:05}": replace(campaign.units["00001"], code=f"{number:05}") for number in range(len(days))}
    many = replace(campaign, units=units)
    unit_days = {code: stored(many, code, timeline, moved) for code, timeline in zip(units, days, strict=True)}
    board: Any = board_view(Day(many, DAY, unit_days, moved), now, {}, {}, Switch())
    deadline = moved.deadline if moved else at("16:00")
    assert {name: count for name, count in board["counts"].items() if count} == {
        name: count for name, count in recount(days, deadline, now).items() if count
    }
    assert sum(board["counts"][state] for state in State) == board["counts"]["due"] == len(days)
    for row in board["units"]:
        assert row["state"] in set(State)
        assert (row["was"] is None) == (row["state"] != State.EXCUSED)
