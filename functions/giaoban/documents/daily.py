"""The daily edition as a document: the official form, the page a Chairman reads, then everything behind it."""

from collections.abc import Iterator

from giaoban.documents.changes import all_changes, changes
from giaoban.documents.discipline import appendix, discipline
from giaoban.documents.figures import figures, targets
from giaoban.documents.letterhead import EditionLetterhead
from giaoban.documents.opinions import opinions
from giaoban.documents.summary import summary
from giaoban.documents.words import say
from giaoban.editions.content.edition import Edition
from giaoban.letters.dates import clock_and_day, day_text, moment
from giaoban.letters.letterhead import addressed_to
from giaoban.letters.model import Block, Document, Notice, PageBreak, Title, plain


def daily(edition: Edition, sha256: str, letterhead: EditionLetterhead) -> Document:
    """The document of a daily edition; `sha256` names the JSON that it is made from."""
    return Document(
        title=f"{letterhead.title} - {say('title_of_day', day=day_text(edition['day']), number=edition['edition'])}",
        author=letterhead.body,
        made_at=moment(edition["issued_at"]),
        blocks=tuple(_blocks(edition, sha256, letterhead)),
        mark=_mark(edition, letterhead),
    )


def _blocks(edition: Edition, sha256: str, letterhead: EditionLetterhead) -> Iterator[Block]:
    yield from _opening(edition, letterhead)
    if edition["replaces"]:
        yield from changes(edition)
        yield PageBreak(closes_one_page=True)
    yield from summary(edition)
    yield PageBreak(closes_one_page=True)
    yield from figures(edition)
    yield from targets(edition)
    yield from discipline(edition)
    yield from opinions(edition)
    yield letterhead.signature(edition["kind"] == "issued")
    yield from appendix(edition, letterhead)
    yield from all_changes(edition)
    yield plain(_closing(edition, sha256), "closing")


def _opening(edition: Edition, letterhead: EditionLetterhead) -> Iterator[Block]:
    yield letterhead.head(moment(edition["issued_at"]).date())
    day_of = say("day_of", number=edition["day_number"], days=edition["campaign"]["days"])
    about = say("about_day", title=letterhead.title, day=day_text(edition["day"]))
    yield Title(say("report"), about, (f"({day_of})",))
    yield from notices(edition, letterhead)
    yield addressed_to(letterhead.addressee)


def notices(edition: Edition, letterhead: EditionLetterhead) -> Iterator[Notice]:
    """What must be seen before anything else: an exercise, a provisional edition, a draft, a replacement."""
    at, replaced = clock_and_day(edition["issued_at"]), edition["replaces"]
    if letterhead.is_practice:
        yield Notice(say("practice_mark"), "")
    if edition["kind"] in ("provisional", "draft"):
        yield Notice(say(f"{edition['kind']}_title"), say(f"{edition['kind']}_text", at=at))
    if replaced:
        number, old = edition["edition"], replaced["edition"]
        yield Notice(say("replaces_title", number=number, old=old), say("replaces_text", old=old))


def _mark(edition: Edition, letterhead: EditionLetterhead) -> str:
    marks = [say("practice_mark")] if letterhead.is_practice else []
    return ". ".join(
        [*marks, *([say(f"mark_{edition['kind']}")] if edition["kind"] in ("provisional", "draft") else [])]
    )


def _closing(edition: Edition, sha256: str) -> str:
    return say(
        "closing",
        number=edition["edition"],
        day=day_text(edition["day"]),
        how=say(f"how_{edition['kind']}"),
        at=clock_and_day(edition["issued_at"]),
        sha256=sha256,
    )
