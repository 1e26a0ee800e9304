"""What the clock makes due of 34 campaigns in which nobody reports: each invocation's units, calls, CPU and time."""

import asyncio
import time
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

import botocore.client

from giaoban.campaign import Campaign
from giaoban.campaign.portion import UNITS
from giaoban.contact import Channel, Duty
from giaoban.directory.person import Entry, Person
from giaoban.directory.store import DirectoryStore
from giaoban.duties.duty import Duty as Asked
from giaoban.duties.duty import What
from giaoban.duties.work import Work
from giaoban.outbox.queue import ToSend
from giaoban.reminders.store import ReminderStore
from giaoban.reminders.waves import WaveStores
from tools.bench.scene import ENGINE, Scene, scene
from tools.bench.table import Row, show

# 3,842 units; one campaign has more than an invocation handles.
SIZES = (500, 143, *[100] * 31, 99)
SLOTS = ("00:05", "15:45", "16:00")
THREADS = 10
TIME_OUT = 60


@dataclass(frozen=True)
class Invocation:
    """`units`: whose revisions 0, or whose messages, were put; seconds of CPU and of the wall's clock."""

    asked: Asked
    units: int
    calls: int
    cpu: float
    seconds: float


@dataclass
class Nudges:
    """In place of the send queue: whoever sends is measured elsewhere."""

    asked: int = 0

    def ask(self, wanted: Sequence[ToSend]) -> int:
        self.asked += len(set(wanted))
        return len(wanted)


@dataclass
class Queue:
    waiting: deque[Asked] = field(default_factory=deque)

    def ask(self, duties: Sequence[Asked]) -> None:
        self.waiting.extend(duties)


def main() -> None:
    """Prints the table."""
    asyncio.run(_main())


async def _main() -> None:
    async with scene() as at:
        rows = await asyncio.to_thread(lambda: list(_rows(at)))
    title = f"34 campaigns, {sum(SIZES):,} units, nobody has reported; {ENGINE}"
    heads = ["", "invocations", "calls", "CPU s", "largest: units", "its calls", "its CPU s", "longest, s"]
    show(f"{title}. An invocation has {TIME_OUT} s, and at most {UNITS} units", heads, rows)


def _rows(at: Scene) -> Iterator[Row]:
    campaigns = {each.slug: each for each in _campaigns(at.campaign)}
    directory = DirectoryStore(at.tables["DirectoryTable"])
    for campaign in campaigns.values():
        people = [directory.staged(campaign.slug, person, 0) for person in _people(campaign)]
        directory.put_all(people)
    nudges, queue, calls = Nudges(), Queue(), _counted()
    with ThreadPoolExecutor(THREADS) as threads:
        outbox = ReminderStore(at.tables["RemindersTable"])
        stores = WaveStores(at.reports, directory, outbox, nudges, threads.map)
        work = Work(campaigns, stores, queue, {}, threads.map)
        day = at.campaign.first_day
        _ticked(work, queue, calls, day, SLOTS[0])
        for clock in SLOTS:
            yield _row(clock, _ticked(work, queue, calls, day + timedelta(days=1), clock))


def _ticked(work: Work, queue: Queue, calls: Iterator[int], day: date, clock: str) -> list[Invocation]:
    """All that follows from a slot, one invocation after the other."""
    slot = datetime.fromisoformat(f"{day}T{clock}:00+07:00")
    queue.ask([Asked(What.CAMPAIGN, slug, slot) for slug in work.campaigns])
    found: list[Invocation] = []
    while queue.waiting:
        asked = queue.waiting.popleft()
        before, began, cpu = next(calls), time.monotonic(), time.process_time()
        done = work.do(asked)
        spent, seconds = time.process_time() - cpu, time.monotonic() - began
        found.append(Invocation(asked, _units(done), next(calls) - before - 1, spent, seconds))
    return found


def _row(clock: str, found: Sequence[Invocation]) -> Row:
    largest = max(found, key=lambda each: each.cpu)
    calls, cpu = sum(each.calls for each in found), sum(each.cpu for each in found)
    longest = max(each.seconds for each in found)
    return clock, len(found), calls, cpu, max(each.units for each in found), largest.calls, largest.cpu, longest


def _units(done: Mapping[str, Sequence[Mapping[str, object]]]) -> int:
    return sum(int(str(each.get("units", 0))) for some in done.values() for each in some)


def _counted() -> Iterator[int]:
    """Counts every call of the AWS client from here on, and every look at it."""
    counter, call = count(), botocore.client.BaseClient._make_api_call

    def counted(self: Any, operation: str, arguments: dict[str, Any]) -> Any:
        next(counter)
        return call(self, operation, arguments)

    botocore.client.BaseClient._make_api_call = counted
    return counter


def _campaigns(real: Campaign) -> Iterator[Campaign]:
    first = next(unit for unit in real.units.values() if unit.kind == "commune")
    for number, size in enumerate(SIZES):
        units = {f"{code:05}": replace(first, code=f"{code:05}") for code in range(1, size + 1)}
        yield replace(real, slug=f"bench-{number}", units=units)


def _people(campaign: Campaign) -> Iterator[Person]:
    """One of each duty for every unit."""
    for code in campaign.units:
        for number, duty in enumerate(Duty):
            phone = f"+84000{int(code):05}{number:02}"
            entry = Entry(code, duty, f"Người {code} {number}", phone, None, (Channel.SMS,))
            yield Person(f"{code}-{number:010x}", entry, version=1)
