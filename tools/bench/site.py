"""The public site of all 45 days: what it takes to build, what it weighs, and what Lighthouse says of it on a phone."""

import gzip
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

from tools.bench.scene import SCRATCH
from tools.bench.site_server import serving
from tools.bench.table import Row, show
from tools.setup.chromium import CHROMIUM

ROOT = Path(__file__).parents[2]
LIGHTHOUSE = ROOT / "tools" / "node" / "node_modules" / "lighthouse" / "cli" / "index.js"
RUNS = 3
# Lighthouse now and then misses the beginning of its own trace (NO_NAVSTART) and asks to be run again.
ATTEMPTS = 3
PAGES = {
    "Hôm nay": "/",
    "Tiến độ": "/tien-do/",
    "một xã, phường": "/xa-phuong/phuong-ba-dinh/",
    "Chương trình": "/chuong-trinh/",
    "Today": "/en/",
}
CATEGORIES = {"performance": 98, "accessibility": 100, "best-practices": 95, "seo": 100}


def main() -> None:
    """Prints the tables."""
    folder = SCRATCH / "site"
    folder.mkdir(parents=True, exist_ok=True)
    seconds, megabytes = _build(folder)
    show("A full build of 45 days", ["", "measured", "aim"], [("s", seconds, 60), ("MB at its peak", megabytes, 1024)])
    site = folder / "site"
    indexes = [(file.name.split(".")[1], _packed(file)) for file in sorted((site / "assets").glob("search.*.json"))]
    show("Search index, KB with gzip. Aim: ≤ 60", ["", "KB"], indexes)
    with serving(site) as origin:
        rows: list[Row] = [(name, *_judged(origin, path, folder)) for name, path in PAGES.items()]
    heads = ["", *CATEGORIES, "LCP s", "CLS", "KB", "requests"]
    aims: Row = ("aim", *CATEGORIES.values(), 1.6, 0.0, 120.0, 6)
    show(f"Lighthouse 12, its slow phone, first visit, median of {RUNS}", heads, [*rows, aims])


def _build(folder: Path) -> tuple[float, int]:
    """Seconds and peak memory of the job's own command, in a process of its own."""
    editions = folder / "editions"
    if not editions.is_dir():
        subprocess.run(
            [sys.executable, "-m", "tests.publish.demo", str(editions)], cwd=ROOT, check=True, stdout=sys.stderr
        )
    told = ["--editions", str(editions), "--into", str(folder / "site"), "--work", str(folder / "work")]
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, "-m", "giaoban.publish", *told], cwd=ROOT)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    return time.monotonic() - began, used.ru_maxrss // 1024


def _packed(file: Path) -> float:
    return len(gzip.compress(file.read_bytes())) / 1000


def _judged(origin: str, path: str, folder: Path) -> tuple[int | float, ...]:
    """Medians: the four scores, largest paint, shift, weight, requests."""
    reports = [_lighthouse(origin + path, folder / "lighthouse.json") for _ in range(RUNS)]
    scores = [round(median(each["categories"][name]["score"] for each in reports) * 100) for name in CATEGORIES]
    audits = [each["audits"] for each in reports]
    paint = median(each["largest-contentful-paint"]["numericValue"] for each in audits) / 1000
    shift = median(each["cumulative-layout-shift"]["numericValue"] for each in audits)
    weight = median(each["total-byte-weight"]["numericValue"] for each in audits) / 1000
    requests = round(median(len(each["network-requests"]["details"]["items"]) for each in audits))
    return (*scores, paint, shift, weight, requests)


def _lighthouse(address: str, output: Path) -> dict[str, Any]:
    flags = "--headless=new --no-sandbox --disable-background-networking"
    command = [str(ROOT / ".venv" / "bin" / "node"), str(LIGHTHOUSE), address, "--quiet", "--output=json"]
    command += [f"--output-path={output}", f"--chrome-flags={flags}", f"--only-categories={','.join(CATEGORIES)}"]
    environment = {**os.environ, "CHROME_PATH": CHROMIUM.find() or ""}
    for _ in range(ATTEMPTS):
        done = subprocess.run(command, env=environment, check=False, capture_output=True, text=True)
        if done.returncode == 0:
            break
    else:
        raise SystemExit(f"Lighthouse on {address}: {done.stderr.strip()[-500:]}")
    report: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    return report
