"""The day's deadline moved for everybody: on the board, in each unit's answers, and back again."""

import pytest

from tests.contract.centre import UNIT, Centre


def test_late_becomes_on_time_for_everybody_and_late_again_when_it_is_moved_back(whole_day: Centre) -> None:
    assert whole_day.send("16:02:00").json["state"] == "late"
    states = []
    for base, deadline in enumerate(("16:30:00", "16:00:00")):
        answer = whole_day.move(deadline, base=base)
        assert (answer.status, answer.json["day"]) == (201, str(whole_day.day))
        assert (answer.json["deadline"], answer.json["deadline_moved"]["number"]) == (whole_day.at(deadline), base + 1)
        unit = whole_day.reporter.get(whole_day.report_of(), at=whole_day.at("16:31:00")).json["state"]
        states.append((whole_day.row("16:31:00")["state"], unit))
    assert states == [("on_time", "on_time"), ("late", "late")]


def test_the_board_says_that_it_was_moved_by_whom_and_why(whole_day: Centre) -> None:
    whole_day.move("16:30:00")
    board = whole_day.board("16:06:00")
    assert (board["deadline"], board["counts"]["expected"]) == (whole_day.at("16:30:00"), board["counts"]["due"])
    assert board["deadline_moved"] == {
        "number": 1,
        "at": whole_day.at("16:05:00.000"),
        "by": "dieu-phoi-1",
        "reason": "Hệ thống ngừng",
    }


def test_a_report_sent_before_the_moved_deadline_is_answered_as_on_time(whole_day: Centre) -> None:
    whole_day.move("16:30:00")
    assert whole_day.reporter.get(whole_day.report_of(), at=whole_day.at("16:29:59.999")).json["state"] == "expected"
    assert whole_day.send("16:29:59.999").json["state"] == "on_time"
    assert whole_day.send("16:40:00", base_revision=1).json["state"] == "on_time"
    assert whole_day.send("16:41:00").json["current"]["state"] == "on_time"


def test_a_report_after_the_moved_deadline_is_late_and_may_claim(whole_day: Centre) -> None:
    whole_day.move("16:30:00")
    device = {"finished_at": whole_day.at("16:20:00"), "clock_offset_ms": 0}
    answer = whole_day.send("16:30:00", device=device).json
    assert (answer["state"], answer["flags"]) == ("late", ["claimed_on_time"])


@pytest.mark.parametrize(
    "deadline, after",
    [
        ("15:59:59+07:00", 0),
        ("16:00:00+07:00", 2),
        ("08:59:59Z", 0),
        ("16:00:00+07:00", 30),
    ],
)
def test_out_of_reach_is_422_and_changes_nothing(whole_day: Centre, deadline: str, after: int) -> None:
    day = whole_day.day.fromordinal(whole_day.day.toordinal() + after)
    before = whole_day.stands()
    body = {"deadline": f"{day}T{deadline}", "reason": "Hệ thống ngừng", "base_decision": 0}
    answer = whole_day.coordinator.post(f"{whole_day.path}/deadline", body)
    assert (answer.status, answer.problems) == (422, {"/deadline": "deadline_out_of_reach"})
    assert whole_day.stands() == before


def test_two_coordinators_do_not_overwrite_each_other(whole_day: Centre) -> None:
    """The first one's reply was lost; by the time he sends the same again, the second has moved it further."""
    whole_day.move("16:30:00")
    unseen = whole_day.move("16:45:00", client=whole_day.second)
    assert (unseen.status, unseen.problem) == (409, "deadline_moved_meanwhile")
    assert unseen.json["current"]["deadline"] == whole_day.at("16:30:00")
    seen = unseen.json["current"]["deadline_moved"]["number"]
    moved = whole_day.move("16:45:00", base=seen, client=whole_day.second)
    again = whole_day.move("16:30:00")
    assert (moved.status, again.status, again.json) == (201, 200, moved.json)
    assert whole_day.board()["deadline"] == whole_day.at("16:45:00")


def test_another_day_keeps_its_own(whole_day: Centre) -> None:
    whole_day.move("16:30:00")
    eve = whole_day.path.replace(str(whole_day.day), str(whole_day.day.fromordinal(whole_day.day.toordinal() - 1)))
    board = whole_day.coordinator.get(eve).json
    assert board["deadline"].endswith("T16:00:00+07:00")
    assert next(each for each in board["units"] if each["unit"]["code"] == UNIT)["state"] == "missing"
