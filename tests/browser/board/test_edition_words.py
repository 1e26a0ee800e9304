"""The rules of the board's parts that are fetched later: small, every sentence in two languages, each of them used."""

import re
from pathlib import Path

import pytest

from tests.browser import test_modules as rules

BOARD = Path(__file__).parents[3] / "site" / "app" / "dieu-hanh"
PARTS = [pytest.param(BOARD / name, id=name) for name in ("edition", "reminders")]
# Sentences whose keys are put together at run time.
MADE = (
    *("stands_", "willLack_", "type_", "mail_", "count_", "problem_", "odd_"),
    *("wave_", "why_", "channel_", "stopped_"),
)


@pytest.mark.parametrize("part", PARTS)
def test_every_sentence_stands_in_both_languages_with_the_same_values(part: Path) -> None:
    rules.test_every_sentence_stands_in_both_languages(part)
    rules.test_both_languages_of_a_sentence_hold_the_same_values(part)
    rules.test_what_opens_a_report_is_called_by_one_word(part)


@pytest.mark.parametrize("part", PARTS)
def test_every_sentence_is_used(part: Path) -> None:
    keys = re.findall(r"^  (\w+): \{", rules.texts_of(part), re.M)
    code = "\n".join(file.read_text(encoding="utf-8") for file in part.glob("*.js") if file.name != "texts.js")
    assert [key for key in keys if not key.startswith(MADE) and not re.search(rf"\b{key}\b", code)] == []


@pytest.mark.parametrize("part", PARTS)
def test_no_module_has_markup_or_vietnamese_of_its_own(part: Path) -> None:
    rules.test_no_module_has_markup_or_vietnamese_of_its_own(part)
