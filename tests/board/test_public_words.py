"""Making one text of a report public, and hiding it again: that text alone, by coordinators alone, knowingly."""

from hashlib import sha256
from typing import Any

import pytest

from giaoban.campaign import Campaign
from giaoban.reports.decision import MAX_DECISIONS, DecisionKind
from tests.board.centre import UNIT, Answer, Centre, named, problems
from tests.reports.made import at, decision, unit_day

TEXT = "Mạng yếu từ sáng"
ABOUT = "notes/difficulties"


@pytest.fixture
def centre(campaign: Campaign) -> Centre:
    made = Centre(campaign)
    assert made.send(notes={"difficulties": TEXT})[0] == 201
    return made


def publish(centre: Centre, text: str = TEXT, base: int = 0, by: str | None = None, **said: Any) -> Answer:
    body = {"about": ABOUT, "sha256": sha256(text.encode()).hexdigest(), "base_decision": base, **said}
    return centre.post(f"{UNIT}/public", body, by=by)


def texts(centre: Centre, by: str | None = None) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = centre.get(UNIT, by, query={"revisions": "all"})[1]["texts"]
    return found


def is_public(centre: Centre) -> list[bool]:
    return [each["public"] is not None for each in texts(centre)]


def test_a_text_is_made_public_and_hidden_again(centre: Centre) -> None:
    assert publish(centre)[0] == 201
    (told,) = texts(centre, centre.viewer)
    assert (told["about"], told["text"], told["public"]["by"]) == (ABOUT, TEXT, "dieu-phoi-1")
    assert publish(centre, withdraw=True, base=1, by=centre.second)[0] == 201
    assert is_public(centre) == [False]
    kinds = [each["kind"] for each in centre.get(UNIT, query={"revisions": "all"})[1]["decisions"]]
    assert kinds == ["make_public", "withdraw_public"]


def test_the_mark_stays_with_the_text_and_not_with_the_place(centre: Centre) -> None:
    publish(centre)
    centre.send(base_revision=1, notes={"difficulties": f"{TEXT}, gọi 0900 000 000"})
    assert is_public(centre) == [False]
    centre.send(base_revision=2, notes={"difficulties": TEXT}, figures={"dossiers_online": 5})
    assert is_public(centre) == [True]


def test_words_that_the_unit_has_rewritten_meanwhile_are_not_made_public(centre: Centre) -> None:
    centre.send(base_revision=1, notes={"difficulties": "Lời khác"})
    answer = publish(centre)
    assert (named(answer), problems(answer)) == ((422, "decision_refused"), [("/sha256", "text_changed")])
    assert not centre.store.decisions


def test_what_was_public_can_be_hidden_also_when_the_unit_says_something_else_now(centre: Centre) -> None:
    publish(centre)
    centre.send(base_revision=1, notes={"difficulties": "Lời khác"})
    assert publish(centre, withdraw=True, base=1)[0] == 201
    centre.send(base_revision=2, notes={"difficulties": TEXT})
    assert is_public(centre) == [False]


def test_what_looks_personal_is_shown_and_has_to_be_looked_at(centre: Centre) -> None:
    text = "Xin gọi 0900 000 000 gặp bà Sen"
    centre.send(base_revision=1, notes={"difficulties": text})
    assert [each["kind"] for each in texts(centre)[0]["looks_personal"]] == ["number", "name"]
    refused = publish(centre, text)
    assert problems(refused) == [("/looked_at", "looks_personal")]
    assert "0900" not in str(refused[1])
    assert publish(centre, text, looked_at=True)[0] == 201


def test_the_same_again_is_answered_as_done_and_stored_once(centre: Centre) -> None:
    first, again = publish(centre), publish(centre)
    assert (first[0], again[0], again[1] == first[1]) == (201, 200, True)
    assert len(centre.store.decisions) == 1


def test_who_did_not_see_the_last_decision_comes_second(centre: Centre) -> None:
    publish(centre)
    assert named(publish(centre, by=centre.second)) == (409, "decided_meanwhile")


def test_marking_twice_and_hiding_what_is_not_public_are_refused(centre: Centre) -> None:
    assert problems(publish(centre, withdraw=True)) == [("/withdraw", "nothing_public_to_withdraw")]
    publish(centre)
    assert problems(publish(centre, base=1)) == [("", "already_public")]


@pytest.mark.parametrize("about", ["notes/proposals", "explanations/stock_fell:team_members"])
def test_a_place_where_that_text_does_not_stand_is_refused(centre: Centre, about: str) -> None:
    assert problems(publish(centre, about=about)) == [("/sha256", "text_changed")]


def test_viewers_see_and_do_not_decide_and_the_unit_sees_none_of_it(centre: Centre) -> None:
    assert publish(centre, by=centre.viewer)[0] == publish(centre, by=centre.reporter)[0] == 403
    assert texts(centre, centre.viewer)
    own = centre.get(UNIT, centre.reporter, query={"revisions": "all"})[1]
    assert {"texts", "decisions"}.isdisjoint(own)


def test_a_text_can_be_hidden_when_nothing_else_can_be_decided_any_more(centre: Centre) -> None:
    day = unit_day(centre.api.campaign)
    publish(centre)
    for number in range(2, MAX_DECISIONS + 1):
        centre.store.decide(day, decision(DecisionKind.WITHDRAW_EXCUSE, number, at=at("15:30")))
    assert problems(publish(centre, "khác", base=MAX_DECISIONS))[0][1] == "text_changed"
    assert publish(centre, withdraw=True, base=MAX_DECISIONS)[0] == 201
    assert is_public(centre) == [False]
