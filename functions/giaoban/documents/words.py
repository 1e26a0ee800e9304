"""What the documents and their e-mails say, Vietnamese and English side by side in words.json."""

from functools import cache
from pathlib import Path

from giaoban.text import Text, Value, read_texts


@cache
def _words() -> dict[str, Text]:
    return read_texts(Path(__file__).parent / "words.json")


def words(name: str, /, **values: Value) -> Text:
    """The sentence `name` of words.json, filled."""
    return _words()[name].fill(values)


def say(name: str, /, **values: Value) -> str:
    """The same in Vietnamese, in which official documents are written."""
    return words(name, **values).vi
