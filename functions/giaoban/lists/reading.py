"""From the bytes of a list to what its rows say, with every problem of every row: the one way in, for any list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from giaoban.lists.cells import MAX_CELL, Cell, NoSuchList
from giaoban.lists.columns import Columns
from giaoban.lists.same import Sameness
from giaoban.lists.table import Row, read_table
from giaoban.problem import Problem, TooLarge, problem

# A thousand rows of ten columns are 60 KB as XLSX and 250 KB in UTF-16.
MAX_FILE = 1024 * 1024


@dataclass(frozen=True)
class RowRules[Entry]:
    """What the rows of one kind of list are judged by.

    `is_unfilled`: a line of the template that nobody has filled in. `named_in`: the column that says a repetition,
    `twice`: the sentence for it, with the `row` that came first.
    """

    columns: Columns
    is_unfilled: Callable[[Row], bool]
    read: Callable[[Row], Entry | list[Problem]]
    sameness: Sameness[Entry]
    named_in: str
    twice: str


def read_list[Entry](content: bytes, rules: RowRules[Entry]) -> tuple[list[Entry], list[Problem]]:
    """In the order of the file; a file that cannot be read at all is one problem. Raises TooLarge.

    Where there are problems, the entries are not all.
    """
    if len(content) > MAX_FILE:
        raise TooLarge("file_too_large")
    try:
        return _read_rows(read_table(content, rules.columns), rules)
    except NoSuchList as refused:
        return [], list(refused.problems)


def _read_rows[Entry](rows: Sequence[Row], rules: RowRules[Entry]) -> tuple[list[Entry], list[Problem]]:
    read = [(row, _odd(row) or rules.read(row)) for row in rows if not rules.is_unfilled(row)]
    entries = [(row, entry) for row, entry in read if not isinstance(entry, list)]
    repeated = rules.sameness.repeated([entry for _, entry in entries])
    twice = {entries[place][0].number: entries[first][0].number for place, first in repeated.items()}
    problems: list[Problem] = []
    for row, found in read:
        if isinstance(found, list):
            problems += found
        elif row.number in twice:
            problems.append(problem(row.path(rules.named_in), rules.twice, row=twice[row.number]))
    return [entry for _, entry in entries], problems


def _odd(row: Row) -> list[Problem]:
    """Cells that no list takes, whatever their column."""
    return [each for column, cell in row.cells.items() if (each := _odd_cell(cell, row.path(column)))]


def _odd_cell(cell: Cell, path: str) -> Problem | None:
    if cell.is_formula:
        return problem(path, "formula")
    return problem(path, "too_long", limit=MAX_CELL) if len(cell.text) > MAX_CELL else None
