"""What the documents and their e-mails say, Vietnamese and English side by side in words.json."""

import json
from functools import cache
from pathlib import Path

from giaoban.text import Text, Value


@cache
def _words() -> dict[str, Text]:
    data = json.loads((Path(__file__).parent / "words.json").read_text(encoding="utf-8"))
    return {name: Text.read(both) for name, both in data.items()}


def words(name: str, /, **values: Value) -> Text:
    """The sentence `name` of words.json, filled."""
    return _words()[name].fill(values)


def say(name: str, /, **values: Value) -> str:
    """The same in Vietnamese, in which official documents are written."""
    return words(name, **values).vi
