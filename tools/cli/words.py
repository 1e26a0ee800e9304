"""What the command says, English and Vietnamese side by side in words.json; and how it fails."""

import sys
from functools import cache
from pathlib import Path

from giaoban.text import Text, Value, read_texts

WRONG_USE = 2
NOT_DONE = 1


class Failed(Exception):
    """Why a command ends without having done its work; `status` is its exit code."""

    def __init__(self, text: Text, status: int = NOT_DONE) -> None:
        super().__init__(text.en)
        self.text = text
        self.status = status


@cache
def _words() -> dict[str, Text]:
    return read_texts(Path(__file__).parent / "words.json")


def words(name: str, **values: Value) -> Text:
    """The sentence `name` of words.json, filled."""
    return _words()[name].fill(values)


def failed(name: str, **values: Value) -> Failed:
    """The system is in the way: exit code 1."""
    return Failed(words(name, **values))


def misused(name: str, **values: Value) -> Failed:
    """What was asked for cannot be: exit code 2."""
    return Failed(words(name, **values), WRONG_USE)


def tell(text: Text) -> None:
    """To standard error, so that standard output stays a script's own."""
    print(f"{text.en}\n{text.vi}", file=sys.stderr, flush=True)
