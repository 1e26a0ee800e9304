"""The values of a day that stand in the campaign's own words, in one language."""

import re
from collections.abc import Mapping
from datetime import date, datetime

from giaoban.campaign import Campaign
from giaoban.outbox.calendar import entry
from giaoban.outbox.wording import filled, said
from giaoban.reports.report import UnitDay
from giaoban.text import Text

VALUE = re.compile(r"\{(\w+)\}")
type Values = Mapping[str, str]


def day_values(campaign: Campaign, day: date, deadline: datetime, language: str) -> dict[str, str]:
    """What is the same for everybody whom a message about a day reaches."""
    return {
        "day": day_text(day, language),
        "deadline": moment_text(deadline, day, language),
        "closes": moment_text(campaign.corrections_close(day), day, language),
        "phone": campaign.help_phone,
        "campaign": said(campaign.names, language),
    }


def day_text(day: date, language: str) -> str:
    return f"{day.day} {day:%b}" if language == "en" else f"{day.day}/{day.month}"


def moment_text(moment: datetime, day: date, language: str) -> str:
    """The hour; with its day, when that is not the day that is spoken of."""
    hour = f"{moment:%H:%M}"
    return hour if moment.date() == day else f"{hour} {day_text(moment.date(), language)}"


def deadline_entry(unit_day: UnitDay, language: str, title: Text, now: datetime) -> str:
    """The deadline of a unit's day for a calendar: one event of its own for each unit that somebody reports for."""
    campaign, day, unit = unit_day.campaign, unit_day.day, unit_day.unit
    named = filled(title, language, unit_values(unit_day, language))
    moves = unit_day.moved.number if unit_day.moved else 0
    return entry(f"{campaign.slug}-{day.isoformat()}-{unit.code}", named, unit_day.deadline, moves, now)


def unit_values(unit_day: UnitDay, language: str) -> dict[str, str]:
    values = day_values(unit_day.campaign, unit_day.day, unit_day.deadline, language)
    return values | {"unit": said(unit_day.unit.names, language)}
