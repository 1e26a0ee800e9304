"""What is told of a list that came in: every problem with its row and column."""

from giaoban.lists.columns import Columns
from giaoban.problem import Problem


def problem_view(problem: Problem, columns: Columns) -> dict[str, object]:
    """With the row and the column as the spreadsheet shows them, where it has any."""
    _, rows, *place = problem.path.split("/")
    in_a_row = rows == "rows" and len(place) == 2
    return {
        **problem.view(),
        "row": int(place[0]) if in_a_row else None,
        "column": columns.words_of("columns")[place[1]].view() if in_a_row else None,
    }
