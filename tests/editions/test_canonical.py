"""The canonical form: the bytes that an edition's hash is of (RFC 8785, without fractions)."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.editions.canonical import LARGEST, NotCanonical, canonical, sha256

NAMES = st.text(st.characters(max_codepoint=127, blacklist_categories=["Cs"]))
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-LARGEST, LARGEST) | st.text(st.characters(blacklist_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(NAMES, inner),
)


def test_names_are_sorted_and_nothing_is_spaced() -> None:
    assert canonical({"b": [1, True, None], "a": "Đ"}) == '{"a":"Đ","b":[1,true,null]}'.encode()


def test_the_examples_of_the_standard_for_text_are_written_as_it_says() -> None:
    # RFC 8785, 3.2.2.2: only what must be escaped is, control characters in lower case.
    text = '€$\u000f\nA\'B"\\\\"/'
    assert canonical(text) == '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"'.encode()


@given(VALUES)
def test_it_says_the_same_and_the_same_always(value: Any) -> None:
    written = canonical(value)
    assert json.loads(written) == value
    assert canonical(json.loads(written)) == written


@given(st.dictionaries(NAMES, st.integers(0, 9)))
def test_the_order_in_which_names_were_added_changes_nothing(value: dict[str, int]) -> None:
    assert canonical(dict(reversed(value.items()))) == canonical(value)


@pytest.mark.parametrize(
    "value",
    [1.0, {"a": [0.5]}, float("nan"), LARGEST + 1, {"a": b""}, {"đ": 1}, {1: 2}, {"a": {1}}],
    ids=str,
)
def test_what_has_no_one_way_to_be_written_is_refused(value: object) -> None:
    with pytest.raises(NotCanonical):
        canonical(value)


def test_yes_is_not_one() -> None:
    assert canonical(True) != canonical(1)


def test_the_hash_is_that_of_the_bytes() -> None:
    assert sha256(b"") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
