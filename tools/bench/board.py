"""The board of a day as a function answers it: of this campaign's units, of 1,000, and of every commune of the country."""

import asyncio
import copy
import csv
import json
import math
import shutil
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from giaoban.board.mark import BYTES, Mark, read_mark
from giaoban.campaign import Campaign
from tools.bench import told
from tools.bench.day import SIZES, filled
from tools.bench.scene import BUILD, ENGINE, SCRATCH, Event, Scene, scene
from tools.bench.table import Row, show, spread
from tools.bench.warm import Observed, observe_program
from tools.runner.worker import Program

DAY = "/v1/campaigns/{c}/days/{d}"
RUNS = 11
WARMING = 2
KIBIBYTE = 1024
UNIT_BYTES = 4096


def main() -> None:
    """Prints the table."""
    asyncio.run(_main())


async def _main() -> None:
    rows: list[Row] = []
    units: list[Row] = []
    async with scene() as at:
        campaigns = {size: filled(at, size) for size in SIZES}
        for campaign in campaigns.values():
            told.fill(at, campaign)
        program, cookie = _program(at, list(campaigns.values())), at.signed_in()
        for size, campaign in campaigns.items():
            event = at.event("GET", DAY, {"c": campaign.slug, "d": campaign.first_day.isoformat()}, cookie)
            rows += _rows(f"{size:,} units", program, event)
            units.append(_read_units(f"{size:,} units", at, campaign))
    title = (
        f"The board of a day, every unit with a full report, three people and six messages, CPU in ms, "
        f"median of {RUNS} in one process; {ENGINE}"
    )
    heads = ["", "status", "CPU", "of it outside the AWS client", "body, KiB", "calls"]
    show(f"{title}. Aim: an open board on which nothing happens, at most 5 ms beside the session's read", heads, rows)
    show(
        "Read units of a look beside the session's one: items of a table added up, 4 KiB a unit. Aim: unchanged <= 2",
        ["", "whole board", "open board: unchanged", "changed, or after a minute", "messages, once a minute when seen"],
        units,
    )


def _rows(name: str, program: Program, event: Event) -> list[Row]:
    """As a page asks that knows nothing of changes, whole and unchanged; then as one that stays open."""
    whole, same = _seen(program, event), _seen(program, _asked(event, _seen(program, event)[0].etag))
    found = [_row(name, whole, 200), _row("  unchanged", same, 304)]
    for part in ("reports", "messages"):
        first = _seen(program, _asked(event, part=part))
        mark = read_mark(first[0].etag)
        if mark is None:
            raise RuntimeError(f"{name}: no tag")
        before = replace(mark, changes=mark.changes - 1)
        found.append(_row(f"  open board, {part}: everything", first, 200))
        found.append(_row("    nothing has changed", _seen(program, _asked(event, mark.tag, part)), STATUS[part]))
        found.append(_row("    one unit has", _seen(program, _asked(event, _other(before).tag, part)), 200))
        found.append(_row("    read again, nothing has", _seen(program, _asked(event, before.tag, part)), 200))
    return found


# Messages are read whenever they are asked for; a page asks once a minute.
STATUS = {"reports": 304, "messages": 200}


def _other(mark: Mark) -> Mark:
    """Of a page that knows another first unit."""
    return replace(mark, digests=mark.digests[:BYTES] + b"\x00" * BYTES + mark.digests[2 * BYTES :])


def _asked(event: Event, tag: str = "", part: str = "") -> Event:
    asked = copy.deepcopy(event)
    headers = asked["headers"]
    assert isinstance(headers, dict)  # noqa: S101 - the gateway's own event
    headers["if-none-match"] = tag
    if part:
        asked["queryStringParameters"] = {"changes": part}
    return asked


def _seen(program: Program, event: Event) -> list[Observed]:
    return observe_program(program, [event] * (RUNS + WARMING))[WARMING:]


def _read_units(name: str, at: Scene, campaign: Campaign) -> Row:
    day = f"{campaign.slug}#{campaign.first_day.isoformat()}"
    reports = _units_of(at, "ReportsTable", "day", day)
    messages = _units_of(at, "RemindersTable", "day", day)
    people = _units_of(at, "DirectoryTable", "campaign", campaign.slug)
    # Beside them the item that says whether reminders are paused, and the count.
    return name, reports + messages + people + 1, 1, 1 + reports + 1, messages + people


def _units_of(at: Scene, table: str, key: str, partition: str) -> int:
    """Of a consistent Query of the whole partition."""
    pages = at.client.get_paginator("query").paginate(
        TableName=at.tables[table],
        KeyConditionExpression="#key = :key",
        ExpressionAttributeNames={"#key": key},
        ExpressionAttributeValues={":key": {"S": partition}},
    )
    return math.ceil(sum(_size(item) for page in pages for item in page["Items"]) / UNIT_BYTES)


def _size(item: Mapping[str, Mapping[str, object]]) -> int:
    """Names and values in UTF-8, as DynamoDB counts them; near enough for numbers."""
    return sum(len(name.encode()) + len(str(next(iter(value.values()))).encode()) for name, value in item.items())


def _row(name: str, seen: list[Observed], wanted: int) -> Row:
    """Raises RuntimeError for an answer of another status."""
    if wrong := [each for each in seen if each.status != wanted]:
        raise RuntimeError(f"{name}: {wrong[0]}")
    cpu, own = spread([each.cpu for each in seen])[0], spread([each.own for each in seen])[0]
    calls = ", ".join(f"{count} {call}" for call, count in Counter(seen[0].calls).items())
    return name, wanted, cpu, own, seen[0].size / KIBIBYTE, calls


def _program(at: Scene, campaigns: list[Campaign]) -> Program:
    """The board's function as built, with these campaigns beside the shipped one."""
    folder = SCRATCH / "board"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BUILD / "functions", folder)
    for campaign in campaigns:
        _write(folder / "schemas" / "campaigns", at.campaign.slug, campaign)
    built = at.program("BoardFunction")
    moved = {"LAMBDA_TASK_ROOT": str(folder), "PYTHONPATH": f"{folder}:{BUILD / 'runtime'}"}
    return replace(built, folder=folder, environment={**built.environment, **moved})


def _write(campaigns: Path, like: str, campaign: Campaign) -> None:
    """A campaign's folder: the shipped one's, but for its name and its units."""
    folder = campaigns / campaign.slug
    shutil.copytree(campaigns / like, folder)
    data = json.loads((folder / "campaign.json").read_text("utf-8")) | {"slug": campaign.slug, "milestones": []}
    (folder / "campaign.json").write_text(json.dumps(data), "utf-8")
    for form in (folder / "forms").glob("*.json"):
        form.write_text(
            form.read_text("utf-8").replace(f"urn:giaoban:{like}:", f"urn:giaoban:{campaign.slug}:"), "utf-8"
        )
    with (folder / "units.csv").open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file)
        table.writerow(["code", "kind", "name", "name_en", "division_type"])
        table.writerows([unit.code, unit.kind, unit.names.vi, unit.names.en, "xã"] for unit in campaign.units.values())
