"""Lines of cells from CSV: UTF-8, UTF-16 or Windows-1258; comma, semicolon or tab; never a guess that may be wrong."""

import codecs
import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from itertools import islice

from giaoban.lists.cells import MAX_COLUMNS, MAX_ROWS, Line, cell, too_large_table, too_many_rows, unreadable
from giaoban.lists.columns import Columns
from giaoban.lists.head import WITHIN
from giaoban.old_fonts import outreads
from giaoban.problem import problem
from giaoban.shown import as_shown

MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
SEPARATORS = ",;\t"
# In text of no kind; other controls are shown by no spreadsheet and cleaned away at their cell.
_BINARY = re.compile("[\x00\ufffe\uffff]")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LETTERS = frozenset("aăâeêioôơuưyAĂÂEÊIOÔƠUƯY")
# Every accented letter of Vietnamese, and the signs that word processors put in by themselves.
_VIETNAMESE = frozenset(
    [unicodedata.normalize("NFC", letter + tone) for letter in _LETTERS for tone in ("", *_TONES)]
    + list("đĐ\u00a0“”‘’–—…•")
)


def read_lines(content: bytes, columns: Columns) -> list[Line]:
    """Raises NoSuchList with the reason."""
    text = _decoded(content)
    if _BINARY.search(text):
        raise unreadable(problem("/file", "not_a_table"))
    text, separator = _separator(text, columns)
    try:
        return list(_filled(csv.reader(_lines_of(text), delimiter=separator, strict=True)))
    except csv.Error as error:
        raise unreadable(problem("/file", "not_a_table")) from error


def _lines_of(text: str) -> io.StringIO:
    """Cut at CR and LF alone: U+2028, U+2029, U+0085 and other line ends of Unicode stand inside a cell."""
    return io.StringIO(text, newline="")


def _filled(rows: Iterator[list[str]]) -> Iterator[Line]:
    seen = 0
    for number, row in enumerate(rows, start=1):
        cells = [cell(text) for text in row[:MAX_COLUMNS]]
        is_too_wide = any(text.strip() for text in row[MAX_COLUMNS:])
        if not is_too_wide and not any(each.text for each in cells):
            continue
        seen += 1
        # The names of the columns and up to nine lines above them.
        if seen > MAX_ROWS + 10:
            raise too_many_rows()
        if is_too_wide:
            raise too_large_table()
        yield number, cells


def _decoded(content: bytes) -> str:
    name = next((name for mark, name in MARKS.items() if content.startswith(mark)), None) or _unmarked(content)
    try:
        return content.decode(name)
    except UnicodeDecodeError as error:
        if name == "utf-8":
            return _windows(content)
        raise unreadable(problem("/file", "unknown_encoding")) from error


def _unmarked(content: bytes) -> str:
    """Spreadsheets' “Unicode text” without its mark shows by the zero bytes of its ASCII letters."""
    head = content[:400]
    if len(head) >= 4 and not len(content) % 2:
        for places, name in ((head[1::2], "utf-16-le"), (head[0::2], "utf-16-be")):
            if places.count(0) * 2 > len(places):
                return name
    return "utf-8"


def _windows(content: bytes) -> str:
    """Windows-1258, only if all of it then reads as Vietnamese, and not as well as TCVN3 or VNI."""
    try:
        text = unicodedata.normalize("NFC", content.decode("cp1258"))
    except UnicodeDecodeError as error:
        raise unreadable(problem("/file", "unknown_encoding")) from error
    if any(letter > "\x7f" and letter not in _VIETNAMESE for letter in text) or not outreads(
        text, content.decode("latin-1")
    ):
        raise unreadable(problem("/file", "unknown_encoding"))
    return text


def _separator(text: str, columns: Columns) -> tuple[str, str]:
    """The text without Excel's line `sep=;`, and the separator with which most names of columns are found."""
    if told := re.match(r"sep=([,;\t])\r?\n", text):
        return text[told.end() :], told[1]
    head = list(islice(_lines_of(text), WITHIN))
    return text, max(SEPARATORS, key=lambda each: max((_known(line, each, columns) for line in head), default=0))


def _known(line: str, separator: str, columns: Columns) -> int:
    names = (as_shown(text).strip(' "') for text in line[:5000].split(separator))
    return sum(columns.meaning("columns", name) is not None for name in names)
