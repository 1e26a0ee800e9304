"""The sums of an edition: flows of this day's reports, stocks as last known, and how many units stand behind each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from giaoban.campaign import Form
from giaoban.campaign.form_parts import Parts, Total
from giaoban.editions.content.figures import Figure, Group, Sums
from giaoban.editions.line import Line

# The total of each figure and total of a kind in the edition before, by id.
type Totals = Mapping[str, int | None]


@dataclass(frozen=True)
class Sum:
    """`total` is None when nobody has a value: blank is not 0. Of the `units` with a value, `carried` reported none today."""

    total: int | None
    units: int
    carried: int
    blank: int

    def view(self, before: int | None) -> Sums:
        change = None if self.total is None or before is None else self.total - before
        return {
            "total": self.total,
            "units": self.units,
            "carried": self.carried,
            "blank": self.blank,
            "change": change,
        }


def sum_of(lines: Sequence[Line], figures: Sequence[str]) -> Sum:
    """Of one figure, or of all that a total adds up: a unit's part is what it gives of them."""
    parts = [[line.values[name] for name in figures if name in line.values] for line in lines]
    carried = [
        part and not any(name in line.figures for name in figures) for part, line in zip(parts, lines, strict=True)
    ]
    units = sum(bool(part) for part in parts)
    total = sum(sum(part) for part in parts) if units else None
    return Sum(total, units, sum(bool(each) for each in carried), len(lines) - units)


def group_views(lines: Sequence[Line], form: Form, parts: Parts, before: Totals) -> list[Group]:
    """The form's groups in its order, each with its figures and totals."""
    return [
        {
            "id": group.id,
            "title": group.title.view(),
            "figures": [_figure(lines, form, name, parts, before) for name in group.figures],
            "totals": [
                _total(lines, form, total, parts, before) for total in parts.totals.values() if total.group == group.id
            ],
        }
        for group in parts.groups
    ]


def _figure(lines: Sequence[Line], form: Form, name: str, parts: Parts, before: Totals) -> Figure:
    figure, counted_in = form.figures[name], parts.counted_in[name]
    return {
        "id": name,
        "title": figure.title.view(),
        "counted_in": counted_in.view() if counted_in else None,
        "measure": figure.measure,
        "type": "boolean" if figure.type is bool else "integer",
        **sum_of(lines, [name]).view(before.get(name)),
    }


def _total(lines: Sequence[Line], form: Form, total: Total, parts: Parts, before: Totals) -> Figure:
    """Counted in what its first figure is; a flow as soon as one of its figures is."""
    counted_in = parts.counted_in[total.sum[0]]
    is_flow = any(form.figures[name].measure == "flow" for name in total.sum)
    return {
        "id": total.id,
        "title": total.title.view(),
        "counted_in": counted_in.view() if counted_in else None,
        "measure": "flow" if is_flow else "stock",
        "type": "integer",
        **sum_of(lines, total.sum).view(before.get(total.id)),
    }
