"""Handing over all that is open for one unit in one wave."""

from collections import Counter, deque

from giaoban.outbox.batch import Batch
from giaoban.outbox.hand_over import hand_over
from giaoban.outbox.message import may_be_claimed
from giaoban.outbox.neighbours import Neighbours
from giaoban.outbox.queue import ToSend


def send_unit(batch: Batch, neighbours: Neighbours, asked: ToSend) -> Counter[str]:
    """How many messages ended how. Raises Unavailable, and what was not handed over comes again; Unknown."""
    counts = Counter[str]()
    if not batch.capability.is_mine(asked.campaign):
        return counts
    open_ones = deque(each for each in neighbours.messages(asked) if may_be_claimed(each, batch.now()))
    people = neighbours.recipients(asked) if open_ones else {}
    while open_ones:
        message = open_ones.popleft()
        out = hand_over(batch, message, people.get(message.key.recipient))
        if out is not None:
            counts[out.message.state] += 1
            open_ones.extend([out.instead] if out.instead else [])
    return counts
