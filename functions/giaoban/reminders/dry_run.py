"""A wave tried dry: who would get what, at what cost, as things stand; nothing is written, nothing leaves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import ReminderRules, Wave
from giaoban.contact import Channel
from giaoban.directory.person import Person
from giaoban.outbox.email import email, short_text
from giaoban.outbox.message import Message
from giaoban.outbox.sms import parts
from giaoban.outbox.wording import said
from giaoban.reminders.audience import day_about, unit_messages
from giaoban.reminders.day_words import day_values
from giaoban.reminders.rounds import Round
from giaoban.reminders.why_not import is_quiet
from giaoban.reports.report import Day

# As long as a token, and opens nothing.
NO_TOKEN = "-" * 22


@dataclass(frozen=True)
class Preview:
    """`is_quiet`: it would not go out, since its hour is one of somebody's quiet ones."""

    message: Message
    person: Person
    text: str
    parts: int
    is_quiet: bool


def rehearse(
    campaign: Campaign,
    rules: ReminderRules,
    wave: Wave,
    each: Round,
    day: Day,
    people: Mapping[str, Sequence[Person]],
    origin: str,
) -> Iterator[Preview]:
    """`day` is the one that the wave is about."""
    known = {person.id: person for found in people.values() for person in found}
    for message in unit_messages(campaign, wave, day, people, each.slot):
        person = known[message.key.recipient]
        text = _text(campaign, rules, wave, message, person, day, origin)
        count = parts(text) if message.key.channel is Channel.SMS else 0
        quiet = is_quiet(person, rules, each.slot.astimezone(campaign.zone).time())
        yield Preview(message, person, text, count, quiet)


def _text(
    campaign: Campaign, rules: ReminderRules, wave: Wave, message: Message, person: Person, day: Day, origin: str
) -> str:
    language = person.entry.language
    values = day_values(campaign, day_about(wave, message.key.day), day.deadline, language)
    unit = said(campaign.unit(message.key.unit).names, language)
    told = {**values, "unit": unit, "link": f"{origin}/bao-cao#t={NO_TOKEN}"}
    wording = rules.messages[wave.message]
    if message.key.channel is Channel.SMS:
        return short_text(wording, language, told)
    written = email(wording, language, told)
    return f"{written.subject}\n\n{written.text}"


def preview_view(preview: Preview, rules: ReminderRules) -> dict[str, object]:
    entry, key = preview.person.entry, preview.message.key
    return {
        "unit": key.unit,
        "recipient": key.recipient,
        "name": entry.name,
        "role": entry.role,
        "channel": key.channel,
        "address": entry.address(key.channel),
        "text": preview.text,
        "parts": preview.parts,
        "cost_vnd": preview.parts * rules.limits.cost_per_part_vnd,
        "quiet": preview.is_quiet,
    }
