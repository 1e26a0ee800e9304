"""What every kind of file comes down to: lines of cells, within limits."""

from dataclasses import dataclass

from giaoban.problem import Problem, Refused, problem

MAX_ROWS, MAX_COLUMNS, MAX_CELL = 1000, 30, 500


@dataclass(frozen=True)
class Cell:
    """The text of a cell; a formula is told apart and never worked out."""

    text: str
    is_formula: bool = False


# A line of cells with the number that a spreadsheet shows beside it; lines without anything are left out.
type Line = tuple[int, list[Cell]]


def unreadable(found: Problem) -> Refused:
    """The whole file is refused for one reason."""
    return Refused("list_refused", [found])


def too_many_rows() -> Refused:
    return unreadable(problem("/file", "too_many_rows", limit=MAX_ROWS))


def too_large_table() -> Refused:
    return unreadable(problem("/file", "too_large_table", limit=MAX_COLUMNS))
