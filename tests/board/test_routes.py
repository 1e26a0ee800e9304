"""The board and its decisions over HTTP, in memory: what is answered, what is stored, who came first."""

import pytest

from giaoban.access import Role
from giaoban.campaign import Campaign
from tests.access.made import signed_in
from tests.board.centre import DAY, UNIT, Centre, named, problems
from tests.reports.made import at


@pytest.fixture
def centre(campaign: Campaign) -> Centre:
    return Centre(campaign)


def test_the_board_of_an_empty_day_expects_every_unit(centre: Centre) -> None:
    status, board = centre.get()
    assert status == 200
    assert {**board, "units": []} == {
        "campaign": "lang-sen",
        "day": "2025-08-02",
        "day_number": 10,
        "deadline": "2025-08-02T16:00:00+07:00",
        "deadline_moved": None,
        "edition_deadline": "2025-08-02T17:00:00+07:00",
        "corrections_close": "2025-08-04T16:00:00+07:00",
        "counts": {"due": 3, "expected": 3, "on_time": 0, "late": 0, "missing": 0, "excused": 0}
        | {"partial": 0, "phoned_in": 0, "returned": 0, "with_findings": 0},
        "switch": {"paused": False, "reason": "", "by": "", "at": None, "version": 0},
        "units": [],
    }
    assert [each["unit"]["code"] for each in board["units"]] == ["00001", "00002", "SSEN"]
    assert board["units"][0] == {
        "unit": {"code": "00001", "kind": "commune", "names": {"vi": "Xã Sen Trắng", "en": "Sen Trắng Commune"}},
        "state": "expected",
        "was": None,
        "excuse": None,
        "flags": [],
        "revision": 0,
        "first_received_at": None,
        "received_at": None,
        "findings": 0,
        "unexplained": 0,
        "call": None,
        "calling": None,
        "promise_broken": False,
        "last_decision": 0,
        "contacts": [],
        "messages": {"tried": 0, "last": None},
    }


def test_a_decision_is_answered_by_the_units_line_as_the_board_shows_it(centre: Centre) -> None:
    status, row = centre.excused(at=at("16:10"))
    assert (status, row) == (201, centre.row(at("16:10")))
    assert (row["state"], row["was"], row["last_decision"]) == ("excused", "missing", 1)


def test_an_excused_units_line_says_why_until_the_excuse_is_taken_back(centre: Centre) -> None:
    _, row = centre.excused(reason="Mất điện", at=at("16:10"))
    assert row["excuse"] == {"reason": "Mất điện", "by": "dieu-phoi-1", "at": "2025-08-02T16:10:00.000+07:00"}
    assert centre.excused(withdraw=True, base_decision=1, reason="Nhầm đơn vị")[1]["excuse"] is None


def test_an_excuse_given_beforehand_is_silent_of_a_unit_that_is_on_time_after_all(centre: Centre) -> None:
    centre.excused()
    centre.send()
    assert (centre.row()["state"], centre.row()["excuse"]) == ("on_time", None)


def test_an_excuse_is_taken_back_by_another_decision_and_both_stand_in_the_history(centre: Centre) -> None:
    centre.excused()
    assert centre.excused(withdraw=True, base_decision=1, reason="Nhầm đơn vị")[1]["state"] == "expected"
    told = centre.get(UNIT, query={"revisions": "all"})[1]["decisions"]
    assert [(each["kind"], each["by"], each["reason"]) for each in told] == [
        ("excuse", "dieu-phoi-1", "Mất điện"),
        ("withdraw_excuse", "dieu-phoi-1", "Nhầm đơn vị"),
    ]


def test_what_was_decided_on_an_old_sight_is_refused_with_the_line_as_it_stands(centre: Centre) -> None:
    centre.excused()
    answer = centre.post(f"{UNIT}/calls", {"outcome": "calling", "base_decision": 0}, by=centre.second)
    assert named(answer) == (409, "decided_meanwhile")
    assert answer[1]["current"] == centre.row()


def test_a_sight_that_nobody_can_have_is_refused(centre: Centre) -> None:
    assert problems(centre.excused(base_decision=1)) == [("/base_decision", "base_decision_unknown")]


def test_while_one_calls_the_other_is_told_who_it_is(centre: Centre) -> None:
    begun = {"outcome": "calling", "base_decision": 0}
    assert centre.post(f"{UNIT}/calls", begun)[1]["calling"] == "dieu-phoi-1"
    answer = centre.post(f"{UNIT}/calls", {**begun, "base_decision": 1}, by=centre.second)
    assert named(answer) == (409, "somebody_is_calling")
    assert answer[1]["detail"] == "dieu-phoi-1 đang gọi đơn vị này."
    assert centre.post(f"{UNIT}/calls", {**begun, "base_decision": 1}, by=centre.second, at=at("15:35"))[0] == 201


def test_a_broken_promise_comes_back(centre: Centre) -> None:
    said = {"outcome": "will_send", "send_by": "2025-08-02T16:20:00+07:00", "base_decision": 0}
    assert centre.post(f"{UNIT}/calls", said)[1]["call"]["send_by"] == "2025-08-02T16:20:00+07:00"
    assert [centre.row(at(clock))["promise_broken"] for clock in ("16:19:59.999", "16:20")] == [False, True]
    centre.send(at=at("16:25"))
    assert not centre.row(at("16:30"))["promise_broken"]


class TestManyAtOnce:
    def excuse(self, centre: Centre, *units: str) -> tuple[int, dict[str, list[str]]]:
        return centre.post(f"{DAY}/excuse", {"units": units, "reason": "Cáp quang bị đứt"}, at=at("16:10"))

    def test_those_that_need_an_excuse_get_it_and_the_others_are_named(self, centre: Centre) -> None:
        centre.send()
        answer = self.excuse(centre, "SSEN", "00001", "00002")
        assert answer == (201, {"excused": ["SSEN", "00002"], "unchanged": ["00001"]})
        assert [each["state"] for each in centre.get(at=at("16:10"))[1]["units"]] == ["on_time", "excused", "excused"]

    def test_one_unknown_unit_and_nobody_is_excused(self, centre: Centre) -> None:
        answer = self.excuse(centre, "00001", "99999", "00002", "1")
        assert named(answer) == (422, "decision_refused")
        assert problems(answer) == [("/units/1", "unknown_unit"), ("/units/3", "unknown_unit")]
        assert centre.store.decisions == {}


class TestTheDeadlineMoved:
    def move(self, centre: Centre, to: str, base: int = 0) -> int:
        body = {"deadline": f"2025-08-02T{to}:00+07:00", "reason": "Hệ thống ngừng", "base_decision": base}
        return centre.post(f"{DAY}/deadline", body, at=at("16:05"))[0]

    def test_it_is_everybodys_on_the_board_and_in_each_units_answers(self, centre: Centre) -> None:
        centre.send(at=at("16:02"))
        assert [centre.get(UNIT, at=at("16:06"))[1]["state"], centre.row(at("16:06"))["state"]] == ["late", "late"]
        assert self.move(centre, "16:30") == 201
        board = centre.get(at=at("16:06"))[1]
        assert board["deadline"] == "2025-08-02T16:30:00+07:00"
        assert (board["deadline_moved"]["number"], board["deadline_moved"]["by"]) == (1, "dieu-phoi-1")
        assert [each["state"] for each in board["units"]] == ["on_time", "expected", "expected"]
        assert centre.get(UNIT, at=at("16:06"))[1]["state"] == "on_time"
        assert centre.send(at=at("16:40"), base_revision=1)[1]["state"] == "on_time"

    def test_moved_back_late_is_late_again(self, centre: Centre) -> None:
        centre.send(at=at("16:02"))
        states = []
        for base, to in enumerate(("16:30", "16:00")):
            self.move(centre, to, base)
            states += [centre.get(UNIT, at=at("16:50"))[1]["state"], centre.row(at("16:50"))["state"]]
        assert states == ["on_time", "on_time", "late", "late"]

    def test_in_a_conflict_too_the_unit_reads_the_state_by_the_moved_deadline(self, centre: Centre) -> None:
        centre.send(at=at("16:02"))
        self.move(centre, "16:30")
        assert centre.send(at=at("16:50"))[1]["current"]["state"] == "on_time"

    def test_another_day_keeps_its_own(self, centre: Centre) -> None:
        self.move(centre, "16:30")
        assert centre.get(DAY.replace("08-02", "08-01"))[1]["deadline"] == "2025-08-01T16:00:00+07:00"


class TestAReturn:
    def test_the_unit_reads_the_reasons_and_not_whose_they_are(self, centre: Centre) -> None:
        centre.send()
        fields = {"dossiers_online": "Gấp mười lần mọi ngày"}
        row = centre.post(f"{UNIT}/return", {"fields": fields, "base_decision": 0})[1]
        assert row["flags"] == ["returned"]
        read = centre.get(UNIT, by=centre.reporter, query={"revisions": "all"})[1]
        assert read["returns"] == [{"revision": 1, "at": "2025-08-02T15:30:00.000+07:00", "fields": fields}]
        assert read["flags"] == ["returned"]
        assert "dieu-phoi-1" not in str(read)

    def test_its_correction_takes_the_flag_down(self, centre: Centre) -> None:
        centre.send()
        centre.post(f"{UNIT}/return", {"fields": {"dossiers_online": "?"}, "base_decision": 0})
        assert centre.send(base_revision=1)[1]["flags"] == []
        assert centre.row()["flags"] == []


@pytest.mark.parametrize("query", [{}, {"revisions": "all"}])
def test_what_was_decided_is_never_shown_to_a_unit(centre: Centre, query: dict[str, str]) -> None:
    centre.excused(reason="Chị Sen ốm")
    read = centre.get(UNIT, by=centre.reporter, query=query)[1]
    assert "decisions" not in read
    assert "Chị Sen ốm" not in str(read)
    assert "decisions" not in centre.get(UNIT)[1]
    for staff in (centre.coordinator, centre.viewer):
        assert len(centre.get(UNIT, by=staff, query={"revisions": "all"})[1]["decisions"]) == 1


def test_an_excused_day_tells_its_unit_what_it_was(centre: Centre) -> None:
    centre.excused()
    read = centre.get(UNIT, by=centre.reporter, at=at("16:10"))[1]
    assert (read["state"], read["was"]) == ("excused", "missing")
    assert "was" not in centre.get(UNIT.replace("00001", "00002"), at=at("16:10"))[1]


def test_a_dictated_report_is_phoned_in_on_the_board(centre: Centre) -> None:
    centre.send(by=centre.coordinator, told_by="Bà Sen", entered_by="dieu-phoi-1")
    assert centre.row()["flags"] == ["phoned_in"]
    assert centre.get()[1]["counts"]["phoned_in"] == 1


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.COORDINATOR, Role.VIEWER}])
def test_nobody_else_reads_the_board(centre: Centre, role: Role) -> None:
    assert named(centre.get(by=signed_in(centre.api.grants, role))) == (403, "not_yours")
