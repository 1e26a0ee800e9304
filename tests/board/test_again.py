"""The same request again, after its reply was lost on the way to the coordinator: answered as done, stored once."""

from typing import Any

import pytest

from giaoban.campaign import Campaign
from giaoban.reports.decision import MAX_DECISIONS, DecisionKind
from tests.board.centre import DAY, UNIT, Answer, Centre, named, problems
from tests.reports.made import at, decision, moved, unit_day

LATER = at("17:30")
DECISIONS: dict[str, tuple[str, dict[str, Any]]] = {
    "an excuse": ("excuse", {"reason": "Mất điện"}),
    "a return": ("return", {"fields": {"dossiers_online": "Gấp mười lần"}}),
    "a call begun": ("calls", {"outcome": "calling"}),
    "a promise": ("calls", {"outcome": "will_send", "send_by": "2025-08-02T16:20:00+07:00", "note": "Đang họp"}),
}
MOVE = {"deadline": "2025-08-02T16:30:00+07:00", "reason": "Hệ thống ngừng", "base_decision": 0}


@pytest.fixture
def centre(campaign: Campaign) -> Centre:
    """Whose unit 00001 has reported, and late."""
    made = Centre(campaign)
    made.send(at=at("16:10"))
    return made


def decide(centre: Centre, name: str, base: int = 0, by: str | None = None, **otherwise: Any) -> Answer:
    """At 16:15; `at` says otherwise."""
    what, said = DECISIONS[name]
    now = otherwise.pop("at", at("16:15"))
    return centre.post(f"{UNIT}/{what}", {**said, "base_decision": base, **otherwise}, by=by, at=now)


def stored(centre: Centre) -> int:
    return len(centre.store.decisions)


@pytest.mark.parametrize("name", DECISIONS)
class TestADecision:
    def test_again_it_is_answered_with_the_line_and_stored_once(self, centre: Centre, name: str) -> None:
        first, again = decide(centre, name), decide(centre, name)
        assert (first[0], again[0], stored(centre)) == (201, 200, 1)
        assert again[1] == first[1] == centre.row(at("16:15"))

    def test_also_when_by_now_it_could_no_longer_be_taken(self, centre: Centre, name: str) -> None:
        """The promised hour has passed, the unit has corrected, somebody else has rung."""
        decide(centre, name)
        centre.send(at=at("16:30"), base_revision=1)
        centre.post(f"{UNIT}/calls", {"outcome": "reached", "base_decision": 1}, by=centre.second, at=at("16:40"))
        status, row = decide(centre, name, at=LATER)
        assert (status, row, stored(centre)) == (200, centre.row(LATER), 2)

    def test_another_coordinators_same_words_are_his_own(self, centre: Centre, name: str) -> None:
        decide(centre, name)
        assert named(decide(centre, name, by=centre.second)) == (409, "decided_meanwhile")

    def test_on_another_sight_it_is_another_decision(self, centre: Centre, name: str) -> None:
        decide(centre, name)
        assert decide(centre, name, base=1)[0] == (422 if name == "an excuse" else 201)


@pytest.mark.parametrize(
    "name, otherwise",
    [
        ("an excuse", {"reason": "Mất mạng"}),
        ("an excuse", {"withdraw": True}),
        ("a return", {"fields": {"dossiers_online": "?"}}),
        ("a call begun", {"outcome": "no_answer"}),
        ("a promise", {"note": ""}),
        ("a promise", {"send_by": "2025-08-02T16:30:00+07:00"}),
    ],
)
def test_other_words_on_the_same_sight_came_second(centre: Centre, name: str, otherwise: dict[str, Any]) -> None:
    decide(centre, name)
    answer = decide(centre, name, **otherwise)
    assert named(answer) == (409, "decided_meanwhile")
    assert (answer[1]["current"]["last_decision"], stored(centre)) == (1, 1)


def test_a_base_written_as_5_0_is_the_number_it_is(centre: Centre) -> None:
    assert decide(centre, "an excuse", base=0.0)[1]["last_decision"] == 1  # type: ignore[arg-type]
    assert [key[-1] for key in centre.store.decisions] == [1]
    assert all(isinstance(key[-1], int) for key in centre.store.decisions)


class TestManyAtOnce:
    def excuse(self, centre: Centre, *units: str, reason: str = "Đứt cáp", by: str | None = None) -> Answer:
        return centre.post(f"{DAY}/excuse", {"units": units, "reason": reason}, by=by, at=at("16:15"))

    def test_again_they_are_named_as_excused_and_stored_once(self, centre: Centre) -> None:
        first, again = (self.excuse(centre, "00001", "SSEN") for _ in range(2))
        assert first == (201, {"excused": ["00001", "SSEN"], "unchanged": []})
        assert (again, stored(centre)) == ((200, first[1]), 2)

    def test_what_was_cut_off_in_the_middle_is_taken_up_where_it_stopped(self, centre: Centre) -> None:
        self.excuse(centre, "00001")
        assert self.excuse(centre, "00001", "SSEN") == (201, {"excused": ["00001", "SSEN"], "unchanged": []})
        assert stored(centre) == 2

    def test_an_excuse_in_other_words_or_of_somebody_else_is_left_as_it_is(self, centre: Centre) -> None:
        self.excuse(centre, "00001")
        others = [self.excuse(centre, "00001", reason="Lũ"), self.excuse(centre, "00001", by=centre.second)]
        assert others == [(200, {"excused": [], "unchanged": ["00001"]})] * 2

    def test_who_was_excused_beforehand_and_then_on_time_is_left_as_it_is(self, campaign: Campaign) -> None:
        centre = Centre(campaign)
        self.excuse(centre, "00001")
        centre.send(at=at("15:10"))
        assert self.excuse(centre, "00001") == (200, {"excused": [], "unchanged": ["00001"]})


class TestTheDeadline:
    def test_again_it_is_answered_as_moved_and_stored_once(self, centre: Centre) -> None:
        first, again = (centre.post(f"{DAY}/deadline", MOVE, at=at(clock)) for clock in ("16:05", "16:06"))
        assert (first[0], again[0], first[1] == again[1]) == (201, 200, True)
        assert len(centre.store.deadlines) == 1

    @pytest.mark.parametrize("otherwise", [{"reason": "Lũ"}, {"deadline": "2025-08-02T16:45:00+07:00"}])
    def test_other_words_move_it_again_on_the_sight_of_the_first(
        self, centre: Centre, otherwise: dict[str, str]
    ) -> None:
        first = centre.post(f"{DAY}/deadline", MOVE)[1]
        again = centre.post(f"{DAY}/deadline", {**MOVE, **otherwise})
        assert (named(again), again[1]["current"]) == ((409, "deadline_moved_meanwhile"), first)
        assert centre.post(f"{DAY}/deadline", {**MOVE, **otherwise, "base_decision": 1})[0] == 201

    def test_somebody_elses_same_words_are_his_own(self, centre: Centre) -> None:
        centre.post(f"{DAY}/deadline", MOVE)
        assert named(centre.post(f"{DAY}/deadline", MOVE, by=centre.second)) == (409, "deadline_moved_meanwhile")
        assert centre.post(f"{DAY}/deadline", {**MOVE, "base_decision": 1}, by=centre.second)[0] == 201

    def test_whose_reply_was_lost_does_not_take_back_what_a_colleague_decided_since(self, centre: Centre) -> None:
        """The first coordinator's page repeats its move; the second has moved the deadline further in between."""
        centre.post(f"{DAY}/deadline", MOVE)
        further = {**MOVE, "deadline": "2025-08-02T16:45:00+07:00", "base_decision": 1}
        second = centre.post(f"{DAY}/deadline", further, by=centre.second)
        assert centre.post(f"{DAY}/deadline", MOVE) == (200, second[1])
        assert centre.get()[1]["deadline"] == "2025-08-02T16:45:00+07:00"
        assert len(centre.store.deadlines) == 2


class TestSoManyAndNoMore:
    def test_of_one_units_day(self, centre: Centre) -> None:
        self.fill(centre)
        last = decide(centre, "a call begun", base=MAX_DECISIONS)
        assert (named(last), problems(last)) == ((422, "decision_refused"), [("", "too_many_decisions")])
        assert str(MAX_DECISIONS) in last[1]["problems"][0]["vi"]
        assert stored(centre) == MAX_DECISIONS == 200

    def test_the_last_one_sent_again_is_still_recognised(self, centre: Centre) -> None:
        self.fill(centre)
        said = {"reason": "Mất điện", "withdraw": True, "base_decision": MAX_DECISIONS - 1}
        assert centre.post(f"{UNIT}/excuse", said)[0] == 200

    def test_of_many_at_once_nobody_is_excused_and_the_full_one_is_named(self, centre: Centre) -> None:
        self.fill(centre)
        answer = centre.post(f"{DAY}/excuse", {"units": ["SSEN", "00001"], "reason": "Đứt cáp"}, at=LATER)
        assert problems(answer) == [("/units/1", "too_many_decisions")]
        assert stored(centre) == MAX_DECISIONS

    def test_of_a_days_deadline(self, centre: Centre) -> None:
        for number in range(1, MAX_DECISIONS + 1):
            centre.store.move_deadline(centre.api.campaign, at("00:00").date(), moved("16:45", number))
        last = centre.post(f"{DAY}/deadline", {**MOVE, "base_decision": MAX_DECISIONS})
        assert problems(last) == [("", "too_many_decisions")]

    def fill(self, centre: Centre) -> None:
        day = unit_day(centre.api.campaign)
        for number in range(1, MAX_DECISIONS + 1):
            centre.store.decide(day, decision(DecisionKind.WITHDRAW_EXCUSE, number))
