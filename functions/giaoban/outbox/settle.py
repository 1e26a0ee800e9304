"""Writing down how a claimed message ended. What cannot be written down becomes UNKNOWN, and an SMS is never repeated."""

from giaoban.outbox.batch import Batch
from giaoban.outbox.message import Message, resettled, settles
from giaoban.problem import Unavailable

TRIES, PAUSE_SECONDS = 5, 0.3


def settle(batch: Batch, mine: Message, ended: Message) -> bool:
    """False when somebody else says how it ends, or it could not be written. Never raises: that would send it again.

    A receipt or the sweeper may have said something about the message meanwhile.
    """
    outbox, wanted = batch.office.outbox, ended
    for _ in range(TRIES):
        try:
            if outbox.replace(wanted):
                return True
            stands = outbox.get(mine.key)
        except Unavailable:
            batch.office.pause(PAUSE_SECONDS)
            continue
        if stands is None or not settles(stands, mine):
            return False
        after = resettled(stands, ended)
        if after is None:
            return True
        wanted = after
    return False
