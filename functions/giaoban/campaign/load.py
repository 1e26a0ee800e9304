"""A campaign from its folder. A broken campaign never starts: every mistake is named, with its file and place."""

import csv
import json
from collections.abc import Iterator, Mapping
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import jsonschema_rs

from giaoban.campaign.campaign import Campaign, Unit
from giaoban.campaign.check import CampaignRefused, Mistake, form_mistakes
from giaoban.campaign.form import Form
from giaoban.campaign.read_form import Json, read_form
from giaoban.text import Text

COLUMNS = ["code", "kind", "name", "name_en", "division_type"]
_SCHEMAS = Path(__file__).parents[2] / "schemas"


def schemas_folder() -> Path:
    """`schemas/`: beside the code in the artefact, at the top of the source tree."""
    return _SCHEMAS if _SCHEMAS.is_dir() else Path(__file__).parents[3] / "schemas"


def load(folder: Path) -> Campaign:
    """The campaign of a folder. Raises CampaignRefused with every mistake found."""
    mistakes: list[Mistake] = []
    data = _json(folder, "campaign.json", "campaign.schema.json", mistakes)
    if mistakes:
        raise CampaignRefused(mistakes)
    forms = {kind: _form(folder, kind, file, mistakes) for kind, file in data["forms"].items()}
    units = {unit.code: unit for unit in _units(folder, data, mistakes)}
    mistakes += _campaign_mistakes(folder, data, units)
    if mistakes:
        raise CampaignRefused(mistakes)
    return _campaign(data, units, {kind: form for kind, form in forms.items() if form})


def load_all(folder: Path | None = None) -> dict[str, Campaign]:
    """Every campaign under `schemas/campaigns`, by slug. Raises CampaignRefused."""
    folders = sorted((folder or schemas_folder() / "campaigns").glob("*/campaign.json"))
    return {campaign.slug: campaign for campaign in (load(each.parent) for each in folders)}


@cache
def _schema(name: str) -> jsonschema_rs.Validator:
    schema = json.loads((schemas_folder() / name).read_text(encoding="utf-8"))
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def _json(folder: Path, file: str, schema: str, mistakes: list[Mistake]) -> Json:
    try:
        data: Mapping[str, Any] = json.loads((folder / file).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        mistakes.append(Mistake(file, "", f"cannot be read: {_plain(error)}"))
        return {}
    for found in _schema(schema).iter_errors(data):
        mistakes.append(Mistake(file, "/" + "/".join(map(str, found.instance_path)), found.message))
    return data


def _form(folder: Path, kind: str, file: str, mistakes: list[Mistake]) -> Form | None:
    before = len(mistakes)
    data = _json(folder, file, "form.schema.json", mistakes)
    if len(mistakes) > before:
        return None
    form = read_form(kind, data)
    mistakes.extend(form_mistakes(file, data, form))
    return form


def _units(folder: Path, data: Json, mistakes: list[Mistake]) -> Iterator[Unit]:
    file = data["units"]
    try:
        rows = list(csv.DictReader((folder / file).read_text(encoding="utf-8-sig").splitlines()))
    except (OSError, ValueError) as error:
        mistakes.append(Mistake(file, "", f"cannot be read: {_plain(error)}"))
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
            yield Unit(row["code"], row["kind"], Text(row["name"], row["name_en"]))


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


def _campaign_mistakes(folder: Path, data: Json, units: Mapping[str, Unit]) -> Iterator[Mistake]:
    if data["slug"] != folder.resolve().name:
        yield Mistake("campaign.json", "/slug", f"“{data['slug']}” is not the name of its folder")
    try:
        ZoneInfo(data["zone"])
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield Mistake("campaign.json", "/zone", f"no time zone is called “{data['zone']}”")
    if data["deadlines"]["report"] >= data["deadlines"]["edition"]:
        yield Mistake("campaign.json", "/deadlines", "the report is due before the edition")
    if data["usual_over_days"] <= data["corrections_close"]["days_after"]:
        yield Mistake("campaign.json", "/usual_over_days", "must reach back further than corrections do")
    owners = {*units, data["centre"]["code"], *data["owners"]}
    for number, milestone in enumerate(data["milestones"]):
        if milestone["owner"] not in owners:
            yield Mistake("campaign.json", f"/milestones/{number}/owner", f"no unit is called “{milestone['owner']}”")


def _campaign(data: Json, units: Mapping[str, Unit], forms: Mapping[str, Form]) -> Campaign:
    return Campaign(
        slug=data["slug"],
        names=Text.read(data["names"]),
        zone=ZoneInfo(data["zone"]),
        first_day=date.fromisoformat(data["first_day"]),
        days=data["days"],
        report_by=time.fromisoformat(data["deadlines"]["report"]),
        edition_by=time.fromisoformat(data["deadlines"]["edition"]),
        close_after_days=data["corrections_close"]["days_after"],
        close_at=time.fromisoformat(data["corrections_close"]["at"]),
        day_opens=time.fromisoformat(data["day_opens"]),
        usual_over_days=data["usual_over_days"],
        help=Text.read(data["help"]),
        help_phone=data["help"]["phone"],
        units=units,
        forms=forms,
        practice=data.get("practice", False),
    )


def _plain(error: Exception) -> str:
    return (error.strerror or "") if isinstance(error, OSError) else str(error)
