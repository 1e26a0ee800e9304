"""A table of open data: its fields with their meaning, its rows, as CSV."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import cast

from giaoban.cells import harmless
from giaoban.text import Text

type Cell = str | int | bool | None
type Row = Sequence[Cell]

BOM = b"\xef\xbb\xbf"
SELF_REPORTED = "do các đơn vị tự báo cáo / reported by the units themselves"
WRITTEN_BY_THE_UNIT = "nguyên văn do đơn vị viết / in the unit's own words"


@dataclass(frozen=True)
class Field:
    """A column: its type in Frictionless's words, and its meaning."""

    name: str
    type: str
    meaning: Text


@dataclass(frozen=True)
class Table:
    """A named table; `key`: the fields that together are unique."""

    name: str
    title: Text
    key: Sequence[str]
    fields: Sequence[Field]
    rows: Sequence[Row] = field(repr=False)

    @cached_property
    def csv(self) -> bytes:
        """UTF-8 with BOM, lines ended as RFC 4180 says: what spreadsheets and programs both read."""
        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(each.name for each in self.fields)
        writer.writerows([_written(cell) for cell in row] for row in self.rows)
        return BOM + text.getvalue().encode()

    def only(self, column: str, value: str) -> "Table":
        """The rows of one unit or target."""
        at = [each.name for each in self.fields].index(column)
        rows = [row for row in self.rows if row[at] == value]
        return Table(self.name, self.title, self.key, self.fields, rows)


def table(name: str, columns: Iterable[str | Field], rows: Iterable[Row]) -> Table:
    """The table called so in tables.json; its columns as fields.json knows them."""
    known = _tables()[name]
    fields = [_known(each) if isinstance(each, str) else each for each in columns]
    return Table(name, Text(known["vi"], known["en"]), known["key"], fields, list(rows))


def hundredths(value: int | None) -> str | None:
    """6213 → 62.13, exactly."""
    return None if value is None else f"{value // 100}.{value % 100:02d}"


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return harmless(cell) if isinstance(cell, str) else str(cell)


def _known(name: str) -> Field:
    kind, vi, en = _fields()[name]
    return Field(name, kind, Text(vi, en))


@cache
def _tables() -> dict[str, dict[str, str]]:
    return cast("dict[str, dict[str, str]]", _json("tables.json"))


@cache
def _fields() -> dict[str, list[str]]:
    return cast("dict[str, list[str]]", _json("fields.json"))


def _json(name: str) -> object:
    return json.loads((Path(__file__).parent / name).read_text(encoding="utf-8"))
