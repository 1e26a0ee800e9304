"""A letter's three files: what PDF and DOCX say word for word, and its tables as a workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from giaoban.letters.font import characters
from giaoban.letters.legible import MARK, legible_document
from giaoban.letters.model import Block, Document, Paragraph, Run, plain
from giaoban.letters.words import say
from giaoban.letters.write_docx import write_docx
from giaoban.letters.write_pdf import write_pdf
from giaoban.letters.write_xlsx import Sheet, write_xlsx


def files_of(document: Document, sheets: Sequence[Sheet], foot: str, fonts: Path) -> Mapping[str, bytes]:
    """By format. `document` is printable; `foot` stands under every page of the workbook, `fonts` holds the one font."""
    return {
        "pdf": write_pdf(document, fonts),
        "docx": write_docx(document),
        "xlsx": write_xlsx(sheets, document.title, document.author, document.made_at, foot),
    }


def printable(document: Document, fonts: Path) -> Document:
    """With a � for what the font cannot show, and a line at the end that says so."""
    shown = legible_document(document, characters(fonts))
    if MARK not in str(shown.blocks):
        return shown
    return replace(shown, blocks=(*shown.blocks[:-1], *_explained(shown.blocks[-1])))


def _explained(last: Block) -> tuple[Block, ...]:
    """In the closing line, or in one of its own."""
    if isinstance(last, Paragraph) and last.style == "closing":
        return (replace(last, runs=(*last.runs, Run("\n" + say("closing_mark")))),)
    return last, plain(say("closing_mark"), "closing")
