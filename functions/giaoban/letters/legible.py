"""What people typed, made of characters that the documents' font can show and that read from left to right."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import cast

from giaoban.letters.model import Document

# The font has it, and Unicode means it for exactly this: U+FFFD, replacement character.
MARK = "\ufffd"
_RIGHT_TO_LEFT = {"R", "AL", "AN"}
_SPACES = re.compile(r"[^\S\n\u00a0]+")
_LINES = re.compile(r"\s*\n\s*")
_MARKS = re.compile(rf"{MARK}[{MARK}\s]*{MARK}")


def legible(text: str, font: frozenset[int]) -> str:
    """The text with a � for each stretch of characters that the font lacks, or that would turn the line around.

    Another font would be mixed in without a word, and a word processor turns right-to-left letters another way than
    the PDF: both documents must say the same. Characters that show nothing (joiners, direction marks) are left out.
    """
    shown = "".join(_shown(letter, font) for letter in unicodedata.normalize("NFC", text))
    return _MARKS.sub(MARK, _LINES.sub("\n", _SPACES.sub(" ", shown)))


def _shown(letter: str, font: frozenset[int]) -> str:
    kind = unicodedata.category(letter)
    if letter in "\n\u00a0" or (letter.isascii() and letter.isprintable()):
        return letter
    if kind in ("Cc", "Zs", "Zl", "Zp"):
        return " "
    if kind == "Cf" or unicodedata.name(letter, "").startswith("VARIATION SELECTOR"):
        return ""
    known = ord(letter) in font and unicodedata.bidirectional(letter) not in _RIGHT_TO_LEFT
    return letter if known else MARK


def legible_document(document: Document, font: frozenset[int]) -> Document:
    """The document with every text of it made legible."""
    return each_text(document, lambda text: legible(text, font))


def each_text[Value](value: Value, change: Callable[[str], str]) -> Value:
    """A document, a block or a text with every text in it changed."""
    found: object = value
    if isinstance(value, str):
        found = change(value)
    elif isinstance(value, tuple):
        found = tuple(each_text(each, change) for each in value)
    elif is_dataclass(value) and not isinstance(value, type):
        found = replace(value, **{field.name: each_text(getattr(value, field.name), change) for field in fields(value)})
    return cast(Value, found)
