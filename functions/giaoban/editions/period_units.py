"""Units in the order of how timely and how complete their reports of a period were."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from giaoban.campaign.shares import WHOLE, percentage
from giaoban.editions.content.edition import Edition
from giaoban.editions.content.period import PeriodUnit
from giaoban.editions.content.units import UnitLine, UnitNames


@dataclass
class Tally:
    """`given` of the `asked` figures stood in the reports that came."""

    unit: UnitNames
    rules: int
    states: Counter[str] = field(default_factory=Counter)
    partial: int = 0
    given: int = 0
    asked: int = 0
    findings: int = 0
    unexplained: int = 0

    @property
    def timely(self) -> int | None:
        """On time of the days that were owed and not excused; hundredths of a percent."""
        return self._share(self.states["on_time"], self.states.total() - self.states["excused"])

    @property
    def complete(self) -> int | None:
        return self._share(self.given, self.asked)

    def _share(self, above: int, below: int) -> int | None:
        """The first rules cut where today's round."""
        if self.rules == 1 and below:
            return above * WHOLE // below
        return percentage(above, below)

    def view(self) -> PeriodUnit:
        return {
            "unit": self.unit,
            "days": self.states.total(),
            "expected": self.states["expected"],
            "on_time": self.states["on_time"],
            "late": self.states["late"],
            "missing": self.states["missing"],
            "excused": self.states["excused"],
            "partial": self.partial,
            "timely": self.timely,
            "complete": self.complete,
            "findings": self.findings,
            "unexplained": self.unexplained,
        }


def unit_views(dailies: Sequence[Edition], rules: int) -> list[PeriodUnit]:
    """The most timely first; of these the most complete, then those that owe the fewest explanations."""
    tallies: dict[str, Tally] = {}
    for daily in dailies:
        asked = {kind["kind"]: sum(len(group["figures"]) for group in kind["groups"]) for kind in daily["kinds"]}
        for row in daily["units"]:
            code = row["unit"]["code"]
            tallies[code] = tally = tallies.get(code) or Tally(row["unit"], rules)
            _add(tally, row, asked[row["unit"]["kind"]])
    order = sorted(tallies.values(), key=lambda each: (-(each.timely or 0), -(each.complete or 0), each.unexplained))
    return [each.view() for each in order]


def _add(tally: Tally, row: UnitLine, asked: int) -> None:
    """“Nothing to report” is a whole report."""
    tally.unit = row["unit"]
    tally.states[row["state"]] += 1
    tally.partial += "partial" in row["flags"]
    tally.findings += len(row["findings"])
    tally.unexplained += sum(finding["explanation"] is None for finding in row["findings"])
    if row["revision"]:
        tally.asked += asked
        tally.given += asked if "nothing_to_report" in row["flags"] else len(row["figures"])
