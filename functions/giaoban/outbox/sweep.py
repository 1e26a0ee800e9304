"""Seeing to it that something is said of every message in time: what expired, whose claim died, what can still go."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from giaoban.outbox.message import Message, may_be_claimed, swept
from giaoban.outbox.queue import ToSend
from giaoban.outbox.store import Outbox


class Queue(Protocol):
    def ask(self, wanted: Sequence[ToSend]) -> int: ...


def sweep(outbox: Outbox, queue: Queue, messages: Iterable[Message], slot: datetime) -> tuple[int, int]:
    """Says what is to be said, and asks again for what can still be sent; how many that is, and how many stay open."""
    wanted: list[ToSend] = []
    open_ones = 0
    for message in messages:
        after = swept(message, slot)
        stands = after is message or outbox.replace(after)
        open_ones += not (stands and after.is_settled)
        if may_be_claimed(after, slot):
            wanted.append(asked_for(after))
    queue.ask(wanted)
    return len(wanted), open_ones


def asked_for(message: Message) -> ToSend:
    return ToSend(message.key.campaign, message.key.day, message.key.wave, message.key.unit)
