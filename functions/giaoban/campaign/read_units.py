"""Who owes a report: the rows of a campaign's CSV file."""

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from giaoban.campaign.campaign import Unit
from giaoban.campaign.mistake import Mistake, plain
from giaoban.campaign.read_form import Json
from giaoban.text import Text

COLUMNS = ["code", "kind", "name", "name_en", "division_type"]


def read_units(folder: Path, data: Json, mistakes: list[Mistake]) -> Iterator[Unit]:
    """The units of a campaign; what is wrong with the file is added to `mistakes`, line by line."""
    file = data["units"]
    try:
        rows = unit_rows((folder / file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        mistakes.append(Mistake(file, "", f"cannot be read: {plain(error)}"))
        return
    seen: set[str] = set()
    if not rows:
        mistakes.append(Mistake(file, "", "has no unit"))
    for line, row in enumerate(rows, start=2):
        why = _wrong_row(row, data, seen)
        if why:
            mistakes.append(Mistake(file, f"line {line}", why))
        else:
            seen.add(row["code"])
            yield unit_of(row)


def unit_rows(text: str) -> list[dict[str, str]]:
    """The rows of the file, which spreadsheets like to begin with a byte order mark."""
    return list(csv.DictReader(text.removeprefix("\ufeff").splitlines()))


def unit_of(row: Mapping[str, str]) -> Unit:
    return Unit(row["code"], row["kind"], Text(row["name"], row["name_en"]))


def _wrong_row(row: Mapping[str, str | None], data: Json, seen: set[str]) -> str | None:
    if list(row) != COLUMNS:
        return f"columns must be {', '.join(COLUMNS)}"
    code = row["code"] or ""
    if not code.isalnum() or not code.isascii():
        return f"code “{code}” must be letters and digits"
    if code in seen:
        return f"code “{code}” stands there twice"
    if row["kind"] not in data["forms"]:
        return f"no form for the kind “{row['kind']}”"
    return None if row["name"] and row["name_en"] else "name and name_en are both needed"
