"""What an import would do: who is added, changed, removed. A list is the whole list; looking at it changes nothing."""

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, fields

from giaoban.contact import Channel
from giaoban.directory.person import Entry, Person, Stop
from giaoban.directory.rows import identity
from giaoban.directory.stored import entry_data

DIGEST_LETTERS = 22


@dataclass(frozen=True)
class Plan:
    """`digest` names the list's content, `token` what exactly would happen to the directory as it stands."""

    digest: str
    added: tuple[Entry, ...] = ()
    changed: tuple[tuple[Person, Entry], ...] = ()
    removed: tuple[Person, ...] = ()
    unchanged: int = 0
    is_same_list: bool = False
    stops: dict[str, dict[Channel, Stop]] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.changed or self.removed)

    @property
    def token(self) -> str:
        said = [
            [entry_data(each) for each in self.added],
            [[person.id, person.version, entry_data(entry)] for person, entry in self.changed],
            [[person.id, person.version] for person in self.removed],
        ]
        return _digest([self.digest, said])


def make_plan(people: Sequence[Person], entries: Sequence[Entry], last_digest: str | None) -> Plan:
    """The list that was imported last changes nothing: what has been mended by hand since then stays."""
    digest = list_digest(entries)
    if digest == last_digest:
        return Plan(digest, unchanged=len(people), is_same_list=True)
    known = {identity(person.entry): person for person in people}
    pairs = [(known.get(identity(entry)), entry) for entry in entries]
    listed = {person.id for person, _ in pairs if person}
    return Plan(
        digest,
        added=tuple(entry for person, entry in pairs if person is None),
        changed=tuple((person, entry) for person, entry in pairs if person and person.entry != entry),
        removed=tuple(person for person in people if person.id not in listed),
        unchanged=sum(person is not None and person.entry == entry for person, entry in pairs),
        stops=stops_by_address(people),
    )


def list_digest(entries: Iterable[Entry]) -> str:
    """The same for the same people, in whatever order, encoding or kind of file."""
    return _digest(sorted(json.dumps(entry_data(each), sort_keys=True) for each in entries))


def stops_by_address(people: Iterable[Person]) -> dict[str, dict[Channel, Stop]]:
    """A number that has said STOP stays silent under another name too."""
    found: dict[str, dict[Channel, Stop]] = {}
    for person in people:
        for channel, stop in person.stops.items():
            found.setdefault(stop.address, {})[channel] = stop
    return found


def inherited(entry: Entry, stops: dict[str, dict[Channel, Stop]]) -> dict[Channel, Stop]:
    """The stops about the addresses of somebody new."""
    mine = [(channel, stops.get(entry.address(channel) or "", {}).get(channel)) for channel in Channel]
    return {channel: stop for channel, stop in mine if stop}


def changed_fields(before: Entry, after: Entry) -> list[str]:
    """Their names only."""
    return [each.name for each in fields(Entry) if getattr(before, each.name) != getattr(after, each.name)]


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:DIGEST_LETTERS]
