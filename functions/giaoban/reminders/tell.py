"""What a message has to say at this very moment, or why it has to be silent; read consistently, just before it leaves."""

from collections.abc import Mapping
from dataclasses import dataclass

from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import ReminderRules, Wave
from giaoban.contact import Channel
from giaoban.outbox.message import Message, Reason
from giaoban.outbox.wording import Wording
from giaoban.reminders.audience import day_about, silent_about
from giaoban.reminders.call_list import call_list, lines, missing
from giaoban.reminders.compose import day_values, deadline_entry, said
from giaoban.reminders.due import ASKED, MILESTONES
from giaoban.reminders.milestones import is_overdue, milestone_of, milestone_values
from giaoban.reminders.tools import Batch


@dataclass(frozen=True)
class Told:
    """Words and values, still without a link. `link`: whether there is to be one."""

    wording: Wording
    values: Mapping[str, str]
    calendar: str | None = None
    link: bool = True


def tell(batch: Batch, campaign: Campaign, rules: ReminderRules, message: Message, language: str) -> Told | Reason:
    """Raises Unavailable."""
    wave = rules.wave(message.key.wave)
    if message.key.wave == MILESTONES:
        return _milestone(batch, campaign, rules, message, language)
    if message.key.wave == ASKED:
        return _asked(batch, campaign, rules, message, language)
    if wave is None:
        return Reason.GONE
    if wave.to_centre:
        return _call_list(batch, campaign, rules, wave, message, language)
    return _reminder(batch, campaign, rules, wave, message, language)


def _reminder(
    batch: Batch, campaign: Campaign, rules: ReminderRules, wave: Wave, message: Message, language: str
) -> Told | Reason:
    day, unit = day_about(wave, message.key.day), campaign.unit(message.key.unit)
    moved = batch.moved(campaign, day)
    # The last thing that is read before a reminder leaves: who has reported by now hears nothing.
    unit_day = batch.tools.reports.unit_day_under(campaign, unit, day, moved)
    deadline = unit_day.deadline
    if reason := silent_about(unit_day, wave, deadline, batch.now()):
        return reason
    name = said(unit.names, language)
    values = {**day_values(campaign, day, deadline, language), "unit": name}
    wording, calendar = rules.messages[wave.message], None
    if message.key.channel is Channel.EMAIL and batch.now() < deadline and wording.subject:
        calendar = deadline_entry(campaign, name, day, deadline, language, wording.subject)
    return Told(wording, values, calendar)


def _asked(batch: Batch, campaign: Campaign, rules: ReminderRules, message: Message, language: str) -> Told:
    day, unit = message.key.day, campaign.unit(message.key.unit)
    values = day_values(campaign, day, batch.deadline(campaign, day), language)
    return Told(rules.messages[rules.asked.message], {**values, "unit": said(unit.names, language)})


def _call_list(
    batch: Batch, campaign: Campaign, rules: ReminderRules, wave: Wave, message: Message, language: str
) -> Told | Reason:
    day = batch.tools.reports.day(campaign, day_about(wave, message.key.day))
    if not missing(day):
        return Reason.NOBODY_MISSING
    people = batch.tools.directory.by_unit(campaign.slug)
    calls = call_list(day, people, batch.tools.outbox.of_day(campaign.slug, message.key.day))
    values = day_values(campaign, day.day, day.deadline, language)
    told = {**values, "count": str(len(calls)), "list": "\n".join(lines(calls, campaign, language))}
    return Told(rules.messages[wave.message], told, link=False)


def _milestone(
    batch: Batch, campaign: Campaign, rules: ReminderRules, message: Message, language: str
) -> Told | Reason:
    milestone, day = milestone_of(rules, message), message.key.day
    if milestone is None:
        return Reason.GONE
    if milestone.id in batch.tools.outbox.done_milestones(campaign.slug):
        return Reason.DONE
    told = rules.milestones
    name = told.overdue_message if is_overdue(milestone, day) else told.message
    values = day_values(campaign, day, batch.deadline(campaign, day), language)
    return Told(rules.messages[name], {**values, **milestone_values(milestone, day, language)}, link=False)
