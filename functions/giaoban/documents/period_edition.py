"""The canonical JSON of a week's edition or the final one, as far as its documents read it."""

from typing import TypedDict

from giaoban.documents.edition import (
    CampaignNames,
    Counts,
    Figure,
    FindingCounts,
    Names,
    Remarks,
    Replaced,
    UnitNames,
)

# "from" is a word of Python, so these two cannot be classes.
Span = TypedDict("Span", {"from": int, "to": int})


class PeriodDay(TypedDict):
    """One day's last edition in short."""

    day: str
    day_number: int
    edition: int
    kind: str
    counts: Counts
    findings: FindingCounts


class Standing(TypedDict):
    numerator: int
    denominator: int
    value: int | None


class Whole(TypedDict):
    """All the days together."""

    numerator: int
    denominator: int
    value: int | None
    met: bool


class PeriodTarget(TypedDict):
    """`start` and `end` are the first and the last day's; `whole` is of targets that only flows decide."""

    id: str
    title: Names
    outside: Names | None
    note: Names | None
    kind: str
    goal: int
    met: bool
    start: Standing
    end: Standing
    whole: Whole | None
    change: int | None
    first_met: str | None
    days_met: int
    best: list[str]
    furthest: list[str]
    values: list[int | None]


class PeriodKind(TypedDict):
    kind: str
    names: Names
    counts: Counts
    groups: list["PeriodGroup"]
    targets: list[PeriodTarget]


class CoveredUnits(TypedDict):
    units: int
    enough: int
    short: int
    not_reported: int


class PeriodFigure(Figure):
    """`values` are the days'."""

    values: list[int | None]


class PeriodGroup(TypedDict):
    id: str
    title: Names
    figures: list[PeriodFigure]
    totals: list[PeriodFigure]


class PeriodUnit(TypedDict):
    """In order of timeliness, then completeness; shares in hundredths of a percent."""

    unit: UnitNames
    days: int
    on_time: int
    late: int
    missing: int
    excused: int
    timely: int | None
    complete: int | None
    findings: int
    unexplained: int


class PeriodSubject(TypedDict):
    subject: str
    names: Names
    total: int
    units: list[str]
    values: list[int | None]


class PeriodNotes(TypedDict):
    difficulties: list[PeriodSubject]
    proposals: list[PeriodSubject]


PeriodEdition = TypedDict(
    "PeriodEdition",
    {
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
        "remarks": Remarks,
    },
)
