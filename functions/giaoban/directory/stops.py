"""A number or address that has said STOP stays silent, whoever has it in the next list."""

from collections.abc import Iterable

from giaoban.contact import Channel
from giaoban.directory.person import Entry, Person, Stop


def stops_by_address(people: Iterable[Person]) -> dict[str, dict[Channel, Stop]]:
    """All that people have stopped."""
    found: dict[str, dict[Channel, Stop]] = {}
    for person in people:
        for channel, stop in person.stops.items():
            found.setdefault(stop.address, {})[channel] = stop
    return found


def inherited(entry: Entry, stops: dict[str, dict[Channel, Stop]]) -> dict[Channel, Stop]:
    """The stops about the addresses of somebody new."""
    mine = [(channel, stops.get(entry.address(channel) or "", {}).get(channel)) for channel in Channel]
    return {channel: stop for channel, stop in mine if stop}
