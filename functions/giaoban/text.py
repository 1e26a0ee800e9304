"""Sentences people read: Vietnamese and English side by side, kept as data in sentences.json."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Self, TypedDict

from giaoban.language import Language
from giaoban.numbers import reported

type Value = int | bool | str


class Both(TypedDict):
    """A sentence or a name as data: in both languages."""

    vi: str
    en: str


@dataclass(frozen=True)
class Text:
    """One sentence in both languages; `{name}` stands for a value."""

    vi: str
    en: str

    @classmethod
    def read(cls, data: Mapping[str, str]) -> Self:
        return cls(vi=data["vi"], en=data["en"])

    def fill(self, values: Mapping[str, Value]) -> "Text":
        """The sentence with its values: 1234 reads 1.234 in Vietnamese and 1,234 in English."""
        vi, en = self.vi, self.en
        for name, value in values.items():
            vi = vi.replace("{" + name + "}", _written(value, "vi"))
            en = en.replace("{" + name + "}", _written(value, "en"))
        return Text(vi, en)

    def of(self, language: Language) -> str:
        return self.vi if language == "vi" else self.en

    def view(self) -> Both:
        return {"vi": self.vi, "en": self.en}


def _written(value: Value, language: Language) -> str:
    return value if isinstance(value, str) else reported(value, language)


def read_texts(file: Path) -> dict[str, Text]:
    """A file of sentences by their names."""
    data = json.loads(file.read_text(encoding="utf-8"))
    return {name: Text.read(both) for name, both in data.items()}


@cache
def _sentences() -> dict[str, Text]:
    return read_texts(Path(__file__).parent / "sentences.json")


def sentence(name: str, **values: Value) -> Text:
    """The sentence `name` of sentences.json, filled."""
    return _sentences()[name].fill(values)
