"""How far something is: a ratio's parts, its percentage, whether a goal is met. Editions, documents, site ask here alone.

Percentages are whole hundredths of a percent. What the pages work out themselves goes by the same rule
(`site/app/dieu-hanh/shares.js`); one table, `schemas/vectors/shares.json`, tries both.
"""

from giaoban.campaign.expression import Values
from giaoban.campaign.form_parts import Parts

WHOLE = 10_000


def part_of(name: str, values: Values, parts: Parts) -> int | None:
    """What a unit gives of a figure or a total; None unless it gives all of it."""
    figures = parts.figures_in(name)
    return sum(values[each] for each in figures) if all(each in values for each in figures) else None


def is_met(above: int, below: int, goal: int) -> bool:
    """Whether the share, not rounded, is as large as its goal."""
    return below > 0 and above * WHOLE >= goal * below


def percentage(above: int, below: int, goal: int = WHOLE) -> int | None:
    """None of nothing. Rounded half up, but never up to `goal` or to 100% before it is reached."""
    if not below:
        return None
    rounded = (above * WHOLE * 2 + below) // (below * 2)
    if rounded >= goal and not is_met(above, below, goal):
        return goal - 1
    return WHOLE - 1 if rounded == WHOLE and above < below else rounded
