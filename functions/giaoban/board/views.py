"""What the board says of a day. Nothing in it changes with the clock alone but states and broken promises,
so that a board on which nothing happened has the same ETag."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from giaoban.campaign import Campaign
from giaoban.directory.person import Person
from giaoban.directory.views import contacts_view
from giaoban.moments import iso
from giaoban.outbox.items import Switch
from giaoban.outbox.message import Message
from giaoban.reminders.on_the_board import line_view
from giaoban.reminders.views import switch_view
from giaoban.reports.decision import MovedDeadline, last_call, last_excuse, promise_broken, who_is_calling
from giaoban.reports.report import Day, UnitDay
from giaoban.reports.state import State, flags_of, state_of, state_without_excuse
from giaoban.reports.views import decision_view

type View = dict[str, object]


def board_view(
    day: Day,
    now: datetime,
    people: Mapping[str, Sequence[Person]],
    told: Mapping[str, Sequence[Message]],
    switch: Switch,
) -> View:
    """Counts and one row per unit, in the campaign's order of units.

    With the `people` of each unit, if they are given, what it was `told`, and whether reminders are paused.
    """
    rows = [row_view(unit_day, now, people.get(code, ()), told.get(code, ())) for code, unit_day in day.units.items()]
    return {**head_view(day, rows, switch), "units": rows}


def head_view(day: Day, lines: Sequence[View], switch: Switch) -> View:
    """What the board says of the day itself."""
    return {
        "campaign": day.campaign.slug,
        "day_number": day.campaign.day_number(day.day),
        **deadline_view(day),
        "edition_deadline": day.campaign.edition_deadline(day.day).isoformat(),
        "corrections_close": day.campaign.corrections_close(day.day).isoformat(),
        "counts": _counts(lines),
        "switch": switch_view(switch, day.campaign.zone),
    }


def deadline_view(day: Day) -> View:
    """The day's deadline as it stands; the number of the last move is what a new one names as its base."""
    return {
        "day": day.day.isoformat(),
        "deadline": day.deadline.isoformat(),
        "deadline_moved": day.moved and _moved_view(day.moved),
    }


def _moved_view(moved: MovedDeadline) -> View:
    return {
        "number": moved.number,
        "at": iso(moved.at),
        "by": moved.by,
        "reason": moved.reason,
    }


def row_view(unit_day: UnitDay, now: datetime, people: Iterable[Person] = (), told: Iterable[Message] = ()) -> View:
    """One unit's line, with whom to ring and what they were told."""
    return {**standing_view(unit_day, now), **reach_view(people, told, unit_day.campaign)}


def reach_view(people: Iterable[Person], told: Iterable[Message], campaign: Campaign) -> View:
    return {"contacts": contacts_view(people, campaign.zone), "messages": line_view(told, campaign)}


def standing_view(unit_day: UnitDay, now: datetime) -> View:
    """What a unit sent and what was decided; `last_decision` is what a new decision names as its base.

    What the clock alone changes in it, the page computes too: schemas/vectors/clock.json.
    """
    state, call, first = state_of(unit_day, now), last_call(unit_day.decisions), unit_day.first
    excuse = last_excuse(unit_day.decisions) if state is State.EXCUSED else None
    doubts, explained = _doubts(unit_day)
    return {
        "unit": unit_day.unit.view(),
        "state": state,
        "was": state_without_excuse(unit_day, now) if state is State.EXCUSED else None,
        "excuse": excuse and {"reason": excuse.reason, "by": excuse.by, "at": iso(excuse.at)},
        "flags": flags_of(unit_day),
        "revision": unit_day.revision,
        "first_received_at": first and iso(first.received_at),
        "received_at": unit_day.current and iso(unit_day.current.received_at),
        "findings": len(doubts),
        "unexplained": sum(rule not in explained for rule in doubts),
        "call": call and decision_view(call),
        "calling": who_is_calling(unit_day.decisions, now),
        "promise_broken": promise_broken(unit_day.decisions, unit_day.revision, now),
        "last_decision": len(unit_day.decisions),
    }


def _doubts(unit_day: UnitDay) -> tuple[list[str], Mapping[str, str]]:
    """The rules of the current report's findings, and the unit's explanations by rule."""
    if not unit_day.current:
        return [], {}
    sent = unit_day.current.sent
    return unit_day.form.doubts(sent.figures, unit_day.baseline.past), sent.explanations


def _counts(rows: Sequence[View]) -> View:
    states = Counter(str(row["state"]) for row in rows)
    flags = Counter(str(flag) for row in rows for flag in _list(row["flags"]))
    return {
        "due": len(rows),
        **{state.value: states[state.value] for state in State},
        "partial": flags["partial"],
        "phoned_in": flags["phoned_in"],
        "returned": flags["returned"],
        "with_findings": sum(bool(row["unexplained"]) for row in rows),
    }


def _list(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []
