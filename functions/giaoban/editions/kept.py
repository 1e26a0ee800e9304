"""All that the table keeps of a period, a day or a week: editions, remarks, registry numbers, documents, messages."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypedDict

from giaoban.editions.content.figures import Counts
from giaoban.editions.edition import EditionKind, Remarks
from giaoban.editions.part import Part


@dataclass(frozen=True)
class Entry:
    """An edition's line in the list of its period. `issued_at` as the edition says it; `request` is the issuer's own id."""

    number: int
    kind: EditionKind
    sha256: str
    issued_at: str
    issued_by: str | None
    request: str
    counts: Counts


@dataclass(frozen=True)
class Registered:
    """The number that the city's registry gave to an edition; a mistaken one is followed by another."""

    order: int
    number: str
    date: str
    at: str
    by: str


@dataclass(frozen=True)
class Message:
    """One edition to one recipient: CLAIMED, SENT, UNKNOWN or FAILED, since when, and why it failed."""

    recipient: str
    state: str
    at: str
    message_id: str | None = None
    reason: str | None = None


class KeptDocument(TypedDict):
    """A document as the list of its edition names it."""

    sha256: str
    bytes: int


@dataclass(frozen=True)
class Kept:
    """In the order of their numbers; `registered`, `documents` and `mail` by the edition's number,
    `parts` by their names."""

    campaign: str
    period: str
    editions: tuple[Entry, ...] = ()
    remarks: tuple[Remarks, ...] = ()
    registered: Mapping[int, Sequence[Registered]] = field(default_factory=dict)
    documents: Mapping[int, Mapping[str, KeptDocument]] = field(default_factory=dict)
    mail: Mapping[int, Sequence[Message]] = field(default_factory=dict)
    parts: Mapping[str, Part] = field(default_factory=dict)
    alarm_at: str | None = None
    is_closed: bool = False

    @property
    def last(self) -> Entry | None:
        return self.editions[-1] if self.editions else None

    @property
    def number(self) -> int:
        """Of the last edition; 0 without one."""
        return len(self.editions)

    @property
    def remark(self) -> Remarks:
        return self.remarks[-1] if self.remarks else Remarks()

    @property
    def is_issued(self) -> bool:
        return any(entry.kind is EditionKind.ISSUED for entry in self.editions)

    def asked_before(self, request: str) -> Entry | None:
        """The edition that this request has made already, if any."""
        return next((entry for entry in self.editions if entry.request == request), None)


def period_of(day: date) -> str:
    return day.isoformat()
