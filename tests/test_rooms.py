"""Slices stand on each other in one direction: no circle among the folders of functions/giaoban and its ground modules."""

import ast
from collections.abc import Iterator
from pathlib import Path

import giaoban

HOME = Path(giaoban.__file__).parent
# Circles that are still to be opened; nothing may be added, and what is open must go from here.
STILL_THERE = {frozenset({"outbox", "reminders"})}


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


def without(imports: dict[str, set[str]], pairs: set[frozenset[str]]) -> dict[str, set[str]]:
    return {
        room: {other for other in others if frozenset({room, other}) not in pairs} for room, others in imports.items()
    }


def test_no_slice_imports_one_that_imports_it() -> None:
    assert circles(without(rooms(), STILL_THERE)) == set()


def test_what_is_said_to_be_a_circle_still_is_one() -> None:
    found = rooms()
    assert [pair for pair in STILL_THERE if not all(pair - {room} <= found[room] for room in pair)] == []


def test_a_circle_over_three_rooms_is_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"a"}, "d": {"a"}}) == {frozenset("abc")}
