"""What changed between days, like with like: of the units whose figures are known on both. Missing is not falling.

`compared` says how many units that is; the others are left out of the change, not of the sums.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from giaoban.campaign.expression import holds
from giaoban.campaign.form_parts import Parts, Target
from giaoban.campaign.shares import part_of, percentage
from giaoban.editions.content.edition import Edition
from giaoban.editions.content.figures import KindOfUnit
from giaoban.editions.content.period import PeriodKind
from giaoban.editions.line import Values

# All that is known of each unit of a kind at the end of a day, by code.
type Known = Mapping[str, Values]


class Moved(NamedTuple):
    """`change` is None when no unit can be compared."""

    change: int | None
    compared: int


def known_of(edition: Edition | None, kind: str) -> Known:
    """This day's figures before what earlier days say, as an edition has them."""
    rows = edition["units"] if edition else []
    return {
        row["unit"]["code"]: {name: each["value"] for name, each in row["carried"].items()} | row["figures"]
        for row in rows
        if row["unit"]["kind"] == kind
    }


def compare(kind: KindOfUnit, parts: Parts, before: Known, now: Known) -> None:
    """Puts into a day's view what changed since the day before."""
    targets = {target.id: target for target in parts.targets}
    for group in kind["groups"]:
        for figure in [*group["figures"], *group["totals"]]:
            figure["change"], figure["compared"] = sums_moved(parts.figures_in(figure["id"]), before, now)
    for target in kind["targets"]:
        target["change"], target["compared"] = share_moved(targets[target["id"]], parts, before, now)


def compare_days(kind: PeriodKind, parts: Parts, days: Sequence[Known]) -> None:
    """Puts into a period's view what changed from the first day that knew something to the last; flows have no change."""
    targets = {target.id: target for target in parts.targets}
    for group in kind["groups"]:
        for figure in [*group["figures"], *group["totals"]]:
            if figure["measure"] == "stock":
                figure["change"], figure["compared"] = sums_moved(
                    parts.figures_in(figure["id"]), *_ends(days, figure["values"])
                )
    for target in kind["targets"]:
        if target["id"] in targets:
            target["change"], target["compared"] = share_moved(
                targets[target["id"]], parts, *_ends(days, target["values"])
            )


def sums_moved(figures: Sequence[str], before: Known, now: Known) -> Moved:
    """Of the units that give the same of these figures on both days."""
    pairs = [(_given(figures, before[code]), _given(figures, now[code])) for code in now if code in before]
    alike = [(then, since) for then, since in pairs if since and then.keys() == since.keys()]
    moved = sum(sum(since.values()) - sum(then.values()) for then, since in alike)
    return Moved(moved if alike else None, len(alike))


def share_moved(target: Target, parts: Parts, before: Known, now: Known) -> Moved:
    """In hundredths of a percentage point."""
    pairs = [
        (_stands(target, before[code], parts), _stands(target, now[code], parts)) for code in now if code in before
    ]
    alike = [(then, since) for then, since in pairs if then and since]
    then, since = (_share([pair[side] for pair in alike], target.goal) for side in (0, 1))
    return Moved(None if then is None or since is None else since - then, len(alike))


def _given(figures: Sequence[str], values: Values) -> Values:
    return {name: values[name] for name in figures if name in values}


def _stands(target: Target, values: Values, parts: Parts) -> tuple[int, int] | None:
    """One unit's part of the ratio, or 1 of 1 when it holds; None when that is not known."""
    if target.holds is not None:
        held = holds(target.holds, values)
        return None if held is None else (int(held), 1)
    above, below = part_of(target.numerator, values, parts), part_of(target.denominator, values, parts)
    return None if above is None or below is None else (above, below)


def _share(parts: Sequence[tuple[int, int]], goal: int) -> int | None:
    return percentage(sum(above for above, _ in parts), sum(below for _, below in parts), goal)


def _ends(days: Sequence[Known], values: Sequence[int | None]) -> tuple[Known, Known]:
    """The first and the last day that has a value."""
    there = [day for day, value in zip(days, values, strict=True) if value is not None]
    return (there[0], there[-1]) if there else ({}, {})
