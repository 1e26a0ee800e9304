"""How a unit's last days went, as the editions of those days told it."""

from collections.abc import Mapping

from giaoban.editions.content.edition import Edition
from giaoban.editions.content.units import DayState, UnitLine
from giaoban.editions.line import Line

# A week, today included.
REMEMBERED = 6

# By unit, oldest first.
type Records = Mapping[str, list[DayState]]


def records_of(previous: Edition | None) -> Records:
    """The previous edition's own record and what it says of its day."""
    if previous is None:
        return {}
    return {
        row["unit"]["code"]: [*row["record"], entry(previous["day"], row["state"], _open(row))][-REMEMBERED:]
        for row in previous["units"]
    }


def entry(day: str, state: str, unexplained: int) -> DayState:
    return {"day": day, "state": state, "unexplained": unexplained}


def today_of(line: Line) -> DayState:
    return entry(line.unit_day.day.isoformat(), line.state.value, line.unexplained)


def _open(row: UnitLine) -> int:
    return sum(finding["explanation"] is None for finding in row["findings"])
