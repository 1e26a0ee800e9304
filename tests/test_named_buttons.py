"""What messages and refusals tell people to press is written on a button of the phone form."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TOLD = [*(ROOT / "schemas" / "campaigns").glob("*/messages.json"), ROOT / "functions" / "giaoban" / "sentences.json"]
TEXTS = [ROOT / "site" / "app" / "bao-cao" / "texts.js", ROOT / "site" / "app" / "shared" / "words.js"]
PRESSED = re.compile(r"(?:bấm|chọn|chọn mục|press|choose|Đã chọn) “([^”{}]+)”|“([^”{}]+)” (?:was chosen|was pressed)")


def pressed(file: Path) -> list[str]:
    return [one or other for one, other in PRESSED.findall(file.read_text(encoding="utf-8"))]


def written_on_buttons() -> Iterator[str]:
    for file in TEXTS:
        for vi, en in re.findall(r"\bvi: '(.+)', en: '(.+)' \},$", file.read_text(encoding="utf-8"), re.M):
            yield from (vi.casefold(), en.casefold())


@pytest.mark.parametrize("file", TOLD, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_a_text_names_a_button_as_the_button_is_called(file: Path) -> None:
    named = pressed(file)
    assert named, "it names none: look whether it still says which to press"
    assert {each.casefold() for each in named} - set(written_on_buttons()) == set()


def test_messages_say_of_nothing_that_is_quoted_that_it_can_be_pressed_but_of_buttons() -> None:
    """Each quoted word of a campaign's messages is a button's, or a value."""
    for file in TOLD[:-1]:
        quoted = re.findall(r"“([^”]+)”", file.read_text(encoding="utf-8"))
        assert [
            each for each in quoted if not each.startswith("{") and each.casefold() not in set(written_on_buttons())
        ] == []
