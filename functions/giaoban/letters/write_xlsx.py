"""A document as a workbook: typed cells under fixed heads, ready to print; no text is ever a formula."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

# What Excel allows in one cell, and in a sheet's name.
LONGEST_TEXT = 32_767
LONGEST_NAME = 31
HIGHEST_ROW = 409
_LINE = 15.0
# A column is as wide as so many zeros; of this font more letters fit.
_LETTERS = 1.15
_HEAD_ROW = 2

type Value = str | int | bool | datetime | Day | Percent | Carried | None


@dataclass(frozen=True)
class Percent:
    """Hundredths of a percent, shown as 62,13%."""

    hundredths: int


@dataclass(frozen=True)
class Day:
    """A date without a time."""

    at: datetime


@dataclass(frozen=True)
class Carried:
    """A stock of an earlier day, shown slanted."""

    value: int | bool


@dataclass(frozen=True)
class Sheet:
    """`widths` in letters; the first `fixed` columns stay when scrolling and on every printed page."""

    name: str
    title: str
    heads: Sequence[str]
    widths: Sequence[int]
    rows: Sequence[Sequence[Value]]
    fixed: int = 1
    pages_wide: int = 1
    above: Sequence[tuple[int, int, str]] = field(default_factory=tuple)


def write_xlsx(sheets: Sequence[Sheet], title: str, author: str, made_at: datetime, foot: str) -> bytes:
    """The file; the same bytes from the same sheets. `foot` is printed under every page."""
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(written, options)
    created = made_at.astimezone(UTC).replace(tzinfo=None)
    book.set_properties({"title": title, "author": author, "created": created})
    looks = _Looks(book)
    for sheet in sheets:
        _write(book.add_worksheet(sheet.name[:LONGEST_NAME]), sheet, looks, foot)
    book.close()
    return written.getvalue()


class _Looks:
    """The formats, each made once."""

    def __init__(self, book: Workbook) -> None:
        base = {"font_name": "Times New Roman", "font_size": 11, "valign": "top"}
        self.title = book.add_format({**base, "bold": True, "font_size": 13})
        self.head = book.add_format(
            {
                **base,
                "bold": True,
                "text_wrap": True,
                "border": 1,
                "bg_color": "#E1E1E1",
                "align": "center",
                "valign": "vcenter",
            }
        )
        self.text = book.add_format({**base, "text_wrap": True, "border": 1})
        self.number = book.add_format({**base, "num_format": "#,##0", "border": 1})
        self.percent = book.add_format({**base, "num_format": "0.00%", "border": 1})
        self.moment = book.add_format({**base, "num_format": "dd/mm/yyyy hh:mm", "border": 1, "align": "center"})
        self.day = book.add_format({**base, "num_format": "dd/mm/yyyy", "border": 1, "align": "center"})
        self.carried = book.add_format(
            {**base, "num_format": "#,##0", "border": 1, "italic": True, "font_color": "#7F7F7F"}
        )


def _write(page: Worksheet, sheet: Sheet, looks: _Looks, foot: str) -> None:
    page.write_string(0, 0, sheet.title, looks.title)
    for first, last, text in sheet.above:
        _spanning(page, first, last, text, looks.head)
    for column, (head, width) in enumerate(zip(sheet.heads, sheet.widths, strict=True)):
        page.write_string(_HEAD_ROW, column, head, looks.head)
        page.set_column(column, column, width)
    page.set_row(_HEAD_ROW, _height(sheet.heads, sheet.widths))
    for number, row in enumerate(sheet.rows, _HEAD_ROW + 1):
        page.set_row(number, _height(row, sheet.widths))
        for column, value in enumerate(row):
            _cell(page, number, column, value, looks)
    _set_up(page, sheet, foot)


def _height(row: Sequence[Value], widths: Sequence[int]) -> float:
    """In points, for the row's longest text: LibreOffice would show its first line only."""
    texts = [(value, width) for value, width in zip(row, widths, strict=True) if isinstance(value, str)]
    lines = (sum(1 + int(len(line) / (_LETTERS * width)) for line in text.split("\n")) for text, width in texts)
    return min(HIGHEST_ROW, _LINE * max(lines, default=1))


def _spanning(page: Worksheet, first: int, last: int, text: str, look: Format) -> None:
    if last > first:
        page.merge_range(_HEAD_ROW - 1, first, _HEAD_ROW - 1, last, "", look)
    page.write_string(_HEAD_ROW - 1, first, text, look)


def _cell(page: Worksheet, row: int, column: int, value: Value, looks: _Looks) -> None:
    match value:
        case None:
            page.write_blank(row, column, None, looks.text)
        case Carried():
            _plain(page, row, column, value.value, looks.carried)
        case Percent():
            page.write_number(row, column, value.hundredths / 10_000, looks.percent)
        case Day():
            page.write_datetime(row, column, value.at, looks.day)
        case datetime():
            page.write_datetime(row, column, value.replace(tzinfo=None), looks.moment)
        case str():
            page.write_string(row, column, value[:LONGEST_TEXT], looks.text)
        case _:
            _plain(page, row, column, value, looks.number)


def _plain(page: Worksheet, row: int, column: int, value: int | bool, look: Format) -> None:
    if isinstance(value, bool):
        page.write_boolean(row, column, value, look)
    else:
        page.write_number(row, column, value, look)


def _set_up(page: Worksheet, sheet: Sheet, foot: str) -> None:
    last = _HEAD_ROW + len(sheet.rows)
    page.freeze_panes(_HEAD_ROW + 1, sheet.fixed)
    if sheet.rows:
        page.autofilter(_HEAD_ROW, 0, last, len(sheet.heads) - 1)
    page.set_landscape()
    page.set_paper(9)
    page.fit_to_pages(sheet.pages_wide, 0)
    page.repeat_rows(_HEAD_ROW - 1, _HEAD_ROW)
    if sheet.pages_wide > 1:
        page.repeat_columns(0, sheet.fixed - 1)
    # "&" opens a code in the foot of a page.
    page.set_footer(f"&L&9{foot.replace('&', '&&')}&R&9&P/&N")
    page.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.7)
