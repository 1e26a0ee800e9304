"""Between a coordinator's read and write: another's decision, a lost reply, a store that says nothing."""

from datetime import date

from giaoban.campaign import Campaign
from giaoban.problem import Unavailable
from giaoban.reports.decision import Decision, DecisionKind, MovedDeadline
from giaoban.reports.report import UnitDay
from tests.board.centre import DAY, UNIT, Centre, named
from tests.reports.fake_store import FakeReportStore
from tests.reports.made import decision, moved

MOVE = {"deadline": "2025-08-02T16:30:00+07:00", "reason": "…", "base_decision": 0}


class Overtaken(FakeReportStore):
    """Somebody else's decision arrives between our read and our write."""

    def decide(self, unit_day: UnitDay, decision: Decision) -> bool:
        super().decide(unit_day, self.other)
        return super().decide(unit_day, decision)

    def move_deadline(self, campaign: Campaign, day: date, moved: MovedDeadline) -> bool:
        super().move_deadline(campaign, day, self.move)
        return super().move_deadline(campaign, day, moved)

    other = decision(DecisionKind.EXCUSE, by="dieu-phoi-2")
    move = moved("16:45")


class LostReply(FakeReportStore):
    """Our write arrives; its reply does not, and the client's second attempt finds it there."""

    def decide(self, unit_day: UnitDay, decision: Decision) -> bool:
        super().decide(unit_day, decision)
        return super().decide(unit_day, decision)

    def move_deadline(self, campaign: Campaign, day: date, moved: MovedDeadline) -> bool:
        super().move_deadline(campaign, day, moved)
        return super().move_deadline(campaign, day, moved)


class Silent(FakeReportStore):
    def decide(self, unit_day: UnitDay, decision: Decision) -> bool:  # noqa: ARG002 - as the real one takes it
        raise Unavailable("store_silent")


def test_who_is_overtaken_between_read_and_write_is_shown_the_others_word(campaign: Campaign) -> None:
    centre = Centre(campaign, Overtaken())
    answer = centre.post(f"{UNIT}/calls", {"outcome": "calling", "base_decision": 0})
    assert named(answer) == (409, "decided_meanwhile")
    assert (answer[1]["current"]["state"], answer[1]["current"]["last_decision"]) == ("excused", 1)
    answer = centre.post(f"{DAY}/deadline", MOVE)
    assert named(answer) == (409, "deadline_moved_meanwhile")
    assert answer[1]["current"]["deadline"] == centre.get()[1]["deadline"] == "2025-08-02T16:45:00+07:00"


def test_a_decision_whose_reply_was_lost_on_its_way_to_us_is_a_success(campaign: Campaign) -> None:
    centre = Centre(campaign, LostReply())
    status, row = centre.excused()
    assert (status, row["state"], row["last_decision"]) == (201, "excused", 1)
    many = centre.post(f"{DAY}/excuse", {"units": ["00002", "SSEN"], "reason": "…"})
    assert many == (201, {"excused": ["00002", "SSEN"], "unchanged": []})
    assert centre.post(f"{DAY}/deadline", MOVE)[0] == 201


def test_a_store_that_is_silent_is_said_so(campaign: Campaign) -> None:
    assert named(Centre(campaign, Silent()).excused()) == (503, "store_silent")
