"""The list to fill in, as CSV or XLSX: every unit has its line; with the people known, it can be mended and sent back."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import datetime

from giaoban.campaign import Campaign
from giaoban.cells import harmless
from giaoban.contact import Duty
from giaoban.directory.cells import MAX_ROWS
from giaoban.directory.columns import guide, words_of
from giaoban.directory.person import Entry
from giaoban.directory.phone import as_written_here

FORMATS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WIDTHS = (12, 34, 18, 28, 20, 30, 16, 13, 15, 15)
# A workbook carries the moment it was made; the same list is to be the same file.
MADE = datetime(2025, 1, 1)  # noqa: DTZ001 - as openpyxl wants it


def list_file(kind: str, campaign: Campaign, people: Sequence[Entry] = ()) -> bytes:
    """`kind` is one of FORMATS."""
    rows = list(_rows(campaign, people))
    return _csv(rows) if kind == "csv" else _xlsx(rows)


def _rows(campaign: Campaign, people: Sequence[Entry]) -> Iterator[list[str]]:
    yield [each.vi for each in words_of("columns").values()]
    roles = words_of("roles")
    for unit in campaign.units.values():
        begins = [unit.code, unit.names.vi]
        known = [each for each in people if each.unit == unit.code]
        for entry in known:
            yield [*begins, roles[entry.role].vi, *_about(entry)]
        if not known:
            yield [*begins, roles[Duty.REPORTER].vi, *[""] * 7]


def _about(entry: Entry) -> list[str]:
    channels, languages = words_of("channels"), words_of("languages")
    quiet = [f"{each:%H:%M}" for each in entry.quiet] if entry.quiet else ["", ""]
    phone = as_written_here(entry.phone) if entry.phone else ""
    by = ", ".join(channels[each].vi for each in entry.channels)
    return [harmless(entry.name), phone, harmless(entry.email or ""), by, languages[entry.language].vi, *quiet]


def _csv(rows: list[list[str]]) -> bytes:
    """With a byte order mark: spreadsheets need it to read Vietnamese."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _xlsx(rows: list[list[str]]) -> bytes:
    # Only now: see workbook.py.
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.worksheet.datavalidation import DataValidation

    book = Workbook()
    book.properties.created = book.properties.modified = MADE
    sheet = book.worksheets[0]
    sheet.title, sheet.freeze_panes = "Danh bạ", "D2"
    for row in rows:
        sheet.append(row)
    for line in sheet.iter_rows():
        for cell in line:
            # Text: a code keeps its leading zeros, a number is not worked out.
            cell.number_format, cell.data_type = "@", "s"
    for letter, width in zip("ABCDEFGHIJ", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
        sheet[f"{letter}1"].font = Font(bold=True)
    for letter, kind in (("C", "roles"), ("H", "languages")):
        choice = DataValidation("list", formula1=f'"{",".join(each.vi for each in words_of(kind).values())}"')
        choice.add(f"{letter}2:{letter}{MAX_ROWS + 1}")
        sheet.add_data_validation(choice)
    notes = book.create_sheet("Hướng dẫn")
    for text in guide():
        notes.append([text.vi])
        notes.append([text.en])
    notes.column_dimensions["A"].width = 110
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
