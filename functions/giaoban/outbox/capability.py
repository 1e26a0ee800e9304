"""What the outbox asks of whoever a message is from and for: it knows neither waves nor reports, and no list of people."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from giaoban.contact import Channel, Why
from giaoban.outbox.message import Message, Reason
from giaoban.outbox.wording import Wording


class Recipient(Protocol):
    """Whoever a message is for: a person of the directory, a contact of the centre, anybody a capability writes to."""

    @property
    def language(self) -> str: ...

    def address(self, channel: Channel) -> str | None: ...

    def reachable(self) -> tuple[Channel, ...]:
        """The channels by which they may be written to, the preferred one first."""
        ...


@dataclass(frozen=True)
class Said:
    """What a message says: its words and the values in them. `calendar`: an iCalendar file, where there is one."""

    wording: Wording
    values: Mapping[str, str]
    calendar: str | None = None


@dataclass(frozen=True)
class Allowance:
    """Parts of SMS: so many in a `period` (a day, an hour), and `altogether` where that is limited too.

    `purse`: what is paid from one takes nothing from another; empty for the messages that are planned.
    """

    parts: int
    period: str
    purse: str = ""
    altogether: int | None = None


class Capability(Protocol):
    """Made anew for each invocation; `now` is the campaign's clock."""

    def is_mine(self, campaign: str) -> bool:
        """Whether it writes to anybody in this campaign. Raises Unknown."""
        ...

    def units(self, campaign: str) -> Collection[str]:
        """The codes under which its messages stand, for reading neighbours together."""
        ...

    def recipients(self, campaign: str, first: str, last: str) -> Mapping[str, Recipient]:
        """Those of all units from `first` to `last`, by id. Raises Unavailable."""
        ...

    def forbids(self, message: Message, recipient: Recipient, now: datetime) -> Reason | None:
        """What is against it, as far as it can be known before anything is written. Raises Unavailable."""
        ...

    def still_wanted(self, message: Message, recipient: Recipient, now: datetime) -> Said | Reason:
        """Asked last of all, just before the message leaves: what it says by now, or why it is not wanted any more.

        What has to be written before it leaves (a link) is written here. Raises Unavailable.
        """
        ...

    def channels(self, message: Message) -> Sequence[Channel]:
        """By which it may go, in the order of falling back."""
        ...

    def allowance(self, message: Message) -> Allowance:
        """What its SMS is paid from."""
        ...

    def silence(self, message: Message, recipient: Recipient, why: Why, now: datetime) -> None:
        """Whoever it is for must not be written to by this channel any more. Raises Unavailable."""
        ...
