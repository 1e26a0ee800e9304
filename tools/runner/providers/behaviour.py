"""How a provider behaves: each way in which a real one has been seen to fail, on demand."""

from dataclasses import dataclass
from enum import StrEnum


class Manner(StrEnum):
    """What becomes of a call."""

    PROMPT = "prompt"  # accepted, answered
    SLOW = "slow"  # accepted, answered after some seconds
    SILENT = "silent"  # accepted, never answered
    BROKEN = "broken"  # not accepted: 500
    THROTTLING = "throttling"  # not accepted: too many requests
    REFUSING = "refusing"  # not accepted: this message never will be
    OPTED_OUT = "opted_out"  # not accepted: whoever has this number has written STOP


class Receipts(StrEnum):
    """What becomes of the receipt of an accepted message."""

    DELIVERED = "delivered"
    LOST = "lost"
    DUPLICATED = "duplicated"
    REORDERED = "reordered"  # held back until the next one has come
    BOUNCED = "bounced"  # there is nobody at this address


@dataclass(frozen=True)
class Behaviour:
    """`times`: for so many calls, then prompt again; None for all that come."""

    manner: Manner = Manner.PROMPT
    seconds: float = 5.0
    times: int | None = None
    receipts: Receipts = Receipts.DELIVERED

    def after_one(self) -> "Behaviour":
        """What holds for the next call."""
        if self.times is None:
            return self
        left = self.times - 1
        return Behaviour(self.manner, self.seconds, left, self.receipts) if left else Behaviour(receipts=self.receipts)
