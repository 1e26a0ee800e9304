"""The job: what the list names is built; what is broken changes nothing."""

import copy
import hashlib
from pathlib import Path
from types import SimpleNamespace

import pytest

from giaoban.campaign import load_all
from giaoban.publish.allowed import NotPublic
from giaoban.publish.job import issued, rebuild
from tests.publish.bucket import MemoryBucket
from tests.publish.demo import Json, canonical
from tests.publish.made import ORIGIN, SOURCES

CAMPAIGN = load_all()["hanoi-45"]


def test_only_what_the_list_of_a_day_names_is_an_edition(ten_days: list[Json]) -> None:
    texts = {hashlib.sha256(canonical(each)).hexdigest(): canonical(each) for each in ten_days}
    named = next(iter(texts))
    listed = {"2025-07-24": [SimpleNamespace(sha256=named)]}
    found = list(issued(CAMPAIGN, lambda _, day: listed.get(day, []), texts.__getitem__))
    assert found == [texts[named]]


def test_a_broken_build_leaves_yesterdays_site(tmp_path: Path, ten_days: list[Json]) -> None:
    bucket = MemoryBucket()
    rebuild(CAMPAIGN, [canonical(ten_days[0])], bucket, SOURCES, ORIGIN, tmp_path)
    before = dict(bucket.objects)
    broken = copy.deepcopy(ten_days[0])
    broken["units"][0]["state"] = "asleep"
    with pytest.raises(NotPublic):
        rebuild(CAMPAIGN, [canonical(broken)], bucket, SOURCES, ORIGIN, tmp_path)
    assert bucket.objects == before
