"""A campaign is read when it is asked for, and believed when the build has checked it just as it is."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from giaoban.campaign import CampaignRefused, load, load_all
from giaoban.campaign.load import is_checked, stamp_as_checked
from giaoban.schemas import schemas_folder
from tests.campaign.small import write_campaign

LOADS = """
import sys
from pathlib import Path
from giaoban.campaign import load_all
print(load_all(Path(sys.argv[1]))["lang-sen"].slug, "giaoban.campaign.check" in sys.modules)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two campaigns, lang-que and lang-sen."""
    for slug in ("lang-sen", "lang-que"):
        write_campaign(tmp_path / slug)
        for file in (tmp_path / slug).rglob("*.json"):
            file.write_text(file.read_text(encoding="utf-8").replace("lang-sen", slug), encoding="utf-8")
    return tmp_path


@pytest.fixture
def shipped(tmp_path: Path) -> Path:
    """The real campaign, with its reminders."""
    return copytree(schemas_folder() / "campaigns" / "hanoi-45", tmp_path / "shipped" / "hanoi-45")


def planted(folder: Path) -> None:
    """A mistake that only a check finds: the campaign could be read with it."""
    data = json.loads((folder / "campaign.json").read_text("utf-8"))
    data["milestones"][0]["owner"] = "SKHAC"
    (folder / "campaign.json").write_text(json.dumps(data), "utf-8")


def test_every_campaign_of_a_folder_is_there_by_its_slug(folder: Path) -> None:
    known = load_all(folder)
    assert list(known) == ["lang-que", "lang-sen"]
    assert [each.slug for each in known.values()] == ["lang-que", "lang-sen"]
    assert (len(known), "lang-sen" in known, "lang-khac" in known) == (2, True, False)
    with pytest.raises(KeyError):
        known["lang-khac"]


def test_only_what_is_asked_for_is_read_and_once(folder: Path) -> None:
    known = load_all(folder)
    (folder / "lang-que" / "units.csv").unlink()
    first = known["lang-sen"]
    (folder / "lang-sen" / "units.csv").unlink()
    assert known["lang-sen"] is first


def test_a_broken_campaign_does_not_start(folder: Path) -> None:
    planted(folder / "lang-que")
    known = load_all(folder)
    assert known["lang-sen"].slug == "lang-sen"
    with pytest.raises(CampaignRefused, match="SKHAC"):
        known["lang-que"]


def test_what_the_build_has_checked_is_read_without_the_checks(folder: Path) -> None:
    def loaded() -> list[str]:
        command = [sys.executable, "-c", LOADS, str(folder)]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()

    assert loaded() == ["lang-sen", "True"]
    stamp_as_checked(folder / "lang-sen")
    assert loaded() == ["lang-sen", "False"]


def test_read_with_and_without_checks_it_is_the_same(folder: Path, shipped: Path) -> None:
    for each in (folder / "lang-sen", shipped):
        checked = load(each)
        stamp_as_checked(each)
        assert load_all(each.parent)[each.name] == checked
        assert list(load_all(each.parent)[each.name].files) == list(checked.files)


@pytest.mark.parametrize(
    "change",
    [
        planted,
        lambda folder: (folder / "units.csv").unlink(),
        lambda folder: (folder / "forms" / "more.json").write_text("{}"),
        lambda folder: (folder / "units.csv").rename(folder / "others.csv"),
        lambda folder: (folder.parent / "lang-sen.checked").write_text("0" * 64),
        lambda folder: (folder.parent / "lang-sen.checked").unlink(),
    ],
    ids=["another word", "a file less", "a file more", "another name", "another stamp", "no stamp"],
)
def test_what_has_changed_since_is_checked_again(folder: Path, change: Callable[[Path], object]) -> None:
    stamp_as_checked(folder / "lang-sen")
    assert is_checked(folder / "lang-sen")
    change(folder / "lang-sen")
    assert not is_checked(folder / "lang-sen")


def test_a_mistake_made_after_the_build_is_refused(folder: Path) -> None:
    stamp_as_checked(folder / "lang-sen")
    planted(folder / "lang-sen")
    with pytest.raises(CampaignRefused, match="SKHAC"):
        load_all(folder)["lang-sen"]
