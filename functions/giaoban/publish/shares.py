"""One unit's own part of a target: its ratio, or whether it meets the condition. The form says how it is counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from giaoban.campaign import Form
from giaoban.campaign.expression import Values, holds, variables
from giaoban.editions.content.units import PublicUnit

WHOLE = 10_000


@dataclass(frozen=True)
class Share:
    """`value` in hundredths of a percent, for a ratio; `met` null when nothing is known; `carried`: not of that day."""

    value: int | None
    numerator: int | None
    denominator: int | None
    met: bool | None
    carried: bool


NOTHING = Share(None, None, None, None, carried=False)


@dataclass(frozen=True)
class Measure:
    """How one target is counted, read from the form."""

    form: Form
    target: Mapping[str, Any]

    @property
    def is_ratio(self) -> bool:
        return bool(self.target["kind"] == "ratio")

    @property
    def goal(self) -> int:
        return int(self.target["goal_percent"]) * 100

    def parts(self, side: str) -> Sequence[str]:
        """The figures that make the numerator or the denominator: itself, or what its total sums."""
        name = self.target[side]
        totals: Any = self.form.schema.get("totals", [])
        return next((total["sum"] for total in totals if total["id"] == name), [name])

    def title(self, side: str, language: str) -> str:
        """What the numerator or the denominator is called."""
        name = self.target[side]
        schema: Any = self.form.schema
        found = (
            next((each for each in schema.get("totals", []) if each["id"] == name), None) or schema["properties"][name]
        )
        return str(found["title"] if language == "vi" else found["title_en"])

    @cached_property
    def figures(self) -> list[str]:
        """Every figure that the target reads."""
        if self.is_ratio:
            return [*self.parts("numerator"), *self.parts("denominator")]
        return list(dict.fromkeys(variables(self.target["holds"])))

    @property
    def reads_stocks(self) -> bool:
        return all(self.form.figures[name].measure == "stock" for name in self.figures)

    def share(self, row: PublicUnit | None) -> Share:
        """One unit's part on one day; what its report does not give stands as last known."""
        if row is None:
            return NOTHING
        known = {**{name: each["value"] for name, each in row["carried"].items()}, **row["figures"]}
        carried = any(name in known and name not in row["figures"] for name in self.figures)
        return self._ratio(known, carried) if self.is_ratio else self._condition(known, carried)

    def _ratio(self, known: Values, carried: bool) -> Share:
        top, bottom = self._sum("numerator", known), self._sum("denominator", known)
        if top is None or not bottom:
            return NOTHING
        value = rounded(top, bottom)
        return Share(value, top, bottom, value >= self.goal, carried)

    def _condition(self, known: Values, carried: bool) -> Share:
        return Share(None, None, None, holds(self.target["holds"], known), carried)

    def _sum(self, side: str, known: Values) -> int | None:
        parts = self.parts(side)
        return sum(known[name] for name in parts) if all(name in known for name in parts) else None


def rounded(top: int, bottom: int) -> int:
    """Hundredths of a percent, half up, and never the whole before it is complete."""
    value = (top * WHOLE * 2 + bottom) // (2 * bottom)
    return value if top >= bottom else min(value, WHOLE - 1)


def measures(form: Form) -> dict[str, Measure]:
    """The form's targets by id."""
    targets: Any = form.schema.get("targets", [])
    return {target["id"]: Measure(form, target) for target in targets}
