"""What a message says: the campaign's own words with the values of one unit's day, in one language."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from html import escape

from giaoban.campaign import Campaign
from giaoban.outbox.calendar import entry
from giaoban.outbox.email import Email
from giaoban.outbox.sms import fold_to_gsm
from giaoban.outbox.wording import Wording
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


def said(text: Text, language: str) -> str:
    return text.en if language == "en" else text.vi


def day_text(day: date, language: str) -> str:
    return f"{day.day} {day:%b}" if language == "en" else f"{day.day}/{day.month}"


def moment_text(moment: datetime, day: date, language: str) -> str:
    """The hour; with its day, when that is not the day that is spoken of."""
    hour = f"{moment:%H:%M}"
    return hour if moment.date() == day else f"{hour} {day_text(moment.date(), language)}"


def filled(text: Text, language: str, values: Values) -> str:
    """Raises KeyError for a value that is not there; no value is read for names again."""
    return VALUE.sub(lambda found: values[found[1]], said(text, language))


def short_text(wording: Wording, language: str, values: Values) -> str:
    """An SMS; the link is left as it is."""
    assert wording.sms is not None  # noqa: S101 - a wave whose message has no SMS is refused with its campaign
    return fold_to_gsm(filled(wording.sms, language, values))


def letter(wording: Wording, language: str, values: Values, calendar: str | None = None) -> Email:
    assert wording.subject is not None  # noqa: S101 - likewise
    paragraphs = [filled(each, language, values) for each in wording.paragraphs]
    link = values.get("link") if wording.button else None
    button = filled(wording.button, language, values) if wording.button else ""
    lines = [*paragraphs, *([f"{button}:\n{link}"] if link else []), values["campaign"]]
    return Email(
        subject=filled(wording.subject, language, values),
        text="\n\n".join(lines) + "\n",
        html=_page(language, paragraphs, button, link, values["campaign"]),
        calendar=calendar,
    )


def deadline_entry(campaign: Campaign, unit: str, day: date, deadline: datetime, language: str, title: Text) -> str:
    """The deadline of a unit's day for a calendar."""
    named = filled(title, language, day_values(campaign, day, deadline, language) | {"unit": unit})
    return entry(f"{campaign.slug}-{day.isoformat()}", named, deadline)


def _page(language: str, paragraphs: list[str], button: str, link: str | None, campaign: str) -> str:
    """Plain enough for any mail program; nothing is loaded from anywhere."""
    body = "".join(f"<p>{'<br>'.join(map(escape, each.splitlines()))}</p>" for each in paragraphs)
    if link:
        style = "display:inline-block;padding:12px 20px;background:#0b5394;color:#ffffff;text-decoration:none"
        body += f'<p><a href="{escape(link)}" style="{style}">{escape(button)}</a></p><p>{escape(link)}</p>'
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{escape(campaign)}</title></head>'
        f'<body style="font-family:sans-serif;font-size:16px;line-height:1.5;color:#1a1a1a;max-width:600px">{body}'
        f'<p style="color:#595959">{escape(campaign)}</p></body></html>'
    )
