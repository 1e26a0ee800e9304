"""The campaign's clock: runs at real speed from where it is set, can be moved and stopped."""

import time
from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
TENTH_DAY = datetime(2025, 8, 2, 15, 20, tzinfo=HANOI)


class Clock:
    """Tells the campaign's time, always in Hanoi's zone. `steady` counts real seconds."""

    def __init__(self, at: datetime = TENTH_DAY, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self.is_running = True
        self.set(at)

    def now(self) -> datetime:
        passed = self._steady() - self._since if self.is_running else 0.0
        return self._at + timedelta(seconds=passed)

    def set(self, at: datetime) -> None:
        self._at, self._since = at.astimezone(HANOI), self._steady()

    def run(self, is_running: bool) -> None:
        """Starts or stops it where it stands."""
        self.set(self.now())
        self.is_running = is_running


def slots(after: datetime, until: datetime, minutes: int) -> list[datetime]:
    """Every slot s of the hour with after < s ≤ until, oldest first; at most those of the last 24 hours."""
    step = timedelta(minutes=minutes)
    first = max(after, until - timedelta(days=1))
    slot = first.replace(minute=first.minute // minutes * minutes, second=0, microsecond=0) + step
    found = []
    while slot <= until:
        found.append(slot)
        slot += step
    return found
