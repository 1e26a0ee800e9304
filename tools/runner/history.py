"""The demonstration's directory and past days, made through the public API."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from tools.runner import people
from tools.runner.worker import Crashed
from tools.template import Node

PATIENCE_SECONDS = 60.0


async def make(run: dict[str, Node], days: int, until: datetime, is_sent: Callable[[], bool]) -> None:
    """Days 1 to `days` whole, and of the next what has come before `until`. Raises Crashed.

    That day begins with a directory, and its waves are sent at their hours; `is_sent` tells when they are. In a thread
    of its own: it talks to the gateway that this process serves.
    """
    from tools.replay import ReplayStopped, play  # only now: an empty start needs none of it

    print(f"The {days} past days, through the public API:", flush=True)
    try:
        await asyncio.to_thread(play, run, days, progress=_say, until=until, after_tick=_Today(run, until, is_sent))
    except ReplayStopped as error:
        raise Crashed(f"the past days could not be made: {error}") from error


@dataclass
class _Today:
    run: dict[str, Node]
    until: datetime
    is_sent: Callable[[], bool]
    has_people: bool = False

    def __call__(self, slot: datetime) -> None:
        if slot.date() < self.until.date():
            return
        if not self.has_people:
            _say(f"danh bạ / the directory: {people.make(self.run)} người / people")
            self.has_people = True
        ends = time.monotonic() + PATIENCE_SECONDS
        while not self.is_sent() and time.monotonic() < ends:
            time.sleep(0.1)


def _say(line: str) -> None:
    print(f"  {line}", flush=True)
