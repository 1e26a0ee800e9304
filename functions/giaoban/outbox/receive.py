"""Joining receipts to their messages; bounces and complaints silence the address."""

from collections.abc import Callable

from giaoban.contact import Why
from giaoban.outbox.message import received
from giaoban.outbox.receipts import STOPS, Receipt
from giaoban.outbox.store import Outbox
from giaoban.problem import Unavailable

TRIES = 5


def receive(outbox: Outbox, receipt: Receipt, silence: Callable[[Receipt, Why], None]) -> bool:
    """Whether it says anything new. `silence`: whom it went to must not be written to there any more.

    Raises Unavailable, and the event comes again.
    """
    if receipt.fate in STOPS:
        silence(receipt, STOPS[receipt.fate])
    for _ in range(TRIES):
        message = outbox.get(receipt.key)
        if message is None:
            return False
        after = received(message, receipt.fate, receipt.message_id, receipt.at)
        if after is message:
            return False
        if outbox.replace(after):
            return True
    raise Unavailable("store_silent")
