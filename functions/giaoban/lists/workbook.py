"""Lines of cells from an XLSX file. What is in the archive is counted before openpyxl sees any of it."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import time
from typing import Any
from xml.parsers import expat

from giaoban.lists.cells import MAX_COLUMNS, MAX_ROWS, Cell, Line, too_large_table, too_many_rows, unreadable
from giaoban.problem import problem

MAX_PARTS, MAX_UNPACKED = 100, 6_000_000
# Measured: openpyxl takes some 25 µs for an element. 1,000 people in ten columns are 22,000 of them.
MAX_ELEMENTS, MAX_DEPTH = 40_000, 32
# What openpyxl and what it stands on raise for a file that is no workbook.
BROKEN = (
    zipfile.BadZipFile, zlib.error, expat.ExpatError, SyntaxError, EOFError, OSError, LookupError, ValueError,
    TypeError, AttributeError, ArithmeticError, RuntimeError, AssertionError,
)  # fmt: skip


def read_lines(content: bytes) -> list[Line]:
    """The first sheet. Raises NoSuchList with the reason."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            is_bounded = _is_bounded(archive)
        if not is_bounded:
            raise unreadable(problem("/file", "too_large_workbook"))
        return list(_lines(content))
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


def _lines(content: bytes) -> Iterator[Line]:
    # Only now: most calls of the function read no workbook, and it is in a layer of its own.
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    try:
        sheet, seen = book.worksheets[0], 0
        # What a sheet says of its own size is often wrong, and rows beyond it would be lost without a word.
        sheet.reset_dimensions()
        for number, row in enumerate(sheet.iter_rows(max_col=MAX_COLUMNS + 1), start=1):
            # A single row 1,048,576 would make openpyxl tell of a million empty ones before it.
            if number > MAX_ROWS * 5:
                raise too_many_rows()
            cells = [_cell(each) for each in row]
            if not any(each.text for each in cells):
                continue
            seen += 1
            if seen > MAX_ROWS + 10:
                raise too_many_rows()
            if len(cells) > MAX_COLUMNS and cells[MAX_COLUMNS].text:
                raise too_large_table()
            yield number, cells[:MAX_COLUMNS]
    finally:
        book.close()


def _cell(cell: Any) -> Cell:
    value = cell.value
    if value is None:
        return Cell("")
    if isinstance(value, time):
        return Cell(f"{value:%H:%M}")
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return Cell(str(value).strip(), cell.data_type == "f")
