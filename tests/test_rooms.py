"""Slices stand on each other in one direction: no circle among the folders of functions/giaoban and its ground modules."""

import ast
from collections.abc import Iterator
from pathlib import Path

import giaoban

HOME = Path(giaoban.__file__).parent


def rooms() -> dict[str, set[str]]:
    """Each slice or ground module with those that it imports."""
    found: dict[str, set[str]] = {}
    for path in HOME.rglob("*.py"):
        room = path.relative_to(HOME).parts[0].removesuffix(".py")
        found.setdefault(room, set()).update(each for each in _imported(path) if each != room)
    return found


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.ImportFrom(module="giaoban", names=names):
                yield from (each.name for each in names)
            case ast.ImportFrom(module=str(module)) if module.startswith("giaoban."):
                yield module.split(".")[1]
            case ast.Import(names=names):
                yield from (each.name.split(".")[1] for each in names if each.name.startswith("giaoban."))


def circles(imports: dict[str, set[str]]) -> set[frozenset[str]]:
    """Rooms that import each other, by whatever way round."""
    reached = {room: _reached(room, imports) for room in imports}
    return {
        frozenset({room, *(other for other in reached[room] if room in reached.get(other, set()))})
        for room in imports
        if room in reached[room]
    }


def _reached(room: str, imports: dict[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [room]
    while waiting:
        new = imports.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


def test_no_slice_imports_one_that_imports_it() -> None:
    assert circles(rooms()) == set()


def test_a_circle_over_three_rooms_is_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == {frozenset("abc")}
