"""Whom the centre has to ring: units that are missing, their people, what they were sent and what became of it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from giaoban.campaign import Campaign, Unit
from giaoban.contact import Duty
from giaoban.directory.person import Person
from giaoban.directory.phone import as_written_here
from giaoban.outbox.message import Message, MessageState
from giaoban.outbox.wording import said
from giaoban.reminders.words import word
from giaoban.reports.decision import is_excused
from giaoban.reports.report import Day, UnitDay
from giaoban.text import Text


@dataclass(frozen=True)
class Call:
    """One unit; `messages` are those to its people, the newest last."""

    unit: Unit
    people: tuple[Person, ...]
    messages: tuple[Message, ...]


def missing(day: Day) -> list[UnitDay]:
    """Units that owe a report, whether or not its hour has passed."""
    return [each for each in day.units.values() if each.current is None and not is_excused(each.decisions)]


def call_list(day: Day, people: Mapping[str, Sequence[Person]], messages: Sequence[Message]) -> list[Call]:
    """In the campaign's order of units."""
    sent: dict[str, list[Message]] = {}
    for message in sorted(messages, key=lambda each: (each.slot, each.at or each.slot)):
        sent.setdefault(message.key.unit, []).append(message)
    return [_call(each.unit, people.get(each.unit.code, ()), sent.get(each.unit.code, ())) for each in missing(day)]


def _call(unit: Unit, people: Sequence[Person], messages: Sequence[Message]) -> Call:
    order = sorted(people, key=lambda each: (list(Duty).index(each.entry.role), each.entry.name))
    return Call(unit, tuple(order), tuple(messages))


def lines(calls: Sequence[Call], campaign: Campaign, language: str) -> Iterator[str]:
    """One line a unit, then one a person: their number, and their last message."""
    for call in calls:
        yield f"• {said(call.unit.names, language)}"
        for person in call.people:
            number = as_written_here(person.entry.phone) if person.entry.phone else said(word("no_number"), language)
            role = said(word(f"duty_{person.entry.role}"), language)
            yield f"    {person.entry.name} ({role}): {number}. {_last(call, person, campaign, language)}".rstrip()


def _last(call: Call, person: Person, campaign: Campaign, language: str) -> str:
    own = [each for each in call.messages if each.key.recipient == person.id and each.state is not MessageState.SKIPPED]
    if not own:
        return ""
    at = (own[-1].at or own[-1].slot).astimezone(campaign.zone)
    return f"{at:%H:%M} {said(channel_text(own[-1]), language)}: {said(fate_text(own[-1]), language)}"


def channel_text(message: Message) -> Text:
    return word(f"channel_{message.key.channel}")


def fate_text(message: Message) -> Text:
    """What became of it: what the receipt says, else how far we got."""
    return word(f"fate_{message.fate}" if message.fate else f"message_{message.state.lower()}")
