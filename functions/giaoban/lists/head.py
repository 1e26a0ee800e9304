"""The line that names the columns: where it stands, and what it says."""

from collections.abc import Iterable
from itertools import islice

from giaoban.lists.cells import Line
from giaoban.lists.columns import Columns
from giaoban.problem import Problem, problem

# Titles may stand above it.
WITHIN = 10


def find_head(lines: Iterable[Line], columns: Columns) -> int | None:
    """Its place: the first line with two names of columns."""
    return next((place for place, line in enumerate(islice(lines, WITHIN)) if len(known(line, columns)) > 1), None)


def known(head: Line, columns: Columns) -> list[tuple[int, str]]:
    """Place and name of each column that means something; the others are the owner's own affair."""
    named = ((place, columns.meaning("columns", cell.text)) for place, cell in enumerate(head[1]))
    return [(place, name) for place, name in named if name]


def head_problems(head: Line, columns: Columns) -> list[Problem]:
    names, written = [name for _, name in known(head, columns)], columns.words_of("columns")
    twice = sorted({name for name in names if names.count(name) > 1})
    missing = [name for name in columns.needed if name not in names]
    return [problem(f"/rows/{head[0]}/{name}", "column_twice", column=written[name].vi) for name in twice] + [
        problem(f"/rows/{head[0]}/{name}", "column_missing", column=written[name].vi) for name in missing
    ]
