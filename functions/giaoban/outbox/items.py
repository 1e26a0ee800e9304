"""How the outbox stands as items.

Partition `hanoi-45#2025-08-02`: `sms_before#00004#sms#00004-1f…` a message (`…#0815` one of several about the same);
so one Query reads a day. Partition `hanoi-45`: `switch`; `spent`, and `spent#stranger#2025-08-02` of another purse.
A capability may keep more beside them. Names, numbers and addresses never stand here: a message names a person by the
directory's id.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from pynamodb.attributes import JSONAttribute, MapAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.models import Model

from giaoban.contact import Channel
from giaoban.moments import milliseconds, moment_of
from giaoban.outbox.message import Fate, Key, Message, MessageState

SWITCH, SPENT = "switch", "spent"


class Item(Model):
    """One message, or one of the few things kept beside them."""

    day = UnicodeAttribute(hash_key=True)
    message = UnicodeAttribute(range_key=True)
    state = UnicodeAttribute(null=True)
    slot = NumberAttribute(null=True)
    version = NumberAttribute(null=True)
    data = JSONAttribute(null=True)
    total = NumberAttribute(null=True)
    days = MapAttribute(null=True)  # type: ignore[var-annotated]  # keys are days: a map without a schema


class Row(NamedTuple):
    """As much of a message's item as it is read from."""

    day: str
    message: str
    state: str
    slot: float
    version: float
    data: dict[str, Any]


def row_of(item: Mapping[str, Mapping[str, str]]) -> Row:
    """From what DynamoDB answers; of what is no message only the key counts."""
    text = {name: next(iter(value.values())) for name, value in item.items()}
    data = json.loads(text.get("data", "{}"))
    numbers = float(text.get("slot", 0)), float(text.get("version", 0))
    return Row(text["day"], text["message"], text.get("state", ""), *numbers, data)


@dataclass(frozen=True)
class Switch:
    """Whether everything is paused, by whom and why."""

    paused: bool = False
    reason: str = ""
    by: str = ""
    at: datetime | None = None
    version: int = 0


@dataclass(frozen=True)
class Spent:
    """Parts of SMS handed over from one purse, altogether and in each of its periods."""

    total: int = 0
    periods: Mapping[str, int] | None = None

    def on(self, day: date) -> int:
        return (self.periods or {}).get(day.isoformat(), 0)


def partition(campaign: str, day: date) -> str:
    return f"{campaign}#{day.isoformat()}"


def spent_key(purse: str) -> str:
    return f"{SPENT}#{purse}" if purse else SPENT


def sort_key(key: Key) -> str:
    return "#".join([key.wave, key.unit, key.channel, key.recipient, *([key.about] if key.about else [])])


def message_item(items: type[Item], message: Message) -> Item:
    key = message.key
    data = {
        "at": message.at and milliseconds(message.at),
        "tries": message.tries,
        "claim": message.claim,
        "lease": message.lease and milliseconds(message.lease),
        "reason": message.reason,
        "id": message.message_id,
        "parts": message.parts,
        "fate": message.fate,
        "fate_at": message.fate_at and milliseconds(message.fate_at),
    }
    return items(
        partition(key.campaign, key.day),
        sort_key(key),
        state=message.state,
        slot=milliseconds(message.slot),
        version=message.version,
        data={name: value for name, value in data.items() if value is not None},
    )


def message_of(item: Item | Row) -> Message:
    data: dict[str, Any] = item.data
    return Message(
        key=key_of(item.day, item.message),
        slot=moment_of(item.slot),
        state=MessageState(item.state),
        at=_moment(data.get("at")),
        tries=data["tries"],
        claim=data.get("claim"),
        lease=_moment(data.get("lease")),
        reason=data.get("reason"),
        message_id=data.get("id"),
        parts=data["parts"],
        fate=Fate(data["fate"]) if "fate" in data else None,
        fate_at=_moment(data.get("fate_at")),
        version=int(item.version),
    )


def key_of(partition: str, message: str) -> Key:
    """Raises ValueError for what is no key."""
    campaign, day = partition.split("#")
    wave, unit, channel, recipient, *about = message.split("#")
    return Key(campaign, date.fromisoformat(day), wave, unit, Channel(channel), recipient, *about[:1])


def switch_item(items: type[Item], campaign: str, switch: Switch) -> Item:
    said = {"paused": switch.paused, "reason": switch.reason, "by": switch.by}
    at = switch.at and milliseconds(switch.at)
    return items(campaign, SWITCH, version=switch.version, data={**said, "at": at})


def switch_of(item: Item | None) -> Switch:
    if item is None:
        return Switch()
    data = item.data
    return Switch(data["paused"], data["reason"], data["by"], _moment(data["at"]), int(item.version))


def _moment(milliseconds: float | None) -> datetime | None:
    return None if milliseconds is None else moment_of(milliseconds)
