"""What programs put between letters unseen is no part of what somebody typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.shown import as_shown


@pytest.mark.parametrize("text", [
    "Lê Thị Sen",
    "  Lê\u00a0Thị \t Sen ",
    "Lê\u2028Thị\u2029Sen",
    "Lê\u0085Thị\r\nSen",
    "Lê\x0bThị\x0cSen",
    "Le\u0302 Thi\u0323 Sen",
    "\ufeffLê T\u200bh\u200dị Se\u00adn",
    "\u202aLê Thị Sen\u202c",
    "\u202eLê Thị\u2066 Sen\x03\x00",
    "Ｌê\u3000Ｔhị Ｓen",
    "Lê Thị Sen\ufe0f\u3164",
    "Lê Thị\ud800 Sen",
])  # fmt: skip
def test_it_is_the_same_to_whoever_reads_it(text: str) -> None:
    assert as_shown(text) == "Lê Thị Sen"


@pytest.mark.parametrize("text", ["", "m²", "№ 5", "½", "Ê-ban", "日本", "Y Ngông Niê Kđăm", "😀", "\ue000"])
def test_what_is_seen_stays_as_it_is(text: str) -> None:
    assert as_shown(text) == text


@given(st.text())
def test_what_is_clean_is_not_changed_again(text: str) -> None:
    assert as_shown(as_shown(text)) == as_shown(text)
