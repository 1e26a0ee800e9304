"""The canonical JSON of a daily edition, as far as its documents read it (schemas/edition.schema.json has all of it)."""

from typing import TypedDict


class Names(TypedDict):
    """One thing's name in both languages."""

    vi: str
    en: str


class UnitNames(TypedDict):
    code: str
    kind: str
    names: Names


class Counts(TypedDict):
    """How many units are in which state; `partial` and what follows are marks beside the state."""

    due: int
    expected: int
    on_time: int
    late: int
    missing: int
    excused: int
    partial: int
    phoned_in: int
    nothing_to_report: int
    with_findings: int


class Figure(TypedDict):
    """A figure or a total over all units of a kind; see the contract of `total`, `units`, `carried`, `blank`."""

    id: str
    title: Names
    counted_in: Names | None
    measure: str
    type: str
    total: int | None
    units: int
    carried: int
    blank: int
    change: int | None


class Group(TypedDict):
    id: str
    title: Names
    figures: list[Figure]
    totals: list[Figure]


class Target(TypedDict):
    """Percentages in hundredths of a percent."""

    id: str
    title: Names
    source: list[str]
    outside: Names | None
    note: Names | None
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
    kind: str
    names: Names
    counts: Counts
    groups: list[Group]
    targets: list[Target]


class Coverage(TypedDict):
    units: int
    enough: int
    short: list[str]
    not_reported: list[str]


class Finding(TypedDict):
    rule: str
    figures: list[str]
    vi: str
    en: str
    explanation: str | None


class DayState(TypedDict):
    day: str
    state: str


class Known(TypedDict):
    value: int | bool
    day: str


class UnitState(TypedDict):
    unit: UnitNames
    state: str
    was: str | None
    flags: list[str]
    revision: int
    first_received_at: str | None
    received_at: str | None
    figures: dict[str, int | bool]
    carried: dict[str, Known]
    findings: list[Finding]
    record: list[DayState]


class Measure(TypedDict):
    """`names` are those of the proposed measure."""

    unit: str
    problem: str
    measure: str
    names: Names
    days: list[str]


class Entry(TypedDict):
    unit: str
    text: str


class Subject(TypedDict):
    subject: str
    names: Names
    entries: list[Entry]


class Notes(TypedDict):
    difficulties: list[Subject]
    proposals: list[Subject]


class FindingCounts(TypedDict):
    open: int
    explained: int


class Remarks(TypedDict):
    text: str
    by: str | None
    number: int


# "from" is a word of Python, so these two cannot be classes.
StateChange = TypedDict("StateChange", {"from": str | None, "to": str | None})
FigureChange = TypedDict("FigureChange", {"figure": str, "from": int | bool | None, "to": int | bool | None})


class Change(TypedDict):
    """What differs from the edition that this one replaces; `names` are those of the reason."""

    unit: str
    state: StateChange
    why: str
    names: Names
    reason: str
    at: str
    figures: list[FigureChange]


class CampaignNames(TypedDict):
    slug: str
    names: Names
    first_day: str
    days: int
    data_sha256: str


class MovedDeadline(TypedDict):
    at: str
    by: str
    reason: str


class Replaced(TypedDict):
    edition: int
    sha256: str
    kind: str


class Edition(TypedDict):
    """One daily edition."""

    campaign: CampaignNames
    day: str
    day_number: int
    edition: int
    kind: str
    issued_at: str
    issued_by: str | None
    deadline: str
    deadline_moved: MovedDeadline | None
    replaces: Replaced | None
    counts: Counts
    kinds: list[Kind]
    coverage: Coverage | None
    units: list[UnitState]
    measures: list[Measure]
    findings: FindingCounts
    notes: Notes
    remarks: Remarks
    changes: list[Change]
