"""What people typed, in letters that the one font has."""

from types import ModuleType

import pytest

from giaoban.documents import words as documents_words
from giaoban.letters import words as letters_words
from giaoban.letters.font import characters
from giaoban.letters.legible import MARK, legible
from tests.letters.decision import FONTS

FONT = characters(FONTS)


@pytest.mark.parametrize(
    "typed, shown",
    [
        ("Xã Ứng Hòa – 62,13% “đủ”", "Xã Ứng Hòa – 62,13% “đủ”"),
        ("Cảm ơn 😀", f"Cảm ơn {MARK}"),
        ("👩‍👩‍👧 và 🇻🇳", f"{MARK} và {MARK}"),
        ("中文 字", MARK),
        ("شكرا", MARK),
        ("שלום bạn", f"{MARK} bạn"),
        ("\u202eđảo\u202c", "đảo"),
        ("a\u0301", "á"),
        ("một\t hai", "một hai"),
        ("một\r\n\n hai", "một\nhai"),
        ("\x07x", " x"),
        ("12\u00a0000", "12\u00a0000"),
        ("", ""),
    ],
)
def test_what_can_be_shown_is_and_what_cannot_is_marked(typed: str, shown: str) -> None:
    assert legible(typed, FONT) == shown


@pytest.mark.parametrize("words", [documents_words, letters_words])
def test_the_font_has_every_letter_of_the_words(words: ModuleType) -> None:
    said = "".join(text.vi + text.en for text in words._words().values())
    assert {letter for letter in said if ord(letter) not in FONT and letter not in "\n"} == set()
