"""The rows of a list, by the names of their columns, from the bytes of a CSV or XLSX file."""

from dataclasses import dataclass

from giaoban.lists import text_file, workbook
from giaoban.lists.cells import MAX_ROWS, Cell, Line, NoSuchList, too_many_rows, unreadable
from giaoban.lists.columns import Columns
from giaoban.lists.head import find_head, head_problems, known
from giaoban.problem import problem

# What a file is, is told by how it begins and not by its name.
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Row:
    """A line below the names of the columns: its number as a spreadsheet shows it, its cells by column."""

    number: int
    cells: dict[str, Cell]

    def text(self, column: str) -> str:
        return self.cells[column].text if column in self.cells else ""

    def path(self, column: str) -> str:
        return f"/rows/{self.number}/{column}"


def read_table(content: bytes, columns: Columns) -> list[Row]:
    """Raises NoSuchList when the file cannot be read or is no such list."""
    lines = _lines(content, columns)
    place = find_head(lines, columns)
    if place is None:
        raise unreadable(problem("/file", "no_columns"))
    if problems := head_problems(lines[place], columns):
        raise NoSuchList(problems)
    if len(lines) - place - 1 > MAX_ROWS:
        raise too_many_rows()
    named = known(lines[place], columns)
    return [_row(named, line) for line in lines[place + 1 :]]


def _lines(content: bytes, columns: Columns) -> list[Line]:
    if content.startswith(OLD_EXCEL):
        raise unreadable(problem("/file", "old_workbook"))
    return workbook.read_lines(content, columns) if content.startswith(ZIP) else text_file.read_lines(content, columns)


def _row(named: list[tuple[int, str]], line: Line) -> Row:
    number, cells = line
    return Row(number, {name: cells[place] for place, name in named if place < len(cells)})
