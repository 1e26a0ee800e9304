"""Who is written to, decided twice by the same rules: when a wave is made, and again just before each hand-over."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import About, ReminderRules, Wave
from giaoban.contact import Channel, Duty
from giaoban.directory.person import Person
from giaoban.outbox.message import Key, Message, Reason
from giaoban.reports.decision import is_excused
from giaoban.reports.report import Day, UnitDay


def day_about(wave: Wave, day: date) -> date:
    return day - timedelta(days=1) if wave.about is About.YESTERDAY else day


def silent_about(unit_day: UnitDay, wave: Wave, deadline: datetime, now: datetime) -> Reason | None:
    """Why a unit is not to be reminded: nobody who has reported, or need not, ever is."""
    if unit_day.current is not None:
        return Reason.REPORTED
    if is_excused(unit_day.decisions):
        return Reason.EXCUSED
    return Reason.NOT_LATE if wave.is_late and now < deadline else None


def silent_for(person: Person | None, channel: Channel) -> Reason | None:
    """Why a person is not to be written to by this channel."""
    if person is None or person.entry.address(channel) is None:
        return Reason.GONE
    return None if channel in person.reachable() else Reason.STOPPED


def is_quiet(person: Person | None, rules: ReminderRules, at: time) -> bool:
    """Outside the hours of the campaign, or within somebody's own quiet ones."""
    begins, ends = rules.hours
    return not begins <= at < ends or (person is not None and person.entry.is_quiet(at))


def unit_messages(
    campaign: Campaign, wave: Wave, day: Day, people: Mapping[str, Sequence[Person]], slot: datetime
) -> Iterator[Message]:
    """A wave's messages to units; `day` is the one that it is about."""
    for code, unit_day in day.units.items():
        if silent_about(unit_day, wave, day.deadline, slot) is None:
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


def next_channel(person: Person, channels: Sequence[Channel], after: Channel | None = None) -> Channel | None:
    """The first channel of a wave that reaches somebody, beyond the one that has failed."""
    left = channels[channels.index(after) + 1 :] if after in channels else () if after else channels
    return next((each for each in left if each in person.reachable()), None)
