"""One reason that excuses many units: one conditional write for each, and each may be sent again without harm."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from giaoban.board import decide
from giaoban.problem import Problem, Refused, problem
from giaoban.reports.decision import MAX_DECISIONS, Decision, last_excuse
from giaoban.reports.report import Day, UnitDay
from giaoban.reports.state import State, state_of
from giaoban.reports.store import ReportStore

type Body = Mapping[str, Any]


def excuse_many(store: ReportStore, day: Day, body: Body, by: str, now: datetime) -> tuple[set[str], bool]:
    """Who is excused by this, now or when it was sent before; and whether there was anything to write.

    Raises Refused, with nobody excused, and Unavailable.
    """
    decisions = _decisions(day, body, by, now)
    stored = store.decide_all((day.units[code], decision) for code, decision in decisions.items())
    written = {each.unit.code for each in stored}
    # A write that came second may have come second to itself: its reply was lost on its way to us.
    stands = day if len(written) == len(decisions) else store.day(day.campaign, day.day)
    again = {code for code in body["units"] if _is_excused_so(stands.units[code], body, by, now)}
    return written | again, bool(decisions)


def _decisions(day: Day, body: Body, by: str, now: datetime) -> dict[str, Decision]:
    """For each unit that can be excused."""
    if problems := _problems(day, body["units"], now):
        raise Refused("decision_refused", problems)
    able = [each for code in body["units"] if decide.can_be_excused(each := day.units[code], now)]
    return {
        each.unit.code: decide.excuse(each, {**body, "base_decision": len(each.decisions)}, by, now) for each in able
    }


def _problems(day: Day, units: list[str], now: datetime) -> list[Problem]:
    found = [problem(f"/units/{index}", "unknown_unit") for index, code in enumerate(units) if code not in day.units]
    known = [(index, day.units[code]) for index, code in enumerate(units) if code in day.units]
    return found + [
        problem(f"/units/{index}", "too_many_decisions", limit=MAX_DECISIONS)
        for index, each in known
        if len(each.decisions) >= MAX_DECISIONS and decide.can_be_excused(each, now)
    ]


def _is_excused_so(unit_day: UnitDay, body: Body, by: str, now: datetime) -> bool:
    excuse = last_excuse(unit_day.decisions)
    said_so = excuse is not None and (excuse.by, excuse.reason) == (by, body["reason"])
    return said_so and state_of(unit_day, now) is State.EXCUSED
