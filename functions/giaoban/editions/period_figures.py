"""A period's figures and targets day by day: flows add up, stocks stand as they stood at the end."""

from collections.abc import Sequence
from typing import Literal

from giaoban.campaign.shares import is_met, percentage
from giaoban.editions.content.figures import Figure, Group, KindOfUnit, Standing, Target
from giaoban.editions.content.period import PeriodFigure, PeriodGroup, PeriodTarget, Whole

type What = Literal["figures", "totals"]
# The same kind of unit on each day, None where that day has none.
type Kinds = Sequence[KindOfUnit | None]


def group_views(kinds: Kinds) -> list[PeriodGroup]:
    """Each group as on its last day, with the figures that it had before that: those retired on the way come last."""
    newest = [group for kind in reversed(kinds) if kind for group in kind["groups"]]
    names = dict.fromkeys(group["id"] for group in newest)
    return [_group([group for group in newest if group["id"] == name], kinds) for name in names]


def target_views(kinds: Kinds, days: Sequence[str], flows: frozenset[str]) -> list[PeriodTarget]:
    """Where each target stood at the start and at the end, and on which day it was first met.

    `flows`: the targets made of what happened each day; over the whole period these add up, others do not.
    """
    names = [target["id"] for kind in reversed(kinds) if kind for target in kind["targets"]]
    return [_target(name, kinds, days, flows) for name in dict.fromkeys(names)]


def _group(newest: Sequence[Group], kinds: Kinds) -> PeriodGroup:
    last = newest[0]
    return {
        "id": last["id"],
        "title": last["title"],
        "figures": _figures(newest, "figures", kinds),
        "totals": _figures(newest, "totals", kinds),
    }


def _figures(newest: Sequence[Group], what: What, kinds: Kinds) -> list[PeriodFigure]:
    names = dict.fromkeys(each["id"] for group in newest for each in group[what])
    return [_figure([_on_day(name, newest[0]["id"], what, kind) for kind in kinds]) for name in names]


def _on_day(name: str, group: str, what: What, kind: KindOfUnit | None) -> Figure | None:
    groups = [each for each in kind["groups"] if each["id"] == group] if kind else []
    return next((each for one in groups for each in one[what] if each["id"] == name), None)


def _figure(days: Sequence[Figure | None]) -> PeriodFigure:
    """`total` of a flow is the sum of its days; of a stock what it was on the last day that knew it."""
    last, values = [day for day in days if day][-1], [day["total"] if day else None for day in days]
    known = [value for value in values if value is not None]
    is_flow = last["measure"] == "flow"
    return {
        "id": last["id"],
        "title": last["title"],
        "counted_in": last["counted_in"],
        "measure": last["measure"],
        "type": last["type"],
        "units": last["units"],
        "carried": last["carried"],
        "blank": last["blank"],
        "total": (sum(known) if is_flow else known[-1]) if known else None,
        "change": None if is_flow or not known else known[-1] - known[0],
        "values": values,
    }


def _target(name: str, kinds: Kinds, days: Sequence[str], flows: frozenset[str]) -> PeriodTarget:
    by_day = [next((each for each in kind["targets"] if each["id"] == name), None) if kind else None for kind in kinds]
    there = [(day, target) for day, target in zip(days, by_day, strict=True) if target]
    first, last = there[0][1], there[-1][1]
    known = [target["value"] for _, target in there if target["value"] is not None]
    return {
        "id": last["id"],
        "title": last["title"],
        "source": last["source"],
        "outside": last["outside"],
        "note": last["note"],
        "kind": last["kind"],
        "goal": last["goal"],
        "met": last["met"],
        "start": _stood(first),
        "end": _stood(last),
        "whole": _whole([target for _, target in there]) if name in flows else None,
        "change": known[-1] - known[0] if known else None,
        "first_met": next((day for day, target in there if target["met"]), None),
        "days_met": sum(target["met"] for _, target in there),
        "best": last["best"],
        "furthest": last["furthest"],
        "values": [target["value"] if target else None for target in by_day],
    }


def _whole(targets: Sequence[Target]) -> Whole:
    """A week's share is of the week's sums, not of its last day."""
    above, below = sum(each["numerator"] for each in targets), sum(each["denominator"] for each in targets)
    goal = targets[-1]["goal"]
    return {
        "numerator": above,
        "denominator": below,
        "value": percentage(above, below, goal),
        "met": is_met(above, below, goal),
    }


def _stood(target: Target) -> Standing:
    return {"numerator": target["numerator"], "denominator": target["denominator"], "value": target["value"]}
