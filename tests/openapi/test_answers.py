"""What routes say against the code: each problem raised is declared with its status, each declared is raised."""

import ast
from collections.abc import Iterator
from pathlib import Path

from giaoban import problem
from giaoban.problem import GiaobanError
from tools.openapi.refusals import refusals
from tools.openapi.routes import registered

CODE = Path(problem.__file__).parent
# Said where no route is: nothing describes it.
NO_ROUTE = (404, "unknown_route")
# Each of these becomes Refused with `refused`, or stands in its list of problems.
STATUS = {each.__name__: each.status for each in GiaobanError.__subclasses__() if each.__module__ == problem.__name__}


def declared() -> set[tuple[int, str]]:
    refused = [refusals(route) for route in registered()]
    return {(status, name) for each in refused for status, names in each.items() for name in names}


def raised() -> Iterator[tuple[int, str]]:
    """Every `Class("name", …)` of the problem tree in the code, and what `_conflict` is called with."""
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Name(id=called), args=[ast.Constant(value=str(name)), *_]) if called in STATUS:
                    yield STATUS[called], name
                case ast.Call(func=ast.Name(id="_conflict"), args=[ast.Constant(value=str(name)), *_]):
                    yield 409, name
                case ast.Call(func=ast.Name(id="Broken"), args=[ast.Constant(value=str(name)), *_]):
                    yield 500, name


def test_every_problem_that_the_code_raises_is_declared_and_no_other() -> None:
    assert declared() | {NO_ROUTE} == set(raised())


def test_every_class_of_problem_has_a_status_of_its_own() -> None:
    assert len(set(STATUS.values())) == len(STATUS)
