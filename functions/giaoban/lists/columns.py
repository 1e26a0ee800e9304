"""The words of one kind of list, declared as data: its columns and what may stand in them, however they are typed."""

import json
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import Any, cast

from giaoban.fold import fold_for_matching
from giaoban.text import Text


class Columns:
    """`file`: `columns`, `guide`, and a part for each kind of word that a cell is chosen from, such as `roles`.

    Without the columns `needed` a file is no such list.
    """

    def __init__(self, file: Path, needed: tuple[str, ...]) -> None:
        self._file, self.needed, self._known = file, needed, dict[str, Mapping[str, str]]()

    @cached_property
    def _data(self) -> dict[str, Any]:
        return cast("dict[str, Any]", json.loads(self._file.read_text(encoding="utf-8")))

    def words_of(self, kind: str) -> dict[str, Text]:
        """`columns` or a kind of word: id → how it is written."""
        return {name: Text.read(each) for name, each in self._data[kind].items()}

    def guide(self) -> list[Text]:
        return [Text.read(each) for each in self._data["guide"]]

    def meaning(self, kind: str, text: str) -> str | None:
        """The id that this text means, in either language, with or without diacritics."""
        if kind not in self._known:
            self._known[kind] = self._meanings(kind)
        return self._known[kind].get(fold_for_matching(text))

    def _meanings(self, kind: str) -> Mapping[str, str]:
        found = {fold_for_matching(name): name for name in self._data[kind]}
        for name, each in self._data[kind].items():
            found |= {fold_for_matching(written): name for written in (each["vi"], each["en"], *each["also"])}
        return found
