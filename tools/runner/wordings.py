"""The dev page's preview: every message in both languages, for the unit with the longest name and the longest link."""

from datetime import date, timedelta

from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import ReminderRules
from giaoban.outbox.email import email, short_text
from giaoban.outbox.sms import parts, septets
from giaoban.outbox.wording import Values, Wording, said
from giaoban.reminders.day_words import day_text, day_values
from giaoban.reminders.dry_run import NO_TOKEN
from tools.template import Node

LANGUAGES = ("vi", "en")


def wordings(campaign: Campaign, day: date) -> list[Node]:
    """In the order of the campaign's data; nothing where it reminds nobody."""
    rules = campaign.reminders
    if rules is None:
        return []
    return [
        {"message": name, "language": language, **_written(rules, wording, language, _values(campaign, day, language))}
        for name, wording in rules.messages.items()
        for language in LANGUAGES
    ]


def _values(campaign: Campaign, day: date, language: str) -> Values:
    assert campaign.reminders is not None  # noqa: S101 - who has no rules has no messages
    names = [said(unit.names, language) for unit in campaign.units.values()]
    milestones = [said(each.names, language) for each in campaign.reminders.milestones.dated]
    origin = "https://".ljust(campaign.reminders.longest_origin, "x")
    return {
        **day_values(campaign, day, campaign.deadline(day), language),
        "unit": max(names, key=len),
        "link": f"{origin}/bao-cao#t={NO_TOKEN}",
        "milestone": max(milestones, key=len, default="–"),
        "due": day_text(day + timedelta(days=1), language),
        "days": "1",
        "count": str(len(names)),
        "list": "…",
    }


def _written(rules: ReminderRules, wording: Wording, language: str, values: Values) -> dict[str, Node]:
    return {"sms": _sms(rules, wording, language, values), "email": _email(wording, language, values)}


def _sms(rules: ReminderRules, wording: Wording, language: str, values: Values) -> Node:
    if wording.sms is None:
        return None
    text = short_text(wording, language, values)
    cost = parts(text) * rules.limits.cost_per_part_vnd
    return {"text": text, "letters": septets(text), "parts": parts(text), "cost_vnd": cost}


def _email(wording: Wording, language: str, values: Values) -> Node:
    if wording.subject is None:
        return None
    written = email(wording, language, values)
    return {"subject": written.subject, "text": written.text}
