"""Sixteen coordinators decide about one unit at the same instant: one decision is stored, and one deadline."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from giaoban.campaign import Campaign
from giaoban.reports.decision import Decision, DecisionKind, MovedDeadline
from giaoban.reports.store import ReportStore
from tests.engines.fixtures import Engine
from tests.reports.made import DAY, UNIT, decision, moved, unit_day

COORDINATORS = 16
ROUNDS = 100

type Written = tuple[Decision | None, MovedDeadline | None]


class Coordinator:
    """One coordinator with a store, a client and connections of its own."""

    def __init__(self, number: int, engine: Engine, campaign: Campaign, together: threading.Barrier) -> None:
        self._store = ReportStore(engine.reports)
        self._name, self._campaign, self._together = f"dieu-phoi-{number}", campaign, together

    def decide(self, number: int) -> Written:
        """What of it was the first of its number."""
        mine = decision(DecisionKind.EXCUSE, number, by=self._name)
        move = replace(moved("16:30", number), by=self._name)
        self._together.wait(timeout=30)
        is_first = self._store.decide(unit_day(self._campaign), mine)
        self._together.wait(timeout=30)
        is_first_move = self._store.move_deadline(self._campaign, DAY, move)
        return mine if is_first else None, move if is_first_move else None

    def decide_all(self) -> list[Written]:
        return [self.decide(number) for number in range(1, ROUNDS + 1)]


@pytest.fixture
def rounds(on_dynalite: Engine, campaign: Campaign) -> Iterator[list[tuple[Written, ...]]]:
    """What each coordinator wrote, round by round."""
    together = threading.Barrier(COORDINATORS)
    coordinators = [Coordinator(number, on_dynalite, campaign, together) for number in range(COORDINATORS)]
    with ThreadPoolExecutor(COORDINATORS) as pool:
        running = [pool.submit(each.decide_all) for each in coordinators]
        yield list(zip(*(each.result(timeout=180) for each in running), strict=True))


def test_of_sixteen_decisions_with_one_number_exactly_one_wins_each_of_100_rounds(
    rounds: list[tuple[Written, ...]], on_dynalite: Engine, campaign: Campaign
) -> None:
    winners = [[each for each, _ in written if each] for written in rounds]
    moves = [[each for _, each in written if each] for written in rounds]
    assert len(rounds) == ROUNDS
    assert {len(each) for each in [*winners, *moves]} == {1}
    store = ReportStore(on_dynalite.reports)
    stored = store.unit_day_under(campaign, campaign.units[UNIT], DAY, None).decisions
    assert list(stored) == [winner for (winner,) in winners]
    assert store.moved_deadline(campaign, DAY) == moves[-1][0]
    # Won by many: the race was one.
    assert len({each.by for each in stored}) > COORDINATORS // 2
