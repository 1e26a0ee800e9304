"""A list to fill in, as CSV or XLSX: the names of its columns, its rows, and in a workbook a guide."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from string import ascii_uppercase
from typing import Any

from giaoban.lists.cells import MAX_ROWS
from giaoban.lists.columns import Columns

FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
# A workbook carries the moment it was made; the same list is to be the same file.
MADE = datetime(2025, 1, 1)  # noqa: DTZ001 - as openpyxl wants it


@dataclass(frozen=True)
class Sheet:
    """How the list looks in a workbook. `frozen`: the first cell that scrolls; `choices`: column → kind of word."""

    title: str
    widths: Sequence[int]
    frozen: str
    choices: Mapping[str, str] = field(default_factory=dict)


def list_file(kind: str, columns: Columns, sheet: Sheet, rows: Iterable[list[str]]) -> bytes:
    """`kind` is one of FORMATS."""
    lines = [[each.vi for each in columns.words_of("columns").values()], *rows]
    return _csv(lines) if kind == "csv" else _xlsx(lines, columns, sheet)


def _csv(lines: list[list[str]]) -> bytes:
    """With a byte order mark: spreadsheets need it to read Vietnamese."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(lines)
    return text.getvalue().encode("utf-8-sig")


def _xlsx(lines: list[list[str]], columns: Columns, look: Sheet) -> bytes:
    # Only now: see workbook.py.
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    book.properties.created = book.properties.modified = MADE
    sheet = book.worksheets[0]
    sheet.title, sheet.freeze_panes = look.title, look.frozen
    for each in lines:
        sheet.append(each)
    for line in sheet.iter_rows():
        for cell in line:
            # Text: a code keeps its leading zeros, a number is not worked out.
            cell.number_format, cell.data_type = "@", "s"
    letters = dict(zip(columns.words_of("columns"), ascii_uppercase, strict=False))
    for letter, width in zip(letters.values(), look.widths, strict=True):
        sheet.column_dimensions[letter].width = width
        sheet[f"{letter}1"].font = Font(bold=True)
    for column, kind in look.choices.items():
        words = ",".join(each.vi for each in columns.words_of(kind).values())
        choice = DataValidation("list", formula1=f'"{words}"')
        choice.add(f"{letters[column]}2:{letters[column]}{MAX_ROWS + 1}")
        sheet.add_data_validation(choice)
    _add_guide(book.create_sheet("Hướng dẫn"), columns)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _add_guide(notes: Any, columns: Columns) -> None:
    for text in columns.guide():
        notes.append([text.vi])
        notes.append([text.en])
    notes.column_dimensions["A"].width = 110
