"""Vietnamese mobile numbers in any usual notation; and nothing else, with the reason."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.directory.phone import PREFIXES, as_written_here, mobile
from giaoban.problem import Problem

WANTED = "+84912345678"
NOTATIONS = [
    "0912345678",
    "0912 345 678",
    "0912.345.678",
    "0912-345-678",
    "091 234 5678",
    "(091) 234 5678",
    "(0912) 345-678",
    "+84912345678",
    "+84 912 345 678",
    "+84 (0)912 345 678",
    "(+84) 912.345.678",
    "84912345678",
    "84 912 345 678",
    "0084912345678",
    "00 84 912 345 678",
    "912345678",
    "912 345 678",
    " 0912345678\t",
    "0912\u00a0345\u00a0678",
    "0912\u202f345\u2009678",
    "０９１２３４５６７８",
    "＋８４ ９１２ ３４５ ６７８",
    "0912–345–678",
    "0912‑345‑678",
    "\u202a0912345678\u202c",
    "\u200e+84 912 345 678",
    "\ufeff0912345678",
]
REFUSED = {
    "024 3825 0000": "landline",
    "+84 24 3825 0000": "landline",
    "0236 382 1000": "landline",
    "02363821000": "landline",
    "0162 345 6789": "old_number",
    "+84 123 456 7890": "old_number",
    "+856 20 5555 0000": "foreign_number",
    "0086 138 0000 0000": "foreign_number",
    "+1 202 555 0100": "foreign_number",
    "0912345678 / 0987654321": "several_numbers",
    "0912345678, 0987654321": "several_numbers",
    "0912345678;0987654321": "several_numbers",
    "": "not_a_mobile",
    "091234567": "not_a_mobile",
    "09123456789": "not_a_mobile",
    "0112345678": "not_a_mobile",
    "0512345678": "not_a_mobile",
    "0952345678": "not_a_mobile",
    "1900 1009": "not_a_mobile",
    "113": "not_a_mobile",
    "9.12345678E+08": "not_a_mobile",
    "0912345678.0": "not_a_mobile",
    "0912 345 67O": "not_a_mobile",
    "ĐT: 0912345678": "not_a_mobile",
    "0912345678 (zalo)": "not_a_mobile",
    "٠٩١٢٣٤٥٦٧٨": "not_a_mobile",
    "0912+345678": "not_a_mobile",
    "++84912345678": "not_a_mobile",
    "=0912345678": "not_a_mobile",
    "0912345678\r\nBcc: x": "not_a_mobile",
    "+84 000 000 001": "not_a_mobile",
    "9" * 10_000: "not_a_mobile",
}


@pytest.mark.parametrize("text", NOTATIONS)
def test_any_usual_notation_is_the_same_number(text: str) -> None:
    assert mobile(text, "/phone") == WANTED


@pytest.mark.parametrize("text, rule", REFUSED.items())
def test_what_is_no_mobile_number_is_refused_with_the_reason(text: str, rule: str) -> None:
    found = mobile(text, "/rows/7/phone")
    assert isinstance(found, Problem)
    assert (found.path, found.rule) == ("/rows/7/phone", rule)


NUMBERS = st.builds(str.__add__, st.sampled_from(sorted(PREFIXES)), st.text("0123456789", min_size=7, max_size=7))
BEGINNINGS = st.sampled_from(["0", "+84", "84", "0084", "", "+84 (0)", "(+84) "])
BETWEEN = st.lists(st.sampled_from(["", " ", ".", "-", "\u00a0", " - ", "\u2013", ")", "("]), min_size=8, max_size=8)


@given(NUMBERS, BEGINNINGS, BETWEEN, st.booleans())
def test_every_number_of_a_mobile_network_is_found_however_it_is_written(
    number: str, begins: str, between: list[str], is_wide: bool
) -> None:
    text = begins + number[0] + "".join(space + digit for space, digit in zip(between, number[1:], strict=True))
    wide = "".join(chr(ord(each) + 0xFEE0) if "!" <= each <= "~" else each for each in text)
    assert mobile(wide if is_wide else text, "") == f"+84{number}"


@given(st.text(max_size=80))
def test_whatever_is_taken_is_a_number_of_a_mobile_network_and_is_taken_again(text: str) -> None:
    found = mobile(text, "")
    if isinstance(found, str):
        assert found[:3] == "+84"
        assert found[3:5] in PREFIXES
        assert len(found) == 12
        assert found.isascii()
        assert [unicodedata.digit(each) for each in unicodedata.normalize("NFKC", text) if each.isdigit()][-9:] == [
            int(each) for each in found[3:]
        ]
        assert mobile(found, "") == mobile(as_written_here(found), "") == found


@given(NUMBERS)
def test_as_it_is_written_in_a_list_no_spreadsheet_takes_it_for_a_number_or_a_formula(number: str) -> None:
    written = as_written_here(f"+84{number}")
    assert (written[0], written[4], written[8]) == ("0", " ", " ")


class TestNumbersThatRingNowhere:
    """No number of Vietnam begins with 0 after +84: such ones are for invented people, where a campaign says so."""

    @pytest.mark.parametrize("text", ["+84000000001", "+84 000 000 001", "(+84) 000-000-001"])
    def test_they_are_taken_where_the_campaigns_data_allow_them(self, text: str) -> None:
        assert mobile(text, "", "+84000") == "+84000000001"
        assert isinstance(mobile(text, ""), Problem)
        assert mobile(as_written_here("+84000000001"), "", "+84000") == "+84000000001"

    @pytest.mark.parametrize("text", ["+84000", "+840000000012", "0000000001", "000 000 001", "+84010000001"])
    def test_nothing_else_is(self, text: str) -> None:
        assert isinstance(mobile(text, "", "+84000"), Problem)

    def test_where_they_are_allowed_real_ones_are_as_well(self) -> None:
        assert mobile("0912 345 678", "", "+84000") == WANTED
