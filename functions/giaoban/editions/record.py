"""How a unit's last days went, as the editions of those days told it."""

from collections.abc import Mapping
from typing import Any

from giaoban.editions.line import Line, View

# A week, today included.
REMEMBERED = 6

type Json = Mapping[str, Any]


def records_of(previous: Json | None) -> dict[str, list[View]]:
    """By unit, oldest first: the previous edition's own record and what it says of its day."""
    if previous is None:
        return {}
    return {
        row["unit"]["code"]: [*row["record"], entry(previous["day"], row["state"], _open(row))][-REMEMBERED:]
        for row in previous["units"]
    }


def entry(day: str, state: str, unexplained: int) -> View:
    return {"day": day, "state": state, "unexplained": unexplained}


def today_of(line: Line) -> View:
    return entry(line.unit_day.day.isoformat(), line.state.value, line.unexplained)


def _open(row: Json) -> int:
    return sum(finding["explanation"] is None for finding in row["findings"])
