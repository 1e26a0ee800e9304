"""The e-mail that carries an edition to a leader: the summary in its body, readable on a phone."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from giaoban.documents.compared import in_words
from giaoban.documents.daily import notices
from giaoban.documents.letterhead import EditionLetterhead
from giaoban.documents.period import period_name, period_notices
from giaoban.documents.period_summary import period_summary, period_targets_and_due, standing
from giaoban.documents.summary import summary, targets_and_due
from giaoban.documents.words import say
from giaoban.editions.content.edition import Edition
from giaoban.editions.content.figures import Target
from giaoban.editions.content.period import PeriodEdition, PeriodTarget
from giaoban.letters.dates import day_text
from giaoban.letters.model import Block, Heading, Notice, Paragraph, Table
from giaoban.numbers import percent, points

_PAGE = (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
    "<title>{title}</title>"
    '<body style="margin:0;background:#fff;color:#111"><div style="max-width:36em;margin:0 auto;padding:16px;'
    'font:16px/1.5 Arial,sans-serif;overflow-wrap:anywhere">{body}</div></body></html>'
)
_TITLE = '<h1 style="font-size:20px;line-height:1.3;margin:0 0 12px">{title}</h1>'
_NOTICE = '<div style="border:2px solid #111;padding:8px 12px;margin:12px 0"><b>{title}</b><br>{text}</div>'
_LIST = '<table style="border-collapse:collapse;width:100%;font-size:15px">{rows}</table>'
# One below the other: side by side, a phone breaks both over three lines.
_LINE = '<tr><td style="padding:6px 0;border-bottom:1px solid #ccc">{name}<br><b>{value}</b></td></tr>'


@dataclass(frozen=True)
class Mail:
    """An e-mail's words, as text and as HTML."""

    subject: str
    text: str
    html: str


def daily_mail(edition: Edition, sha256: str, letterhead: EditionLetterhead, address: str, is_attached: bool) -> Mail:
    """`address` is where the edition can be opened; `is_attached` whether its files come with the message."""
    blocks = [*notices(edition, letterhead), *summary(edition)]
    return _mail(_subject(edition, letterhead), blocks, target_lines(edition), _foot(sha256, address, is_attached))


def period_mail(
    edition: PeriodEdition, sha256: str, letterhead: EditionLetterhead, address: str, is_attached: bool
) -> Mail:
    """The same for a week or the whole campaign."""
    counts = edition["counts"]
    subject = say("mail_period", name=period_name(edition), on_time=counts["on_time"], due=counts["due"])
    marks = [say("mail_practice")] if letterhead.is_practice else []
    blocks = [*period_notices(edition, letterhead), *period_summary(edition)]
    lines = [
        (each["title"]["vi"], _standing(standing(each), each, due)) for each, due in period_targets_and_due(edition)
    ]
    return _mail(" ".join([*marks, subject]), blocks, lines, _foot(sha256, address, is_attached))


def _mail(subject: str, blocks: Sequence[Block], lines: list[tuple[str, str]], foot: list[str]) -> Mail:
    return Mail(subject, _text(subject, blocks, lines, foot), _html(subject, blocks, lines, foot))


def _foot(sha256: str, address: str, is_attached: bool) -> list[str]:
    foot = [say("mail_open", address=address), *([] if is_attached else [say("mail_too_large")])]
    return [*foot, say("mail_sha256", sha256=sha256), say("mail_automatic")]


def target_lines(edition: Edition) -> list[tuple[str, str]]:
    """A target's name, and where it stands: a table of six columns is too wide for a phone."""
    return [(each["title"]["vi"], _standing(each["value"], each, due)) for each, due in targets_and_due(edition)]


def _standing(value: int | None, target: Target | PeriodTarget, due: int) -> str:
    change = in_words(points(target["change"]), target, due)
    return say("mail_target", value=percent(value), goal=percent(target["goal"]), change=change)


def _subject(edition: Edition, letterhead: EditionLetterhead) -> str:
    counts, replaced = edition["counts"], edition["replaces"]
    marks = [say("mail_practice")] if letterhead.is_practice else []
    marks += [say("mail_provisional")] if edition["kind"] == "provisional" else []
    name = "mail_subject_again" if replaced else "mail_subject"
    subject = say(
        name,
        day=day_text(edition["day"]),
        number=edition["day_number"],
        days=edition["campaign"]["days"],
        reported=counts["on_time"] + counts["late"],
        due=counts["due"],
        edition=edition["edition"],
        old=replaced["edition"] if replaced else 0,
    )
    return " ".join([*marks, subject])


def _text(title: str, blocks: Iterable[Block], lines: list[tuple[str, str]], foot: list[str]) -> str:
    return "\n".join([title, "", *_plain(blocks, lines), "", *foot, ""])


def _plain(blocks: Iterable[Block], lines: list[tuple[str, str]]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Notice():
                yield f"{block.title}\n{block.text}\n"
            case Paragraph():
                yield "".join(run.text for run in block.runs).strip()
            case Table():
                yield from (f"- {name}: {value}" for name, value in lines)


def _html(title: str, blocks: Iterable[Block], lines: list[tuple[str, str]], foot: list[str]) -> str:
    """Every text is escaped: whatever a unit wrote is shown, never run."""
    small = "".join(f'<p style="margin:8px 0;font-size:13px;color:#444">{_linked(line)}</p>' for line in foot)
    head = _TITLE.format(title=escape(title))
    return _PAGE.format(title=escape(title), body="".join([head, *_marked(blocks, lines), "<hr>", small]))


def _linked(line: str) -> str:
    """Our own address, which some mail programs leave as words."""
    words = (
        f'<a href="{escape(word)}">{escape(word)}</a>' if word.startswith("http") else escape(word)
        for word in line.split(" ")
    )
    return " ".join(words)


def _marked(blocks: Iterable[Block], lines: list[tuple[str, str]]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Notice():
                yield _NOTICE.format(title=escape(block.title), text=escape(block.text))
            case Heading():
                pass
            case Paragraph():
                words = (f"<b>{escape(run.text)}</b>" if run.bold else escape(run.text) for run in block.runs)
                yield f'<p style="margin:8px 0">{"".join(words)}</p>'
            case Table():
                rows = (_LINE.format(name=escape(name), value=escape(value)) for name, value in lines)
                yield _LIST.format(rows="".join(rows))
