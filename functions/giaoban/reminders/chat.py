"""Text to paste into a chat group: which units are missing, and where to get a link. No person stands in it."""

from giaoban.campaign.reminder_rules import ReminderRules
from giaoban.outbox.wording import filled, said
from giaoban.reminders.call_list import missing
from giaoban.reminders.day_words import day_values
from giaoban.reports.report import Day
from giaoban.text import Text


def chat_text(day: Day, rules: ReminderRules, origin: str) -> Text:
    return Text(_in(day, rules, origin, "vi"), _in(day, rules, origin, "en"))


def _in(day: Day, rules: ReminderRules, origin: str, language: str) -> str:
    out = missing(day)
    came = sum(each.current is not None for each in day.units.values())
    values = {
        **day_values(day.campaign, day.day, day.deadline, language),
        "in": str(came),
        "due": str(len(day.units)),
        "count": str(len(out)),
        "list": ", ".join(said(each.unit.names, language) for each in out) or "–",
        "origin": origin,
    }
    return filled(rules.chat, language, values)
