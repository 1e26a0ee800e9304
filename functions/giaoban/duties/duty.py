"""What a message of the duties' queue asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any


class What(StrEnum):
    """`CAMPAIGN` opens what is to be opened, then asks for the others."""

    CAMPAIGN = "campaign"
    EDITIONS = "editions"
    WAVE = "wave"
    WATCH = "watch"


@dataclass(frozen=True)
class Duty:
    """One portion of what a campaign owes at a slot. `day`, `wave`: what it is about.

    `after`: the code of the unit after which to go on; `open`: how many messages earlier portions have left open.
    """

    what: What
    campaign: str
    slot: datetime
    day: date | None = None
    wave: str = ""
    after: str = ""
    open: int = 0

    def body(self) -> dict[str, Any]:
        return {
            "what": self.what,
            "campaign": self.campaign,
            "slot": self.slot.isoformat(),
            "day": self.day and self.day.isoformat(),
            "wave": self.wave,
            "after": self.after,
            "open": self.open,
        }


def read_duty(body: Mapping[str, Any]) -> Duty:
    """Raises KeyError, TypeError or ValueError for what is no duty."""
    day = body["day"]
    return Duty(
        What(body["what"]),
        body["campaign"],
        datetime.fromisoformat(body["slot"]),
        date.fromisoformat(day) if day else None,
        body["wave"],
        body["after"],
        body["open"],
    )
