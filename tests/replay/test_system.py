"""A replay through the public API of the real system: every day opens with its past."""

import os
from collections.abc import Iterator
from unittest import mock

import pytest

from tests.contract.client import Client
from tests.contract.system import System, running
from tools.replay import play

DAYS = 2
CAMPAIGN = "/v1/campaigns/hanoi-45"


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    with running(tmp_path_factory.mktemp("build")) as started, mock.patch.dict(os.environ, started.environment):
        play(started.run, DAYS, progress=len)
        yield started


@pytest.fixture(scope="module")
def coordinator(system: System) -> Client:
    return system.staff("dieu-phoi-1")


def test_the_clock_stands_at_the_opening_of_the_day_after(system: System) -> None:
    assert system.client().get("/dev/clock").json["at"].startswith("2025-07-26T00:05:0")


@pytest.mark.parametrize("day, received", [("2025-07-24", True), ("2025-07-25", True), ("2025-07-26", False)])
def test_the_board_answers_for_each_of_its_days(coordinator: Client, day: str, received: bool) -> None:
    counts = coordinator.get(f"{CAMPAIGN}/days/{day}", at=f"{day}T18:00:00+07:00").json["counts"]
    assert counts["due"] == 143
    assert (counts["on_time"] > 100) == received


def test_each_day_knows_the_stocks_of_those_before_it(coordinator: Client) -> None:
    known = [_days_of_known_stocks(coordinator, day) for day in ("2025-07-24", "2025-07-25", "2025-07-26")]
    assert known[0] == set()
    assert known[1] == {"2025-07-24"}
    assert "2025-07-25" in known[2]


def _days_of_known_stocks(coordinator: Client, day: str) -> set[str]:
    """Over five communes, since any one of them may have missed a day."""
    codes = ("00004", "00008", "00025", "00070", "00082")
    read = [coordinator.get(f"{CAMPAIGN}/days/{day}/reports/{code}").json for code in codes]
    return {stock["day"] for each in read for stock in each["baseline"]["stocks"].values()}
