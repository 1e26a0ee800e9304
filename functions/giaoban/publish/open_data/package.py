"""The files of /data/: tables, editions, and the package that describes them (Frictionless, schema.org)."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from giaoban.publish.feed import feed
from giaoban.publish.open_data import daily, reference
from giaoban.publish.open_data.table import Field, Table
from giaoban.publish.story import Issue, Story
from giaoban.publish.words import say

LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def tables(story: Story, programme: Mapping[str, Any]) -> list[Table]:
    """Every table, in the order in which a reader meets them."""
    campaign = story.campaign
    return [
        daily.reporting(story),
        daily.target_days(story),
        daily.totals(story),
        *[daily.unit_days(story, kind) for kind in campaign.forms],
        daily.changes(story),
        daily.notes(story),
        reference.editions(story),
        reference.units(campaign),
        reference.figures(campaign),
        reference.targets(campaign),
        reference.programme(programme),
    ]


def files(
    story: Story, made: Sequence[Table], programme: Mapping[str, Any], origin: str
) -> Iterator[tuple[str, bytes]]:
    """Each file below /data/ with its content."""
    written = {f"{each.name}.csv": each.csv for each in made}
    yield from written.items()
    yield from _parts(story, made)
    for issue in story.issues:
        yield issue.path, public_file(issue)
    if story.today:
        yield "today.json", public_file(story.today)
    yield "programme.json", _json(programme)
    yield "datapackage.json", _json(datapackage(story, made, written))
    for language in ("vi", "en"):
        yield f"corrections.{language}.atom", feed(story, language, origin)


def _parts(story: Story, made: Sequence[Table]) -> Iterator[tuple[str, bytes]]:
    """One file for each unit and each target, also before it has a row."""
    named = {each.name: each for each in made}
    for unit in story.campaign.units.values():
        yield f"units/{unit.code}.csv", named[f"{unit.kind}_days"].only("unit", unit.code).csv
    listed = [str(row[0]) for row in named["targets"].rows]
    for target in dict.fromkeys([*listed, *(str(row[2]) for row in named["target_days"].rows)]):
        yield f"targets/{target}.csv", named["target_days"].only("target", target).csv


def public_file(issue: Issue) -> bytes:
    """The public part of an edition, with the hash of the whole and the words that belong to every figure."""
    words = {language: say("reported", language) for language in ("vi", "en")}
    return _json({**issue.edition, "edition_sha256": issue.sha256, "notice": words, "licence": LICENCE["name"]})


def datapackage(story: Story, made: Sequence[Table], written: Mapping[str, bytes]) -> dict[str, Any]:
    """The package as Frictionless reads it."""
    campaign = story.campaign
    return {
        "name": f"giaoban-{campaign.slug}",
        "title": campaign.names.en,
        "description": f"{say('reported', 'vi')} {say('reported', 'en')}",
        "licenses": [LICENCE],
        "contributors": [{"title": say("publisher", "en"), "role": "publisher"}],
        **({"created": story.issues[-1].edition["issued_at"]} if story.issues else {}),
        "resources": [_resource(each, written[f"{each.name}.csv"]) for each in made],
    }


def _resource(each: Table, body: bytes) -> dict[str, Any]:
    key = {"primaryKey": list(each.key)} if each.key else {}
    return {
        "name": each.name.replace("_", "-"),
        "path": f"{each.name}.csv",
        "title": each.title.en,
        "description": f"{each.title.vi}. {say('reported', 'vi')} {say('reported', 'en')}",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8-sig",
        "bytes": len(body),
        "hash": f"sha256:{hashlib.sha256(body).hexdigest()}",
        "licenses": [LICENCE],
        "schema": {"fields": [_field(field) for field in each.fields], "missingValues": [""], **key},
    }


def _field(field: Field) -> dict[str, str]:
    # Frictionless reads "default" as ISO 8601 with a zone only from "any".
    style = {"format": "any"} if field.type == "datetime" else {}
    return {"name": field.name, "type": field.type, "title": field.meaning.en, "description": field.meaning.vi, **style}


def _json(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()
