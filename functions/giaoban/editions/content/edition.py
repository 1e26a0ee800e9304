"""The edition of a day: schemas/edition.schema.json."""

from typing import NotRequired, TypedDict

from giaoban.editions.content.figures import Counts, Coverage, KindOfUnit
from giaoban.editions.content.units import Change, PublicChange, PublicUnit, UnitLine
from giaoban.text import Both


class CampaignNames(TypedDict):
    """Which campaign, and the hash of its data as they were."""

    slug: str
    names: Both
    first_day: str
    days: int
    data_sha256: str


class Replaced(TypedDict):
    """The edition that this one replaces."""

    edition: int
    sha256: str
    kind: str


class Previous(TypedDict):
    """The last edition of the day before, against which changes are counted."""

    day: str
    edition: int
    sha256: str


class PublicMovedDeadline(TypedDict):
    """That a day's deadline was moved, and when that was decided."""

    at: str


class MovedDeadline(PublicMovedDeadline):
    number: int
    by: str
    reason: str


class FindingCounts(TypedDict):
    """How many figures were doubtful: without and with an explanation."""

    open: int
    explained: int


class Measure(TypedDict):
    """What is proposed about a unit that was late, missing or inaccurate; `names` are the measure's."""

    unit: str
    problem: str
    measure: str
    names: Both
    days: list[str]


class Note(TypedDict):
    unit: str
    text: str


class Subject(TypedDict):
    """What units wrote about one subject."""

    subject: str
    names: Both
    entries: list[Note]


class Notes(TypedDict):
    difficulties: list[Subject]
    proposals: list[Subject]


class RemarksText(TypedDict):
    """The centre's words above the figures; number 0: none yet."""

    text: str
    by: str | None
    number: int


class PartOfEdition(TypedDict):
    """What another capability said of the day: its own shape, under the hash that names it."""

    sha256: str
    content: dict[str, object]


class _Opening(TypedDict):
    schema: str
    campaign: CampaignNames
    day: str
    day_number: int
    edition: int
    kind: str
    issued_at: str
    deadline: str
    edition_deadline: str
    previous: Previous | None
    replaces: Replaced | None
    counts: Counts
    kinds: list[KindOfUnit]
    coverage: Coverage | None
    findings: FindingCounts


class PublicEdition(_Opening):
    """The public part of one day's edition."""

    deadline_moved: PublicMovedDeadline | None
    units: list[PublicUnit]
    changes: list[PublicChange]


class Edition(_Opening):
    """One day's edition, whole."""

    issued_by: str | None
    deadline_moved: MovedDeadline | None
    units: list[UnitLine]
    measures: list[Measure]
    notes: Notes
    remarks: RemarksText
    changes: list[Change]
    parts: NotRequired[dict[str, PartOfEdition | None]]
