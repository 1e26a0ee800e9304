"""The language of rules: a small subset of JsonLogic over whole numbers and yes/no, the same in Python and JavaScript.

`schemas/vectors/rules.json` holds the examples that both must answer alike.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from math import prod
from operator import eq, ge, gt, itemgetter, le, lt, ne, sub

type Expression = int | bool | Mapping[str, "str | Expression | list[Expression]"]
type Values = Mapping[str, int | bool]
# An expression read once, to be asked of any values.
type Reading = Callable[[Values], int | bool]


def _of_all(apply: Callable[[list[int | bool]], int | bool], parts: list[Reading]) -> Reading:
    return lambda values: apply([part(values) for part in parts])


def _of_two(apply: Callable[[int, int], int | bool], parts: list[Reading]) -> Reading:
    first, second = parts
    return lambda values: apply(first(values), second(values))


def _not(parts: list[Reading]) -> Reading:
    (part,) = parts
    return lambda values: not part(values)


type _Operators = dict[str, Callable[[list[Reading]], Reading]]

_ARITHMETIC: _Operators = {"+": partial(_of_all, sum), "-": partial(_of_two, sub), "*": partial(_of_all, prod)}
_ORDER: _Operators = {name: partial(_of_two, by) for name, by in (("<", lt), ("<=", le), (">", gt), (">=", ge))}
_SAME: _Operators = {"==": partial(_of_two, eq), "!=": partial(_of_two, ne)}
_LOGIC: _Operators = {"and": partial(_of_all, all), "or": partial(_of_all, any)}
_OPERATORS: _Operators = {**_ARITHMETIC, **_ORDER, **_SAME, **_LOGIC, "!": _not}
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


def question(expression: Expression) -> Callable[[Values], bool | None]:
    """The rule, read once, as a question to ask of any values: whether it holds.

    None when it does not apply because a value it names is blank (blank is not 0).
    """
    names, reading = frozenset(variables(expression)), _reading(expression)
    return lambda values: bool(reading(values)) if names <= values.keys() else None


def holds(expression: Expression, values: Values) -> bool | None:
    """The question asked once."""
    return question(expression)(values)


def _reading(expression: Expression) -> Reading:
    if not isinstance(expression, Mapping):
        return lambda _: expression
    ((operator, operand),) = expression.items()
    if operator == "var":
        return itemgetter(str(operand))
    return _OPERATORS[operator]([_reading(part) for part in _parts(operand)])


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
    if operator not in _OPERATORS:
        raise IllTyped(f"no operator is called “{operator}”")
    wanted = 2 if operator in _EXACTLY_TWO else 1
    if len(operands) < wanted or (operator in {"!", *_EXACTLY_TWO} and len(operands) != wanted):
        raise IllTyped(f"“{operator}” has {len(operands)} operands")


def _parts(operand: object) -> list[Expression]:
    return operand if isinstance(operand, list) else [operand]  # type: ignore[list-item]
