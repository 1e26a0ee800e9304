"""The same seed tells the same story, another one another."""

from itertools import chain

import pytest

from giaoban.campaign import Campaign
from tests.replay.conftest import Days
from tools.replay.chance import chance, share, spread
from tools.replay.character import Habit, character
from tools.replay.history import sendings_by_day


def test_the_same_seed_gives_the_same_reports(hanoi: Campaign, days: Days) -> None:
    assert list(sendings_by_day(hanoi, 5, seed=45)) == days[:5]


def test_another_seed_gives_other_reports(hanoi: Campaign, days: Days) -> None:
    assert next(iter(sendings_by_day(hanoi, 1, seed=46))) != days[0]


def test_a_unit_stays_what_it_is(hanoi: Campaign) -> None:
    unit = hanoi.unit("00004")
    assert character(unit, 45) == character(unit, 45)
    assert {character(each, 45).habit for each in hanoi.units.values()} == set(Habit)


def test_no_two_submissions_share_an_id(days: Days) -> None:
    ids = [sending.body["submission_id"] for day in days for sending in chain(*day.values())]
    assert len(set(ids)) == len(ids)


def test_chance_is_the_same_on_every_machine() -> None:
    assert chance(45, "00004", "character").randrange(10**6) == 904_637


@pytest.mark.parametrize(
    "part, whole, expected", [(-0.1, 10, 0), (0.0, 10, 0), (1.0, 10, 10), (1.2, 10, 10), (0.5, 0, 0)]
)
def test_a_share_is_never_more_than_the_whole(part: float, whole: int, expected: int) -> None:
    assert share(chance(1), whole, part) == expected


def test_a_spread_keeps_its_average() -> None:
    die = chance(1)
    assert sum(spread(die, 10, 0.4) for _ in range(5000)) / 5000 == pytest.approx(10, rel=0.05)
