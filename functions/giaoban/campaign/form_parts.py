"""What a form says of its figures together: groups, totals, targets."""

from collections.abc import Mapping
from dataclasses import dataclass

from giaoban.campaign.expression import Expression, variables
from giaoban.campaign.form import Form
from giaoban.campaign.read_form import Json
from giaoban.text import Text


@dataclass(frozen=True)
class Group:
    """Figures that belong together, in the form's order."""

    id: str
    title: Text
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Total:
    """A sum of figures, calculated and never asked."""

    id: str
    title: Text
    group: str
    sum: tuple[str, ...]


@dataclass(frozen=True)
class Target:
    """What is to be reached: a ratio of sums, or how many units `holds` is true of. `goal` in hundredths of a percent."""

    id: str
    title: Text
    source: tuple[str, ...]
    outside: Text | None
    note: Text | None
    goal: int
    holds: Expression | None
    numerator: str
    denominator: str

    @property
    def is_ratio(self) -> bool:
        return self.holds is None


@dataclass(frozen=True)
class Parts:
    """`counted_in`: by figure, what one of it is called; None for a yes or no."""

    groups: tuple[Group, ...]
    totals: Mapping[str, Total]
    targets: tuple[Target, ...]
    counted_in: Mapping[str, Text | None]

    def figures_of(self, target: Target) -> set[str]:
        """The figures that decide a target, those of its totals included."""
        if target.holds is not None:
            return set(variables(target.holds))
        parts = (target.numerator, target.denominator)
        return {name for part in parts for name in self.figures_in(part)}

    def figures_in(self, name: str) -> tuple[str, ...]:
        """What a total adds up; of a figure, itself."""
        return self.totals[name].sum if name in self.totals else (name,)

    def title_of(self, name: str, form: Form) -> Text:
        """Of a total or a figure."""
        return self.totals[name].title if name in self.totals else form.figures[name].title


def parts_of(form: Form) -> Parts:
    """As the form's file has them."""
    data: Json = form.schema
    figures: Json = data["properties"]
    return Parts(
        groups=tuple(_group(each, figures) for each in data["groups"]),
        totals={each["id"]: _total(each) for each in data["totals"]},
        targets=tuple(_target(each) for each in data["targets"]),
        counted_in={
            name: Text.read(each["counted_in"]) if "counted_in" in each else None for name, each in figures.items()
        },
    )


def _titled(data: Json) -> Text:
    return Text(data["title"], data["title_en"])


def _group(data: Json, figures: Json) -> Group:
    return Group(
        data["id"], _titled(data), tuple(name for name, each in figures.items() if each["group"] == data["id"])
    )


def _total(data: Json) -> Total:
    return Total(data["id"], _titled(data), data["group"], tuple(data["sum"]))


def _target(data: Json) -> Target:
    return Target(
        id=data["id"],
        title=_titled(data),
        source=tuple(data["source"]),
        outside=_said(data, "outside"),
        note=_said(data, "note"),
        goal=data["goal_percent"] * 100,
        holds=data.get("holds"),
        numerator=data.get("numerator", ""),
        denominator=data.get("denominator", ""),
    )


def _said(data: Json, name: str) -> Text | None:
    return Text(data[name], data[f"{name}_en"]) if name in data else None
