"""One small campaign, and a site from it, for all tests that only read."""

import copy
from pathlib import Path

import pytest

from giaoban.publish.story import Story
from tests.publish.demo import Json
from tests.publish.made import MARKED, built, demo, saying, story_of, with_canaries


@pytest.fixture(scope="session")
def ten_days() -> list[Json]:
    return demo(10)


@pytest.fixture(scope="session")
def story(ten_days: list[Json]) -> Story:
    return story_of(ten_days)


@pytest.fixture(scope="session")
def outspoken(ten_days: list[Json]) -> list[Json]:
    """The same, but of the words of the last day one text of one unit alone is public."""
    made = copy.deepcopy(ten_days)
    last = max(range(len(made)), key=lambda number: made[number]["day"])
    for row in made[last]["units"]:
        row.pop("public", None)
    return saying(made, f"{MARKED} đường truyền chậm", on=last)


@pytest.fixture(scope="session")
def site(outspoken: list[Json], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from editions with a mark in every private field, and one in words that are public."""
    return built([with_canaries(each) for each in copy.deepcopy(outspoken)], tmp_path_factory.mktemp("site"))
