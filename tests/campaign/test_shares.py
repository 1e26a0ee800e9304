"""Percentages and goals: rounded one way for everybody, and nothing is reached before it is."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.campaign import Campaign
from giaoban.campaign.form_parts import parts_of
from giaoban.campaign.shares import is_met, part_of, percentage
from giaoban.numbers import percent
from giaoban.schemas import schemas_folder

TABLE = json.loads((schemas_folder() / "vectors" / "shares.json").read_text("utf-8"))


@pytest.mark.parametrize("line", TABLE, ids=lambda line: f"{line['above']} of {line['below']} is {line['vi']}")
def test_a_share_reads_alike_wherever_it_stands(line: dict[str, Any]) -> None:
    share = percentage(line["above"], line["below"], line["goal"])
    assert (share, percent(share), percent(share, "en")) == (line["share"], line["vi"], line["en"])


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(1, 100))
def test_a_value_reaches_the_goal_exactly_when_it_is_met(above: int, below: int, percent: int) -> None:
    value = percentage(above, below, percent * 100)
    assert value is not None
    assert (value >= percent * 100) == is_met(above, below, percent * 100)
    assert value != 10_000 or above >= below
    assert abs(value - above * 10_000 / below) <= 1


def test_a_unit_gives_all_of_a_total_or_none_of_it(hanoi: Campaign) -> None:
    parts = parts_of(hanoi.forms["commune"])
    total = next(iter(parts.totals.values()))
    values = dict.fromkeys(total.sum, 2)

    assert part_of(total.id, values, parts) == 2 * len(total.sum)
    assert part_of(total.sum[0], values, parts) == 2
    values.pop(total.sum[0])
    assert part_of(total.id, values, parts) is None
