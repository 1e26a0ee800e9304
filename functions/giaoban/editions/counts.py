"""How many units stand how, of all and of each kind; and of several days together."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import cast

from giaoban.editions.content.figures import Counts
from giaoban.editions.line import Line
from giaoban.reports.state import Flag, State


def counts_of(lines: Sequence[Line]) -> Counts:
    """`with_findings` counts units that owe an explanation, as the board does."""
    states = Counter(line.state for line in lines)
    flags = Counter(flag for line in lines for flag in line.flags)
    return {
        "due": len(lines),
        "expected": states[State.EXPECTED],
        "on_time": states[State.ON_TIME],
        "late": states[State.LATE],
        "missing": states[State.MISSING],
        "excused": states[State.EXCUSED],
        "partial": flags[Flag.PARTIAL],
        "phoned_in": flags[Flag.PHONED_IN],
        "nothing_to_report": flags[Flag.NOTHING_TO_REPORT],
        "with_findings": sum(line.unexplained > 0 for line in lines),
    }


def added_up(days: Sequence[Counts]) -> Counts:
    """Unit-days: five units on seven days owe thirty-five reports."""
    counts = cast("Sequence[Mapping[str, int]]", days)
    return cast("Counts", {name: sum(day[name] for day in counts) for name in Counts.__annotations__})
