"""A document as PDF: tagged, for archives (PDF/A-2a), one font family, the same bytes from the same document."""

import json
import re
from dataclasses import asdict
from pathlib import Path

import typst

from giaoban.letters.font import FAMILY
from giaoban.letters.legible import each_text
from giaoban.letters.model import Block, Document, Paragraph, Picture, Table

_FORM = (Path(__file__).parent / "letter.typ").read_bytes()
# typst breaks a line at spaces and hyphens only: without these a long word runs out of its cell.
_LONG_WORD = re.compile(r"\S{21,}")
_BREAK = "\u200b"
_PIECE = 5


def write_pdf(document: Document, fonts: Path) -> bytes:
    """The file. `fonts` holds the one family; the machine's own fonts are never looked at."""
    data = {
        "title": document.title,
        "author": document.author,
        "mark": document.mark,
        "blocks": [_data(block) for block in document.blocks],
    }
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(fonts)])
    written = typst.compile(
        _FORM,
        font_paths=faces,
        ignore_system_fonts=True,
        sys_inputs={"document": json.dumps(data, ensure_ascii=False), "font": FAMILY},
        pdf_standards="a-2a",
        timestamp=int(document.made_at.timestamp()),
    )
    if not isinstance(written, bytes):
        raise TypeError("a PDF is one file")
    return written


def _data(block: Block) -> dict[str, object]:
    shown = block if isinstance(block, Paragraph) and block.style == "closing" else each_text(block, _breakable)
    found: dict[str, object] = {"is": type(block).__name__, **asdict(shown)}
    if isinstance(block, Table):
        found["short"] = block.is_short
    if isinstance(block, Picture):
        found["png"] = list(block.png)
    return found


def _breakable(text: str) -> str:
    return _LONG_WORD.sub(lambda word: _BREAK.join(_pieces(word[0])), text)


def _pieces(word: str) -> list[str]:
    return [word[at : at + _PIECE] for at in range(0, len(word), _PIECE)]
