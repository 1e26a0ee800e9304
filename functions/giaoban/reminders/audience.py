"""Who is written to when a wave is made: whose unit needs it, each by the first channel that reaches them."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import About, ReminderRules, Wave
from giaoban.contact import Channel, Duty
from giaoban.directory.person import Person
from giaoban.outbox.delivery import next_channel
from giaoban.outbox.message import Key, Message
from giaoban.reminders.why_not import unit_needs_none
from giaoban.reports.report import Day


def day_about(wave: Wave, day: date) -> date:
    return day - timedelta(days=1) if wave.about is About.YESTERDAY else day


def unit_messages(
    campaign: Campaign, wave: Wave, day: Day, people: Mapping[str, Sequence[Person]], slot: datetime
) -> Iterator[Message]:
    """A wave's messages to units; `day` is the one that it is about."""
    for code, unit_day in day.units.items():
        if unit_needs_none(unit_day, wave, day.deadline, slot) is None:
            for person, channel in recipients(people.get(code, ()), wave.roles, wave.channels):
                key = Key(campaign.slug, campaign.today(slot), wave.id, code, channel, person.id)
                yield Message(key, slot)


def centre_messages(
    campaign: Campaign, rules: ReminderRules, wave: str, slot: datetime, about: str = ""
) -> Iterator[Message]:
    """One to each contact of the centre, which stands for a unit here."""
    for contact in rules.centre:
        key = Key(campaign.slug, campaign.today(slot), wave, rules.centre_code, Channel.EMAIL, contact.id, about)
        yield Message(key, slot)


def recipients(
    people: Sequence[Person], roles: Sequence[Duty], channels: Sequence[Channel]
) -> Iterator[tuple[Person, Channel]]:
    """Those with one of the roles, each by the first channel that reaches them; no address twice."""
    told: set[str | None] = set()
    for person in sorted(people, key=lambda each: (list(Duty).index(each.entry.role), each.id)):
        channel = next_channel(person, channels)
        if person.entry.role in roles and channel and person.entry.address(channel) not in told:
            told.add(person.entry.address(channel))
            yield person, channel
