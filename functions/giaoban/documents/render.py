"""An edition's canonical JSON in, its three files out; nothing else is read, so the same JSON gives the same files."""

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from giaoban.documents.daily import daily
from giaoban.documents.letter import Letter, daily_letter, period_letter
from giaoban.documents.letterhead import Letterhead
from giaoban.documents.period import period
from giaoban.documents.period_sheets import period_sheets
from giaoban.documents.sheets import sheets
from giaoban.documents.words import say
from giaoban.letters.font import characters
from giaoban.letters.legible import MARK, legible_document
from giaoban.letters.model import Block, Document, Paragraph, Run
from giaoban.letters.write_docx import write_docx
from giaoban.letters.write_pdf import write_pdf
from giaoban.letters.write_xlsx import Sheet, write_xlsx

PERIOD = "urn:giaoban:period:1"


def is_period(edition: Any) -> bool:
    """Whether it sums up a week or the whole campaign, and is no day's."""
    found: bool = edition["schema"] == PERIOD
    return found


def render(content: bytes, sha256: str, letterhead: Letterhead, fonts: Path) -> Mapping[str, bytes]:
    """Files by format. `content` is the JSON that `sha256` names, `fonts` the folder of the documents' one font."""
    edition: Any = json.loads(content)
    document = document_of(edition, sha256, letterhead, fonts)
    title, made_at, foot = document.title, document.made_at, f"{document.title} - {sha256}"
    return {
        "pdf": write_pdf(document, fonts),
        "docx": write_docx(document),
        "xlsx": write_xlsx(sheets_of(edition, title), title, document.author, made_at, foot),
    }


def document_of(edition: Any, sha256: str, letterhead: Letterhead, fonts: Path) -> Document:
    """What PDF and DOCX say, of a day's or a period's edition."""
    if is_period(edition):
        return printable(period(edition, sha256, letterhead, fonts), characters(fonts))
    return printable(daily(edition, sha256, letterhead), characters(fonts))


def sheets_of(edition: Any, title: str) -> tuple[Sheet, ...]:
    """The workbook's sheets, likewise."""
    return period_sheets(edition, title) if is_period(edition) else sheets(edition, title)


def letter_of(edition: Any, sha256: str, letterhead: Letterhead, address: str, is_attached: bool) -> Letter:
    """The e-mail of a day's or a period's edition."""
    write = period_letter if is_period(edition) else daily_letter
    return write(edition, sha256, letterhead, address, is_attached)


def printable(document: Document, font: frozenset[int]) -> Document:
    """With a � for what the font cannot show, and a line at the end that says so."""
    shown = legible_document(document, font)
    if MARK not in str(shown.blocks):
        return shown
    *others, closing = shown.blocks
    return replace(shown, blocks=(*others, _explained(closing)))


def _explained(closing: Block) -> Block:
    if not isinstance(closing, Paragraph):
        return closing
    return replace(closing, runs=(*closing.runs, Run("\n" + say("closing_mark"))))
