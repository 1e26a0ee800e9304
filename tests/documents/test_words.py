"""Every sentence stands in both languages, and every one that the code says is there."""

import json
import re
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from giaoban.documents import words
from giaoban.documents.render import mail_of, sheets_of
from giaoban.reports.state import Flag, State
from giaoban.text import Text
from tests.documents.scene import Made

FOLDER = Path(words.__file__).parent
WORDS = json.loads((FOLDER / "words.json").read_text("utf-8"))
# Families of words whose last part is a value.
FAMILIES = ("state_", "sign_", "flag_", "problem_")


def test_every_sentence_stands_in_both_languages_with_the_same_values() -> None:
    for name, both in WORDS.items():
        assert set(both) == {"vi", "en"}, name
        assert set(re.findall(r"{(\w+)}", both["vi"])) == set(re.findall(r"{(\w+)}", both["en"])), name


def test_every_state_and_flag_has_its_word() -> None:
    for state in State:
        assert {f"state_{state.value}", f"sign_{state.value}"} <= set(WORDS)
    assert {f"flag_{flag.value}" for flag in Flag} <= set(WORDS)


def test_no_sentence_is_missing_and_none_is_left_over(made: dict[str, Made], monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is written once: editions of every kind, letters, workbooks, an exercise, a day without a report."""
    asked = Asked({name: Text.read(both) for name, both in WORDS.items()})
    monkeypatch.setattr(words, "_words", lambda: asked)
    for edition in [
        *made.values(),
        *others(made["issued"]),
        *others(made["provisional"]),
        *other_periods(made["week"]),
    ]:
        assert edition.document
        mail_of(edition.content, edition.sha256, edition.letterhead, "", False)
        sheets_of(edition.content, "")

    assert {name for name in set(WORDS) - asked.seen if not name.startswith(FAMILIES)} == set()


class Asked(dict[str, Text]):
    def __init__(self, texts: dict[str, Text]) -> None:
        super().__init__(texts)
        self.seen: set[str] = set()

    def __getitem__(self, name: str) -> Text:
        self.seen.add(name)
        return super().__getitem__(name)


def others(edition: Made) -> list[Made]:
    """Kinds that the replay does not make."""
    content: dict[str, Any] = edition.content
    nobody = [{**state, "revision": 0, "state": "excused", "figures": {}, "findings": []} for state in content["units"]]
    empty = {
        **content,
        "units": nobody,
        "counts": {**content["counts"], "expected": 2, "excused": 3},
        "measures": [],
        "notes": {"difficulties": [], "proposals": []},
        "remarks": {"text": "", "by": None, "number": 0},
        "coverage": {"units": 126, "enough": 126, "short": [], "not_reported": []},
        "kinds": [{**kind, "targets": []} for kind in content["kinds"]],
        "replaces": {"edition": 1, "sha256": "", "kind": "provisional"},
        "changes": [],
    }
    met = deepcopy(content)
    met["kinds"][0]["targets"][0].update(value=None, met=False)
    met["remarks"]["text"] = "Nhận xét dài " * 60
    nothing = {
        **empty,
        "coverage": None,
        "findings": {"open": 0, "explained": 0},
        "units": [{**state, "revision": 1, "carried": {}} for state in nobody],
        "kinds": [],
    }
    change = {
        "unit": "00004",
        "state": {"from": "late", "to": "excused"},
        "revision": {"from": 1, "to": 1},
        "names": {"vi": "Trung tâm quyết định", "en": "Decided"},
        "reason": "Mất điện",
        "at": content["issued_at"],
        "figures": [],
    }
    decided = {**empty, "changes": [change, {**change, "state": {"from": "late", "to": "late"}}]}
    practice = replace(edition.letterhead, is_practice=True)
    kinds = [replace(edition, content={**content, "kind": kind}) for kind in ("draft", "correction")]
    return [
        *kinds,
        *(replace(edition, content=each, letterhead=practice) for each in (empty, met, nothing, decided)),
    ]


def other_periods(edition: Made) -> list[Made]:
    content: dict[str, Any] = edition.content
    empty = {
        **content,
        "period": "final",
        "without": ["2025-07-27"],
        "counts": {**content["counts"], "excused": 3},
        "units": [],
        "notes": {"difficulties": [], "proposals": []},
        "replaces": {"edition": 1, "sha256": "", "kind": "issued"},
    }
    kinds = [{**day, "kind": kind} for day, kind in zip(content["days"], ("provisional", "correction"), strict=False)]
    spoken = {**content, "days": kinds, "remarks": {"text": "Nhận xét " * 60, "by": None, "number": 1}}
    practice = replace(edition.letterhead, is_practice=True)
    return [replace(edition, content=each, letterhead=practice) for each in (empty, spoken)]
