"""What a queue message asks for: all that is open for one unit in one wave."""

from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Asked:
    """Ids only: no name, number or address ever stands in the queue."""

    campaign: str
    day: date
    wave: str
    unit: str

    def body(self) -> dict[str, str]:
        return {"campaign": self.campaign, "day": self.day.isoformat(), "wave": self.wave, "unit": self.unit}


def read_asked(body: Any) -> Asked:
    """Raises KeyError, TypeError or ValueError for what is no such message."""
    return Asked(body["campaign"], date.fromisoformat(body["day"]), body["wave"], body["unit"])
