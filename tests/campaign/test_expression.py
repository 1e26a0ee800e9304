"""The language of rules, by the vectors that the phone form answers too."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.campaign.expression import IllTyped, holds, question, type_of, variables
from giaoban.schemas import schemas_folder

VECTORS = json.loads((schemas_folder() / "vectors" / "rules.json").read_text(encoding="utf-8"))
TYPES = {"x": int, "y": int, "b": bool, "c": bool}

X, Y, B = {"var": "x"}, {"var": "y"}, {"var": "b"}

COUNTS = st.recursive(
    st.integers(-1000, 1000) | st.sampled_from([X, Y]),
    lambda parts: st.builds(
        lambda sign, two: {sign: two}, st.sampled_from("+-*"), st.lists(parts, min_size=2, max_size=2)
    ),
    max_leaves=8,
)
COMPARISONS = st.builds(
    lambda sign, two: {sign: two},
    st.sampled_from(["<", "<=", ">", ">=", "==", "!="]),
    st.lists(COUNTS, min_size=2, max_size=2),
)
TRUTHS = st.recursive(
    st.booleans() | st.just(B) | COMPARISONS,
    lambda parts: (
        st.builds(
            lambda sign, all_: {sign: all_}, st.sampled_from(["and", "or"]), st.lists(parts, min_size=2, max_size=3)
        )
        | st.builds(lambda one: {"!": [one]}, parts)
    ),
    max_leaves=6,
)


@pytest.mark.parametrize("vector", VECTORS, ids=[vector["name"] for vector in VECTORS])
def test_the_shared_vectors_are_answered(vector: dict[str, Any]) -> None:
    assert holds(vector["holds"], vector["values"]) is vector["result"]


@pytest.mark.parametrize(
    "expression, why",
    [
        ({"var": "z"}, "nothing is called “z”"),
        ({"<": [X, B]}, "“<” takes int on every side"),
        ({"+": [X, True]}, r"“\+” takes int on every side"),
        ({"and": [B, X]}, "“and” takes bool on every side"),
        ({"or": [X, B]}, "“or” takes bool on every side"),
        ({"!": [X]}, "“!” takes bool on every side"),
        ({"==": [X, B]}, "“==” takes int on every side"),
        ({"!=": [B, 1]}, "“!=” takes bool on every side"),
        ({"/": [X, Y]}, "no operator is called “/”"),
        ({"%": [X, Y]}, "no operator is called “%”"),
        ({"if": [B, X, Y]}, "no operator is called “if”"),
        ({"-": [X]}, "“-” has 1 operands"),
        ({"-": [X, Y, X]}, "“-” has 3 operands"),
        ({"<": [X, Y, X]}, "“<” has 3 operands"),
        ({"!": [B, B]}, "“!” has 2 operands"),
        ({"+": []}, r"“\+” has 0 operands"),
        ({"and": [B, {"<": [X, {"var": "z"}]}]}, "nothing is called “z”"),
    ],
)
def test_an_expression_that_cannot_be_evaluated_says_why(expression: Any, why: str) -> None:
    with pytest.raises(IllTyped, match=f"^{why}$"):
        type_of(expression, TYPES)


@pytest.mark.parametrize(
    "expression, wanted", [(1, int), (True, bool), ({"+": [X, Y, 1]}, int), ({"==": [B, True]}, bool)]
)
def test_an_expression_has_a_type(expression: Any, wanted: type) -> None:
    assert type_of(expression, TYPES) is wanted


@given(TRUTHS, st.integers(-1000, 1000), st.integers(-1000, 1000), st.booleans())
def test_what_is_well_typed_can_be_evaluated(expression: Any, x: int, y: int, b: bool) -> None:
    assert type_of(expression, TYPES) is bool
    assert holds(expression, {"x": x, "y": y, "b": b}) in (True, False)


def plainly(expression: Any, values: dict[str, Any]) -> Any:
    """The language in its plainest words, read anew each time."""
    if not isinstance(expression, dict):
        return expression
    ((operator, operand),) = expression.items()
    if operator == "var":
        return values[operand]
    first, *others = [plainly(part, values) for part in operand]
    match operator:
        case "!":
            return not first
        case "and" | "or":
            return (all if operator == "and" else any)([first, *others])
        case "+" | "-" | "*":
            return eval(operator.join(f"({part})" for part in (first, *others)))  # noqa: S307 - numbers only
        case _:
            return eval(f"({first}) {operator} ({others[0]})")  # noqa: S307 - numbers and truths only


@given(TRUTHS, st.integers(-1000, 1000), st.integers(-1000, 1000), st.booleans())
def test_a_rule_read_once_answers_each_time_what_reading_it_anew_does(expression: Any, x: int, y: int, b: bool) -> None:
    asked = question(expression)
    for values in ({"x": x, "y": y, "b": b}, {"x": y, "y": x, "b": not b}, {"x": 0, "y": 0, "b": b}):
        assert asked(values) is plainly(expression, values)


@given(TRUTHS, st.sets(st.sampled_from(["x", "y", "b"])))
def test_a_rule_speaks_only_when_every_value_it_names_is_there(expression: Any, given_names: set[str]) -> None:
    values = {name: value for name, value in {"x": 3, "y": 4, "b": True}.items() if name in given_names}
    assert (holds(expression, values) is None) == (not set(variables(expression)) <= given_names)
