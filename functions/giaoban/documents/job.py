"""From a queue's message to documents in the bucket and e-mails at the leaders: each once, wherever it is cut short."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from giaoban.documents.letterhead import Addressee, EditionLetterhead
from giaoban.documents.mail import Mail
from giaoban.documents.render import mail_of, render
from giaoban.documents.store import EditionName, Fate, MailOutcome, Stored
from giaoban.editions.archive import document_key
from giaoban.editions.canonical import sha256
from giaoban.editions.edition import AnyEdition, is_period
from giaoban.editions.fetch import TYPES
from giaoban.editions.kept import Entry, Kept, Message

ATTACHED = ("pdf", "docx")
MOST_ATTACHED_BYTES = 5_000_000


class Unknown(LookupError):
    """No such edition: it is written before its message is sent, so the message is wrong."""


class Editions(Protocol):
    """EditionStore."""

    def kept(self, campaign: str, period: str) -> Kept: ...


class Texts(Protocol):
    """Archive."""

    def text(self, folder: str, sha: str) -> bytes: ...
    def document(self, edition: str, form: str, sha: str) -> bytes: ...


class Objects(Protocol):
    """Bucket."""

    def put(self, key: str, content: bytes, content_type: str) -> None: ...


class Documents(Protocol):
    """DocumentStore."""

    def add_documents(self, asked: EditionName, documents: Mapping[str, Stored]) -> bool: ...
    def claim(self, asked: EditionName, recipient: str, at: str) -> bool: ...
    def settle(self, asked: EditionName, recipient: str, outcome: MailOutcome, at: str) -> bool: ...


class Sender(Protocol):
    """Postman."""

    def send(self, mail: Mail, to: Addressee, name: str, files: Mapping[str, bytes]) -> MailOutcome: ...


@dataclass(frozen=True)
class Workshop:
    """What the job works with; `origin` is where people open the system."""

    editions: Editions
    documents: Documents
    texts: Texts
    objects: Objects
    sender: Sender
    fonts: Path
    origin: str


@dataclass(frozen=True)
class Made:
    """What one run did: formats rendered now, and how each message that it touched ended."""

    rendered: tuple[str, ...]
    messages: Mapping[str, Fate]


def make(tools: Workshop, asked: EditionName, at: str) -> Made:
    """Renders and sends what is still owed. Raises Unavailable, Tampered, Unknown: then it is to be run again."""
    kept = tools.editions.kept(asked.campaign, asked.period)
    entry = next((each for each in kept.editions if each.number == asked.edition), None)
    if entry is None:
        raise Unknown(f"{asked.campaign} {asked.period} {asked.edition}")
    content = tools.texts.text("editions", entry.sha256)
    edition: AnyEdition = json.loads(content)
    snapshot = json.loads(tools.texts.text("campaigns", edition["campaign"]["data_sha256"]))
    letterhead = EditionLetterhead.read(snapshot, is_period(edition))
    rendered: tuple[str, ...] = ()
    if asked.edition not in kept.documents:
        rendered = _store(tools, asked, entry, render(content, entry.sha256, letterhead, tools.fonts))
        kept = tools.editions.kept(asked.campaign, asked.period)
    return Made(rendered, _send_all(tools, asked, at, _Edition(entry, edition, letterhead, kept)))


def _store(tools: Workshop, asked: EditionName, entry: Entry, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """First the files under their hashes, then the one line that makes them the edition's; another's line stands."""
    stored = {form: Stored(sha256(content), len(content)) for form, content in files.items()}
    for form, content in files.items():
        tools.objects.put(document_key(entry.sha256, form, stored[form].sha256), content, TYPES[form])
    tools.documents.add_documents(asked, stored)
    return tuple(files)


@dataclass(frozen=True)
class _Edition:
    entry: Entry
    content: AnyEdition
    letterhead: EditionLetterhead
    kept: Kept


def _send_all(tools: Workshop, asked: EditionName, at: str, edition: _Edition) -> Mapping[str, Fate]:
    before = {each.recipient: each for each in edition.kept.mail.get(asked.edition, ())}
    owed = [each for each in edition.letterhead.mail if _is_owed(before.get(each.id))]
    if not owed:
        return {}
    files = _attachments(tools, asked, edition)
    mail = _mail(tools, edition, bool(files))
    send = _sending(tools, mail, edition.letterhead.centre, files)
    return {to.id: fate for to in owed if (fate := _send(tools, asked, at, to, send, before.get(to.id)))}


def _is_owed(message: Message | None) -> bool:
    return message is None or message.state == Fate.CLAIMED


def _sending(tools: Workshop, mail: Mail, name: str, files: Mapping[str, bytes]) -> Callable[[Addressee], MailOutcome]:
    return lambda to: tools.sender.send(mail, to, name, files)


def _send(
    tools: Workshop,
    asked: EditionName,
    at: str,
    to: Addressee,
    send: Callable[[Addressee], MailOutcome],
    before: Message | None,
) -> Fate | None:
    """None when another process has it in hand. A claim found was left by a crash, and never sends again."""
    if before:
        outcome = MailOutcome(Fate.UNKNOWN, reason="interrupted")
    elif tools.documents.claim(asked, to.id, at):
        outcome = send(to)
    else:
        return None
    return outcome.fate if tools.documents.settle(asked, to.id, outcome, at) else None


def _mail(tools: Workshop, edition: _Edition, is_attached: bool) -> Mail:
    """It links to the edition on the board: of its day, or among those of weeks and the whole campaign."""
    place = "xem=ky" if is_period(edition.content) else f"ngay={edition.content['day']}&xem=tong-hop"
    address = f"{tools.origin}/dieu-hanh#{place}"
    return mail_of(edition.content, edition.entry.sha256, edition.letterhead, address, is_attached)


def _attachments(tools: Workshop, asked: EditionName, edition: _Edition) -> Mapping[str, bytes]:
    """The files as they were kept; none when they are too much for a mailbox."""
    stored = edition.kept.documents[asked.edition]
    if sum(stored[form]["bytes"] for form in ATTACHED) >= MOST_ATTACHED_BYTES:
        return {}
    name = f"bao-cao-{asked.campaign}-{asked.period}-ban-{asked.edition}"
    return {
        f"{name}.{form}": tools.texts.document(edition.entry.sha256, form, stored[form]["sha256"]) for form in ATTACHED
    }
