"""The rules of the part of the script that makes words public: small, fetched when needed, every sentence twice and used."""

import re
from pathlib import Path

from tests.browser import test_modules as rules

BOARD = Path(__file__).parents[3] / "site" / "app" / "dieu-hanh"
PUBLIC = BOARD / "public"
# Sentences whose keys are put together at run time.
MADE = ("looks_", "private", "next", "shown", "hiding")


def test_every_sentence_stands_in_both_languages_with_the_same_values() -> None:
    lines = [line for line in rules.texts_of(PUBLIC).splitlines() if re.match(r"  \w+: \{", line)]
    assert len(lines) > 20
    assert [line for line in lines if not re.search(r"\bvi: '.+', en: '.+' \},$", line)] == []
    rules.test_both_languages_of_a_sentence_hold_the_same_values(PUBLIC)
    rules.test_what_opens_a_report_is_called_by_one_word(PUBLIC)


def test_every_sentence_is_used() -> None:
    keys = re.findall(r"^  (\w+): \{", rules.texts_of(PUBLIC), re.M)
    code = "\n".join(file.read_text(encoding="utf-8") for file in PUBLIC.glob("*.js") if file.name != "texts.js")
    assert [key for key in keys if not key.startswith(MADE) and not re.search(rf"\b{key}\b", code)] == []


def test_no_module_has_markup_or_vietnamese_of_its_own() -> None:
    rules.test_no_module_has_markup_or_vietnamese_of_its_own(PUBLIC)
