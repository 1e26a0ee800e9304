"""One message on its way: whom it is for, how it ended, and what goes by another channel instead."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from giaoban.contact import Channel
from giaoban.outbox.batch import Batch
from giaoban.outbox.capability import Capability, Recipient
from giaoban.outbox.message import Message
from giaoban.outbox.outcome import SendOutcome
from giaoban.outbox.purse import Purse
from giaoban.outbox.settle import settle


@dataclass(frozen=True)
class Out:
    """How a message ended, and the one that goes by another channel instead."""

    message: Message
    instead: Message | None = None


@dataclass(frozen=True)
class Ready:
    """Everything is written that has to be before; `attempt` hands the message over. `parts`: of an SMS."""

    attempt: Callable[[], SendOutcome]
    parts: int = 0


@dataclass(frozen=True)
class Delivery:
    """Of a message to somebody."""

    batch: Batch
    recipient: Recipient

    @property
    def capability(self) -> Capability:
        return self.batch.capability

    def ends(self, mine: Message, ended: Message, instead: Message | None = None) -> Out:
        """Writes down how a claimed message ended. Never raises."""
        settle(self.batch, mine, ended)
        return Out(ended, instead)

    def by_next_channel(self, message: Message) -> Message | None:
        """Put into the outbox before the first one's end is written; None where none is left. Raises Unavailable."""
        channel = next_channel(self.recipient, self.capability.channels(message), message.key.channel)
        if channel is None:
            return None
        instead = Message(replace(message.key, channel=channel), message.slot)
        return instead if self.batch.office.outbox.add(instead) else None

    def address(self, message: Message) -> str:
        return self.recipient.address(message.key.channel) or ""

    def purse(self, message: Message) -> Purse:
        return self.batch.purse(message)


def next_channel(recipient: Recipient, channels: Sequence[Channel], after: Channel | None = None) -> Channel | None:
    """The first of the channels that reaches somebody, beyond the one that has failed."""
    left = channels[channels.index(after) + 1 :] if after in channels else () if after else channels
    return next((each for each in left if each in recipient.reachable()), None)
