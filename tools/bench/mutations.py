"""Small changes to a rule, each of which a test should see: a border moved, a condition turned round, an answer lost."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

_COMPARED: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.In: ast.NotIn, ast.NotIn: ast.In, ast.Is: ast.IsNot, ast.IsNot: ast.Is,
}  # fmt: skip
_COUNTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult, ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
_CALLED = {"any": "all", "all": "any", "min": "max", "max": "min"}


@dataclass(frozen=True)
class Mutation:
    """In the line `line`: what stands there, and what would stand there instead."""

    line: int
    was: str
    becomes: str


def mutations(source: str) -> list[Mutation]:
    """All that can be changed in a module, in its order."""
    return list(_Walk().found(ast.parse(source)))


def mutated(source: str, number: int | None = None) -> ast.Module:
    """The module with that one of its `mutations`, or as it is."""
    tree, walk = ast.parse(source), _Walk(number)
    for _ in walk.found(tree):
        pass
    return ast.fix_missing_locations(tree)


class _Walk:
    """Goes over what runs, not annotations, defaults of classes and decorators, and makes the change `wanted`."""

    def __init__(self, wanted: int | None = None) -> None:
        self._wanted, self._count = wanted, -1

    def found(self, node: ast.AST) -> Iterator[Mutation]:
        for name, value in ast.iter_fields(node):
            if name in {"annotation", "returns", "decorator_list", "type_params", "bases", "msg"}:
                continue
            many = value if isinstance(value, list) else [value]
            for place, child in enumerate(many):
                if isinstance(child, ast.AST):
                    yield from self._changes(node, name, place if isinstance(value, list) else None, child)
                    yield from self.found(child)

    def _changes(self, parent: ast.AST, name: str, place: int | None, child: ast.AST) -> Iterator[Mutation]:
        for other in _others(child, parent):
            self._count += 1
            if self._wanted is None:
                yield Mutation(getattr(child, "lineno", 0), _short(child), _short(other))
            elif self._wanted == self._count:
                _put(parent, name, place, ast.copy_location(other, child))


def _others(node: ast.AST, parent: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Compare(left, ops, comparators) if type(ops[0]) in _COMPARED:
            yield ast.Compare(left, [_COMPARED[type(ops[0])](), *ops[1:]], comparators)
            if len(ops) > 1:
                yield ast.Compare(left, [*ops[:-1], _COMPARED[type(ops[-1])]()], comparators)
        case ast.BoolOp(op, values):
            yield ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(ast.Not(), operand):
            yield operand
        case ast.BinOp(left, op, right) if type(op) in _COUNTED and not _is_text(left) and not _is_text(right):
            yield ast.BinOp(left, _COUNTED[type(op)](), right)
        case ast.Constant(bool(value)):
            yield ast.Constant(not value)
        case ast.Constant(int(value)) if not isinstance(parent, ast.FormattedValue):
            yield ast.Constant(value + 1)
        case _:
            yield from _of_flow(node, parent)


def _of_flow(node: ast.AST, parent: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.Name(id) if id in _CALLED and isinstance(parent, ast.Call) and parent.func is node:
            yield ast.Name(_CALLED[id], ast.Load())
        case ast.IfExp(test, body, orelse):
            yield ast.IfExp(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.If(test, body, orelse):
            yield ast.If(ast.UnaryOp(ast.Not(), test), body, orelse)
        case ast.Return(value) if value is not None and not isinstance(value, ast.Constant):
            yield ast.Return(ast.Constant(None))


def _is_text(node: ast.AST) -> bool:
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _put(parent: ast.AST, name: str, place: int | None, other: ast.AST) -> None:
    if place is None:
        setattr(parent, name, other)
    else:
        getattr(parent, name)[place] = other


def _short(node: ast.AST) -> str:
    text = ast.unparse(ast.fix_missing_locations(node)).splitlines()[0]
    return text if len(text) <= 60 else f"{text[:57]}…"
