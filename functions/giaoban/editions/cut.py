"""A day as it was known: at a moment, or by the numbers that an edition names. What came later is left out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import takewhile

from giaoban.editions.content.edition import Edition
from giaoban.editions.content.units import UnitLine
from giaoban.reports.decision import Decision, MovedDeadline
from giaoban.reports.report import Baseline, Day, Report, UnitDay


def known_at(day: Day, moment: datetime) -> Day:
    """What had been received by then, in the order of its numbers: so an edition can name it by one number per unit."""
    moves = tuple(takewhile(lambda move: move.at <= moment, day.moves))
    units = {code: replace(_unit_known_at(each, moment), moved=_last(moves)) for code, each in day.units.items()}
    return replace(day, units=units, moved=_last(moves), moves=moves)


def as_named(day: Day, edition: Edition) -> Day:
    """The day cut to the revisions, decisions and deadline that the edition was made of."""
    named = edition["deadline_moved"]["number"] if edition["deadline_moved"] else 0
    moves = tuple(move for move in day.moves if move.number <= named)
    rows = {row["unit"]["code"]: row for row in edition["units"]}
    units = {code: replace(_unit_as_named(day.units[code], row), moved=_last(moves)) for code, row in rows.items()}
    return replace(day, units=units, moved=_last(moves), moves=moves)


def _unit_known_at(unit_day: UnitDay, moment: datetime) -> UnitDay:
    def had_come(report: Report) -> bool:
        return report.received_at <= moment

    def was_taken(decision: Decision) -> bool:
        return decision.at <= moment

    revisions = tuple(takewhile(had_come, unit_day.revisions))
    return replace(unit_day, revisions=revisions, decisions=tuple(takewhile(was_taken, unit_day.decisions)))


def _unit_as_named(unit_day: UnitDay, row: UnitLine) -> UnitDay:
    return replace(
        unit_day,
        baseline=unit_day.baseline if row["past"] else Baseline(),
        revisions=unit_day.revisions[: row["revision"]],
        decisions=unit_day.decisions[: row["decisions"]],
    )


def _last(moves: Sequence[MovedDeadline]) -> MovedDeadline | None:
    return moves[-1] if moves else None
