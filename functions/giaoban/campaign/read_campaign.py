"""A campaign from files that have passed every check."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from zoneinfo import ZoneInfo

from giaoban.campaign.campaign import Campaign, Unit
from giaoban.campaign.edition_rules import read_edition_rules
from giaoban.campaign.form import Form
from giaoban.campaign.read_form import Json, read_form
from giaoban.campaign.read_units import unit_of, unit_rows
from giaoban.campaign.reminder_rules import read_reminder_rules
from giaoban.campaign.retention import read_retention
from giaoban.text import Text


def read_checked(folder: Path) -> Campaign:
    """The campaign of a folder whose files are as they were when they were checked."""
    data = json.loads((folder / "campaign.json").read_text(encoding="utf-8"))
    campaign = replace(campaign_of_files(texts_of(folder, data)), earlier_forms=_earlier_forms(folder, data))
    if "reminders" not in data:
        return campaign
    messages = json.loads((folder / data["reminders"]["messages"]).read_text(encoding="utf-8"))
    return replace(campaign, reminders=read_reminder_rules(data, messages))


def _earlier_forms(folder: Path, data: Json) -> dict[str, tuple[Form, ...]]:
    return {
        kind: tuple(read_form(kind, json.loads((folder / file).read_text(encoding="utf-8"))) for file in files)
        for kind, files in data.get("earlier_forms", {}).items()
    }


def campaign_of_files(files: Mapping[str, str]) -> Campaign:
    """From file name → text, as `Campaign.files` keeps it: the campaign that an edition was made with.

    They passed every check when the edition was made, whatever the folder says today. It reminds nobody.
    """
    data = json.loads(files["campaign.json"])
    units = {row["code"]: unit_of(row) for row in unit_rows(files[data["units"]])}
    forms = {kind: read_form(kind, json.loads(files[file])) for kind, file in data["forms"].items()}
    return campaign_from(data, units, forms, files)


def texts_of(folder: Path, data: Json) -> dict[str, str]:
    """The files of a campaign that an edition keeps, as they are."""
    names = ["campaign.json", data["units"], *data["forms"].values()]
    return {name: (folder / name).read_text(encoding="utf-8") for name in names}


def campaign_from(
    data: Json, units: Mapping[str, Unit], forms: Mapping[str, Form], files: Mapping[str, str]
) -> Campaign:
    """The campaign of data that has passed its checks."""
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
        edition=read_edition_rules(data["edition"]),
        retention=read_retention(data.get("retention", {})),
        practice=data.get("practice", False),
        files=files,
        test_numbers=data.get("directory", {}).get("test_numbers"),
    )
