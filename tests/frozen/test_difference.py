"""A recording that differs says where first, and whether something is new, gone or another."""

import pytest

from tests.frozen.difference import difference


@pytest.mark.parametrize(
    "then, now, said",
    [
        ({"a": [1, {"b": None}]}, {"a": [1, {"b": None}]}, None),
        ({"a": [1, 2]}, {"a": [1, 3]}, "/a/1: 2 → 3"),
        ({"a": 1}, {"a": 1, "b": 2}, "/b: new, 2"),
        ({"a": 1, "b": 2}, {"a": 1}, "/b: gone, 2"),
        ([1], [1, 2], "/: [1] → [1, 2]"),
        (1, True, "/: 1 → True"),
        (1, 1.0, "/: 1 → 1.0"),
    ],
)
def test_the_first_difference_has_a_path(then: object, now: object, said: str | None) -> None:
    assert difference(then, now) == said
