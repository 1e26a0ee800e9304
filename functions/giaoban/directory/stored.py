"""How a person stands in an item: everything of theirs in this one item, so that deleting it deletes them.

Partition: the campaign. Sort key: `00004#k3f9Qx2a` a person of a unit; `#head` which import counts, and who imports now.
What an import writes counts from the moment that the head's `current` reaches its number: the whole item of somebody
new, `staged` of one that was there before (`{"import": 7, "entry": {…} or null for who goes}`). Numbers of imports that
came to nothing stand in the head's `failed`, so that nothing of theirs ever counts.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.models import Model

from giaoban.contact import Channel, Duty, Why
from giaoban.directory.person import Change, Entry, Person, Stop

HEAD = "#head"
MAX_HISTORY, MAX_IMPORTS = 20, 20
type Data = dict[str, Any]


class Item(Model):
    """`number`: the import that wrote `entry`, 0 for what was written by hand."""

    campaign = UnicodeAttribute(hash_key=True)
    person = UnicodeAttribute(range_key=True)
    version = NumberAttribute()
    number = NumberAttribute(null=True)
    entry = JSONAttribute(null=True)
    staged = JSONAttribute(null=True)
    stops = JSONAttribute(null=True)
    history = JSONAttribute(null=True)
    head = JSONAttribute(null=True)


@dataclass(frozen=True)
class Head:
    """`current`: the last import that counts; `last`: the highest number given out; `lock`: who imports, since when."""

    current: int = 0
    last: int = 0
    lock: str | None = None
    since: datetime | None = None
    imports: tuple[Data, ...] = ()
    failed: tuple[int, ...] = ()
    version: int = 0

    def counts(self, number: int) -> bool:
        """Whether what this import wrote is to be seen; 0 stands for what was written by hand."""
        return number <= self.current and number not in self.failed

    def is_over(self, number: int) -> bool:
        """Whether this import has either come to count or come to nothing; another may be at work."""
        return number <= self.current or number in self.failed

    @property
    def digest(self) -> str | None:
        return self.imports[-1]["digest"] if self.imports else None


def head_of(item: Item | None) -> Head:
    if item is None:
        return Head()
    data = item.head
    since = data["since"] and datetime.fromisoformat(data["since"])
    imports, failed = tuple(data["imports"]), tuple(data["failed"])
    return Head(data["current"], data["last"], data["lock"], since, imports, failed, int(item.version))


def head_item(items: type[Item], campaign: str, head: Head) -> Item:
    data = {
        "current": head.current,
        "last": head.last,
        "lock": head.lock,
        "since": head.since and head.since.isoformat(),
        "imports": list(head.imports[-MAX_IMPORTS:]),
        "failed": list(head.failed),
    }
    return items(campaign, HEAD, version=head.version + 1, head=data)


def entry_in(item: Item, head: Head) -> Data | None:
    """What the item says now; None for who is not there yet, or not any more."""
    staged: Data | None = item.staged
    if staged and head.counts(staged["import"]):
        gone_or_new: Data | None = staged["entry"]
        return gone_or_new
    return item.entry if head.counts(int(item.number)) else None


def is_settled(item: Item, head: Head) -> bool:
    """Whether no import has anything left to do with it."""
    return item.staged is None and head.counts(int(item.number))


def is_left_over(item: Item, head: Head) -> bool:
    """Whether an import that is over has left something to do. What one at work has written is not to be touched."""
    numbers = [int(item.number), *([item.staged["import"]] if item.staged else [])]
    return not is_settled(item, head) and all(head.is_over(number) for number in numbers)


def person_of(item: Item, head: Head) -> Person | None:
    data = entry_in(item, head)
    if data is None:
        return None
    stops = {Channel(name): _stop(each) for name, each in (item.stops or {}).items()}
    history = tuple(_change(each) for each in item.history or ())
    return Person(person_id(item.person), read_entry(data), stops, history, int(item.version))


def person_item(items: type[Item], campaign: str, person: Person, number: int = 0) -> Item:
    """The item of this very version."""
    return items(
        campaign,
        sort_key(person.id),
        version=person.version,
        number=number,
        entry=entry_data(person.entry),
        stops={channel.value: _stop_data(stop) for channel, stop in person.stops.items()},
        history=[_change_data(each) for each in person.history[-MAX_HISTORY:]],
    )


def new_id(unit: str) -> str:
    return f"{unit}-{secrets.token_hex(5)}"


def sort_key(person_id: str) -> str:
    return "#".join(person_id.rsplit("-", 1))


def person_id(key: str) -> str:
    return "-".join(key.rsplit("#", 1))


def entry_data(entry: Entry) -> Data:
    return {
        "unit": entry.unit,
        "role": entry.role,
        "name": entry.name,
        "phone": entry.phone,
        "email": entry.email,
        "channels": list(entry.channels),
        "language": entry.language,
        "quiet": entry.quiet and [f"{each:%H:%M}" for each in entry.quiet],
    }


def read_entry(data: Mapping[str, Any]) -> Entry:
    quiet = data["quiet"] and (time.fromisoformat(data["quiet"][0]), time.fromisoformat(data["quiet"][1]))
    channels = tuple(Channel(each) for each in data["channels"])
    return Entry(**{**data, "role": Duty(data["role"]), "channels": channels, "quiet": quiet})


def changed(person: Person, at: datetime, what: str, role: str, via: str) -> Person:
    """The next version of a person, with one line more of who did what."""
    line = Change(at, what, role, via)
    return replace(person, version=person.version + 1, history=(*person.history, line)[-MAX_HISTORY:])


def _stop_data(stop: Stop) -> Data:
    return {"at": stop.at.isoformat(), "why": stop.why, "by": stop.by, "address": stop.address}


def _stop(data: Data) -> Stop:
    return Stop(datetime.fromisoformat(data["at"]), Why(data["why"]), data["by"], data["address"])


def _change_data(change: Change) -> Data:
    return {"at": change.at.isoformat(), "what": change.what, "role": change.role, "via": change.via}


def _change(data: Data) -> Change:
    return Change(datetime.fromisoformat(data["at"]), data["what"], data["role"], data["via"])
