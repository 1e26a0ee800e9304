"""Bad bodies of decisions: refused with their place, or text given back as it was; nothing changes, nothing breaks."""

import json
from collections.abc import Iterator
from datetime import date

import pytest

from tests.contract import corpus
from tests.contract.centre import UNIT, Centre, Staff
from tests.contract.corpus import Bad
from tests.contract.system import System

POSTS = {
    "excuse": {"reason": "Mất điện", "base_decision": 0},
    "return": {"fields": {"team_members": "?"}, "base_decision": 0},
    "calls": {"outcome": "calling", "base_decision": 0},
    "public": {"about": "notes/difficulties", "sha256": "0" * 64, "base_decision": 0},
    "many": {"units": ["00008"], "reason": "Mất điện"},
    "deadline": {"deadline": "2025-08-02T16:30:00+07:00", "reason": "Hệ thống ngừng", "base_decision": 0},
}


@pytest.fixture(scope="module")
def quiet(system: System, staff: Staff, free_days: Iterator[date]) -> Centre:
    """A day on which a report stands and nothing is ever decided."""
    centre = staff.on(system, next(free_days), UNIT)
    assert centre.send("16:10:00").status == 201
    return centre


def path(centre: Centre, post: str) -> str:
    own = {"many": f"{centre.path}/excuse", "deadline": f"{centre.path}/deadline"}
    return own.get(post, f"{centre.report_of()}/{post}")


@pytest.mark.parametrize("post", POSTS)
@pytest.mark.parametrize(
    "bad",
    [*corpus.NOT_JSON, *corpus.NOT_A_REPORT, *corpus.ENCODINGS, *corpus.SIZES, *corpus.TYPES],
    ids=lambda bad: bad.name,
)
def test_what_is_no_json_object_is_refused_by_every_decision(quiet: Centre, post: str, bad: Bad) -> None:
    answer = quiet.coordinator.send("POST", path(quiet, post), bad.body, bad.headers)
    assert answer.status == bad.status, answer.body[:300]
    assert answer.problem == bad.problem


WRONG: list[tuple[str, dict[str, object], dict[str, str]]] = [
    ("excuse", {"reason": ""}, {"/reason": "missing"}),
    ("excuse", {"reason": "  \n "}, {"/reason": "missing"}),
    ("excuse", {"reason": "ề" * 1001}, {"/reason": "too_long"}),
    ("excuse", {"reason": 7}, {"/reason": "wrong_type_text"}),
    ("excuse", {"reason": None}, {"/reason": "wrong_type_text"}),
    ("excuse", {"reason": "\x00\ud83d"}, {"/reason": "missing"}),
    ("excuse", {"withdraw": "yes"}, {"/withdraw": "wrong_type_boolean"}),
    ("excuse", {"withdraw": 1}, {"/withdraw": "wrong_type_boolean"}),
    ("excuse", {"base_decision": "0"}, {"/base_decision": "wrong_type_integer"}),
    ("excuse", {"base_decision": True}, {"/base_decision": "wrong_type_integer"}),
    ("excuse", {"base_decision": 0.5}, {"/base_decision": "wrong_type_integer"}),
    ("excuse", {"base_decision": -1}, {"/base_decision": "below_minimum"}),
    ("excuse", {"base_decision": 10**400}, {"/base_decision": "above_maximum"}),
    ("excuse", {"by": "dieu-phoi-2"}, {"/by": "unknown_field"}),
    ("excuse", {"at": "2025-08-02T10:00:00+07:00", "number": 9}, {"/at": "unknown_field", "/number": "unknown_field"}),
    ("return", {"fields": {}}, {"/fields": "invalid"}),
    ("return", {"fields": []}, {"/fields": "wrong_type_object"}),
    ("return", {"fields": {"team_members": ""}}, {"/fields/team_members": "missing"}),
    ("return", {"fields": {"team_members": 1}}, {"/fields/team_members": "wrong_type_text"}),
    ("return", {"fields": {"team_members": "x" * 1001}}, {"/fields/team_members": "too_long"}),
    ("return", {"fields": {f"f{n}": "?" for n in range(101)}}, {"/fields": "too_many"}),
    ("return", {"reason": "…"}, {"/reason": "unknown_field"}),
    ("calls", {"outcome": "ringing"}, {"/outcome": "wrong_choice"}),
    ("calls", {"outcome": None}, {"/outcome": "wrong_choice"}),
    ("calls", {"note": "x" * 1001}, {"/note": "too_long"}),
    ("calls", {"note": None}, {"/note": "wrong_type_text"}),
    ("calls", {"send_by": None}, {"/send_by": "wrong_type_text"}),
    ("calls", {"send_by": "16:20"}, {"/send_by": "wrong_form"}),
    ("calls", {"send_by": "2025-08-02T16:20:00"}, {"/send_by": "wrong_form"}),
    ("calls", {"send_by": "2025-08-02T16:20:00+24:00"}, {"/send_by": "wrong_form"}),
    ("public", {"about": "notes/name"}, {"/about": "wrong_form"}),
    ("public", {"about": "explanations/../notes"}, {"/about": "wrong_form"}),
    ("public", {"about": "told_by"}, {"/about": "wrong_form"}),
    ("public", {"about": 7}, {"/about": "wrong_type_text"}),
    ("public", {"sha256": "F" * 64}, {"/sha256": "wrong_form"}),
    ("public", {"sha256": None}, {"/sha256": "wrong_type_text"}),
    ("public", {"withdraw": "yes"}, {"/withdraw": "wrong_type_boolean"}),
    ("public", {"looked_at": 1}, {"/looked_at": "wrong_type_boolean"}),
    ("public", {"text": "lời khác"}, {"/text": "unknown_field"}),
    ("public", {}, {"/sha256": "text_changed"}),
    ("public", {"withdraw": True}, {"/withdraw": "nothing_public_to_withdraw"}),
    ("many", {"units": []}, {"/units": "invalid"}),
    ("many", {"units": "00008"}, {"/units": "invalid"}),
    ("many", {"units": ["00008", "00008"]}, {"/units": "invalid"}),
    ("many", {"units": ["00008", 8]}, {"/units/1": "wrong_type_text"}),
    ("many", {"units": ["0" * 21]}, {"/units/0": "too_long"}),
    ("many", {"units": [f"{n}" for n in range(4001)]}, {"/units": "invalid"}),
    ("many", {"withdraw": True}, {"/withdraw": "unknown_field"}),
    ("deadline", {"deadline": 1754121600}, {"/deadline": "wrong_type_text"}),
    ("deadline", {"deadline": "mai"}, {"/deadline": "wrong_form"}),
    ("deadline", {"deadline": "2025-08-02T23:59:60Z"}, {"/deadline": "wrong_form"}),
    ("deadline", {"deadline": "0000-01-01T00:00:00Z"}, {"/deadline": "wrong_form"}),
    ("deadline", {"deadline": "9999-12-31T23:59:59Z"}, {"/deadline": "wrong_form"}),
    ("deadline", {"deadline": "2025-02-30T16:30:00+07:00"}, {"/deadline": "wrong_form"}),
    ("deadline", {"base_decision": -1}, {"/base_decision": "below_minimum"}),
    ("deadline", {"units": ["00008"]}, {"/units": "unknown_field"}),
]  # fmt: skip


@pytest.mark.parametrize("post, said, problems", WRONG, ids=str)
def test_what_is_wrong_is_told_with_its_place(
    quiet: Centre, post: str, said: dict[str, object], problems: dict[str, str]
) -> None:
    answer = quiet.coordinator.post(path(quiet, post), json.dumps(POSTS[post] | said).encode())
    assert (answer.status, answer.problem, answer.problems) == (422, "decision_refused", problems)


@pytest.mark.parametrize("post", POSTS)
def test_an_empty_object_misses_every_required_field(quiet: Centre, post: str) -> None:
    needed = {"calls": {"outcome", "base_decision"}, "return": {"fields", "base_decision"}}.get(post, set(POSTS[post]))
    answer = quiet.coordinator.post(path(quiet, post), {})
    assert answer.problems == {f"/{name}": "missing" for name in needed}


def test_after_all_that_nothing_has_been_decided(quiet: Centre) -> None:
    assert {each["last_decision"] for each in quiet.board()["units"]} == {0}
    assert quiet.board()["deadline_moved"] is None


@pytest.mark.parametrize(
    "name", ["HTML", "a formula", "right-to-left marks", "emoji", "a placeholder", "letters in two parts"]
)
def test_odd_text_is_kept_as_the_text_it_is(quiet: Centre, centre: Centre, name: str) -> None:
    sent, kept = corpus.STORED[name]
    centre.send("16:10:00")
    assert centre.decide("excuse", reason=sent).status == 201
    assert centre.decide("calls", outcome="reached", note=sent, base_decision=1).json["call"]["reason"] == (
        kept or sent
    )
    assert centre.decide("return", fields={"team_members": sent}, base_decision=2).status == 201
    read = centre.viewer.get(f"{centre.report_of()}?revisions=all")
    assert [each["reason"] for each in read.json["decisions"]] == [kept or sent, kept or sent, ""]
    assert read.json["returns"][0]["fields"] == {"team_members": kept or sent}
    assert read.headers["content-type"] == "application/json"


@pytest.mark.parametrize("unit", ["99999", "4", "%20", "00004%230001", "%23deadline", "00004%2F00008", "A" * 5000])
def test_a_decision_about_an_odd_unit_is_404(quiet: Centre, unit: str) -> None:
    for what in ("excuse", "return", "calls", "public"):
        answer = quiet.coordinator.post(f"{quiet.path}/reports/{unit}/{what}", POSTS[what])
        assert answer.status == 404, answer.body[:200]
