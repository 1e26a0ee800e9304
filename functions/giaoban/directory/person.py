"""A person whom a unit's reminders reach: what is known, by which channels, and whether they must fall silent."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, time

from giaoban.contact import Channel, Duty, Why


@dataclass(frozen=True)
class Stop:
    """`address` is the one that it was about: somebody's new number does not inherit it."""

    at: datetime
    why: Why
    by: str
    address: str


@dataclass(frozen=True)
class Change:
    """Who did what when, never what it was before. `via`: an account of the staff or a link's short id."""

    at: datetime
    what: str
    role: str
    via: str


@dataclass(frozen=True)
class Answered:
    """What somebody wrote back to a message, and nobody but a person can tell the meaning of."""

    at: datetime
    text: str


@dataclass(frozen=True)
class Entry:
    """What a list or a form says of a person. `phone` is +84 and nine digits; `quiet` may pass midnight."""

    unit: str
    role: Duty
    name: str
    phone: str | None
    email: str | None
    channels: tuple[Channel, ...]
    language: str = "vi"
    quiet: tuple[time, time] | None = None

    def address(self, channel: Channel) -> str | None:
        return self.phone if channel is Channel.SMS else self.email

    def is_quiet(self, at: time) -> bool:
        """Whether the person does not want to be written to at this time of day; the end is not quiet any more."""
        if self.quiet is None:
            return False
        begins, ends = self.quiet
        return begins <= at < ends if begins <= ends else at >= begins or at < ends


@dataclass(frozen=True)
class Person:
    """`id` tells nothing of the person; `version` counts the changes of the item."""

    id: str
    entry: Entry
    stops: Mapping[Channel, Stop] = field(default_factory=dict)
    history: tuple[Change, ...] = ()
    version: int = 0
    answer: Answered | None = None

    @property
    def language(self) -> str:
        return self.entry.language

    def address(self, channel: Channel) -> str | None:
        return self.entry.address(channel)

    def stop_of(self, channel: Channel) -> Stop | None:
        """What forbids the channel now: a stop by hand, or one about the very address that stands here."""
        stop = self.stops.get(channel)
        holds = stop is not None and (stop.why is Why.BY_HAND or stop.address == self.entry.address(channel))
        return stop if holds else None

    def reachable(self) -> tuple[Channel, ...]:
        """The channels by which the person may be written to, the preferred one first."""
        wanted = self.entry.channels
        return tuple(each for each in wanted if self.entry.address(each) and self.stop_of(each) is None)
