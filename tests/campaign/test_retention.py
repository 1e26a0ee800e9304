"""How long a campaign keeps what is over: as long as its data says, within bounds, or as long as ever."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from giaoban.campaign import CampaignRefused, load
from giaoban.campaign.retention import DAYS
from giaoban.schemas import schemas_folder
from tests.campaign.small import write_campaign


def with_retention(folder: Path, said: object) -> Path:
    write_campaign(folder)
    data = json.loads((folder / "campaign.json").read_text("utf-8"))
    (folder / "campaign.json").write_text(json.dumps(data | {"retention": said}), "utf-8")
    return folder


def test_a_campaign_says_how_long(tmp_path: Path) -> None:
    assert load(with_retention(tmp_path / "lang-sen", {"links": 30})).retention.links == timedelta(days=30)


def test_what_it_says_nothing_of_is_kept_as_ever(tmp_path: Path) -> None:
    assert load(with_retention(tmp_path / "lang-sen", {})).retention.links == timedelta(days=7)


@pytest.mark.parametrize("said", [{"links": 0}, {"links": 91}, {"links": "7"}, {"reports": 7}, []])
def test_what_is_out_of_bounds_or_unknown_is_refused(tmp_path: Path, said: object) -> None:
    with pytest.raises(CampaignRefused, match=r"campaign\.json /retention"):
        load(with_retention(tmp_path / "lang-sen", said))


def test_the_schema_names_the_same_things_with_the_same_days() -> None:
    schema = json.loads((schemas_folder() / "campaign.schema.json").read_text("utf-8"))
    known = schema["properties"]["retention"]["properties"]
    assert {name: each["default"] for name, each in known.items()} == DAYS
