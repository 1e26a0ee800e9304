"""How a person stands in an item: everything of theirs in this one item, so that deleting it deletes them.

Partition: the campaign. Sort key: `00004#k3f9Qx2a` a person of a unit; `#head` which import counts, and who imports now.
"""

import secrets
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from pynamodb.attributes import JSONAttribute, UnicodeAttribute

from giaoban.contact import Channel, Duty, Why
from giaoban.directory.person import Answered, Change, Entry, Person, Stop
from giaoban.lists.items import Data, Head, ListItem, entry_in

MAX_HISTORY = 20


class Item(ListItem):
    key = UnicodeAttribute(range_key=True, attr_name="person")
    stops = JSONAttribute(null=True)
    answer = JSONAttribute(null=True)


def person_of(item: Item, head: Head) -> Person | None:
    data = entry_in(item, head)
    if data is None:
        return None
    stops = {Channel(name): _stop(each) for name, each in (item.stops or {}).items()}
    history = tuple(_change(each) for each in item.history or ())
    answer = item.answer and Answered(datetime.fromisoformat(item.answer["at"]), item.answer["text"])
    return Person(person_id(item.key), read_entry(data), stops, history, int(item.version), answer)


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
        answer=person.answer and {"at": person.answer.at.isoformat(), "text": person.answer.text},
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
