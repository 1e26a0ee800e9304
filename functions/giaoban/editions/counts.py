"""How many units stand how, of all and of each kind."""

from collections import Counter
from collections.abc import Sequence

from giaoban.editions.line import Line
from giaoban.reports.state import Flag, State

COUNTED_FLAGS = (Flag.PARTIAL, Flag.PHONED_IN, Flag.NOTHING_TO_REPORT)


def counts_of(lines: Sequence[Line]) -> dict[str, object]:
    """`with_findings` counts units that owe an explanation, as the board does."""
    states = Counter(line.state for line in lines)
    flags = Counter(flag for line in lines for flag in line.flags)
    return {
        "due": len(lines),
        **{state.value: states[state] for state in State},
        **{flag.value: flags[flag] for flag in COUNTED_FLAGS},
        "with_findings": sum(line.unexplained > 0 for line in lines),
    }
