"""What the site says, in both languages: words.json beside this file."""

import json
from functools import cache
from pathlib import Path

from giaoban.publish.edition import Language
from giaoban.publish.numbers import whole
from giaoban.text import Text


@cache
def _all() -> dict[str, Text]:
    data = json.loads((Path(__file__).parent / "words.json").read_text(encoding="utf-8"))
    return {name: Text.read(both) for name, both in data.items()}


def say(name: str, language: Language, /, **values: int | str) -> str:
    """The words called `name`, filled: numbers as the language writes them. Raises KeyError for words not there."""
    text = _all()[name].vi if language == "vi" else _all()[name].en
    for key, value in values.items():
        text = text.replace("{" + key + "}", whole(value, language) if isinstance(value, int) else value)
    return text
