"""A period's figures and targets day by day: flows add up, stocks stand as they stood at the end."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from giaoban.editions.targets import is_met, percentage

type Json = Mapping[str, Any]
type View = dict[str, object]

PARTS = ("numerator", "denominator")


def group_views(kinds: Sequence[Json | None]) -> list[View]:
    """`kinds`: the same kind of unit on each day, None where that day has none. Figures retired on the way come last."""
    return [
        {
            "id": group["id"],
            "title": group["title"],
            **{
                what: [_figure(each["id"], group["id"], what, kinds) for each in group[what]]
                for what in ("figures", "totals")
            },
        }
        for group in _groups(kinds)
    ]


def target_views(kinds: Sequence[Json | None], days: Sequence[str], flows: frozenset[str]) -> list[View]:
    """Where each target stood at the start and at the end, and on which day it was first met.

    `flows`: the targets made of what happened each day; over the whole period these add up, others do not.
    """
    return [_target(name, kinds, days, flows) for name in _names([kind["targets"] for kind in kinds if kind])]


def _groups(kinds: Sequence[Json | None]) -> list[Json]:
    """Each group as on its last day, with the figures that it had before that."""
    there = [group for kind in reversed(kinds) if kind for group in kind["groups"]]
    return [
        {
            **next(group for group in there if group["id"] == name),
            **{
                what: _first_of_each([group[what] for group in there if group["id"] == name])
                for what in ("figures", "totals")
            },
        }
        for name in dict.fromkeys(group["id"] for group in there)
    ]


def _first_of_each(lists: Sequence[Sequence[Json]]) -> list[Json]:
    found: dict[str, Json] = {}
    for each in (each for entries in lists for each in entries):
        found.setdefault(each["id"], each)
    return list(found.values())


def _figure(name: str, group: str, what: str, kinds: Sequence[Json | None]) -> View:
    """`total` of a flow is the sum of its days; of a stock what it was on the last day that knew it."""
    days = [_on_day(name, group, what, kind) for kind in kinds]
    there = [day for day in days if day]
    last, values = there[-1], [day["total"] if day else None for day in days]
    known = [value for value in values if value is not None]
    is_flow = last["measure"] == "flow"
    return {
        **{each: last[each] for each in ("id", "title", "counted_in", "measure", "type", "units", "carried", "blank")},
        "total": (sum(known) if is_flow else known[-1]) if known else None,
        "change": None if is_flow or not known else known[-1] - known[0],
        "values": values,
    }


def _on_day(name: str, group: str, what: str, kind: Json | None) -> Json | None:
    entries: Iterator[Json] = (
        each for one in (kind["groups"] if kind else []) if one["id"] == group for each in one[what]
    )
    return next((each for each in entries if each["id"] == name), None)


def _names(lists: Sequence[Sequence[Json]]) -> list[str]:
    return [each["id"] for each in _first_of_each(list(reversed(lists)))]


def _target(name: str, kinds: Sequence[Json | None], days: Sequence[str], flows: frozenset[str]) -> View:
    by_day = [next((each for each in kind["targets"] if each["id"] == name), None) if kind else None for kind in kinds]
    there = [(day, target) for day, target in zip(days, by_day, strict=True) if target]
    first, last = there[0][1], there[-1][1]
    known = [target["value"] for _, target in there if target["value"] is not None]
    return {
        **{each: last[each] for each in ("id", "title", "source", "outside", "note", "kind", "goal", "met")},
        "start": _stood(first),
        "end": _stood(last),
        "whole": _whole([target for _, target in there]) if name in flows else None,
        "change": known[-1] - known[0] if known else None,
        "first_met": next((day for day, target in there if target["met"]), None),
        "days_met": sum(target["met"] for _, target in there),
        "best": last["best"],
        "furthest": last["furthest"],
        "values": [target and target["value"] for target in by_day],
    }


def _whole(targets: Sequence[Json]) -> View:
    """A week's share is of the week's sums, not of its last day."""
    goal, above, below = targets[-1]["goal"], *(sum(each[part] for each in targets) for part in PARTS)
    return {
        "numerator": above,
        "denominator": below,
        "value": percentage(above, below, goal),
        "met": is_met(above, below, goal),
    }


def _stood(target: Json) -> View:
    return {each: target[each] for each in ("numerator", "denominator", "value")}
