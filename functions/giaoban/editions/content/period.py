"""The edition of a week or of the whole campaign: schemas/period.schema.json."""

from typing import NotRequired, TypedDict

from giaoban.editions.content.edition import CampaignNames, FindingCounts, RemarksText, Replaced
from giaoban.editions.content.figures import Counts, Figure, Standing
from giaoban.editions.content.units import UnitNames
from giaoban.text import Both

# “from” is a word of Python: only this way of writing a type can hold it.
Span = TypedDict("Span", {"from": int, "to": int})


class PeriodDay(TypedDict):
    """One day's last edition in short; `weekday` 1 is Monday."""

    day: str
    day_number: int
    edition: int
    kind: str
    sha256: str
    weekday: int
    counts: Counts
    findings: FindingCounts


class Whole(Standing):
    """All the days together."""

    met: bool


class PeriodTarget(TypedDict):
    """`start` and `end` are the first and the last day's; `whole` is of targets that only flows decide."""

    id: str
    title: Both
    source: list[str]
    outside: Both | None
    note: Both | None
    kind: str
    goal: int
    met: bool
    start: Standing
    end: Standing
    whole: Whole | None
    change: int | None
    compared: NotRequired[int]
    first_met: str | None
    days_met: int
    best: list[str]
    furthest: list[str]
    values: list[int | None]


class PeriodFigure(Figure):
    """`values` are the days'."""

    values: list[int | None]


class PeriodGroup(TypedDict):
    id: str
    title: Both
    figures: list[PeriodFigure]
    totals: list[PeriodFigure]


class PeriodKind(TypedDict):
    """All that one kind of unit reported."""

    kind: str
    names: Both
    counts: Counts
    groups: list[PeriodGroup]
    targets: list[PeriodTarget]


class CoveredUnits(TypedDict):
    """How many communes had their supporters on a day."""

    units: int
    enough: int
    short: int
    not_reported: int


class PeriodUnit(TypedDict):
    """In order of timeliness, then completeness; shares in hundredths of a percent."""

    unit: UnitNames
    days: int
    expected: int
    on_time: int
    late: int
    missing: int
    excused: int
    partial: int
    timely: int | None
    complete: int | None
    findings: int
    unexplained: int


class PeriodSubject(TypedDict):
    subject: str
    names: Both
    total: int
    units: list[str]
    values: list[int]


class PeriodNotes(TypedDict):
    difficulties: list[PeriodSubject]
    proposals: list[PeriodSubject]


PeriodEdition = TypedDict(
    "PeriodEdition",
    {
        "schema": str,
        "campaign": CampaignNames,
        "period": str,
        "from": str,
        "to": str,
        "day_numbers": Span,
        "edition": int,
        "kind": str,
        "issued_at": str,
        "issued_by": str | None,
        "replaces": Replaced | None,
        "days": list[PeriodDay],
        "without": list[str],
        "counts": Counts,
        "kinds": list[PeriodKind],
        "coverage": list[CoveredUnits | None],
        "units": list[PeriodUnit],
        "notes": PeriodNotes,
        "remarks": RemarksText,
    },
)
