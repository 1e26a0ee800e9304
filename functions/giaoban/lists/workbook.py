"""Lines of cells from an XLSX file. What is in the archive is counted before openpyxl sees any of it."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from datetime import time
from itertools import islice
from typing import Any
from xml.parsers import expat

from giaoban.lists.cells import MAX_COLUMNS, MAX_ROWS, Cell, Line, cell, too_large_table, too_many_rows, unreadable
from giaoban.lists.columns import Columns
from giaoban.lists.head import WITHIN, find_head, head_problems
from giaoban.problem import problem

MAX_PARTS, MAX_UNPACKED = 100, 6_000_000
# Measured: openpyxl takes some 25 µs for an element. 1,000 people in ten columns are 22,000 of them.
MAX_ELEMENTS, MAX_DEPTH = 40_000, 32
# Sheets that are looked at, the rows of each where its head may stand, and the last row that a spreadsheet has.
MAX_SHEETS, HEAD_ABOVE, LAST_ROW = 10, 1000, 1_048_576
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
# What openpyxl and what it stands on raise for a file that is no workbook.
BROKEN = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, SyntaxError, EOFError, OSError, LookupError, ValueError,
    TypeError, AttributeError, ArithmeticError, RuntimeError, AssertionError,
)  # fmt: skip


def read_lines(content: bytes, columns: Columns) -> list[Line]:
    """Of the sheet that is the list, if any is; hidden ones are none. Raises NoSuchList with the reason."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            is_bounded = _is_bounded(archive)
        if not is_bounded:
            raise unreadable(problem("/file", "too_large_workbook"))
        return _lines(content, columns)
    except BROKEN as error:
        raise unreadable(problem("/file", "not_a_workbook")) from error


def _is_bounded(archive: zipfile.ZipFile) -> bool:
    """zipfile never unpacks more of a part than it declares, so that what is declared is a bound."""
    parts = archive.infolist()
    if len(parts) > MAX_PARTS or sum(part.file_size for part in parts) > MAX_UNPACKED:
        return False
    count = _Count()
    for part in parts:
        if part.filename.endswith((".xml", ".rels")):
            count.read(archive.read(part))
    return count.elements <= MAX_ELEMENTS


class _Count:
    """Counts elements. Raises ValueError for a document type, which is how entities would come in, and for depth."""

    def __init__(self) -> None:
        self.elements = self._depth = 0

    def read(self, document: bytes) -> None:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = _refuse
        parser.Parse(document, True)

    def _begin(self, *_: object) -> None:
        self.elements += 1
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise ValueError("nested too deeply")

    def _end(self, _: str) -> None:
        self._depth -= 1


def _refuse(*_: object) -> None:
    raise ValueError("a document type")


def _lines(content: bytes, columns: Columns) -> list[Line]:
    # Only now: most calls of the function read no workbook, and it is in a layer of its own.
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    try:
        sheet = _chosen([each for each in book.worksheets if each.sheet_state == "visible"], columns)
        return list(_filled(sheet)) if sheet else []
    finally:
        book.close()


def _chosen(sheets: Sequence[Any], columns: Columns) -> Any | None:
    """The one sheet with the columns that the list needs; else one that has some, so that what is missing is told.

    Rows that a filter hides belong to it all the same.
    """
    if len(sheets) > MAX_SHEETS:
        raise unreadable(problem("/file", "too_large_workbook"))
    heads = [(sheet, head) for sheet in sheets if (head := _head(sheet, columns))]
    whole = [sheet for sheet, head in heads if not head_problems(head, columns)]
    if len(whole) > 1:
        raise unreadable(problem("/file", "several_lists"))
    return next(iter([*whole, *(sheet for sheet, _ in heads)]), None)


def _head(sheet: Any, columns: Columns) -> Line | None:
    lines = list(islice(_filled(sheet, HEAD_ABOVE), WITHIN))
    place = find_head(lines, columns)
    return None if place is None else lines[place]


def _filled(sheet: Any, last: int | None = None) -> Iterator[Line]:
    # What a sheet says of its own size is often wrong, and rows beyond it would be lost without a word.
    sheet.reset_dimensions()
    gap, seen = None, 0
    for number, row in enumerate(sheet.iter_rows(max_row=last, max_col=MAX_COLUMNS + 1), start=1):
        if number > LAST_ROW:
            raise too_many_rows()
        # openpyxl makes up the rows before one far below, a million before a format in the last: one tuple, told again.
        if row is gap or all(each.value is None for each in row):
            gap = row
            continue
        cells = [_cell(each) for each in row]
        if not any(each.text for each in cells):
            continue
        seen += 1
        if seen > MAX_ROWS + WITHIN:
            raise too_many_rows()
        if cells[MAX_COLUMNS].text:
            raise too_large_table()
        yield number, cells[:MAX_COLUMNS]


def _cell(found: Any) -> Cell:
    value = found.value
    if value is None:
        return Cell("")
    if isinstance(value, time):
        return Cell(f"{value:%H:%M}")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return cell(_unescaped(str(value)), found.data_type == "f")


def _unescaped(text: str) -> str:
    """`_x000D_` is a carriage return: so workbooks write what XML cannot (ECMA-376, ST_Xstring)."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
