"""A campaign whose reminders could not work never starts: each planted mistake is named with its file and place."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from giaoban.campaign import CampaignRefused, load
from giaoban.schemas import schemas_folder

type Data = Any
CAMPAIGN, MESSAGES = "campaign.json", "messages.json"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(schemas_folder() / "campaigns" / "hanoi-45", tmp_path / "hanoi-45"))


def waves(number: int, **new: Any) -> Callable[[Data], object]:
    return lambda data: data["reminders"]["waves"][number].update(new)


def sms(name: str, **new: str) -> Callable[[Data], object]:
    return lambda data: data["messages"][name]["sms"].update(new)


LONG = "{unit}: chưa có báo cáo ngày {day}, hạn nộp báo cáo là {deadline}. {link}"

MISTAKES: list[tuple[str, Callable[[Data], object], tuple[str, str]]] = [
    (CAMPAIGN, waves(3, message="nothing"), (CAMPAIGN, "/reminders/waves/3")),
    (CAMPAIGN, waves(3, at="15:32"), (CAMPAIGN, "/reminders/waves/3/at")),
    (CAMPAIGN, waves(3, at="06:55"), (CAMPAIGN, "/reminders/waves/3/at")),
    (CAMPAIGN, waves(3, id="asked"), (CAMPAIGN, "/reminders/waves/3/id")),
    (CAMPAIGN, waves(3, id="late"), (CAMPAIGN, "/reminders/waves")),
    (CAMPAIGN, waves(3, to_centre=True), (CAMPAIGN, "/reminders/waves/3/roles")),
    (CAMPAIGN, waves(4, at="15:30", roles=["reporter"]), (CAMPAIGN, "/reminders/waves/4/at")),
    (CAMPAIGN, waves(3, channels=["zalo"]), (CAMPAIGN, "/reminders/waves/3/channels/0")),
    (CAMPAIGN, waves(0, channels=["sms"]), (MESSAGES, "/messages/link_of_day")),
    (CAMPAIGN, lambda data: data["reminders"]["milestones"]["owners"].update(x="commune"), (CAMPAIGN, "/reminders/milestones/owners")),
    (CAMPAIGN, lambda data: data["reminders"].update(longest_origin=38), (MESSAGES, "/messages/missing_yesterday/sms/vi")),
    (MESSAGES, sms("not_in", vi=LONG), (MESSAGES, "/messages/not_in/sms/vi")),
    (MESSAGES, sms("not_in", vi="{unit}: chưa có báo cáo {day}"), (MESSAGES, "/messages/not_in/sms/vi")),
    (MESSAGES, sms("not_in", vi="{unit} ☎ {link}"), (MESSAGES, "/messages/not_in/sms/vi")),
    (MESSAGES, sms("late", en="{name}: late. {link}"), (MESSAGES, "/messages/late")),
    (MESSAGES, lambda data: data["chat"].append({"vi": "{person}", "en": "x"}), (MESSAGES, "/chat/3")),
    (MESSAGES, lambda data: data["messages"]["late"]["subject"].pop("en"), (MESSAGES, "/messages/late/subject")),
    (MESSAGES, lambda data: data["messages"]["late"]["subject"].update(vi="a\nBcc: b"), (MESSAGES, "/messages/late/subject/vi")),
]  # fmt: skip


@pytest.mark.parametrize("file, plant, place", MISTAKES)
def test_a_planted_mistake_is_named(
    folder: Path, file: str, plant: Callable[[Data], object], place: tuple[str, str]
) -> None:
    data = json.loads((folder / file).read_text(encoding="utf-8"))
    plant(data)
    (folder / file).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    with pytest.raises(CampaignRefused) as refusal:
        load(folder)
    assert place in [(mistake.file, mistake.path) for mistake in refusal.value.mistakes]


def test_without_its_messages_it_does_not_start(folder: Path) -> None:
    (folder / MESSAGES).unlink()
    with pytest.raises(CampaignRefused):
        load(folder)


def test_as_it_is_shipped_it_starts(folder: Path) -> None:
    assert load(folder).reminders
