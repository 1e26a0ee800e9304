"""Who must not be written to any more: a stop in the directory, about the very address that it concerns."""

from dataclasses import replace
from datetime import datetime

from giaoban.contact import Channel, Why
from giaoban.directory.person import Person, Stop
from giaoban.directory.store import DirectoryStore
from giaoban.directory.stored import changed
from giaoban.problem import Unavailable

TRIES = 5
BY = "receipt"


def stop(directory: DirectoryStore, campaign: str, person: Person, channel: Channel, why: Why, now: datetime) -> bool:
    """Whether the channel is stopped now; a person whom somebody changes meanwhile is read again. Raises Unavailable."""
    address = person.entry.address(channel)
    for _ in range(TRIES):
        if person.stop_of(channel) is not None:
            return True
        if address is None or person.entry.address(channel) != address:
            return False
        stopped = replace(person, stops={**person.stops, channel: Stop(now, why, BY, address)})
        if directory.note(campaign, changed(stopped, now, "stopped", BY, why.value)):
            return True
        again = directory.person(campaign, person.id)
        if again is None:
            return False
        person = again
    raise Unavailable("store_silent")
