"""The board of a day as a function answers it: of this campaign's units, of 1,000, and of every commune of the country."""

import asyncio
import copy
import csv
import json
import shutil
from collections import Counter
from dataclasses import replace
from pathlib import Path

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


def main() -> None:
    """Prints the table."""
    asyncio.run(_main())


async def _main() -> None:
    rows: list[Row] = []
    async with scene() as at:
        campaigns = {size: filled(at, size) for size in SIZES}
        for campaign in campaigns.values():
            told.fill(at, campaign)
        program, cookie = _program(at, list(campaigns.values())), at.signed_in()
        for size, campaign in campaigns.items():
            event = at.event("GET", DAY, {"c": campaign.slug, "d": campaign.first_day.isoformat()}, cookie)
            rows += _rows(f"{size:,} units", program, event)
    title = (
        f"The board of a day, every unit with a full report, three people and six messages, CPU in ms, "
        f"median of {RUNS} in one process; {ENGINE}"
    )
    heads = ["", "status", "CPU", "of it outside the AWS client", "body, KiB", "calls"]
    show(f"{title}. Aim: unchanged, one Query and no body", heads, rows)


def _rows(name: str, program: Program, event: Event) -> list[Row]:
    """Whole, and unchanged."""
    whole = observe_program(program, [event] * (RUNS + WARMING))[WARMING:]
    unchanged = copy.deepcopy(event)
    headers = unchanged["headers"]
    assert isinstance(headers, dict)  # noqa: S101 - the gateway's own event
    headers["if-none-match"] = whole[0].etag
    same = observe_program(program, [unchanged] * (RUNS + WARMING))[WARMING:]
    return [_row(name, whole, 200), _row("  unchanged", same, 304)]


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
