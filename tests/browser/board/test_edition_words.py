"""The rules of the edition's part of the script: small, every sentence in two languages, each of them used."""

import gzip
import re
from pathlib import Path

from tests.browser import test_modules as rules

EDITION = Path(__file__).parents[3] / "site" / "app" / "dieu-hanh" / "edition"
# Sentences whose keys are put together at run time.
MADE = ("stands_", "willLack_", "type_", "mail_", "count_", "problem_", "odd_")


def test_it_is_small_for_it_comes_in_the_busiest_hour() -> None:
    files = sorted([*EDITION.glob("*.js"), *EDITION.glob("*.css")])
    size = sum(len(gzip.compress(file.read_bytes())) for file in files)
    print(f"{len(files)} files, {size / 1024:.1f} KB gzip")
    assert size <= 34 * 1024


def test_every_sentence_stands_in_both_languages_with_the_same_values() -> None:
    rules.test_every_sentence_stands_in_both_languages(EDITION)
    rules.test_both_languages_of_a_sentence_hold_the_same_values(EDITION)
    rules.test_what_opens_a_report_is_called_by_one_word(EDITION)


def test_every_sentence_is_used() -> None:
    keys = re.findall(r"^  (\w+): \{", rules.texts_of(EDITION), re.M)
    code = "\n".join(file.read_text(encoding="utf-8") for file in EDITION.glob("*.js") if file.name != "texts.js")
    assert [key for key in keys if not key.startswith(MADE) and not re.search(rf"\b{key}\b", code)] == []


def test_no_module_has_markup_or_vietnamese_of_its_own() -> None:
    rules.test_no_module_has_markup_or_vietnamese_of_its_own(EDITION)
