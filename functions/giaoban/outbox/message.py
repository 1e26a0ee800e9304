"""A message in the outbox, and every way in which its state changes: PENDING → CLAIMED → SENT, SKIPPED, UNKNOWN, FAILED.

Each change is a pure function from one version to the next; the store takes the next version only in place of the one
that it was made from, so that of two workers one wins (design decision 10).
"""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from giaoban.contact import Channel

# What has not left by then is not sent any more.
LATEST = timedelta(minutes=10)
# Longer than any hand-over takes: the providers are given up after some seconds.
LEASE = timedelta(minutes=2)
# An e-mail whose fate is unknown is sent once more, an SMS never.
TRIES = {Channel.EMAIL: 2, Channel.SMS: 1}


class MessageState(StrEnum):
    PENDING = "PENDING"
    CLAIMED = "CLAIMED"
    SENT = "SENT"
    SKIPPED = "SKIPPED"
    UNKNOWN = "UNKNOWN"
    FAILED = "FAILED"


class Reason(StrEnum):
    """Why a message was not sent, or why nobody knows."""

    EXPIRED = "expired"
    PAUSED = "paused"
    REPORTED = "reported"
    EXCUSED = "excused"
    NOBODY_MISSING = "nobody_missing"
    NOT_LATE = "not_late"
    GONE = "gone"
    STOPPED = "stopped"
    QUIET = "quiet"
    LIMIT = "limit"
    DONE = "done"
    NO_ANSWER = "no_answer"
    CRASHED = "crashed"
    REFUSED = "refused"
    OPTED_OUT = "opted_out"


class Fate(StrEnum):
    """What a receipt says, the worse or later word last: it is the one that stands, in whatever order they come."""

    DELAYED = "delayed"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    BOUNCED = "bounced"
    COMPLAINED = "complained"


@dataclass(frozen=True)
class Key:
    """Which message: a campaign's day, a wave, a unit (or the centre), a channel, a recipient's id.

    `about`: what else tells two apart: a milestone, or the minute at which a link was asked for.
    """

    campaign: str
    day: date
    wave: str
    unit: str
    channel: Channel
    recipient: str
    about: str = ""


@dataclass(frozen=True)
class Message:
    """`claim` tells one attempt from another; `parts` are those of an SMS that was handed over."""

    key: Key
    slot: datetime
    state: MessageState = MessageState.PENDING
    at: datetime | None = None
    tries: int = 0
    claim: str | None = None
    lease: datetime | None = None
    reason: str | None = None
    message_id: str | None = None
    parts: int = 0
    fate: Fate | None = None
    fate_at: datetime | None = None
    version: int = 1

    @property
    def expires(self) -> datetime:
        return self.slot + LATEST

    @property
    def is_settled(self) -> bool:
        """Whether it has been said what became of it; an e-mail of unknown fate may still have another try."""
        return self.state not in {MessageState.PENDING, MessageState.CLAIMED}


def may_be_claimed(message: Message, now: datetime) -> bool:
    """A message nobody has begun with; or an e-mail of which nobody knows, once more."""
    if now >= message.expires:
        return False
    if message.state is MessageState.PENDING:
        return True
    is_left = message.state is MessageState.UNKNOWN or (
        message.state is MessageState.CLAIMED and _is_abandoned(message, now)
    )
    return is_left and message.tries < TRIES[message.key.channel]


def claimed(message: Message, claim: str, now: datetime) -> Message:
    """No lease outlasts the message: at its end everything can be said of it."""
    lease = min(now + LEASE, message.expires)
    tries = message.tries + 1
    return _next(message, MessageState.CLAIMED, now, tries=tries, claim=claim, lease=lease, reason=None)


def sent(message: Message, message_id: str, parts: int, now: datetime) -> Message:
    return _next(message, MessageState.SENT, now, message_id=message_id, parts=parts, reason=None)


def skipped(message: Message, reason: Reason, now: datetime) -> Message:
    return _next(message, MessageState.SKIPPED, now, reason=reason.value)


def unknown(message: Message, reason: Reason, now: datetime) -> Message:
    return _next(message, MessageState.UNKNOWN, now, reason=reason.value)


def failed(message: Message, reason: str, now: datetime) -> Message:
    """Certainly not sent, and not to be tried again."""
    return _next(message, MessageState.FAILED, now, reason=reason)


def released(message: Message, now: datetime) -> Message:
    """Certainly not sent, and to be tried again: as if nobody had begun."""
    return _next(message, MessageState.PENDING, now, tries=message.tries - 1, claim=None, lease=None)


def swept(message: Message, now: datetime) -> Message:
    """What is to be said of a message after its time, or after whoever claimed it has died; itself if nothing."""
    if message.state is MessageState.PENDING and now >= message.expires:
        return skipped(message, Reason.EXPIRED, now)
    if message.state is MessageState.CLAIMED and _is_abandoned(message, now):
        return unknown(message, Reason.CRASHED, now)
    return message


def received(message: Message, fate: Fate, message_id: str, at: datetime) -> Message:
    """With what a receipt says; itself when it says nothing new. Whatever has a receipt was sent.

    A receipt of an attempt that nobody wrote down keeps an e-mail from being sent once more.
    """
    order = list(Fate)
    if message.fate is not None and order.index(fate) <= order.index(message.fate):
        return message
    said = replace(message, fate=fate, fate_at=at, version=message.version + 1)
    if message.state in {MessageState.CLAIMED, MessageState.UNKNOWN}:
        return replace(said, state=MessageState.SENT, reason=None, message_id=message.message_id or message_id)
    return said


def settles(stands: Message, mine: Message) -> bool:
    """Whether who claimed `mine` can still say how it ended: nobody else has claimed it since."""
    return stands.claim == mine.claim and stands.state in {
        MessageState.CLAIMED,
        MessageState.UNKNOWN,
        MessageState.SENT,
    }


def _is_abandoned(message: Message, now: datetime) -> bool:
    return message.lease is not None and now >= message.lease


def _next(message: Message, state: MessageState, now: datetime, **changes: object) -> Message:
    return replace(message, state=state, at=now, version=message.version + 1, **changes)  # type: ignore[arg-type]


def resettled(stands: Message, ended: Message) -> Message | None:
    """How it ended, said of what stands there now; None when that says as much already."""
    if stands.state is not MessageState.SENT:
        return replace(ended, fate=stands.fate, fate_at=stands.fate_at, version=stands.version + 1)
    if ended.state is not MessageState.SENT:
        return None
    return replace(stands, message_id=ended.message_id, parts=ended.parts, version=stands.version + 1)
