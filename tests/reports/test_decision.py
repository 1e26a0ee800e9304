"""What a row of decisions says: excused or not, returned or not, who is calling, which promise is broken."""

from collections.abc import Sequence
from datetime import timedelta

import pytest

from giaoban.reports.decision import (
    CALLING_LASTS,
    CallOutcome,
    Decision,
    DecisionKind,
    is_excused,
    is_returned,
    last_call,
    promise_broken,
    who_is_calling,
)
from tests.reports.made import at, call, decision

EXCUSE, WITHDRAW, RETURN = DecisionKind.EXCUSE, DecisionKind.WITHDRAW_EXCUSE, DecisionKind.RETURN
ONE_MS = timedelta(milliseconds=1)


def decisions(*kinds: DecisionKind) -> list[Decision]:
    return [decision(kind, number) for number, kind in enumerate(kinds, start=1)]


@pytest.mark.parametrize(
    "kinds, excused",
    [
        ([], False),
        ([EXCUSE], True),
        ([EXCUSE, WITHDRAW], False),
        ([EXCUSE, WITHDRAW, EXCUSE], True),
        ([EXCUSE, DecisionKind.CALL, RETURN], True),
        ([EXCUSE, WITHDRAW, DecisionKind.CALL], False),
        ([DecisionKind.CALL, RETURN], False),
    ],
)
def test_the_last_word_about_an_excuse_counts(kinds: list[DecisionKind], excused: bool) -> None:
    assert is_excused(decisions(*kinds)) is excused


@pytest.mark.parametrize(
    "returned, revision, wanted",
    [([], 1, False), ([1], 1, True), ([1], 2, False), ([1, 2], 2, True), ([1, 1], 1, True), ([2], 1, False)],
)
def test_a_return_stands_until_the_next_revision(returned: list[int], revision: int, wanted: bool) -> None:
    said = [decision(RETURN, number, revision=each) for number, each in enumerate(returned, start=1)]
    assert is_returned([*said, decision(EXCUSE, 9, revision=revision)], revision) is wanted


def test_the_last_call_is_the_newest_whatever_was_decided_after_it() -> None:
    calls = [call(CallOutcome.NO_ANSWER, 1), decision(EXCUSE, 2), call(CallOutcome.REACHED, 3), decision(WITHDRAW, 4)]
    assert last_call(calls) == calls[2]
    assert last_call(decisions(EXCUSE, RETURN)) is None


class TestWhoIsCalling:
    BEGUN = call(CallOutcome.CALLING, at=at("15:30"), by="dieu-phoi-2")

    @pytest.mark.parametrize(
        "after, who",
        [(timedelta(), "dieu-phoi-2"), (CALLING_LASTS - ONE_MS, "dieu-phoi-2"), (CALLING_LASTS, None)],
    )
    def test_whoever_began_is_calling_for_five_minutes(self, after: timedelta, who: str | None) -> None:
        assert timedelta(minutes=5) == CALLING_LASTS
        assert who_is_calling([self.BEGUN], at("15:30") + after) == who

    @pytest.mark.parametrize("outcome", [CallOutcome.NO_ANSWER, CallOutcome.WILL_SEND, CallOutcome.REACHED])
    def test_an_outcome_ends_the_call_whoever_noted_it(self, outcome: CallOutcome) -> None:
        assert who_is_calling([self.BEGUN, call(outcome, 2, by="dieu-phoi-1")], at("15:31")) is None

    def test_another_kind_of_decision_does_not(self) -> None:
        assert who_is_calling([self.BEGUN, decision(EXCUSE, 2)], at("15:31")) == "dieu-phoi-2"

    def test_saying_it_again_begins_the_five_minutes_anew(self) -> None:
        again = call(CallOutcome.CALLING, 2, at=at("15:34"), by="dieu-phoi-2")
        assert who_is_calling([self.BEGUN, again], at("15:38")) == "dieu-phoi-2"

    def test_before_anybody_has_said_so_nobody_is(self) -> None:
        assert who_is_calling([], at("15:30")) is None


class TestAPromise:
    PROMISED = call(CallOutcome.WILL_SEND, send_by=at("16:20"), revision=1)

    @pytest.mark.parametrize(
        "later, revision, now, broken",
        [
            ([], 1, "16:19:59.999", False),
            ([], 1, "16:20", True),
            ([], 0, "16:20", True),
            ([], 2, "16:20", False),
            ([decision(EXCUSE, 2)], 1, "16:20", True),
            ([call(CallOutcome.NO_ANSWER, 2)], 1, "16:20", False),
            ([call(CallOutcome.WILL_SEND, 2, send_by=at("16:40"), revision=1)], 1, "16:39", False),
            ([call(CallOutcome.WILL_SEND, 2, send_by=at("16:40"), revision=1)], 1, "16:40", True),
        ],
    )
    def test_it_is_broken_when_its_hour_has_come_and_nothing_else_has(
        self, later: Sequence[Decision], revision: int, now: str, broken: bool
    ) -> None:
        assert promise_broken([self.PROMISED, *later], revision, at(now)) is broken

    def test_without_one_nothing_is_broken(self) -> None:
        assert not promise_broken([call(CallOutcome.NO_ANSWER)], 0, at("23:00"))
        assert not promise_broken([], 0, at("23:00"))
