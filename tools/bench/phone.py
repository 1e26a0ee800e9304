"""How long a slow phone needs until somebody can type, and what each page weighs: the built form on the running system."""

import gzip
import json
from datetime import date
from pathlib import Path
from statistics import median

from playwright.sync_api import sync_playwright

from giaoban.access.links import issue
from giaoban.access.store import GrantStore
from giaoban.campaign import load_all
from tools.bench.running import running
from tools.bench.scene import BUILD
from tools.bench.table import Row, show
from tools.cli.system import find_system
from tools.phone.measure import CPU_SLOWDOWN, KBIT_PER_S, LATENCY_MS, visits
from tools.phone.stamp import pages, shell_files
from tools.setup.chromium import CHROMIUM

RUNS = 5
FLAGS = ["--no-sandbox", "--disable-background-networking"]


def main() -> None:
    """Prints the tables."""
    app = BUILD / "app"
    show(
        "JavaScript of a page when it is opened, KiB with gzip",
        ["", "files", "KiB"],
        [_weight(app, page) for page in pages(app)],
    )
    with running("phone") as run, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM.find(), args=FLAGS)
        measured = [visits(browser, link) for link in _links(run)]
        browser.close()
    rows = [
        (name, median(visit.ready_seconds for visit in seen), median(visit.kilobytes for visit in seen), *aims)
        for name, seen, aims in zip(
            ("first visit", "repeat visit"), zip(*measured, strict=True), ((5.0, 120.0), (1.5, 120.0)), strict=True
        )
    ]
    phone = f"{CPU_SLOWDOWN} × slower CPU, {KBIT_PER_S} kbit/s, {LATENCY_MS} ms"
    show(f"Until somebody can type; {phone}; median of {RUNS}", ["", "s", "KiB", "aim s", "aim KiB"], rows)


def _weight(app: Path, page: str) -> Row:
    scripts = [(app / name).read_bytes() for name in shell_files(app, page) if name.endswith(".js")]
    return page, len(scripts), sum(len(gzip.compress(script)) for script in scripts) / 1024


def _links(run: Path) -> list[str]:
    """One link each for as many communes as there are runs: every first visit is a first one."""
    system = find_system(run)
    campaign = next(iter(load_all().values()))
    grants, origin = GrantStore(system.table("ACCESS_TABLE")), json.loads(run.read_text(encoding="utf-8"))["origin"]
    units = list(campaign.units.values())[:RUNS]
    day = date.fromisoformat("2025-08-02")
    return [issue(grants, campaign, unit, day, "bench").address(origin) for unit in units]
