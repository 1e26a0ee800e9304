"""What a page of the build may weigh, by what it imports: all of its first load, and each part that is fetched later."""

import gzip
from pathlib import Path

import pytest

from tools.build.pages import make_app
from tools.phone.imports import fetched_later, imported
from tools.phone.stamp import pages, shell_files

ROOT = Path(__file__).parents[2]
# The most that the scripts of a page weigh when it is opened, in KB.
FIRST_LOAD = {"bao-cao": 52, "dieu-hanh": 55, "danh-ba": 40}
# What the board fetches later adds so much, with its style.
LATER = {"edition": 34, "reminders": 19, "public": 6}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sizes") / "app"
    make_app(ROOT, folder, folder)
    return folder


def weight(app: Path, names: list[str]) -> float:
    size = sum(len(gzip.compress((app / name).read_bytes())) for name in names) / 1024
    print(f"{len(names)} files, {size:.1f} KB gzip")
    return size


def first_load(app: Path, page: str) -> list[str]:
    return [name for name in shell_files(app, page) if name.endswith(".js")]


@pytest.mark.parametrize("page", pages(ROOT / "site" / "app"))
def test_the_scripts_of_a_pages_first_load_are_small(app: Path, page: str) -> None:
    workers = [file.name for file in app.glob(f"{page}-sw.js")]
    assert weight(app, [*first_load(app, page), *workers]) <= FIRST_LOAD[page]


@pytest.mark.parametrize("part", LATER)
def test_a_part_of_the_board_that_is_fetched_later_is_small_for_it_comes_in_the_busiest_hour(
    app: Path, part: str
) -> None:
    loaded = first_load(app, "dieu-hanh")
    entries = [name for name in fetched_later(app, loaded) if name.startswith(f"dieu-hanh/{part}/")]
    assert entries
    added = set(imported(app, *entries)) - set(loaded)
    styles = [file.relative_to(app).as_posix() for file in (app / "dieu-hanh" / part).glob("*.css")]
    assert weight(app, [*sorted(added), *styles]) <= LATER[part]
