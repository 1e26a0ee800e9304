"""An edition as the public may see it: the shape that the allow-list lets through (`allowed.py`).

It repeats parts of `documents/edition.py` on purpose. Documents read whatever an edition says; the public site reads
only what is written down here and in the allow-list, so that a field added to editions is not public until somebody
adds it in both. A shape shared with the documents would make it readable to every page on the day it is added.
"""

from typing import NotRequired, TypedDict


class Both(TypedDict):
    """A name in both languages."""

    vi: str
    en: str


# How many units stand where; `due` is all that owe a report.
type Counts = dict[str, int]


class Figure(TypedDict):
    """A figure's total over the units of one kind; `carried`: values last known from an earlier day."""

    id: str
    title: Both
    counted_in: Both | None
    measure: str
    type: str
    total: int | None
    units: int
    carried: int
    blank: int
    change: int | None


class Group(TypedDict):
    """The figures of one group of the form, and their calculated totals."""

    id: str
    title: Both
    figures: list[Figure]
    totals: list[Figure]


class Target(TypedDict):
    """Where the city stands; `value`, `goal` and `change` in hundredths of a percent."""

    id: str
    title: Both
    source: list[str]
    outside: Both | None
    note: Both | None
    kind: str
    goal: int
    numerator: int
    denominator: int
    value: int | None
    met: bool
    change: int | None
    best: list[str]
    furthest: list[str]
    units: int


class Kind(TypedDict):
    """All that one kind of unit (communes, departments) reported."""

    kind: str
    names: Both
    counts: Counts
    groups: list[Group]
    targets: list[Target]


class Named(TypedDict):
    """A unit: code as text, kind, names."""

    code: str
    kind: str
    names: Both


class Carried(TypedDict):
    """The last known value of a stock, and for which day."""

    value: int | bool
    day: str


class Words(TypedDict):
    """A text of a report that a coordinator has made public; `figures`: what an explanation explains."""

    about: str
    figures: list[str]
    text: str


class UnitRow(TypedDict):
    """One unit's day: state, when its reports came, its figures, its words where they are public."""

    unit: Named
    state: str
    was: str | None
    flags: list[str]
    revision: int
    first_received_at: str | None
    received_at: str | None
    figures: dict[str, int | bool]
    carried: dict[str, Carried]
    public: NotRequired[list[Words]]


# “from” is a word of Python: only this way of writing a type can hold it.
Moved = TypedDict("Moved", {"from": str, "to": str})
Revised = TypedDict("Revised", {"from": int, "to": int})
MovedFigure = TypedDict("MovedFigure", {"figure": str, "from": int | bool | None, "to": int | bool | None})


class MovedWords(TypedDict):
    """Words of a unit that are public from this edition on, or no longer."""

    about: str
    public: bool


class Change(TypedDict):
    """What differs from the edition that this one replaces, and why."""

    unit: str
    state: Moved
    revision: Revised
    why: str
    names: Both
    at: str
    figures: list[MovedFigure]
    texts: NotRequired[list[MovedWords]]


class CampaignPart(TypedDict):
    """Which campaign, as frozen in the edition."""

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


class MovedDeadline(TypedDict):
    """That a day's deadline was moved, and when that was decided."""

    at: str


class Coverage(TypedDict):
    """Communes with enough supporters; the codes of those without, and of those that did not say."""

    units: int
    enough: int
    short: list[str]
    not_reported: list[str]


class OpenFindings(TypedDict):
    """How many figures were doubtful: without and with an explanation."""

    open: int
    explained: int


class Edition(TypedDict):
    """The public part of one numbered, frozen consolidated report of a day."""

    schema: str
    campaign: CampaignPart
    day: str
    day_number: int
    edition: int
    kind: str
    issued_at: str
    deadline: str
    deadline_moved: MovedDeadline | None
    edition_deadline: str
    previous: Previous | None
    replaces: Replaced | None
    counts: Counts
    kinds: list[Kind]
    coverage: Coverage | None
    units: list[UnitRow]
    findings: OpenFindings
    changes: list[Change]
