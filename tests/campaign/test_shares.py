"""Percentages and goals: rounded one way for each reader, and nothing is complete before it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.campaign import Campaign
from giaoban.campaign.form_parts import parts_of
from giaoban.campaign.shares import is_met, part_of, percentage


@pytest.mark.parametrize(
    "above, below, goal, value",
    [(1, 3, 10_000, 3333), (2, 3, 10_000, 6667), (1, 8, 10_000, 1250), (5, 8, 6000, 6250), (0, 7, 6000, 0),
     (7, 7, 10_000, 10_000), (9, 7, 10_000, 12_857), (0, 0, 10_000, None), (1, 2, 5000, 5000)],
)  # fmt: skip
def test_a_percentage_is_in_hundredths_rounded_half_up(above: int, below: int, goal: int, value: int | None) -> None:
    assert percentage(above, below, goal) == value


def test_nothing_is_complete_before_it_is() -> None:
    assert percentage(99_999, 100_000, 10_000) == 9999
    assert percentage(99_999, 100_000, 6000) == 9999
    assert percentage(59_999_9, 100_000_0, 6000) == 5999
    assert percentage(60, 100, 6000) == 6000


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 100))
def test_a_value_reaches_the_goal_exactly_when_it_is_met(above: int, below: int, percent: int) -> None:
    value = percentage(above, below, percent * 100)
    assert value is not None
    assert (value >= percent * 100) == is_met(above, below, percent * 100)
    assert value != 10_000 or above >= below
    assert abs(value - above * 10_000 / below) <= 1


@pytest.mark.parametrize(
    "top, bottom, value", [(0, 3, 0), (1, 3, 3333), (2, 3, 6667), (99_999, 100_000, 9999), (3, 3, 10_000)]
)
def test_without_a_goal_a_share_is_never_rounded_to_the_whole(top: int, bottom: int, value: int) -> None:
    assert percentage(top, bottom) == value


@pytest.mark.parametrize("top, bottom, value", [(2, 3, 6666), (3, 3, 10_000), (0, 3, 0), (0, 0, None)])
def test_a_share_of_reports_is_never_rounded_up(top: int, bottom: int, value: int | None) -> None:
    assert percentage(top, bottom, down=True) == value


def test_a_unit_gives_all_of_a_total_or_none_of_it(hanoi: Campaign) -> None:
    parts = parts_of(hanoi.forms["commune"])
    total = next(iter(parts.totals.values()))
    values = dict.fromkeys(total.sum, 2)

    assert part_of(total.id, values, parts) == 2 * len(total.sum)
    assert part_of(total.sum[0], values, parts) == 2
    values.pop(total.sum[0])
    assert part_of(total.id, values, parts) is None
