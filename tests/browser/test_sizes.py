"""What a page may weigh, by what it imports: everything at its first load, and each part that is fetched later."""

import gzip
from pathlib import Path

import pytest

from tools.phone.imports import fetched_later, imported
from tools.phone.stamp import pages, shell_files

APP = Path(__file__).parents[2] / "site" / "app"
# The most that the scripts of a page weigh when it is opened, in KB.
FIRST_LOAD = {"bao-cao": 50, "dieu-hanh": 60, "danh-ba": 60}
# What the board fetches later adds so much, with its style.
LATER = {"edition": 34, "reminders": 19, "public": 6}


def weight(names: list[str]) -> float:
    size = sum(len(gzip.compress((APP / name).read_bytes())) for name in names) / 1024
    print(f"{len(names)} files, {size:.1f} KB gzip")
    return size


def first_load(page: str) -> list[str]:
    return [name for name in shell_files(APP, page) if name.endswith(".js")]


@pytest.mark.parametrize("page", pages(APP))
def test_the_scripts_of_a_pages_first_load_are_small(page: str) -> None:
    workers = [file.name for file in APP.glob(f"{page}-sw.js")]
    assert weight([*first_load(page), *workers]) <= FIRST_LOAD[page]


@pytest.mark.parametrize("part", LATER)
def test_a_part_of_the_board_that_is_fetched_later_is_small_for_it_comes_in_the_busiest_hour(part: str) -> None:
    loaded = first_load("dieu-hanh")
    entries = [name for name in fetched_later(APP, loaded) if name.startswith(f"dieu-hanh/{part}/")]
    assert entries
    added = set(imported(APP, *entries)) - set(loaded)
    styles = [file.relative_to(APP).as_posix() for file in (APP / "dieu-hanh" / part).glob("*.css")]
    assert weight([*sorted(added), *styles]) <= LATER[part]
