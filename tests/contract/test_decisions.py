"""What coordinators decide about one unit or many: who may, who came first, what each side reads of it."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from tests.contract.centre import OTHER, UNIT, Centre
from tests.contract.client import Answer, Client

ROUNDS = 12
CALLING = {"outcome": "calling"}


def test_a_unit_is_excused_and_the_excuse_taken_back(centre: Centre) -> None:
    excused = centre.decide("excuse", "16:10:00", reason="Mất điện")
    assert (excused.status, excused.json["state"], excused.json["was"]) == (201, "excused", "missing")
    assert excused.json == centre.row("16:10:00")
    back = centre.decide("excuse", "16:12:00", client=centre.second, reason="Nhầm", withdraw=True, base_decision=1)
    assert (back.status, back.json["state"], back.json["was"]) == (201, "missing", None)
    told = centre.viewer.get(f"{centre.report_of()}?revisions=all").json["decisions"]
    assert [(each["number"], each["kind"], each["by"], each["reason"]) for each in told] == [
        (1, "excuse", "dieu-phoi-1", "Mất điện"),
        (2, "withdraw_excuse", "dieu-phoi-2", "Nhầm"),
    ]
    assert told[0]["at"] == centre.at("16:10:00.000")


def test_who_is_excused_and_then_on_time_is_on_time(centre: Centre) -> None:
    assert centre.decide("excuse", "14:00:00", reason="Báo trước").json["was"] == "expected"
    assert centre.send("15:00:00").json["state"] == "on_time"
    assert centre.row()["state"] == "on_time"


def test_an_excused_unit_that_reports_late_reads_that_it_is_excused(centre: Centre) -> None:
    centre.decide("excuse", reason="Báo trước")
    receipt = centre.send("16:20:00").json
    assert (receipt["state"], receipt["was"]) == ("excused", "late")


@pytest.mark.parametrize(
    "what, said, path, rule",
    [
        ("excuse", {"reason": "…", "withdraw": True}, "/withdraw", "nothing_to_withdraw"),
        ("return", {"fields": {"team_members": "?"}}, "", "nothing_to_return"),
        ("calls", {"outcome": "will_send"}, "/send_by", "send_by_with_promise"),
        ("calls", {"outcome": "will_send", "send_by": "2025-07-24T16:20:00+07:00"}, "/send_by", "send_by_past"),
        ("calls", {"outcome": "reached", "send_by": "2025-09-30T16:20:00+07:00"}, "/send_by", "send_by_with_promise"),
        ("excuse", {"reason": "…", "base_decision": 1}, "/base_decision", "base_decision_unknown"),
    ],
)
def test_what_makes_no_sense_is_refused_with_its_place(
    centre: Centre, what: str, said: dict[str, object], path: str, rule: str
) -> None:
    answer = centre.decide(what, **said)
    assert (answer.status, answer.problem, answer.problems) == (422, "decision_refused", {path: rule})
    assert centre.row()["last_decision"] == 0


def test_who_is_on_time_needs_no_excuse(centre: Centre) -> None:
    centre.send()
    assert centre.decide("excuse", reason="…").problems == {"": "nothing_to_excuse"}


def test_what_was_decided_meanwhile_is_409_with_the_line_as_it_stands(centre: Centre) -> None:
    assert centre.decide("excuse", reason="Mất điện").status == 201
    answer = centre.decide("calls", client=centre.second, **CALLING)
    assert (answer.status, answer.problem) == (409, "decided_meanwhile")
    assert answer.json["current"] == centre.row()
    assert centre.row()["last_decision"] == 1


def test_the_same_decision_again_is_answered_as_done(centre: Centre) -> None:
    first, again = (centre.decide("excuse", clock, reason="Mất điện") for clock in ("16:10:00", "16:11:00"))
    assert (first.status, again.status, again.json == first.json) == (201, 200, True)
    assert centre.decide("excuse", client=centre.second, reason="Mất điện").problem == "decided_meanwhile"


def test_two_coordinators_do_not_ring_the_same_unit(centre: Centre) -> None:
    assert centre.decide("calls", **CALLING).json["calling"] == "dieu-phoi-1"
    assert centre.viewer.get(centre.path).json["units"] == centre.board()["units"]
    late = centre.decide("calls", client=centre.second, base_decision=1, **CALLING)
    assert (late.status, late.problem) == (409, "somebody_is_calling")
    assert "dieu-phoi-1" in late.json["detail"]
    assert centre.decide("calls", "15:34:59.999", client=centre.second, base_decision=1, **CALLING).status == 409
    assert centre.decide("calls", "15:35:00", client=centre.second, base_decision=1, **CALLING).status == 201


def test_of_many_who_decide_at_once_one_is_first_and_the_others_are_told(centre: Centre) -> None:
    clients = [replace(each) for each in (centre.coordinator, centre.second) for _ in range(2)]
    with ThreadPoolExecutor(len(clients)) as pool:
        for base in range(ROUNDS):
            said = {"outcome": "no_answer", "base_decision": base}
            each_says = [{**said, "note": f"máy {number}"} for number in range(len(clients))]
            answers = list(
                pool.map(lambda client, own: centre.decide("calls", client=client, **own), clients, each_says)
            )
            assert sorted(answer.status for answer in answers) == [201, 409, 409, 409]
            assert {answer.problem for answer in answers if answer.status == 409} == {"decided_meanwhile"}
    assert centre.row()["last_decision"] == ROUNDS


def test_a_promise_comes_back_when_its_hour_has_passed_and_nothing_has_come(centre: Centre) -> None:
    said = {"outcome": "will_send", "send_by": centre.at("16:20:00"), "note": "Đang họp"}
    row = centre.decide("calls", **said).json
    assert (row["call"]["outcome"], row["call"]["send_by"]) == ("will_send", centre.at("16:20:00"))
    assert (row["call"]["reason"], row["calling"]) == ("Đang họp", None)
    assert [centre.row(clock)["promise_broken"] for clock in ("16:19:59.999", "16:20:00")] == [False, True]
    centre.send("16:21:00")
    assert not centre.row("16:22:00")["promise_broken"]


def test_a_returned_report_says_why_and_not_by_whom_until_it_is_corrected(whole_day: Centre) -> None:
    whole_day.send()
    fields = {"team_members": "Hôm qua là 12, xin xem lại", "difficulties": "Xin viết rõ"}
    assert whole_day.decide("return", fields=fields).json["flags"] == ["returned"]
    read = whole_day.reporter.get(f"{whole_day.report_of()}?revisions=all")
    assert read.json["returns"] == [{"revision": 1, "at": whole_day.at("15:30:00.000"), "fields": fields}]
    assert (read.json["flags"], "decisions" in read.json, b"dieu-phoi" in read.body) == (["returned"], False, False)
    assert whole_day.board()["counts"]["returned"] == 1
    assert whole_day.send("15:40:00", base_revision=1).json["flags"] == []
    assert whole_day.board("15:41:00")["counts"]["returned"] == 0
    assert len(whole_day.reporter.get(whole_day.report_of()).json["returns"]) == 1


def test_a_return_names_fields_of_the_units_form_only(centre: Centre) -> None:
    centre.send()
    answer = centre.decide("return", fields={"team_members": "?", "no_such": "?", "a/b": "?"})
    assert answer.problems == {"/fields/no_such": "unknown_field", "/fields/a~1b": "unknown_field"}


def test_a_dictated_report_is_phoned_in_on_the_board_and_says_who_told(whole_day: Centre) -> None:
    told = {"told_by": "Cán bộ trực (tên giả)", "entered_by": "dieu-phoi-1"}
    assert whole_day.send(client=whole_day.coordinator, **told).status == 201
    assert (whole_day.row()["flags"], whole_day.board()["counts"]["phoned_in"]) == (["phoned_in"], 1)
    assert whole_day.viewer.get(whole_day.report_of()).json["told_by"] == told["told_by"]


def test_many_are_excused_at_once_and_who_needs_none_is_named(whole_day: Centre) -> None:
    whole_day.send()
    answer = whole_day.excuse_many("00070", UNIT, OTHER, clock="16:10:00")
    assert (answer.status, answer.json) == (201, {"excused": ["00070", OTHER], "unchanged": [UNIT]})
    again = whole_day.excuse_many("00070", UNIT, OTHER, clock="16:11:00")
    assert (again.status, again.json) == (200, answer.json)
    assert whole_day.board("16:12:00")["counts"]["excused"] == 2


def test_one_unknown_unit_among_many_and_nothing_changes(whole_day: Centre) -> None:
    before = whole_day.stands()
    answer = whole_day.excuse_many(UNIT, "99999", OTHER, "4", "")
    assert (answer.status, answer.problems) == (
        422,
        {"/units/1": "unknown_unit", "/units/3": "unknown_unit", "/units/4": "unknown_unit"},
    )
    assert whole_day.stands() == before


def test_every_unit_of_the_city_can_be_excused_at_once(whole_day: Centre) -> None:
    answer = whole_day.excuse_many(*whole_day.system.campaign.units)
    assert (answer.status, answer.json["unchanged"]) == (201, [])
    assert whole_day.board()["counts"]["excused"] == len(whole_day.system.campaign.units)


@pytest.mark.parametrize("who", ["viewer", "reporter", "anyone"])
def test_nobody_but_a_coordinator_decides(whole_day: Centre, anyone: Client, who: str) -> None:
    clients: dict[str, tuple[Client, str]] = {
        "viewer": (whole_day.viewer, "not_yours"),
        "reporter": (whole_day.reporter, "not_yours"),
        "anyone": (anyone, "no_session"),
    }
    client, problem = clients[who]
    before = whole_day.stands()
    assert {answer.problem for answer in everything(whole_day, client)} == {problem}
    assert whole_day.stands() == before


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "https://other.invalid"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}],
    ids=str,
)  # fmt: skip
def test_a_decision_asked_for_by_another_site_is_refused(whole_day: Centre, headers: dict[str, str]) -> None:
    before = whole_day.stands()
    answers = everything(whole_day, whole_day.coordinator, headers)
    assert {(answer.status, answer.problem) for answer in answers} == {(403, "other_site")}
    assert whole_day.stands() == before


def test_our_own_pages_decide(whole_day: Centre) -> None:
    headers = {"Origin": whole_day.system.origin, "Sec-Fetch-Site": "same-origin"}
    whole_day.send("16:10:00")
    assert {answer.status for answer in everything(whole_day, whole_day.coordinator, headers)} == {201, 409}


def everything(centre: Centre, client: Client, headers: dict[str, str] | None = None) -> list[Answer]:
    """One sound request of each kind, on the sight of an untouched day."""
    bodies: dict[str, dict[str, object]] = {
        f"{centre.report_of()}/excuse": {"reason": "Mất điện", "base_decision": 0},
        f"{centre.report_of()}/return": {"fields": {"team_members": "?"}, "base_decision": 0},
        f"{centre.report_of()}/calls": {"outcome": "calling", "base_decision": 0},
        f"{centre.report_of()}/public": {"about": "notes/difficulties", "sha256": "0" * 64, "base_decision": 0},
        f"{centre.path}/excuse": {"units": [OTHER], "reason": "Mất điện"},
        f"{centre.path}/deadline": {"deadline": centre.at("16:30:00"), "reason": "Hệ thống ngừng", "base_decision": 0},
    }
    return [client.post(path, body, headers=headers) for path, body in bodies.items()]
