"""From the tick of a wave to the last hand-over: a thousand recipients, on the whole system with its engine."""

import json
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

from giaoban.campaign import Campaign, load_all
from giaoban.contact import Channel, Duty
from giaoban.directory.person import Entry, Person
from giaoban.directory.store import DirectoryStore
from tools.bench import usage
from tools.bench.running import running
from tools.bench.scene import BUILD, ENGINE, SCRATCH
from tools.bench.table import Row, show
from tools.cli.system import System, use

RECIPIENTS = 1_000
AIM_SECONDS = 10
PATIENCE_SECONDS = 600
# Units, and so how many people each has.
SIZES = (143, 1_000)
# Wave, its hour, the channel that its recipients have.
WAVES = [("sms_before", "15:30", Channel.SMS), ("email_before", "15:00", Channel.EMAIL)]
HEADS = [
    "",
    "tick answers",
    "first out",
    "last out",
    "CPU of send",
    "of the duties",
    "of receipts",
    "of the engine",
    "all",
]


@dataclass(frozen=True)
class Handed:
    """Seconds after the slot; `cpu` seconds by part of the system."""

    ticked: float
    first: float
    last: float
    cpu: dict[str, float]

    def row(self, name: str) -> Row:
        parts = [
            self.cpu.get(part, 0.0) for part in ("function send", "function duties", "function receipts", "engine")
        ]
        return name, self.ticked, self.first, self.last, *parts, sum(self.cpu.values())


def main() -> None:
    """Prints the table."""
    rows = [row for units in SIZES for row in _rows(units)]
    title = f"Reminders: {RECIPIENTS:,} recipients, seconds from the tick to the provider's stand-in; {ENGINE}"
    show(f"{title}. Aim: last ≤ {AIM_SECONDS} s", HEADS, rows)


def _rows(units: int) -> Iterator[Row]:
    for wave, clock, channel in WAVES:
        with running(f"reminders-{units}", _functions(units)) as run_file:
            run = json.loads(run_file.read_text(encoding="utf-8"))
            system = use(System.read(run))
            campaign = load_all()[str(system.campaign)]
            codes = _codes(units)
            store = DirectoryStore(system.table("DIRECTORY_TABLE"))
            for person in _people(codes, channel):
                store.add(campaign.slug, person)
            handed = _hand_over(system.origin, int(run["pid"]), campaign, clock)
        yield handed.row(f"{units:,} units, {wave}")


def _hand_over(origin: str, runner: int, campaign: Campaign, clock: str) -> Handed:
    """Raises RuntimeError when they do not come."""
    slot = f"{campaign.first_day}T{clock}:00+07:00"
    with httpx.Client(base_url=origin, trust_env=False, timeout=PATIENCE_SECONDS) as client:
        _open(client, campaign)
        before = usage.cpu_seconds(runner)
        client.put("/dev/clock", json={"at": slot, "quiet": True}).raise_for_status()
        began = time.monotonic()
        client.post("/dev/ticks", json={"slot": slot}).raise_for_status()
        ticked = time.monotonic() - began
        messages = _arrived(client)
        after = usage.cpu_seconds(runner)
    seconds = [_seconds(each["at"]) - _seconds(slot) for each in messages]
    cpu = {part: used - before.get(part, 0.0) for part, used in after.items()}
    return Handed(ticked, min(seconds), max(seconds), cpu)


def _open(client: httpx.Client, campaign: Campaign) -> None:
    """The day begins as any other: every unit's revision 0 stands in it."""
    slot = campaign.opening(campaign.first_day).isoformat()
    client.post("/dev/ticks", json={"slot": slot}).raise_for_status()


def _arrived(client: httpx.Client) -> list[dict[str, str]]:
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        if client.get("/dev/outbox.json?last=0").json()["count"] >= RECIPIENTS:
            found: list[dict[str, str]] = client.get("/dev/outbox.json").json()["messages"]
            return found
        time.sleep(0.5)
    raise RuntimeError(f"only {client.get('/dev/outbox.json?last=0').json()['count']} messages came")


def _seconds(moment: str) -> float:
    hour, minute, second = moment[11:].partition("+")[0].split(":")
    return int(hour) * 3600 + int(minute) * 60 + float(second)


def _codes(units: int) -> list[str]:
    return [f"{number:05}" for number in range(1, units + 1)]


def _people(codes: list[str], channel: Channel) -> Iterator[Person]:
    """As many reporters as there are recipients, the same number for each unit as far as it goes."""
    for number in range(RECIPIENTS):
        unit = codes[number % len(codes)]
        phone, email = f"+84000{number:07}", f"bench-{number}@giaoban.invalid"
        entry = Entry(unit, Duty.REPORTER, f"Người {number}", phone, email, (channel,))
        yield Person(f"{unit}-{number:010x}", entry, version=1)


def _functions(units: int) -> Path:
    """The artefact with so many units in its campaign, and no limit in the way."""
    folder = SCRATCH / f"functions-{units}"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BUILD / "functions", folder)
    (campaign,) = [each for each in (folder / "schemas" / "campaigns").iterdir() if each.is_dir()]
    data = json.loads((campaign / "campaign.json").read_text("utf-8")) | {"milestones": []}
    data["reminders"]["limits"]["sms_per_day"] = data["reminders"]["limits"]["sms_campaign"]
    (campaign / "campaign.json").write_text(json.dumps(data), "utf-8")
    lines = [f"{code},commune,Xã {code},{code} Commune,xã\n" for code in _codes(units)]
    (campaign / "units.csv").write_text("code,kind,name,name_en,division_type\n" + "".join(lines), "utf-8")
    return folder
