"""How far each target is: a ratio of sums, or how many units hold it; who is best, who has furthest to go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from giaoban.campaign.expression import holds
from giaoban.campaign.form_parts import Parts, Target
from giaoban.campaign.shares import is_met, part_of, percentage
from giaoban.editions.content import figures
from giaoban.editions.line import Line

NAMED = 5
# The value of each target of a kind in the edition before, by id; hundredths of a percent.
type Before = Mapping[str, int | None]


@dataclass(frozen=True)
class Reached:
    """Where a target stands; `best` and `furthest` are unit codes, `units` those whose figures it could be told of."""

    numerator: int
    denominator: int
    best: tuple[str, ...]
    furthest: tuple[str, ...]
    units: int


def target_view(target: Target, lines: Sequence[Line], parts: Parts, before: Before) -> figures.Target:
    """`change` is in hundredths of a percentage point."""
    reached = _ratio(target, lines, parts) if target.is_ratio else _by_unit(target, lines)
    value = percentage(reached.numerator, reached.denominator, target.goal)
    earlier = before.get(target.id)
    return {
        "id": target.id,
        "title": target.title.view(),
        "source": list(target.source),
        "outside": target.outside.view() if target.outside else None,
        "note": target.note.view() if target.note else None,
        "kind": "ratio" if target.is_ratio else "units",
        "goal": target.goal,
        "numerator": reached.numerator,
        "denominator": reached.denominator,
        "value": value,
        "met": is_met(reached.numerator, reached.denominator, target.goal),
        "change": None if value is None or earlier is None else value - earlier,
        "best": list(reached.best),
        "furthest": list(reached.furthest),
        "units": reached.units,
    }


def held_by(target: Target, line: Line) -> bool | None:
    """None when a figure it needs is blank."""
    return None if target.holds is None else holds(target.holds, line.values)


def _by_unit(target: Target, lines: Sequence[Line]) -> Reached:
    """Of all units due: what nobody told us is not reached. Those known to be short come before those unknown."""
    told = {line.code: held_by(target, line) for line in lines}
    short = [code for code, held in told.items() if held is False] + [
        code for code, held in told.items() if held is None
    ]
    known = sum(held is not None for held in told.values())
    return Reached(sum(held is True for held in told.values()), len(lines), (), tuple(short[:NAMED]), known)


def _ratio(target: Target, lines: Sequence[Line], parts: Parts) -> Reached:
    """Of the units that give everything the ratio needs: half a ratio would pull the sum up or down."""
    pairs = [
        (line.code, above, below)
        for line in lines
        if (above := part_of(target.numerator, line.values, parts)) is not None
        and (below := part_of(target.denominator, line.values, parts)) is not None
    ]
    best, furthest = _named([pair for pair in pairs if pair[2] > 0], target.goal)
    return Reached(sum(above for _, above, _ in pairs), sum(below for *_, below in pairs), best, furthest, len(pairs))


def _named(pairs: Sequence[tuple[str, int, int]], goal: int) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Furthest are only units below the goal; of equals, the larger stands first. Nobody is both."""
    ranked = sorted(pairs, key=lambda pair: (Fraction(pair[1], pair[2]), -pair[2], pair[0]))
    furthest = [code for code, above, below in ranked if not is_met(above, below, goal)][:NAMED]
    best = sorted(ranked, key=lambda pair: (-Fraction(pair[1], pair[2]), -pair[2], pair[0]))
    return tuple([code for code, *_ in best if code not in furthest][:NAMED]), tuple(furthest)


def coverage_of(lines: Sequence[Line], targets: Sequence[Target]) -> figures.Coverage | None:
    """Supporters per commune (II.3), from the reports; None for a kind of unit whose form has no such target."""
    target = next((each for each in targets if each.id == "supporters" and not each.is_ratio), None)
    if target is None:
        return None
    told = {line.code: held_by(target, line) for line in lines}
    return {
        "units": len(lines),
        "enough": sum(held is True for held in told.values()),
        "short": [code for code, held in told.items() if held is False],
        "not_reported": [code for code, held in told.items() if held is None],
    }
