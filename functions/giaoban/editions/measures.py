"""What to propose about units that are late, missing or inaccurate (III.5): the rule itself is campaign data."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from giaoban.campaign import edition_rules
from giaoban.campaign.edition_rules import EditionRules
from giaoban.editions.content.edition import Measure
from giaoban.editions.content.units import DayState
from giaoban.editions.line import Line
from giaoban.editions.record import Records, today_of
from giaoban.reports.state import State

LATE, MISSING, INACCURATE = "late", "missing", "inaccurate"


def measure_views(lines: Sequence[Line], records: Records, rules: EditionRules) -> list[Measure]:
    """The strongest first, then in the campaign's order of units."""
    strength = {measure.id: number for number, measure in enumerate(rules.measures)}
    found = [view for line in lines for view in _of_unit(line, records.get(line.code, []), rules)]
    return sorted(found, key=lambda view: -strength[view["measure"]])


def problems_of(day: DayState) -> set[str]:
    """What was wrong on a day of a unit's record; an excused day has no problem."""
    if day["state"] == State.EXCUSED.value:
        return set()
    unexplained = {INACCURATE} if day["unexplained"] else set()
    return unexplained | ({day["state"]} & {LATE, MISSING})


def _of_unit(line: Line, record: list[DayState], rules: EditionRules) -> Iterator[Measure]:
    today = today_of(line)
    for problem in sorted(problems_of(today), key=[LATE, MISSING, INACCURATE].index):
        counted = {*rules.counted_with[problem]}
        days = [day["day"] for day in [*record, today] if counted & problems_of(day)]
        yield from (
            _view(line.code, problem, measure, _within(days, measure.within_days))
            for measure in [each for each in rules.measures if len(_within(days, each.within_days)) >= each.times][-1:]
        )


def _within(days: Sequence[str], count: int) -> list[str]:
    """Those of the last `count` days; the last of `days` is today."""
    since = date.fromisoformat(days[-1]) - timedelta(days=count - 1)
    return [day for day in days if date.fromisoformat(day) >= since]


def _view(unit: str, problem: str, measure: edition_rules.Measure, days: list[str]) -> Measure:
    return {"unit": unit, "problem": problem, "measure": measure.id, "names": measure.names.view(), "days": days}
