"""What every kind of file comes down to: lines of cells, within limits."""

from collections.abc import Sequence
from dataclasses import dataclass

from giaoban.problem import Problem, problem
from giaoban.shown import as_shown

MAX_ROWS, MAX_COLUMNS, MAX_CELL = 1000, 30, 500


@dataclass(frozen=True)
class Cell:
    """The text of a cell; a formula is told apart and never worked out."""

    text: str
    is_formula: bool = False


def cell(text: str, is_formula: bool = False) -> Cell:
    """Cleaned here and nowhere later. `=1+1` is a formula; what begins with + - @ is judged by its column."""
    shown = as_shown(text)
    return Cell(shown, is_formula or shown.startswith("="))


# A line of cells with the number that a spreadsheet shows beside it; lines without anything are left out.
type Line = tuple[int, list[Cell]]


class NoSuchList(Exception):
    """The whole file is refused, for these reasons; whoever reads it tells them."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self.problems = tuple(problems)


def unreadable(found: Problem) -> NoSuchList:
    return NoSuchList([found])


def too_many_rows() -> NoSuchList:
    return unreadable(problem("/file", "too_many_rows", limit=MAX_ROWS))


def too_large_table() -> NoSuchList:
    return unreadable(problem("/file", "too_large_table", limit=MAX_COLUMNS))
