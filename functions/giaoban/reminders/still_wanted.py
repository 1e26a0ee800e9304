"""What a message has to say at this very moment, or why it has to be silent; read consistently, just before it leaves."""

from datetime import date, datetime

from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import ReminderRules, Wave
from giaoban.contact import Channel
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.capability import Said
from giaoban.outbox.message import Message, Reason
from giaoban.outbox.wording import said
from giaoban.reminders.audience import day_about
from giaoban.reminders.call_list import call_list, lines
from giaoban.reminders.day_words import day_values, deadline_entry, unit_values
from giaoban.reminders.milestones import is_overdue, milestone_of, milestone_values
from giaoban.reminders.rounds import ASKED, MILESTONES
from giaoban.reminders.store import ReminderStore
from giaoban.reminders.why_not import centre_needs_none, milestone_needs_none, unit_needs_none
from giaoban.reports.decision import MovedDeadline
from giaoban.reports.store import ReportStore


class StillWanted:
    """For one invocation, which reads each day's deadline once."""

    def __init__(self, reports: ReportStore, directory: DirectoryStore, outbox: ReminderStore) -> None:
        self._reports, self._directory, self._outbox = reports, directory, outbox
        self._moved: dict[tuple[str, date], MovedDeadline | None] = {}

    def __call__(
        self, campaign: Campaign, rules: ReminderRules, message: Message, language: str, now: datetime
    ) -> Said | Reason:
        """Words and values, still without a link. Raises Unavailable."""
        wave = rules.wave(message.key.wave)
        if message.key.wave == MILESTONES:
            return self._milestone(campaign, rules, message, language)
        if message.key.wave == ASKED:
            return self._link_asked_for(campaign, rules, message, language)
        if wave is None:
            return Reason.GONE
        if wave.to_centre:
            return self._call_list(campaign, rules, wave, message, language)
        return self._reminder(campaign, rules, wave, message, language, now)

    def _reminder(
        self, campaign: Campaign, rules: ReminderRules, wave: Wave, message: Message, language: str, now: datetime
    ) -> Said | Reason:
        day, unit = day_about(wave, message.key.day), campaign.unit(message.key.unit)
        moved = self._moved_deadline(campaign, day)
        # The last thing that is read before a reminder leaves: who has reported by now hears nothing.
        unit_day = self._reports.unit_day_under(campaign, unit, day, moved)
        deadline = unit_day.deadline
        if reason := unit_needs_none(unit_day, wave, deadline, now):
            return reason
        wording, calendar = rules.messages[wave.message], None
        if message.key.channel is Channel.EMAIL and now < deadline and wording.subject:
            calendar = deadline_entry(unit_day, language, wording.subject, now)
        return Said(wording, unit_values(unit_day, language), calendar)

    def _link_asked_for(self, campaign: Campaign, rules: ReminderRules, message: Message, language: str) -> Said:
        day, unit = message.key.day, campaign.unit(message.key.unit)
        values = day_values(campaign, day, self._deadline(campaign, day), language)
        return Said(rules.messages[rules.asked.message], {**values, "unit": said(unit.names, language)})

    def _call_list(
        self, campaign: Campaign, rules: ReminderRules, wave: Wave, message: Message, language: str
    ) -> Said | Reason:
        day = self._reports.day(campaign, day_about(wave, message.key.day))
        if reason := centre_needs_none(day):
            return reason
        people = self._directory.by_unit(campaign.slug)
        calls = call_list(day, people, self._outbox.of_day(campaign.slug, message.key.day))
        values = day_values(campaign, day.day, day.deadline, language)
        told = {**values, "count": str(len(calls)), "list": "\n".join(lines(calls, campaign, language))}
        return Said(rules.messages[wave.message], told)

    def _milestone(self, campaign: Campaign, rules: ReminderRules, message: Message, language: str) -> Said | Reason:
        milestone, day = milestone_of(rules, message), message.key.day
        if milestone is None:
            return Reason.GONE
        if reason := milestone_needs_none(milestone, self._outbox.done_milestones(campaign.slug)):
            return reason
        told = rules.milestones
        name = told.overdue_message if is_overdue(milestone, day) else told.message
        values = day_values(campaign, day, self._deadline(campaign, day), language)
        return Said(rules.messages[name], {**values, **milestone_values(milestone, day, language)})

    def _deadline(self, campaign: Campaign, day: date) -> datetime:
        """The day's, which a coordinator may have moved. Raises Unavailable."""
        moved = self._moved_deadline(campaign, day)
        return moved.deadline if moved else campaign.deadline(day)

    def _moved_deadline(self, campaign: Campaign, day: date) -> MovedDeadline | None:
        key = (campaign.slug, day)
        if key not in self._moved:
            self._moved[key] = self._reports.moved_deadline(campaign, day)
        return self._moved[key]
