"""What units write: in both languages, short enough to send, and nothing that points to a person."""

import json
import re
from pathlib import Path

import tools.replay.notes
from giaoban.campaign import Campaign
from tests.replay.conftest import Days

TEXTS = json.loads(Path(tools.replay.notes.__file__).with_name("notes.json").read_text("utf-8"))
ALL = [text for kind in TEXTS.values() for texts in kind.values() for text in texts]


def test_there_are_about_forty_and_none_twice() -> None:
    assert len(ALL) >= 40
    assert len({text["vi"] for text in ALL}) == len(ALL)


def test_each_stands_there_in_both_languages_and_fits() -> None:
    assert all(0 < len(text[language]) <= 1000 for text in ALL for language in ("vi", "en"))


def test_none_names_a_person_a_number_to_call_or_a_unit(hanoi: Campaign) -> None:
    written = " ".join(text["vi"] for text in ALL)
    assert not re.search(r"\b(ông|bà|anh|chị)\s+[A-ZĐ]|\d{6}|@", written)
    assert not [unit.names.vi for unit in hanoi.units.values() if unit.names.vi in written]


def test_communes_write_more_often_of_difficulties_than_of_proposals(days: Days) -> None:
    notes = [sending.body["notes"] for day in days for sendings in day.values() for sending in sendings]
    difficulties, proposals = (sum(name in each for each in notes) for name in ("difficulties", "proposals"))
    assert difficulties > proposals > 100
