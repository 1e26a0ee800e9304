"""Consolidating a day: the centre's 143 units, 1,000, and every commune of the country. Rules only, no store."""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from giaoban.access import Role
from giaoban.campaign import Campaign, load
from giaoban.editions.canonical import canonical
from giaoban.editions.consolidate import consolidate
from giaoban.editions.content.edition import Edition
from giaoban.editions.edition import EditionKind, Frozen, Imprint, frozen
from giaoban.reports.opening import baseline_of
from giaoban.reports.report import Author, Day, Report, UnitDay
from giaoban.reports.submission import read_submission
from giaoban.schemas import schemas_folder
from tools.bench.table import Row, show, spread
from tools.replay.history import sendings_by_day
from tools.replay.unit_day import Sending

SIZES = (143, 1_000, 3_321)
SEED, RUNS = 45, 7
AIM_MS, AIM_RATIO = 1_000, 1.5
MEBIBYTE = 1024
LINK = Author(Role.REPORTER, "bench")

type Days = dict[date, dict[str, UnitDay]]


def main() -> None:
    """Prints the table; each size in a process of its own, for its peak memory."""
    measured = [_in_own_process(size) for size in SIZES]
    least = measured[0][0] / SIZES[0]
    rows: list[Row] = [
        (f"{size:,} units", draft, draft / size / least, bytes_ms, read_ms, int(kib), int(peak))
        for size, (draft, bytes_ms, read_ms, kib, peak) in zip(SIZES, measured, strict=True)
    ]
    title = f"The draft of a day against the day before's edition, CPU in ms, median of {RUNS}"
    heads = [
        "",
        "draft",
        f"per unit ÷ that of {SIZES[0]}",
        "to bytes and hash",
        "reading one",
        "JSON, KiB",
        "peak, MiB",
    ]
    show(f"{title}. Aim: ≤ {AIM_MS} for {SIZES[0]} units, linear (≤ {AIM_RATIO})", heads, rows)


def _in_own_process(size: int) -> list[float]:
    done = subprocess.run(
        [sys.executable, "-m", "tools.bench.editions", str(size)], check=True, capture_output=True, text=True
    )
    found: list[float] = json.loads(done.stdout)
    return found


def _measure(size: int) -> list[float]:
    """Milliseconds of draft, of writing and of reading, then KiB of JSON and MiB of memory at most."""
    campaign = _of_size(size)
    first, second = (campaign.first_day + timedelta(days=number) for number in range(2))
    units = _days(campaign)
    previous = frozen(_draft(campaign, second, units, _edition(campaign, first, units)))
    draft = _cpu(lambda: _draft(campaign, second, units, previous))
    content = canonical(previous.content)
    writing, reading = _cpu(lambda: frozen(previous.content)), _cpu(lambda: json.loads(content))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEBIBYTE
    return [draft, writing, reading, len(content) / 1024, peak]


def _cpu(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(RUNS):
        began = time.process_time()
        work()
        taken.append((time.process_time() - began) * 1000)
    return spread(taken)[0]


def _edition(campaign: Campaign, day: date, units: Days) -> Frozen[Edition]:
    return frozen(_draft(campaign, day, units, None))


def _draft(campaign: Campaign, day: date, units: Days, previous: Frozen[Edition] | None) -> Edition:
    at = campaign.opens(day) + timedelta(hours=16, minutes=48)
    return consolidate(Day(campaign, day, units[day]), Imprint[Edition](1, EditionKind.DRAFT, at, previous=previous))


def _days(campaign: Campaign) -> Days:
    """Two replayed days of the campaign's units, each as often as it takes."""
    made: Days = {}
    for number, sent in enumerate(sendings_by_day(campaign, 2, SEED)):
        day = campaign.first_day + timedelta(days=number)
        made[day] = _day(campaign, day, sent, list(made.values()))
    return made


def _day(
    campaign: Campaign, day: date, sent: Mapping[str, list[Sending]], window: list[dict[str, UnitDay]]
) -> dict[str, UnitDay]:
    return {
        unit.code: UnitDay(
            campaign,
            unit,
            day,
            baseline_of(unit, day, campaign, window),
            tuple(_report(campaign, each, number) for number, each in enumerate(sent[unit.code], start=1)),
        )
        for unit in campaign.units.values()
    }


def _report(campaign: Campaign, sending: Sending, revision: int) -> Report:
    sent = read_submission(sending.body, campaign.form_of(campaign.units[sending.unit]), [])
    return Report(campaign.slug, sending.unit, sending.day, revision, sending.at, sent, LINK)


def _of_size(size: int) -> Campaign:
    """Hanoi's units again and again, with codes of their own."""
    campaign = load(schemas_folder() / "campaigns" / "hanoi-45")
    own = list(campaign.units.values())
    units = [replace(own[number % len(own)], code=f"{number:05}") for number in range(size)]
    return replace(campaign, units={unit.code: unit for unit in units})


if __name__ == "__main__":
    print(json.dumps(_measure(int(sys.argv[1]))))
