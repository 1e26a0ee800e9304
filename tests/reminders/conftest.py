"""A small campaign that reminds as the real one does, and a world for it to do so in."""

import pytest

from giaoban.campaign import Campaign
from tests.reminders.world import World


@pytest.fixture
def world(reminding: Campaign) -> World:
    return World(reminding)
