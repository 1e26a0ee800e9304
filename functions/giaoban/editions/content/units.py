"""One unit's line of an edition, and what differs from the edition before."""

from typing import NotRequired, TypedDict

from giaoban.text import Both


class UnitNames(TypedDict):
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


class PublicUnit(TypedDict):
    """One unit's day: state, when its reports came, its figures, its words where they are public."""

    unit: UnitNames
    state: str
    was: str | None
    flags: list[str]
    revision: int
    first_received_at: str | None
    received_at: str | None
    figures: dict[str, int | bool]
    carried: dict[str, Carried]
    public: NotRequired[list[Words]]


class Finding(Both):
    """Something doubtful, in both languages, with the rule that found it."""

    rule: str
    figures: list[str]
    explanation: str | None


class DayState(TypedDict):
    """One day of a unit's record."""

    day: str
    state: str
    unexplained: int


class UnitLine(PublicUnit):
    """What recompute needs of the unit as well (`decisions`, `past`), and what is for the centre alone."""

    decisions: int
    past: bool
    receipt: str | None
    findings: list[Finding]
    record: list[DayState]


# “from” is a word of Python: only this way of writing a type can hold it.
MovedState = TypedDict("MovedState", {"from": str | None, "to": str})
Revised = TypedDict("Revised", {"from": int, "to": int})
MovedFigure = TypedDict("MovedFigure", {"figure": str, "from": int | bool | None, "to": int | bool | None})


class MovedWords(TypedDict):
    """Words of a unit that are public from this edition on, or no longer."""

    about: str
    public: bool


class PublicChange(TypedDict):
    """What differs from the edition that this one replaces, and why; `names` are those of the reason."""

    unit: str
    state: MovedState
    revision: Revised
    why: str
    names: Both
    at: str
    figures: list[MovedFigure]
    texts: NotRequired[list[MovedWords]]


class Change(PublicChange):
    """With who of the centre caused it, and the reason that was given."""

    by: str | None
    reason: str
