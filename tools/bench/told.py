"""A directory, and a whole day of reminders that everybody got, for the campaigns of other benches."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from giaoban.campaign import Campaign
from giaoban.contact import Channel, Duty
from giaoban.directory.person import Entry, Person
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.items import message_item
from giaoban.outbox.message import Fate, Key, Message, MessageState
from giaoban.reminders.store import ReminderStore
from tools.bench.scene import Scene

# Whom a unit that never reports has been told through on a day, wave by wave.
WAVES = [
    ("link_of_day", Channel.EMAIL, [Duty.REPORTER]),
    ("email_before", Channel.EMAIL, [Duty.REPORTER]),
    ("sms_before", Channel.SMS, [Duty.REPORTER]),
    ("sms_leaders", Channel.SMS, [Duty.DEPUTY, Duty.LEADER]),
    ("late", Channel.SMS, [Duty.REPORTER]),
]


def fill(at: Scene, campaign: Campaign) -> None:
    """Three people a unit, six messages a unit, all sent and delivered."""
    directory, outbox = DirectoryStore(at.tables["DirectoryTable"]), ReminderStore(at.tables["RemindersTable"])
    people = [person for code in campaign.units for person in _people(code)]
    directory.put_all([directory.staged(campaign.slug, person, 0) for person in people])
    items = outbox._items
    with items.batch_write() as batch:
        for message in _messages(campaign):
            batch.save(message_item(items, message))


def _people(unit: str) -> Iterator[Person]:
    for number, role in enumerate(Duty):
        phone = f"+84000{number}{unit:0>6}"
        entry = Entry(unit, role, f"Người {number} {unit}", phone, f"{role}-{unit}@giaoban.invalid", tuple(Channel))
        yield Person(_id(unit, role), entry, version=1)


def _messages(campaign: Campaign) -> Iterator[Message]:
    at = datetime.combine(campaign.first_day, datetime.min.time(), campaign.zone) + timedelta(hours=15)
    for unit in campaign.units:
        for wave, channel, roles in WAVES:
            for role in roles:
                key = Key(campaign.slug, campaign.first_day, wave, unit, channel, _id(unit, role))
                yield Message(
                    key, at, MessageState.SENT, at, 1, "0123456789abcdef", at, None, "6f1c2f7e-3b0a-4f5e-9a53-0d6a4e1b7c21",
                    1, Fate.DELIVERED, at, 4,
                )  # fmt: skip


def _id(unit: str, role: Duty) -> str:
    return f"{unit}-{list(Duty).index(role):010x}"
