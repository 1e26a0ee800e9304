"""The job: what the list names is built; what is broken changes nothing."""

import copy
import hashlib
from pathlib import Path
from types import SimpleNamespace

import pytest

from giaoban.campaign import load_all
from giaoban.editions.canonical import canonical
from giaoban.publish.allowed import NotPublic
from giaoban.publish.job import bring_up_to_date, issued, rebuild
from giaoban.publish.publishing import Published, roll_back
from giaoban.publish.site import Ingredients
from tests.publish.bucket import MemoryBucket
from tests.publish.demo import Json
from tests.publish.made import ORIGIN, SOURCES

CAMPAIGN = load_all()["hanoi-45"]


@pytest.fixture(autouse=True)
def two_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of a site: what the job does with one needs no pages; that it makes them is held in tests/build."""

    def build(made_from: Ingredients, _: Path, into: Path) -> None:
        into.mkdir(parents=True, exist_ok=True)
        told = f"{made_from.origin}\n{len(made_from.story.issues)}"
        (into / "index.html").write_text(told, "utf-8")

    monkeypatch.setattr("giaoban.publish.job.build_site", build)


def test_only_what_the_list_of_a_day_names_is_an_edition(ten_days: list[Json]) -> None:
    named = hashlib.sha256(canonical(ten_days[0])).hexdigest()
    listed = {"2025-07-24": [SimpleNamespace(sha256=named)]}
    assert issued(CAMPAIGN, lambda _, day: listed.get(day, [])) == [named]


def test_a_broken_build_leaves_yesterdays_site(tmp_path: Path, ten_days: list[Json]) -> None:
    bucket = MemoryBucket()
    rebuild(CAMPAIGN, [canonical(ten_days[0])], bucket, SOURCES, ORIGIN, tmp_path)
    before = dict(bucket.objects)
    broken = copy.deepcopy(ten_days[0])
    broken["units"][0]["state"] = "asleep"
    with pytest.raises(NotPublic):
        rebuild(CAMPAIGN, [canonical(broken)], bucket, SOURCES, ORIGIN, tmp_path)
    assert bucket.objects == before


def test_a_message_that_comes_again_builds_nothing_and_a_newer_edition_does(
    tmp_path: Path, ten_days: list[Json]
) -> None:
    texts = {hashlib.sha256(canonical(each)).hexdigest(): canonical(each) for each in ten_days[:2]}
    bucket, (first, second), read = MemoryBucket(), texts, []

    def text_of(sha: str) -> bytes:
        read.append(sha)
        return texts[sha]

    def asked(*editions: str, origin: str = ORIGIN) -> Published:
        read.clear()
        return bring_up_to_date(CAMPAIGN, editions, text_of, bucket, SOURCES, origin, tmp_path)

    shown = asked(first)
    assert shown.written > 0
    before = dict(bucket.objects)
    assert (asked(first), read) == (Published(shown.build, 0, 0, []), [])
    assert bucket.objects == before
    assert asked(first, second).written > 0
    assert asked(first, second, origin="https://other.invalid").written > 0
    # Whoever went back may have it built again.
    roll_back(bucket)
    assert asked(first, second).written == 0
    assert read == [first, second]
