"""An edition's canonical JSON in, its three files out; nothing else is read, so the same JSON gives the same files."""

import json
from collections.abc import Mapping
from pathlib import Path

from giaoban.documents.daily import daily
from giaoban.documents.letterhead import EditionLetterhead
from giaoban.documents.mail import Mail, daily_mail, period_mail
from giaoban.documents.period import period
from giaoban.documents.period_sheets import period_sheets
from giaoban.documents.sheets import sheets
from giaoban.editions.edition import AnyEdition, is_period
from giaoban.letters.files import files_of, printable
from giaoban.letters.model import Document
from giaoban.letters.write_xlsx import Sheet


def render(content: bytes, sha256: str, letterhead: EditionLetterhead, fonts: Path) -> Mapping[str, bytes]:
    """Files by format. `content` is the JSON that `sha256` names, `fonts` the folder of the documents' one font."""
    edition: AnyEdition = json.loads(content)
    document = document_of(edition, sha256, letterhead, fonts)
    return files_of(document, sheets_of(edition, document.title), f"{document.title} - {sha256}", fonts)


def document_of(edition: AnyEdition, sha256: str, letterhead: EditionLetterhead, fonts: Path) -> Document:
    """What PDF and DOCX say, of a day's or a period's edition."""
    if is_period(edition):
        return printable(period(edition, sha256, letterhead, fonts), fonts)
    return printable(daily(edition, sha256, letterhead), fonts)


def sheets_of(edition: AnyEdition, title: str) -> tuple[Sheet, ...]:
    """The workbook's sheets, likewise."""
    return period_sheets(edition, title) if is_period(edition) else sheets(edition, title)


def mail_of(edition: AnyEdition, sha256: str, letterhead: EditionLetterhead, address: str, is_attached: bool) -> Mail:
    """The e-mail of a day's or a period's edition."""
    if is_period(edition):
        return period_mail(edition, sha256, letterhead, address, is_attached)
    return daily_mail(edition, sha256, letterhead, address, is_attached)
