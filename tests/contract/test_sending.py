"""PUT a unit's report: a new revision, the same again, another's first, closed days, dictated reports."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from uuid import uuid4

import pytest

from tests.contract.client import Client
from tests.contract.conftest import Body, UnitDay
from tests.contract.system import System

type Make = Callable[..., Body]

ROUNDS = 12


def test_a_report_is_201_and_its_receipt_says_what_arrived(unit_day: UnitDay, report: Make) -> None:
    answer = unit_day.reporter.put(unit_day.path, report(), at="2025-08-02T15:12:00.250+07:00")
    assert answer.status == 201
    assert {**answer.json, "receipt": ""} == {
        "unit": unit_day.unit,
        "day": "2025-08-02",
        "revision": 1,
        "state": "on_time",
        "flags": [],
        "received_at": "2025-08-02T15:12:00.250+07:00",
        "receipt": "",
        "findings": [],
    }


def test_the_same_submission_again_is_200_and_the_same_answer(unit_day: UnitDay, report: Make) -> None:
    sent = report(notes={"difficulties": "Mất điện"})
    first = unit_day.reporter.put(unit_day.path, sent)
    again = unit_day.reporter.put(unit_day.path, sent, at="2025-08-02T12:30:00+07:00")
    assert (first.status, again.status) == (201, 200)
    assert again.json == first.json
    assert unit_day.reporter.get(unit_day.path).json["revision"] == 1


def test_a_submission_whose_reply_was_lost_is_200_also_after_a_later_correction(
    unit_day: UnitDay, report: Make
) -> None:
    sent = report()
    first = unit_day.reporter.put(unit_day.path, sent)
    unit_day.reporter.put(unit_day.path, report(base_revision=1, figures={"team_members": 130}))
    again = unit_day.reporter.put(unit_day.path, sent)
    assert (again.status, again.json) == (200, first.json)
    assert unit_day.reporter.get(unit_day.path).json["figures"] == {"team_members": 130}


def test_a_submission_sent_again_after_corrections_have_closed_is_still_200(unit_day: UnitDay, report: Make) -> None:
    sent = report()
    unit_day.reporter.put(unit_day.path, sent)
    later = unit_day.system.reporter(unit_day.unit, _day_after(unit_day))
    assert later.put(unit_day.path, sent, at="2025-08-04T17:00:00+07:00").status == 200


def test_the_same_id_with_other_content_is_409(unit_day: UnitDay, report: Make) -> None:
    sent = report()
    unit_day.reporter.put(unit_day.path, sent)
    answer = unit_day.reporter.put(unit_day.path, {**sent, "figures": {"team_members": 5}})
    assert (answer.status, answer.problem) == (409, "same_id_other_content")
    assert answer.json["current"]["figures"] == {"team_members": 120}


def test_a_stale_base_is_409_with_what_stands_now(unit_day: UnitDay, report: Make) -> None:
    unit_day.reporter.put(unit_day.path, report())
    other = unit_day.system.reporter(unit_day.unit)
    answer = other.put(unit_day.path, report(figures={"team_members": 7}))
    assert (answer.status, answer.problem) == (409, "another_came_first")
    assert answer.json["current"] == unit_day.reporter.get(unit_day.path).json
    assert unit_day.reporter.get(unit_day.path).json["revision"] == 1


def test_of_many_who_send_at_once_one_wins_and_the_others_are_told(unit_day: UnitDay, report: Make) -> None:
    clients = [Client(unit_day.system.origin, unit_day.reporter.cookie) for _ in range(4)]
    with ThreadPoolExecutor(len(clients)) as pool:
        for base in range(ROUNDS):
            bodies = [report(base_revision=base, figures={"team_members": number}) for number in range(4)]
            answers = list(pool.map(lambda client, body: client.put(unit_day.path, body), clients, bodies))
            assert sorted(answer.status for answer in answers) == [201, 409, 409, 409]
            winner = next(body for body, answer in zip(bodies, answers, strict=True) if answer.status == 201)
            assert unit_day.reporter.get(unit_day.path).json["submission_id"] == winner["submission_id"]
    assert len(unit_day.reporter.get(f"{unit_day.path}?revisions=all").json["history"]) == ROUNDS


def test_a_correction_is_a_new_revision(unit_day: UnitDay, report: Make) -> None:
    first = unit_day.reporter.put(unit_day.path, report()).json
    answer = unit_day.reporter.put(unit_day.path, report(base_revision=1, figures={"team_members": 121}))
    assert (answer.status, answer.json["revision"]) == (201, 2)
    assert answer.json["receipt"] != first["receipt"]


def test_a_base_above_the_current_revision_is_422(unit_day: UnitDay, report: Make) -> None:
    answer = unit_day.reporter.put(unit_day.path, report(base_revision=1))
    assert (answer.status, answer.problems) == (422, {"/base_revision": "base_revision_unknown"})


def test_a_day_that_has_not_begun_is_422(unit_day: UnitDay, report: Make) -> None:
    tomorrow = unit_day.path.replace("2025-08-02", "2025-08-03")
    refused = unit_day.reporter.put(tomorrow, report(), at="2025-08-02T23:59:59.999+07:00")
    assert (refused.status, refused.problem) == (422, "day_in_the_future")
    assert unit_day.reporter.put(tomorrow, report(), at="2025-08-03T00:00:00+07:00").status == 201


def test_after_corrections_have_closed_it_is_410_and_says_whom_to_call(unit_day: UnitDay, report: Make) -> None:
    reporter = unit_day.system.reporter(unit_day.unit, _day_after(unit_day))
    answer = reporter.put(unit_day.path, report(), at="2025-08-04T16:00:00+07:00")
    assert (answer.status, answer.problem) == (410, "corrections_closed")
    assert "024 0000 0000" in answer.json["detail"]
    assert "024 0000 0000" in answer.json["detail_en"]
    assert reporter.put(unit_day.path, report(), at="2025-08-04T15:59:59.999+07:00").status == 201


def test_a_coordinator_may_still_correct_what_is_closed_for_the_unit(unit_day: UnitDay, report: Make) -> None:
    body = report(told_by="Cán bộ trực (tên giả)", entered_by="dieu-phoi-1")
    coordinator = _coordinator_at(unit_day.system, "2025-08-20T09:00:00+07:00")
    answer = coordinator.put(unit_day.path, body)
    assert (answer.status, answer.json["state"]) == (201, "late")


def test_a_coordinator_enters_what_was_dictated_by_telephone(
    unit_day: UnitDay, report: Make, coordinator: Client
) -> None:
    body = report(told_by="Cán bộ trực (tên giả)", entered_by="dieu-phoi-1")
    answer = coordinator.put(unit_day.path, body)
    assert (answer.status, answer.json["flags"]) == (201, ["phoned_in"])
    read = unit_day.reporter.get(f"{unit_day.path}?revisions=all").json
    assert (read["told_by"], read["entered_by"]) == (body["told_by"], body["entered_by"])
    assert read["history"][0]["by"]["role"] == "coordinator"


def test_a_coordinator_enters_in_nobody_elses_name(unit_day: UnitDay, report: Make, coordinator: Client) -> None:
    answer = coordinator.put(unit_day.path, report(told_by="Ai đó (tên giả)", entered_by="dieu-phoi-2"))
    assert (answer.status, answer.problems) == (422, {"/entered_by": "entered_by_somebody_else"})
    assert coordinator.put(unit_day.path, report(told_by="Ai đó (tên giả)")).status == 201
    read = unit_day.reporter.get(f"{unit_day.path}?revisions=all").json
    assert (read["entered_by"], read["history"][0]["by"]["account"]) == ("dieu-phoi-1", "dieu-phoi-1")


def test_a_coordinator_must_say_who_dictated_it(unit_day: UnitDay, report: Make, coordinator: Client) -> None:
    answer = coordinator.put(unit_day.path, report())
    assert (answer.status, answer.problems) == (422, {"/told_by": "told_by_missing"})


@pytest.mark.parametrize("name", ["told_by", "entered_by"])
def test_a_unit_cannot_say_that_its_report_was_dictated(unit_day: UnitDay, report: Make, name: str) -> None:
    answer = unit_day.reporter.put(unit_day.path, report(**{name: "Ai đó"}))
    assert (answer.status, answer.problems) == (422, {f"/{name}": "only_the_centre_enters_for_others"})


def test_a_viewer_cannot_send(unit_day: UnitDay, report: Make, viewer: Client) -> None:
    assert viewer.put(unit_day.path, report(told_by="Ai đó")).problem == "not_yours"
    assert unit_day.reporter.get(unit_day.path).json["revision"] == 0


def test_without_a_session_nothing_is_sent(unit_day: UnitDay, report: Make, anyone: Client) -> None:
    assert anyone.put(unit_day.path, report()).problem == "no_session"


def test_a_department_reports_on_its_own_form(system: System, report: Make) -> None:
    code = next(unit.code for unit in system.campaign.units.values() if unit.kind == "department")
    reporter, path = system.reporter(code), f"/v1/campaigns/hanoi-45/days/2025-08-02/reports/{code}"
    assert reporter.put(path, report()).problems == {"/figures/team_members": "unknown_field"}
    assert reporter.put(path, report(figures={"tasks_given": 9, "tasks_done": 4})).status == 201


def test_an_id_is_the_same_in_capitals(unit_day: UnitDay, report: Make) -> None:
    sent = report(submission_id=str(uuid4()).upper())
    assert unit_day.reporter.put(unit_day.path, sent).status == 201
    again = {**sent, "submission_id": str(sent["submission_id"]).lower()}
    assert unit_day.reporter.put(unit_day.path, again).status == 200


def _day_after(unit_day: UnitDay) -> date:
    """A link of a later day outlives the closing of this one."""
    return unit_day.day + timedelta(days=1)


def _coordinator_at(system: System, at: str) -> Client:
    client = Client(system.origin, at=at)
    client.post("/v1/staff-session", headers={"Authorization": f"Bearer {system.staff_token('dieu-phoi-1')}"})
    return client
