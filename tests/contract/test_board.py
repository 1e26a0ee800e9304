"""The board of a day: who reads it, what it says, and 304 when nothing has changed."""

from collections import Counter
from dataclasses import replace

import pytest

from giaoban.access import Role
from tests.contract.centre import OTHER, UNIT, Centre
from tests.contract.client import Client

STATES = ("expected", "on_time", "late", "missing", "excused")


def test_an_empty_day_expects_every_unit_until_the_deadline_and_then_misses_it(whole_day: Centre) -> None:
    before, after = whole_day.board("15:59:59.999"), whole_day.board("16:00:00.000")
    due = len(whole_day.system.campaign.units)
    assert (before["counts"]["due"], before["counts"]["expected"], after["counts"]["missing"]) == (due, due, due)
    assert [each["unit"]["code"] for each in before["units"]] == list(whole_day.system.campaign.units)
    assert (before["deadline"], before["deadline_moved"]) == (whole_day.at("16:00:00"), None)


def test_a_viewer_sees_what_a_coordinator_sees(whole_day: Centre) -> None:
    whole_day.send()
    assert whole_day.viewer.get(whole_day.path).json == whole_day.board()


def test_a_day_fills_and_its_numbers_add_up(whole_day: Centre) -> None:
    finding = {"figures": {"mobile_sessions": 0, "people_served": 5}}
    assert whole_day.send("15:59:59.999", complete=False, **finding).status == 201
    other = {"submission_id": "00000000-0000-4000-8000-000000000001", "base_revision": 0, "told_by": "Ai đó"}
    body = {**other, "figures": {"team_members": 7}}
    assert whole_day.second.put(whole_day.report_of(OTHER), body, at=whole_day.at("16:00:00")).status == 201
    assert whole_day.excuse_many("00070", clock="16:01:00").status == 201
    board = whole_day.board("16:02:00")
    counts, due = board["counts"], len(board["units"])
    assert {**counts, "missing": 0} == {"due": due, "expected": 0, "on_time": 1, "late": 1, "missing": 0} | {
        "excused": 1,
        "partial": 1,
        "phoned_in": 1,
        "returned": 0,
        "with_findings": 1,
    }
    assert counts["missing"] == due - 3 == Counter(each["state"] for each in board["units"])["missing"]
    assert sum(counts[state] for state in STATES) == due
    mine = next(each for each in board["units"] if each["unit"]["code"] == UNIT)
    assert (mine["first_received_at"], mine["findings"], mine["unexplained"]) == (whole_day.at("15:59:59.999"), 1, 1)


def test_an_explained_finding_is_no_longer_counted(whole_day: Centre) -> None:
    figures = {"mobile_sessions": 0, "people_served": 5}
    whole_day.send(figures=figures, explanations={"people_without_session": "Phục vụ tại nhà"})
    assert (whole_day.row()["findings"], whole_day.row()["unexplained"]) == (1, 0)
    assert whole_day.board()["counts"]["with_findings"] == 0


def test_a_correction_leaves_the_state_and_the_first_hour(centre: Centre) -> None:
    centre.send("15:00:00.000")
    centre.send("16:30:00.000", base_revision=1)
    row = centre.row("16:31:00")
    assert (row["state"], row["revision"]) == ("on_time", 2)
    assert (row["first_received_at"], row["received_at"]) == (centre.at("15:00:00.000"), centre.at("16:30:00.000"))


def test_an_unchanged_board_is_304_without_a_body_for_whoever_asks(whole_day: Centre) -> None:
    first = whole_day.coordinator.get(whole_day.path)
    for client in (whole_day.coordinator, whole_day.viewer):
        again = client.get(
            whole_day.path, at=whole_day.at("15:45:00"), headers={"If-None-Match": first.headers["etag"]}
        )
        assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert first.headers["cache-control"] == "private, no-cache"
    whole_day.send()
    changed = whole_day.coordinator.get(whole_day.path, headers={"If-None-Match": first.headers["etag"]})
    assert (changed.status, changed.headers["etag"] == first.headers["etag"]) == (200, False)


def test_a_tag_opens_nothing_to_who_may_not_read(centre: Centre, anyone: Client) -> None:
    tag = {"If-None-Match": centre.coordinator.get(centre.path).headers["etag"]}
    assert centre.reporter.get(centre.path, headers=tag).problem == "not_yours"
    assert anyone.get(centre.path, headers=tag).problem == "no_session"


def test_a_reporter_and_an_administrator_get_nothing_and_nobody_a_401(centre: Centre, anyone: Client) -> None:
    administrator = replace(centre.system.member("quan-tri", Role.ADMIN), at=centre.at("15:30:00"))
    for client, status in ((centre.reporter, 403), (administrator, 403), (anyone, 401)):
        answer = client.get(centre.path)
        assert answer.status == status
        assert b"units" not in answer.body


@pytest.mark.parametrize(
    "path, problem",
    [
        ("/v1/campaigns/hue-30/days/2025-08-02", "unknown_campaign"),
        ("/v1/campaigns/hanoi-45/days/2025-07-23", "unknown_day"),
        ("/v1/campaigns/hanoi-45/days/2025-09-07", "unknown_day"),
        ("/v1/campaigns/hanoi-45/days/20250802", "unknown_day"),
        ("/v1/campaigns/hanoi-45/days/today", "unknown_day"),
    ],
)
def test_what_is_outside_the_campaign_is_404(coordinator: Client, path: str, problem: str) -> None:
    assert coordinator.get(path).problem == problem
    for post in ("excuse", "deadline"):
        body = (
            {"units": [UNIT], "reason": "…"}
            if post == "excuse"
            else {"deadline": "2025-08-02T16:30:00Z", "reason": "…", "base_decision": 0}
        )
        assert coordinator.post(f"{path}/{post}", body).problem == problem


def test_a_unit_without_people_in_the_directory_has_no_contacts(centre: Centre) -> None:
    assert centre.row()["contacts"] == []
