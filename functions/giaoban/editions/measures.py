"""What to propose about units that are late, missing or inaccurate (III.5): the rule itself is campaign data."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from giaoban.campaign.edition_rules import EditionRules, Measure
from giaoban.editions.line import Line, View
from giaoban.editions.record import today_of
from giaoban.reports.state import State

LATE, MISSING, INACCURATE = "late", "missing", "inaccurate"


def measure_views(lines: Sequence[Line], records: dict[str, list[View]], rules: EditionRules) -> list[View]:
    """The strongest first, then in the campaign's order of units."""
    strength = {measure.id: number for number, measure in enumerate(rules.measures)}
    found = [view for line in lines for view in _of_unit(line, records.get(line.code, []), rules)]
    return sorted(found, key=lambda view: -strength[str(view["measure"])])


def problems_of(day: View) -> set[str]:
    """What was wrong on a day of a unit's record; an excused day has no problem."""
    if day["state"] == State.EXCUSED.value:
        return set()
    unexplained = {INACCURATE} if day["unexplained"] else set()
    return unexplained | ({str(day["state"])} & {LATE, MISSING})


def _of_unit(line: Line, record: list[View], rules: EditionRules) -> Iterator[View]:
    today = today_of(line)
    for problem in sorted(problems_of(today), key=[LATE, MISSING, INACCURATE].index):
        counted = {*rules.counted_with[problem]}
        days = [str(day["day"]) for day in [*record, today] if counted & problems_of(day)]
        yield from (
            _view(line.code, problem, measure, _within(days, measure.within_days))
            for measure in [each for each in rules.measures if len(_within(days, each.within_days)) >= each.times][-1:]
        )


def _within(days: Sequence[str], count: int) -> list[str]:
    """Those of the last `count` days; the last of `days` is today."""
    since = date.fromisoformat(days[-1]) - timedelta(days=count - 1)
    return [day for day in days if date.fromisoformat(day) >= since]


def _view(unit: str, problem: str, measure: Measure, days: list[str]) -> View:
    return {"unit": unit, "problem": problem, "measure": measure.id, "names": measure.names.view(), "days": days}
