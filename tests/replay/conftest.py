"""The whole campaign as the replay tells it, once for all tests; no server."""

import pytest

from giaoban.campaign import Campaign
from tools.replay.history import sendings_by_day
from tools.replay.unit_day import Sending

type Days = list[dict[str, list[Sending]]]


@pytest.fixture(scope="session")
def days(hanoi: Campaign) -> Days:
    """For each of the 45 days, what every unit sends for it."""
    return list(sendings_by_day(hanoi, hanoi.days, seed=45))
