"""What every official letter says of itself, Vietnamese and English side by side in words.json."""

from functools import cache
from pathlib import Path

from giaoban.text import Text, Value, read_texts


@cache
def _words() -> dict[str, Text]:
    return read_texts(Path(__file__).parent / "words.json")


def say(name: str, /, **values: Value) -> str:
    """The sentence `name` of words.json, filled, in Vietnamese: the language of official letters."""
    return _words()[name].fill(values).vi
