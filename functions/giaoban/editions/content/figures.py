"""How all units of a kind stand: counts, sums of figures, targets."""

from typing import NotRequired, TypedDict

from giaoban.text import Both


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


class Sums(TypedDict):
    """`total` is null when nobody has a value; of the `units` in it `carried` have one of an earlier day.

    `change` is of the `compared` units, whose figures are known on both days; the first editions did not say so.
    """

    total: int | None
    units: int
    carried: int
    blank: int
    change: int | None
    compared: NotRequired[int]


class Figure(Sums):
    """A figure, or a total over figures, of all units of one kind."""

    id: str
    title: Both
    counted_in: Both | None
    measure: str
    type: str


class Group(TypedDict):
    """The figures of one group of the form, and their calculated totals."""

    id: str
    title: Both
    figures: list[Figure]
    totals: list[Figure]


class Standing(TypedDict):
    """`value` in hundredths of a percent, null without a denominator."""

    numerator: int
    denominator: int
    value: int | None


class Target(Standing):
    """Where all units of a kind stand; `goal` and `change` in hundredths of a percent, `change` of `compared` units."""

    id: str
    title: Both
    source: list[str]
    outside: Both | None
    note: Both | None
    kind: str
    goal: int
    met: bool
    change: int | None
    compared: NotRequired[int]
    best: list[str]
    furthest: list[str]
    units: int


class KindOfUnit(TypedDict):
    """All that one kind of unit (communes, departments) reported."""

    kind: str
    names: Both
    counts: Counts
    groups: list[Group]
    targets: list[Target]


class Coverage(TypedDict):
    """Communes with enough supporters; the codes of those without, and of those that did not say."""

    units: int
    enough: int
    short: list[str]
    not_reported: list[str]
