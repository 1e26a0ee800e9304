"""`giaoban campaign check`: what it says of a sound campaign and of a broken one."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from giaoban.schemas import schemas_folder
from tests.campaign.small import write_campaign
from tests.cli.conftest import Said


def test_it_says_in_one_line_what_hanoi_s_campaign_is(giaoban: Callable[..., Said]) -> None:
    said = giaoban("campaign", "check", str(schemas_folder() / "campaigns" / "hanoi-45"))
    assert said.status == 0
    assert said.out.count("\n") == 1
    assert "45 days from 2025-07-24; 126 commune, 17 department; commune 35 figures, 54 rules" in said.out


def test_it_warns_of_a_telephone_number_that_cannot_ring(giaoban: Callable[..., Said], tmp_path: Path) -> None:
    write_campaign(tmp_path / "lang-sen")
    assert "placeholder 024 0000 0000" in giaoban("campaign", "check", str(tmp_path / "lang-sen")).err


def test_it_does_not_warn_of_a_real_number(giaoban: Callable[..., Said], tmp_path: Path) -> None:
    changed(tmp_path, lambda data: data["help"].update(phone="+84 000 000 000"))
    said = giaoban("campaign", "check", str(tmp_path / "lang-sen"))
    assert (said.status, said.err) == (0, "")


def test_it_names_every_mistake_with_its_file_and_place(giaoban: Callable[..., Said], tmp_path: Path) -> None:
    changed(tmp_path, lambda data: data.update(zone="Asia/Nowhere", slug="another"))
    said = giaoban("campaign", "check", str(tmp_path / "lang-sen"))
    assert said.status == 1
    assert said.out == ""
    assert f"{tmp_path / 'lang-sen' / 'campaign.json'} /zone: no time zone is called" in said.err
    assert f"{tmp_path / 'lang-sen' / 'campaign.json'} /slug: " in said.err
    assert "Mistakes found: 2." in said.err


@pytest.mark.parametrize(
    "text, why",
    [
        ("{unit}: " + "chưa có báo cáo hôm nay, " * 3 + "{link}", "2 parts, not one"),
        ("{unit} ☎ {link}", "letters that an SMS of 160 cannot carry"),
    ],
)
def test_an_sms_that_would_not_fit_is_a_mistake(
    giaoban: Callable[..., Said], tmp_path: Path, text: str, why: str
) -> None:
    folder = shutil.copytree(schemas_folder() / "campaigns" / "hanoi-45", tmp_path / "hanoi-45")
    data = json.loads((folder / "messages.json").read_text("utf-8"))
    data["messages"]["not_in"]["sms"]["vi"] = text
    (folder / "messages.json").write_text(json.dumps(data), "utf-8")
    said = giaoban("campaign", "check", str(folder))
    assert said.status == 1
    assert f"{folder / 'messages.json'} /messages/not_in/sms/vi: " in said.err
    assert why in said.err


def test_a_folder_that_is_not_there_is_a_mistake_too(giaoban: Callable[..., Said], tmp_path: Path) -> None:
    said = giaoban("campaign", "check", str(tmp_path / "nowhere"))
    assert said.status == 1
    assert "campaign.json: cannot be read" in said.err


def changed(under: Path, change: Callable[[dict[str, dict[str, str]]], object]) -> None:
    """The small campaign, its campaign.json changed."""
    write_campaign(under / "lang-sen")
    file = under / "lang-sen" / "campaign.json"
    data = json.loads(file.read_text("utf-8"))
    change(data)
    file.write_text(json.dumps(data), "utf-8")
