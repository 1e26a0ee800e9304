"""Sixteen phones send at the same instant: one revision is stored, fifteen senders are told (design decision 1)."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from giaoban.campaign import Campaign
from giaoban.reports.report import Report
from giaoban.reports.store import ReportStore
from tests.engines.fixtures import Engine
from tests.reports.made import DAY, UNIT, at, report

WRITERS = 16
ROUNDS = 100


class Writer:
    """One phone with a store, a client and connections of its own."""

    def __init__(self, number: int, engine: Engine, campaign: Campaign, together: threading.Barrier) -> None:
        self._store = ReportStore(engine.reports)
        self._report = report(campaign, at("10:00"), figures={"dossiers_online": number})
        self._together = together

    def write(self, revision: int) -> Report | None:
        """What it wrote, if it was the first."""
        mine = replace(self._report, revision=revision)
        self._together.wait(timeout=30)
        return mine if self._store.add(mine) else None

    def write_all(self) -> list[Report | None]:
        return [self.write(revision) for revision in range(1, ROUNDS + 1)]


@pytest.fixture
def rounds(on_dynalite: Engine, campaign: Campaign) -> Iterator[list[tuple[Report | None, ...]]]:
    """What each writer wrote, round by round."""
    together = threading.Barrier(WRITERS)
    writers = [Writer(number, on_dynalite, campaign, together) for number in range(WRITERS)]
    with ThreadPoolExecutor(WRITERS) as pool:
        running = [pool.submit(writer.write_all) for writer in writers]
        yield list(zip(*(each.result(timeout=180) for each in running), strict=True))


def test_of_sixteen_writers_exactly_one_wins_each_of_100_rounds(
    rounds: list[tuple[Report | None, ...]], on_dynalite: Engine, campaign: Campaign
) -> None:
    winners = [[written for written in each if written] for each in rounds]
    assert {len(each) for each in winners} == {1}
    assert len(winners) == ROUNDS
    stored = ReportStore(on_dynalite.reports).unit_day_under(campaign, campaign.units[UNIT], DAY, None).revisions
    assert list(stored) == [winner for (winner,) in winners]
    # Won by nearly everybody at some time: the race was one.
    assert len({each.sent.figures["dossiers_online"] for each in stored}) > WRITERS // 2
