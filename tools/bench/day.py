"""Reading a whole day: of this campaign's units, of 1,000, and of every commune of the country."""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from giaoban.campaign import Campaign, Unit
from tools.bench.scene import ENGINE, Scene, scene
from tools.bench.table import Row, show, spread
from tools.bench.warm import observe

SIZES = (143, 1_000, 3_321)
RUNS = 7
BATCH = 25
AIM_RATIO = 1.5
type Item = dict[str, dict[str, str]]


def main() -> None:
    """Prints the table."""
    asyncio.run(_main())


async def _main() -> None:
    async with scene() as at:
        campaigns = {size: filled(at, size) for size in SIZES}
        measured: dict[int, list[tuple[float, float]]] = {size: [] for size in SIZES}
        for _ in range(RUNS):
            for size, campaign in campaigns.items():
                measured[size].append(_read(at, campaign))
    _show(measured)


def _show(measured: dict[int, list[tuple[float, float]]]) -> None:
    wall = {size: spread([each[0] for each in runs])[0] for size, runs in measured.items()}
    cpu = {size: spread([each[1] for each in runs])[0] for size, runs in measured.items()}
    least = SIZES[0]
    rows: list[Row] = [
        (f"{size:,} units", wall[size], cpu[size], cpu[size] / size, cpu[size] / size / (cpu[least] / least))
        for size in SIZES
    ]
    title = f"Reading a day, revision 0 and a full report of each unit, ms, median of {RUNS} interleaved; {ENGINE}"
    heads = ["", "wall", "CPU of ours", "CPU per unit", f"÷ that of {least}"]
    show(f"{title}. Aim: linear (≤ {AIM_RATIO})", heads, rows)


def _read(at: Scene, campaign: Campaign) -> tuple[float, float]:
    """Milliseconds of wall clock and of this process's CPU."""
    store = at.reports
    wall, cpu = time.perf_counter(), time.process_time()
    read = store.day(campaign, campaign.first_day)
    taken = (time.perf_counter() - wall) * 1000, (time.process_time() - cpu) * 1000
    if [each.revision for each in read.units.values()] != [1] * len(campaign.units):
        raise RuntimeError(f"{campaign.slug} was not read whole")
    return taken


def filled(at: Scene, size: int) -> Campaign:
    """A campaign of `size` communes, each item of its first day a copy of one that went through the function."""
    first = at.campaign.first_day
    like = next(unit for unit in at.campaign.units.values() if unit.kind == "commune")
    units = {code: replace(like, code=code) for code in (f"{number:05}" for number in range(1, size + 1))}
    campaign = replace(at.campaign, slug=f"bench-{size}", units=units)
    _write(at, [_copy(item, campaign, unit) for unit in units.values() for item in _originals(at, like)])
    return replace(campaign, first_day=first)


def _originals(at: Scene, unit: Unit) -> list[Item]:
    """Revision 0 and revision 1 of one unit's day, as stored."""
    if not (found := _stored(at)):
        day = at.campaign.first_day
        at.opened(unit, day)
        observe(at, "ReportsFunction", [at.submission(unit, day, at.signed_in(unit))])
        found = _stored(at)
    return found


def _stored(at: Scene) -> list[Item]:
    answer = at.client.query(
        TableName=at.tables["ReportsTable"],
        KeyConditionExpression="#day = :day",
        ExpressionAttributeNames={"#day": "day"},
        ExpressionAttributeValues={":day": {"S": f"{at.campaign.slug}#{at.campaign.first_day}"}},
    )
    # What is of no unit is the day's own: how often it has changed.
    return [each for each in cast("list[Item]", answer["Items"]) if not each["unit_revision"]["S"].startswith("#")]


def _copy(item: Item, campaign: Campaign, unit: Unit) -> Item:
    revision = item["unit_revision"]["S"].partition("#")[2]
    keys = {"day": {"S": f"{campaign.slug}#{campaign.first_day}"}, "unit_revision": {"S": f"{unit.code}#{revision}"}}
    return {**item, **keys}


def _write(at: Scene, items: list[Item]) -> None:
    for batch in _batches(items):
        puts = [{"PutRequest": {"Item": item}} for item in batch]
        at.client.batch_write_item(RequestItems={at.tables["ReportsTable"]: puts})


def _batches(items: list[Item]) -> Iterator[list[Item]]:
    return (items[start : start + BATCH] for start in range(0, len(items), BATCH))
