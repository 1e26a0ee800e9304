"""What every letter says of itself stands in both languages, and all of it is said."""

import json
import re
from pathlib import Path

import pytest

from giaoban.letters import words
from giaoban.letters.files import printable
from giaoban.text import Text
from tests.letters.decision import FONTS, LETTERHEAD, decision

WORDS = json.loads((Path(words.__file__).parent / "words.json").read_text("utf-8"))


def test_every_sentence_stands_in_both_languages_with_the_same_values() -> None:
    for name, both in WORDS.items():
        assert set(both) == {"vi", "en"}, name
        assert set(re.findall(r"{(\w+)}", both["vi"])) == set(re.findall(r"{(\w+)}", both["en"])), name


def test_none_is_left_over(monkeypatch: pytest.MonkeyPatch) -> None:
    said: set[str] = set()

    class Seen(dict[str, Text]):
        def __getitem__(self, name: str) -> Text:
            said.add(name)
            return super().__getitem__(name)

    monkeypatch.setattr(words, "_words", lambda: Seen({name: Text.read(both) for name, both in WORDS.items()}))
    printable(decision(said="😀"), FONTS)
    LETTERHEAD.signature(is_signed=False)

    assert said == set(WORDS)
