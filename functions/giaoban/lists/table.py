"""The rows of a list, by the names of their columns, from the bytes of a CSV or XLSX file."""

from dataclasses import dataclass

from giaoban.lists import text_file, workbook
from giaoban.lists.cells import MAX_ROWS, Cell, Line, NoSuchList, too_many_rows, unreadable
from giaoban.lists.columns import Columns
from giaoban.problem import Problem, problem

# What a file is, is told by how it begins and not by its name.
ZIP, OLD_EXCEL = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
HEAD_WITHIN = 10


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
    place = next((place for place, line in enumerate(lines[:HEAD_WITHIN]) if len(_known(line, columns)) > 1), None)
    if place is None:
        raise unreadable(problem("/file", "no_columns"))
    if problems := _head_problems(lines[place], columns):
        raise NoSuchList(problems)
    if len(lines) - place - 1 > MAX_ROWS:
        raise too_many_rows()
    known = _known(lines[place], columns)
    return [_row(known, line) for line in lines[place + 1 :]]


def _lines(content: bytes, columns: Columns) -> list[Line]:
    if content.startswith(OLD_EXCEL):
        raise unreadable(problem("/file", "old_workbook"))
    return workbook.read_lines(content) if content.startswith(ZIP) else text_file.read_lines(content, columns)


def _row(known: list[tuple[int, str]], line: Line) -> Row:
    number, cells = line
    return Row(number, {name: cells[place] for place, name in known if place < len(cells)})


def _known(head: Line, columns: Columns) -> list[tuple[int, str]]:
    """Place and name of each column that means something; the others are the owner's own affair."""
    named = ((place, columns.meaning("columns", cell.text)) for place, cell in enumerate(head[1]))
    return [(place, name) for place, name in named if name]


def _head_problems(head: Line, columns: Columns) -> list[Problem]:
    names, written = [name for _, name in _known(head, columns)], columns.words_of("columns")
    twice = sorted({name for name in names if names.count(name) > 1})
    missing = [name for name in columns.needed if name not in names]
    return [problem(f"/rows/{head[0]}/{name}", "column_twice", column=written[name].vi) for name in twice] + [
        problem(f"/rows/{head[0]}/{name}", "column_missing", column=written[name].vi) for name in missing
    ]
