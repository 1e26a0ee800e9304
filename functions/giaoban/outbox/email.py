"""What goes out: an e-mail, or the text of an SMS, from a wording and its values."""

from dataclasses import dataclass, field
from html import escape

from giaoban.outbox.sms import fold_to_gsm
from giaoban.outbox.wording import Values, Wording, filled


@dataclass(frozen=True)
class Email:
    """`calendar`: the deadline as an iCalendar file, where there is one."""

    subject: str
    text: str = field(repr=False)
    html: str = field(repr=False)
    calendar: str | None = field(default=None, repr=False)


def short_text(wording: Wording, language: str, values: Values) -> str:
    """An SMS; the link is left as it is."""
    assert wording.sms is not None  # noqa: S101 - a wave whose message has no SMS is refused with its campaign
    return fold_to_gsm(filled(wording.sms, language, values))


def email(wording: Wording, language: str, values: Values, calendar: str | None = None) -> Email:
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
