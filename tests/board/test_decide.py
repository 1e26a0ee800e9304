"""From what a coordinator sent to a decision, or to the reason why not."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from giaoban.board import decide
from giaoban.campaign import Campaign
from giaoban.problem import Conflict, Refused
from giaoban.reports.decision import CallOutcome, Decision, DecisionKind
from giaoban.reports.report import Day, UnitDay
from tests.reports.made import DAY, at, call, decision, moved, report, unit_day

EXCUSE, WITHDRAW = decision(DecisionKind.EXCUSE), decision(DecisionKind.WITHDRAW_EXCUSE, 2)
BY = "dieu-phoi-1"

type Read = Callable[[UnitDay, Mapping[str, Any], str, datetime], Decision]


def refused(decided: Callable[[], object]) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refusal:
        decided()
    assert refusal.value.name == "decision_refused"
    return [(each.path, each.rule) for each in refusal.value.problems]


def decided(read: Read, day: UnitDay, said: Mapping[str, Any], by: str, now: datetime) -> Decision:
    """What a coordinator who has seen every decision so far wants, and may."""
    made = read(day, {"base_decision": len(day.decisions), **said}, by, now)
    decide.require(day, made, now)
    return made


class TestExcuse:
    @pytest.mark.parametrize(
        "received, decisions, to, now",
        [
            (None, (), None, "09:00"),
            (None, (), None, "16:00"),
            ("16:10", (), None, "16:30"),
            (None, (EXCUSE, WITHDRAW), None, "16:30"),
            ("16:40", (), "16:30", "17:00"),
        ],
    )
    def test_who_is_not_on_time_can_be_excused_also_beforehand(
        self, campaign: Campaign, received: str | None, decisions: tuple[Decision, ...], to: str | None, now: str
    ) -> None:
        day = self.day(campaign, received, decisions, to)
        made = decided(decide.excuse, day, {"reason": "Mất điện"}, BY, at(now))
        assert made == Decision(len(decisions) + 1, DecisionKind.EXCUSE, at(now), BY, "Mất điện", day.revision)

    @pytest.mark.parametrize(
        "received, decisions, to",
        [("15:10", (), None), (None, (EXCUSE,), None), ("16:10", (), "16:30"), ("15:10", (EXCUSE,), None)],
    )
    def test_who_is_on_time_or_excused_needs_none(
        self, campaign: Campaign, received: str | None, decisions: tuple[Decision, ...], to: str | None
    ) -> None:
        day = self.day(campaign, received, decisions, to)
        assert refused(lambda: decided(decide.excuse, day, {"reason": "…"}, BY, at("17:00"))) == [
            ("", "nothing_to_excuse")
        ]

    @pytest.mark.parametrize("received", [None, "16:10", "15:10"])
    def test_an_excuse_can_be_taken_back_whatever_has_come_since(
        self, campaign: Campaign, received: str | None
    ) -> None:
        day = self.day(campaign, received, (EXCUSE,), None)
        made = decided(decide.excuse, day, {"reason": "Nhầm đơn vị", "withdraw": True}, BY, at("17:00"))
        assert (made.kind, made.number, made.reason) == (DecisionKind.WITHDRAW_EXCUSE, 2, "Nhầm đơn vị")

    @pytest.mark.parametrize("decisions", [(), (EXCUSE, WITHDRAW), (call(CallOutcome.NO_ANSWER),)])
    def test_what_is_not_excused_has_nothing_to_take_back(
        self, campaign: Campaign, decisions: tuple[Decision, ...]
    ) -> None:
        day = unit_day(campaign, decisions=decisions)
        found = refused(lambda: decided(decide.excuse, day, {"reason": "…", "withdraw": True}, BY, at("17:00")))
        assert found == [("/withdraw", "nothing_to_withdraw")]

    def day(self, campaign: Campaign, received: str | None, decisions: tuple[Decision, ...], to: str | None) -> UnitDay:
        revisions = [report(campaign, at(received))] if received else []
        return unit_day(campaign, *revisions, decisions=decisions, moved=moved(to) if to else None)


class TestSendBack:
    def test_a_return_names_the_revision_and_the_reasons(self, campaign: Campaign) -> None:
        day = unit_day(campaign, report(campaign, at("15:00")), report(campaign, at("15:10"), 2))
        fields = {"dossiers_online": "Gấp mười lần", "difficulties": "Xin viết rõ", "proposals": "Xin viết rõ"}
        made = decided(decide.send_back, day, {"fields": fields}, BY, at("15:20"))
        assert made == Decision(1, DecisionKind.RETURN, at("15:20"), BY, "", 2, fields)

    def test_what_has_not_come_cannot_go_back(self, campaign: Campaign) -> None:
        body = {"fields": {"dossiers_online": "?"}}
        assert refused(lambda: decided(decide.send_back, unit_day(campaign), body, BY, at("15:20"))) == [
            ("", "nothing_to_return")
        ]

    def test_every_field_that_the_form_has_not_is_named_as_a_pointer(self, campaign: Campaign) -> None:
        day = unit_day(campaign, report(campaign, at("15:00")))
        body = {"fields": {"villages": "?", "dossiers_online": "?", "a/b~c": "?"}}
        assert refused(lambda: decided(decide.send_back, day, body, BY, at("15:20"))) == [
            ("/fields/villages", "unknown_field"),
            ("/fields/a~1b~0c", "unknown_field"),
        ]


class TestCall:
    @pytest.mark.parametrize("outcome", [CallOutcome.CALLING, CallOutcome.NO_ANSWER, CallOutcome.REACHED])
    def test_a_call_is_noted_with_its_outcome_and_note(self, campaign: Campaign, outcome: CallOutcome) -> None:
        made = self.made(unit_day(campaign), outcome=outcome, note="Máy bận")
        assert made == Decision(1, DecisionKind.CALL, at("15:30"), BY, "Máy bận", 0, {}, outcome)

    def test_a_promise_has_its_hour_on_the_campaigns_clock_and_whole_seconds(self, campaign: Campaign) -> None:
        made = self.made(unit_day(campaign), outcome="will_send", send_by="2025-08-02T09:20:00.75Z")
        assert made.send_by
        assert made.send_by.isoformat() == "2025-08-02T16:20:00+07:00"

    @pytest.mark.parametrize(
        "said, rule",
        [
            ({"outcome": "will_send"}, "send_by_with_promise"),
            ({"outcome": "reached", "send_by": "2025-08-02T16:20:00+07:00"}, "send_by_with_promise"),
            ({"outcome": "calling", "send_by": "2025-08-02T16:20:00+07:00"}, "send_by_with_promise"),
            ({"outcome": "will_send", "send_by": "2025-08-02T15:30:00+07:00"}, "send_by_past"),
            ({"outcome": "will_send", "send_by": "2025-08-01T16:20:00+07:00"}, "send_by_past"),
        ],
    )
    def test_the_hour_belongs_to_a_promise_and_is_still_to_come(
        self, campaign: Campaign, said: dict[str, Any], rule: str
    ) -> None:
        assert refused(lambda: self.made(unit_day(campaign), **said)) == [("/send_by", rule)]

    def test_while_somebody_else_is_calling_nobody_begins_to(self, campaign: Campaign) -> None:
        day = unit_day(campaign, decisions=(call(CallOutcome.CALLING, at=at("15:29"), by="dieu-phoi-2"),))
        with pytest.raises(Conflict) as conflict:
            self.made(day, outcome="calling")
        assert conflict.value.name == "somebody_is_calling"
        assert "dieu-phoi-2" in conflict.value.text.vi

    @pytest.mark.parametrize(
        "begun, by, outcome",
        [
            ("15:29", BY, "calling"),
            ("15:25", "dieu-phoi-2", "calling"),
            ("15:29", "dieu-phoi-2", "no_answer"),
            ("15:29", "dieu-phoi-2", "reached"),
        ],
    )
    def test_ones_own_call_one_that_is_over_and_an_outcome_are_no_hindrance(
        self, campaign: Campaign, begun: str, by: str, outcome: str
    ) -> None:
        day = unit_day(campaign, decisions=(call(CallOutcome.CALLING, at=at(begun), by=by),))
        assert self.made(day, outcome=outcome).number == 2

    def made(self, day: UnitDay, **said: Any) -> Decision:
        return decided(decide.call, day, said, BY, at("15:30"))


class TestMoveDeadline:
    @pytest.mark.parametrize(
        "deadline, stands",
        [
            ("2025-08-02T16:00:00+07:00", "2025-08-02T16:00:00+07:00"),
            ("2025-08-02T09:30:00Z", "2025-08-02T16:30:00+07:00"),
            ("2025-08-02t16:30:00.999+07:00", "2025-08-02T16:30:00+07:00"),
            ("2025-08-04T15:59:59+07:00", "2025-08-04T15:59:59+07:00"),
        ],
    )
    def test_it_moves_from_the_campaigns_own_to_before_corrections_close(
        self, campaign: Campaign, deadline: str, stands: str
    ) -> None:
        body = {"deadline": deadline, "reason": "Ngừng", "base_decision": 0}
        made = decide.move_deadline(Day(campaign, DAY, {}), body, BY, at("15:50"))
        assert (made.number, made.deadline.isoformat(), made.by, made.reason) == (1, stands, BY, "Ngừng")

    @pytest.mark.parametrize("deadline", ["2025-08-02T15:59:59+07:00", "2025-08-04T16:00:00+07:00"])
    def test_never_to_earlier_or_when_nothing_can_be_corrected(self, campaign: Campaign, deadline: str) -> None:
        body = {"deadline": deadline, "reason": "…", "base_decision": 0}
        found = refused(lambda: decide.move_deadline(Day(campaign, DAY, {}), body, BY, at("15:50")))
        assert found == [("/deadline", "deadline_out_of_reach")]

    def test_it_follows_the_last_move_that_was_seen(self, campaign: Campaign) -> None:
        day = Day(campaign, DAY, {}, moved("16:30", 4))
        assert self.numbered(day, 4) == 5

    def test_nobody_moves_it_on_an_old_sight(self, campaign: Campaign) -> None:
        day = Day(campaign, DAY, {}, moved("16:30", 4))
        with pytest.raises(Conflict) as conflict:
            self.numbered(day, 3)
        assert conflict.value.name == "deadline_moved_meanwhile"
        assert conflict.value.current
        assert conflict.value.current["deadline"] == "2025-08-02T16:30:00+07:00"

    @pytest.mark.parametrize("to, base", [("16:30", 5), (None, 1)])
    def test_a_sight_that_nobody_can_have_is_refused(self, campaign: Campaign, to: str | None, base: int) -> None:
        day = Day(campaign, DAY, {}, moved(to, 4) if to else None)
        assert refused(lambda: self.numbered(day, base)) == [("/base_decision", "base_decision_unknown")]

    def numbered(self, day: Day, base: int) -> int:
        body = {"deadline": "2025-08-02T16:00:00+07:00", "reason": "…", "base_decision": base}
        made = decide.move_deadline(day, body, BY, at("15:50"))
        decide.require_same_deadline(day, made)
        return made.number


@pytest.mark.parametrize(
    "moment",
    [
        "2025-08-02T23:59:60Z",
        "0000-01-01T00:00:00Z",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59Z",
        "9999-12-31T23:59:59-12:00",
    ],
)
def test_a_moment_that_the_standard_has_and_the_calendar_has_not_is_refused(campaign: Campaign, moment: str) -> None:
    day = Day(campaign, DAY, {})
    body = {"deadline": moment, "reason": "…", "base_decision": 0}
    deadline = refused(lambda: decide.move_deadline(day, body, BY, at("15:50")))
    promise = refused(
        lambda: decided(decide.call, unit_day(campaign), {"outcome": "will_send", "send_by": moment}, BY, at("15:50"))
    )
    assert (deadline, promise) == ([("/deadline", "wrong_form")], [("/send_by", "wrong_form")])


def test_a_decision_is_dated_on_the_campaigns_clock(campaign: Campaign) -> None:
    now = at("15:30").astimezone(UTC)
    made = decided(decide.call, unit_day(campaign), {"outcome": "calling"}, BY, now)
    body = {"deadline": "2025-08-02T16:30:00+07:00", "reason": "…", "base_decision": 0}
    move = decide.move_deadline(Day(campaign, DAY, {}), body, BY, now)
    assert made.at.isoformat() == move.at.isoformat() == "2025-08-02T15:30:00+07:00"
