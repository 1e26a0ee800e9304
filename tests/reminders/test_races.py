"""Many workers with the same queue message at the same instant, on an engine with real races."""

import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign
from giaoban.contact import Duty
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.batch import Batch, PostOffice
from giaoban.outbox.send import send_unit
from giaoban.reminders.store import ReminderStore
from giaoban.reminders.waves import WaveStores
from giaoban.reports.store import ReportStore
from tests.engines.fixtures import Engine
from tests.reminders.ticking import remind
from tests.reminders.world import World
from tests.reports.made import DAY, at

WORKERS = 8
SLOT = at("15:45")


@pytest.fixture
def real(on_dynalite: Engine, reminding: Campaign) -> World:
    """The world on tables instead of dictionaries."""
    world = World(reminding)
    world.reports, world.directory = ReportStore(on_dynalite.reports), DirectoryStore(on_dynalite.directory)  # type: ignore[assignment]
    world.grants, world.outbox = GrantStore(on_dynalite.access), ReminderStore(on_dynalite.reminders)  # type: ignore[assignment]
    world.directory.stored = {}
    for unit in reminding.units:
        for number, role in enumerate(Duty):
            world.directory.stored[unit, str(number)] = {}
            world.somebody(unit, role)
    return world


def test_of_eight_workers_one_hands_each_sms_over(real: World) -> None:
    offices = [_own(real) for _ in range(WORKERS)]
    list(remind(real.stores, real.campaign, SLOT))
    asked = [each for each in dict.fromkeys(real.queue) for _ in range(WORKERS)]
    real.now = SLOT
    at_once = threading.Barrier(WORKERS)

    def work(number: int) -> None:
        for each in dict.fromkeys(asked):
            at_once.wait(timeout=30)
            batch = Batch(offices[number], real.reminding(), SLOT)
            send_unit(batch, real.neighbours(batch, [each]), each)

    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(work, range(WORKERS)))
    assert len(real.handed) == 6
    assert {each.state for each in real.messages("sms_leaders")} == {"SENT"}


def test_eight_ticks_at_once_make_one_wave(real: World) -> None:
    with ThreadPoolExecutor(WORKERS) as pool:
        list(pool.map(lambda _: list(remind(_stores(real), real.campaign, SLOT)), range(WORKERS)))
    assert len(real.messages("sms_leaders")) == 6
    assert real.outbox.heads(real.campaign.slug, DAY)["sms_leaders"].state == "made"


def _own(world: World) -> PostOffice:
    """A store and connections of its own, as another process would have."""
    return replace(world.office, outbox=ReminderStore(world.outbox._items.Meta.table_name))


def _stores(world: World) -> WaveStores:
    return replace(world.stores, outbox=ReminderStore(world.outbox._items.Meta.table_name))
