"""One unit's own part of a target: its ratio, or whether it meets the condition. The form says how it is counted."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from giaoban.campaign import Form
from giaoban.campaign.expression import Values, holds, variables
from giaoban.campaign.form_parts import Parts, Target, parts_of
from giaoban.campaign.shares import is_met, part_of, percentage
from giaoban.editions.content.units import PublicUnit
from giaoban.language import Language

type Side = Literal["numerator", "denominator"]


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
    """How one target is counted."""

    form: Form
    parts: Parts
    target: Target

    def title(self, side: Side, language: Language) -> str:
        """What the numerator or the denominator is called."""
        name = self.target.numerator if side == "numerator" else self.target.denominator
        return self.parts.title_of(name, self.form).of(language)

    @cached_property
    def figures(self) -> list[str]:
        """Every figure that the target reads."""
        if self.target.holds is None:
            return [*self.parts.figures_in(self.target.numerator), *self.parts.figures_in(self.target.denominator)]
        return list(dict.fromkeys(variables(self.target.holds)))

    @property
    def reads_stocks(self) -> bool:
        """Asked by the templates of a target's page."""
        return all(self.form.figures[name].measure == "stock" for name in self.figures)

    def share(self, row: PublicUnit | None) -> Share:
        """One unit's part on one day; what its report does not give stands as last known."""
        if row is None:
            return NOTHING
        known = {**{name: each["value"] for name, each in row["carried"].items()}, **row["figures"]}
        carried = any(name in known and name not in row["figures"] for name in self.figures)
        if self.target.holds is None:
            return self._ratio(known, carried)
        return Share(None, None, None, holds(self.target.holds, known), carried)

    def _ratio(self, known: Values, carried: bool) -> Share:
        top = part_of(self.target.numerator, known, self.parts)
        bottom = part_of(self.target.denominator, known, self.parts)
        if top is None or bottom is None or not bottom:
            return NOTHING
        goal = self.target.goal
        return Share(percentage(top, bottom, goal), top, bottom, is_met(top, bottom, goal), carried)


def measures(form: Form) -> dict[str, Measure]:
    """The form's targets by id."""
    parts = parts_of(form)
    return {target.id: Measure(form, parts, target) for target in parts.targets}
