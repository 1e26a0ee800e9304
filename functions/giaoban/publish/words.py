"""What the site says, in both languages: words.json beside this file."""

from functools import cache
from pathlib import Path

from giaoban.language import Language
from giaoban.text import Text, Value, read_texts


@cache
def _all() -> dict[str, Text]:
    return read_texts(Path(__file__).parent / "words.json")


def say(name: str, language: Language, /, **values: Value) -> str:
    """The words called `name`, filled: numbers as the language writes them. Raises KeyError for words not there."""
    return _all()[name].fill(values).of(language)
