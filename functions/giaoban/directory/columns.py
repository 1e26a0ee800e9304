"""The words of the list: its columns, roles, channels and languages, found however they are typed."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, cast

from giaoban.fold import fold_for_matching
from giaoban.text import Text

# Without these a file is not a list of people.
NEEDED = ("unit", "role", "name")


@cache
def _data() -> dict[str, Any]:
    return cast("dict[str, Any]", json.loads((Path(__file__).parent / "columns.json").read_text(encoding="utf-8")))


def words_of(kind: str) -> dict[str, Text]:
    """`columns`, `roles`, `channels` or `languages`: id → how it is written."""
    return {name: Text.read(each) for name, each in _data()[kind].items()}


def guide() -> list[Text]:
    return [Text.read(each) for each in _data()["guide"]]


@cache
def _meanings(kind: str) -> Mapping[str, str]:
    found = {fold_for_matching(name): name for name in _data()[kind]}
    for name, each in _data()[kind].items():
        found |= {fold_for_matching(written): name for written in (each["vi"], each["en"], *each["also"])}
    return found


def meaning(kind: str, text: str) -> str | None:
    """The id that this text means, in either language, with or without diacritics."""
    return _meanings(kind).get(fold_for_matching(text))
