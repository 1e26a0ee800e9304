"""Milestones: who has promised what by the end of which day, told some days before, and when it is overdue."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import Milestone, ReminderRules
from giaoban.directory.person import Person
from giaoban.outbox.message import Key, Message
from giaoban.outbox.wording import Values, said
from giaoban.reminders.audience import centre_messages, recipients
from giaoban.reminders.day_words import day_text
from giaoban.reminders.rounds import MILESTONES


def due_milestones(rules: ReminderRules, day: date) -> Iterator[Milestone]:
    """Those that are spoken of on `day`."""
    told = rules.milestones
    days = {timedelta(days=each) for each in told.days_before} | {timedelta(days=-each) for each in told.days_overdue}
    return (each for each in told.dated if each.due - day in days)


def milestone_messages(
    campaign: Campaign,
    rules: ReminderRules,
    people: Mapping[str, Sequence[Person]],
    slot: datetime,
    done: Collection[str],
) -> Iterator[Message]:
    """To the owner's people, or to the centre where the owner is no unit of the campaign."""
    day, told = campaign.today(slot), rules.milestones
    for each in due_milestones(rules, day):
        if each.id in done:
            continue
        units = owners(campaign, rules, each)
        if not units:
            yield from centre_messages(campaign, rules, MILESTONES, slot, each.id)
        for unit in units:
            for person, channel in recipients(people.get(unit, ()), told.roles, told.channels):
                yield Message(Key(campaign.slug, day, MILESTONES, unit, channel, person.id, each.id), slot)


def owners(campaign: Campaign, rules: ReminderRules, milestone: Milestone) -> list[str]:
    """The units that a milestone's owner stands for; none for the centre and for bodies outside."""
    if milestone.owner in campaign.units:
        return [milestone.owner]
    kind = rules.milestones.owners.get(milestone.owner)
    return [code for code, unit in campaign.units.items() if unit.kind == kind]


def milestone_of(rules: ReminderRules, message: Message) -> Milestone | None:
    return next((each for each in rules.milestones.dated if each.id == message.key.about), None)


def milestone_values(milestone: Milestone, day: date, language: str) -> Values:
    return {
        "milestone": said(milestone.names, language),
        "due": day_text(milestone.due, language),
        "days": str(abs((milestone.due - day).days)),
    }


def is_overdue(milestone: Milestone, day: date) -> bool:
    """It was due by the end of its day."""
    return day > milestone.due
