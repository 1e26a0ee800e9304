"""What stands in lists and counts of messages: duties, channels, what became of a message."""

from functools import cache
from pathlib import Path

from giaoban.text import Text, read_texts


@cache
def _words() -> dict[str, Text]:
    return read_texts(Path(__file__).with_name("words.json"))


def word(name: str) -> Text:
    """Raises KeyError."""
    return _words()[name]
