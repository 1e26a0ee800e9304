"""What is wrong with a campaign's folder: every mistake is named, with its file and place."""

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema_rs

from giaoban.campaign.campaign import Campaign, Unit
from giaoban.campaign.check_campaign import campaign_mistakes
from giaoban.campaign.check_form import form_mistakes
from giaoban.campaign.check_reminders import reminder_mistakes
from giaoban.campaign.form import Form
from giaoban.campaign.mistake import CampaignRefused, Mistake, plain
from giaoban.campaign.read_campaign import campaign_from, texts_of
from giaoban.campaign.read_form import Json, read_form
from giaoban.campaign.read_units import read_units
from giaoban.campaign.reminder_rules import read_reminder_rules
from giaoban.schemas import schemas_folder


def check(folder: Path) -> Campaign:
    """The campaign of a folder. Raises CampaignRefused with every mistake found."""
    mistakes: list[Mistake] = []
    data = _json(folder, "campaign.json", "campaign.schema.json", mistakes)
    is_sound = not mistakes
    forms = {kind: _form(folder, kind, file, mistakes) for kind, file in _files(data).items()}
    earlier = {kind: _earlier(folder, kind, data, forms[kind], mistakes) for kind in forms} if is_sound else {}
    has_units = bool(_files(data)) and isinstance(data.get("units"), str)
    units = {unit.code: unit for unit in read_units(folder, data, mistakes)} if has_units else {}
    if is_sound:
        mistakes += campaign_mistakes(folder, data, units)
    messages = _messages(folder, data, units, mistakes) if is_sound else {}
    if mistakes:
        raise CampaignRefused(mistakes)
    texts = texts_of(folder, data)
    campaign = campaign_from(data, units, {kind: form for kind, form in forms.items() if form}, texts)
    campaign = replace(campaign, earlier_forms={kind: found for kind, found in earlier.items() if found})
    return replace(campaign, reminders=read_reminder_rules(data, messages)) if messages else campaign


def _messages(folder: Path, data: Json, units: Mapping[str, Unit], mistakes: list[Mistake]) -> Json:
    """What the campaign's messages say; nothing for a campaign that reminds nobody."""
    if "reminders" not in data:
        return {}
    before = len(mistakes)
    messages = _json(folder, data["reminders"]["messages"], "messages.schema.json", mistakes)
    if len(mistakes) == before:
        mistakes += reminder_mistakes(data, messages, units)
    return messages


def _files(data: Json) -> dict[str, str]:
    """The forms' files, as far as a campaign.json with mistakes names them: what is wrong there is told as well."""
    forms = data.get("forms")
    return {kind: file for kind, file in forms.items() if isinstance(file, str)} if isinstance(forms, dict) else {}


@cache
def _schema(name: str) -> jsonschema_rs.Validator:
    schema = json.loads((schemas_folder() / name).read_text(encoding="utf-8"))
    return jsonschema_rs.Draft202012Validator(schema, validate_formats=True)


def _json(folder: Path, file: str, schema: str, mistakes: list[Mistake]) -> Json:
    try:
        data: Mapping[str, Any] = json.loads(
            (folder / file).read_text(encoding="utf-8"), object_pairs_hook=_without_repeats
        )
    except (OSError, ValueError) as error:
        mistakes.append(Mistake(file, "", f"cannot be read: {plain(error)}"))
        return {}
    for found in _schema(schema).iter_errors(data):
        mistakes.append(Mistake(file, "/" + "/".join(map(str, found.instance_path)), found.message))
    return data


def _without_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """JSON keeps the last of two equal names, and would lose a figure without a word."""
    twice = [name for name, count in Counter(name for name, _ in pairs).items() if count > 1]
    if twice:
        raise ValueError(f"“{twice[0]}” stands twice in one object")
    return dict(pairs)


def _form(folder: Path, kind: str, file: str, mistakes: list[Mistake]) -> Form | None:
    before = len(mistakes)
    data = _json(folder, file, "form.schema.json", mistakes)
    if len(mistakes) > before:
        return None
    if data["$id"] != (own := f"urn:giaoban:{folder.resolve().name}:form:{kind}"):
        mistakes.append(Mistake(file, "/$id", f"is not “{own}”"))
    form = read_form(kind, data)
    mistakes.extend(form_mistakes(file, data, form))
    return form


def _earlier(folder: Path, kind: str, data: Json, now: Form | None, mistakes: list[Mistake]) -> tuple[Form, ...]:
    """Forms that phones may still show; what both ask is counted alike, or sums would mix two things."""
    files = data.get("earlier_forms", {}).get(kind, ())
    found = [(file, form) for file in files if (form := _form(folder, kind, file, mistakes))]
    today = now.figures if now else {}
    for file, form in found:
        for name, figure in form.figures.items():
            if name in today and (figure.type, figure.measure) != (today[name].type, today[name].measure):
                mistakes.append(Mistake(file, f"/properties/{name}", "is another kind of figure in the form of today"))
    return tuple(form for _, form in found)
