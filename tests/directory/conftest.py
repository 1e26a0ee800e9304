"""The centre of a small campaign."""

import pytest

from giaoban.campaign import Campaign
from tests.directory.centre import Centre


@pytest.fixture
def centre(campaign: Campaign) -> Centre:
    return Centre(campaign)
