"""What looks like somebody's number, address or name in a text: rather too much than too little."""

import json
import time
from typing import Any

import pytest

from giaoban.reports.personal import looks_personal
from giaoban.schemas import schemas_folder
from tests.browser.hostile import CORPUS

VECTORS = json.loads((schemas_folder() / "vectors" / "personal.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda vector: vector["text"][:30])
def test_what_may_be_somebodys_is_shown_and_dates_amounts_and_places_are_nobodys(vector: dict[str, Any]) -> None:
    """The pages find the same: tests/browser/node/personal.test.mjs."""
    assert [each.view() for each in looks_personal(vector["text"])] == vector["found"]


def test_no_text_takes_long_to_look_at() -> None:
    texts = [*CORPUS, "0" * 1000, "0 " * 500, "bà " * 333, "a." * 500, "1.000" * 200, "(" * 1000, "bà Nguyễn " * 100]
    began = time.process_time()
    for text in texts:
        looks_personal(text)
    assert time.process_time() - began < 1
