"""One small campaign, and a site from it, for all tests that only read."""

from pathlib import Path

import pytest

from giaoban.publish.story import Story
from tests.publish.demo import Json
from tests.publish.made import built, demo, story_of, with_canaries


@pytest.fixture(scope="session")
def ten_days() -> list[Json]:
    return demo(10)


@pytest.fixture(scope="session")
def story(ten_days: list[Json]) -> Story:
    return story_of(ten_days)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from editions with a mark in every private field."""
    return built([with_canaries(each) for each in demo(10)], tmp_path_factory.mktemp("site"))
