"""Every reason of the reminders' own why a message does not go: at a wave's making and again just before it leaves.

What holds for any message (expired, paused, nobody there, stopped, beyond a limit) the outbox says itself.
"""

from collections.abc import Collection
from datetime import datetime, time

from giaoban.campaign.reminder_rules import Milestone, ReminderRules, Wave
from giaoban.contact import Channel
from giaoban.directory.person import Person
from giaoban.outbox.message import Message, Reason
from giaoban.reminders.call_list import missing
from giaoban.reminders.rounds import ASKED
from giaoban.reports.decision import is_excused
from giaoban.reports.report import Day, UnitDay


def unit_needs_none(unit_day: UnitDay, wave: Wave, deadline: datetime, now: datetime) -> Reason | None:
    """Nobody who has reported, or need not, is ever reminded."""
    if unit_day.current is not None:
        return Reason.REPORTED
    if is_excused(unit_day.decisions):
        return Reason.EXCUSED
    return Reason.NOT_LATE if wave.is_late and now < deadline else None


def centre_needs_none(day: Day) -> Reason | None:
    """A call list with nobody on it."""
    return None if missing(day) else Reason.NOBODY_MISSING


def milestone_needs_none(milestone: Milestone, done: Collection[str]) -> Reason | None:
    return Reason.DONE if milestone.id in done else None


def person_is_quiet(message: Message, person: Person, rules: ReminderRules, at: time) -> Reason | None:
    """Who asks for a link at night gets it by e-mail, which wakes nobody up."""
    if message.key.wave == ASKED and message.key.channel is Channel.EMAIL:
        return None
    return Reason.QUIET if is_quiet(person, rules, at) else None


def is_quiet(person: Person, rules: ReminderRules, at: time) -> bool:
    """Outside the hours of the campaign, or within somebody's own quiet ones."""
    begins, ends = rules.hours
    return not begins <= at < ends or person.entry.is_quiet(at)
