"""The language of rules: a small subset of JsonLogic over whole numbers and yes/no, the same in Python and JavaScript.

`schemas/vectors/rules.json` holds the examples that both must answer alike.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import reduce
from operator import and_, eq, ge, gt, le, lt, ne, or_, sub

type Expression = int | bool | Mapping[str, "str | Expression | list[Expression]"]
type Values = Mapping[str, int | bool]

_ARITHMETIC: dict[str, Callable[[list[int]], int]] = {
    "+": sum,
    "-": lambda parts: sub(*parts),
    "*": lambda parts: reduce(lambda product, part: product * part, parts, 1),
}
_ORDER: dict[str, Callable[[int, int], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}
_SAME: dict[str, Callable[[object, object], bool]] = {"==": eq, "!=": ne}
_LOGIC: dict[str, Callable[[bool, bool], bool]] = {"and": and_, "or": or_}
_EXACTLY_TWO = {"-", *_ORDER, *_SAME}


class IllTyped(ValueError):
    """An expression that cannot be evaluated; the message says which part."""


def variables(expression: Expression) -> Iterator[str]:
    """The names an expression reads, in order, with repeats."""
    if not isinstance(expression, Mapping):
        return
    for operator, operand in expression.items():
        if operator == "var":
            yield str(operand)
        else:
            for part in _parts(operand):
                yield from variables(part)


def holds(expression: Expression, values: Values) -> bool | None:
    """Whether the rule holds; None when it does not apply because a value it names is blank (blank is not 0)."""
    if any(name not in values for name in variables(expression)):
        return None
    return bool(_evaluate(expression, values))


def _evaluate(expression: Expression, values: Values) -> int | bool:
    if not isinstance(expression, Mapping):
        return expression
    ((operator, operand),) = expression.items()
    if operator == "var":
        return values[str(operand)]
    parts = [_evaluate(part, values) for part in _parts(operand)]
    return _apply(operator, parts)


def _apply(operator: str, parts: list[int | bool]) -> int | bool:
    if operator in _ARITHMETIC:
        return _ARITHMETIC[operator](parts)
    if operator in _LOGIC:
        return reduce(_LOGIC[operator], (bool(part) for part in parts))
    if operator == "!":
        return not parts[0]
    return (_ORDER.get(operator) or _SAME[operator])(parts[0], parts[1])


def type_of(expression: Expression, types: Mapping[str, type]) -> type:
    """`int` or `bool`. Raises IllTyped for unknown names and operators, wrong types and wrong numbers of operands."""
    if isinstance(expression, (bool, int)):
        return type(expression)
    ((operator, operand),) = expression.items()
    if operator == "var":
        return _known(str(operand), types)
    found = [type_of(part, types) for part in _parts(operand)]
    _count(operator, found)
    wanted = found[0] if operator in _SAME else int if operator in {*_ARITHMETIC, *_ORDER} else bool
    if any(each is not wanted for each in found):
        raise IllTyped(f"“{operator}” takes {wanted.__name__} on every side")
    return int if operator in _ARITHMETIC else bool


def _known(name: str, types: Mapping[str, type]) -> type:
    if name not in types:
        raise IllTyped(f"nothing is called “{name}”")
    return types[name]


def _count(operator: str, operands: list[type]) -> None:
    if operator not in {*_ARITHMETIC, *_ORDER, *_SAME, *_LOGIC, "!"}:
        raise IllTyped(f"no operator is called “{operator}”")
    wanted = 2 if operator in _EXACTLY_TWO else 1
    if len(operands) < wanted or (operator in {"!", *_EXACTLY_TWO} and len(operands) != wanted):
        raise IllTyped(f"“{operator}” has {len(operands)} operands")


def _parts(operand: object) -> list[Expression]:
    return operand if isinstance(operand, list) else [operand]  # type: ignore[list-item]
