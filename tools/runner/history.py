"""The demonstration's past days, made through the public API."""

import asyncio
from datetime import datetime

from tools.runner.worker import Crashed
from tools.template import Node


async def make(run: dict[str, Node], days: int, until: datetime) -> None:
    """Days 1 to `days` whole, and of the next what has come before `until`. Raises Crashed.

    In a thread of its own: it talks to the gateway that this process serves.
    """
    from tools.replay import ReplayStopped, play  # only now: an empty start needs none of it

    print(f"The {days} past days, through the public API:", flush=True)
    try:
        await asyncio.to_thread(play, run, days, progress=_say, until=until)
    except ReplayStopped as error:
        raise Crashed(f"the past days could not be made: {error}") from error


def _say(line: str) -> None:
    print(f"  {line}", flush=True)
