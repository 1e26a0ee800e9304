"""What goes into a spreadsheet is shown by it, never run, wherever it splits the file."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.cells import STARTS_A_FORMULA, harmless

SEPARATORS = ",;|\t\n\r"


@pytest.mark.parametrize("text", ["=1", "+84", "-1", "@SUM(A1)", "＝1", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(text: str) -> None:
    assert harmless(text).startswith("'")


@pytest.mark.parametrize("text, shown", [
    ("x;=cmd|' /C calc'!A0", "x;'=cmd|' /C calc'!A0"), ("x, =1", "x, '=1"), ('x;"=1"', "x;\"'=1\""), ("x\t=1", "x\t'=1"),
    ("a\n- b\r\n- c", "a\n'- b\r\n'- c"), (" =1", " '=1"), ("x|@y", "x|'@y"), ("\u00a0=1", "\u00a0'=1"), ("x;＝1", "x;'＝1"),
])  # fmt: skip
def test_behind_a_separator_too(text: str, shown: str) -> None:
    assert harmless(text) == shown


@pytest.mark.parametrize("text", ["", "Không", "00004", "a=1", "'=1", "a - b", "1,5", "x; y", "16:00-17:00", "a@b.vn"])
def test_every_other_text_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


@given(st.text(alphabet='=+-@＝ab ,;|\t\r\n"\\u00a0', max_size=20), st.sampled_from(SEPARATORS))
def test_no_piece_of_a_file_is_a_formula_whatever_splits_it(text: str, separator: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file).writerow(["a", harmless(text)])
    pieces = file.getvalue().split(separator)
    assert not [each for each in pieces if each.strip(' "\u00a0\r\n').startswith(STARTS_A_FORMULA)]
