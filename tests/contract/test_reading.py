"""GET a unit's report of a day: revision 0, the current one, the history; who may, and what is unknown."""

import re
from collections.abc import Callable

import pytest

from giaoban.access import Role
from tests.contract.client import Client
from tests.contract.conftest import Body, UnitDay
from tests.contract.system import System

DAYS = "/v1/campaigns/hanoi-45/days"


def test_before_any_report_it_is_revision_0(unit_day: UnitDay) -> None:
    assert unit_day.reporter.get(unit_day.path).json == {
        "unit": unit_day.unit,
        "day": "2025-08-02",
        "revision": 0,
        "state": "expected",
        "flags": [],
        "received_at": None,
        "receipt": None,
        "findings": [],
        "figures": {},
        "notes": {},
        "explanations": {},
        "complete": None,
        "nothing_to_report": None,
        "submission_id": None,
        "baseline": {"stocks": {}, "usual": {}},
        "returns": [],
        "corrections_close": "2025-08-04T16:00:00+07:00",
    }


@pytest.mark.parametrize("at, state", [("15:59:59.999", "expected"), ("16:00:00.000", "missing")])
def test_a_day_without_a_report_is_expected_until_the_deadline_then_missing(
    unit_day: UnitDay, at: str, state: str
) -> None:
    assert unit_day.reporter.get(unit_day.path, at=f"2025-08-02T{at}+07:00").json["state"] == state


def test_the_next_days_revision_0_says_what_is_known_of_the_unit(
    unit_day: UnitDay, report: Callable[..., Body], anyone: Client
) -> None:
    figures = {"team_members": 120, "dossiers_online": 41}
    assert unit_day.reporter.put(unit_day.path, report(figures=figures)).status == 201
    assert anyone.post("/dev/ticks", {"slot": "2025-08-02T17:05:00Z"}).status == 200
    path = unit_day.path.replace("2025-08-02", "2025-08-03")
    assert unit_day.reporter.get(path, at="2025-08-03T08:00:00+07:00").json["baseline"] == {
        "stocks": {"team_members": {"value": 120, "day": "2025-08-02"}},
        "usual": {"dossiers_online": 41},
    }


def test_what_was_sent_is_read_back(unit_day: UnitDay, report: Callable[..., Body]) -> None:
    sent = report(
        figures={"team_members": 120, "dossiers_online": 0},
        notes={"difficulties": "Đường truyền chậm", "proposals": "Thêm máy quét"},
        explanations={"stock_fell:team_members": "Một người chuyển công tác"},
    )
    receipt = unit_day.reporter.put(unit_day.path, sent).json
    read = unit_day.reporter.get(unit_day.path).json
    assert {name: read[name] for name in receipt} == receipt
    wanted = ("submission_id", "figures", "notes", "explanations")
    assert {name: read[name] for name in wanted} == {name: sent[name] for name in wanted}
    assert (read["complete"], read["nothing_to_report"]) == (True, False)


def test_the_history_has_every_revision_with_the_link_it_came_by(
    unit_day: UnitDay, report: Callable[..., Body]
) -> None:
    for base, members in enumerate((120, 121, 119)):
        body = report(base_revision=base, figures={"team_members": members})
        assert unit_day.reporter.put(unit_day.path, body).status == 201
    read = unit_day.reporter.get(f"{unit_day.path}?revisions=all").json
    link = unit_day.reporter.get("/v1/session").json["link"]
    assert [each["revision"] for each in read["history"]] == [1, 2, 3]
    assert [each["figures"]["team_members"] for each in read["history"]] == [120, 121, 119]
    by = {"role": "reporter", "link": link, "account": None}
    assert [{**each["by"], "person": None} for each in read["history"]] == [{**by, "person": None}] * 3
    assert len({each["by"]["person"] for each in read["history"]} - {None}) == 1
    assert len({each["receipt"] for each in read["history"]}) == 3
    assert read["history"][-1]["receipt"] == read["receipt"]


@pytest.mark.parametrize("query", ["", "?revisions=", "?revisions=1", "?revision=all", "?revisions=all&revisions=all"])
def test_without_asking_for_it_there_is_no_history(unit_day: UnitDay, query: str) -> None:
    assert "history" not in unit_day.reporter.get(unit_day.path + query).json


def test_every_time_is_on_the_campaigns_clock(unit_day: UnitDay, report: Callable[..., Body]) -> None:
    unit_day.reporter.put(unit_day.path, report())
    said = unit_day.reporter.get(f"{unit_day.path}?revisions=all").body.decode()
    moments = re.findall(r"\d{4}-\d\d-\d\dT[^\"]+", said)
    assert len(moments) == 3
    assert all(each.endswith("+07:00") for each in moments)


def test_coordinators_and_viewers_read_any_unit(coordinator: Client, viewer: Client) -> None:
    for client in (coordinator, viewer):
        assert client.get(f"{DAYS}/2025-08-02/reports/00004").status == 200


def test_an_administrator_does_not_read_reports(system: System) -> None:
    assert system.staff("quan-tri").get(f"{DAYS}/2025-08-02/reports/00004").problem == "not_yours"


def test_a_units_leader_reads_and_sends_as_its_reporter_does(
    system: System, unit_day: UnitDay, report: Callable[..., Body]
) -> None:
    leader = system.reporter(unit_day.unit, role=Role.LEADER)
    assert leader.put(unit_day.path, report()).status == 201
    assert leader.get(f"{unit_day.path}?revisions=all").json["history"][0]["by"]["role"] == "leader"


def test_without_a_session_it_is_401(anyone: Client) -> None:
    assert anyone.get(f"{DAYS}/2025-08-02/reports/00004").problem == "no_session"


@pytest.mark.parametrize(
    "path, problem",
    [
        ("/v1/campaigns/hue-30/days/2025-08-02/reports/00004", "unknown_campaign"),
        (f"{DAYS}/2025-08-02/reports/99999", "unknown_unit"),
        (f"{DAYS}/2025-08-02/reports/4", "unknown_unit"),
        (f"{DAYS}/2025-07-23/reports/00004", "unknown_day"),
        (f"{DAYS}/2025-09-07/reports/00004", "unknown_day"),
    ],
)
def test_what_is_outside_the_campaign_is_404(coordinator: Client, path: str, problem: str) -> None:
    for answer in (coordinator.get(path), coordinator.put(path, {})):
        assert (answer.status, answer.problem) == (404, problem)


def test_a_reports_answer_is_kept_by_no_cache(unit_day: UnitDay) -> None:
    assert unit_day.reporter.get(unit_day.path).headers["cache-control"] == "no-store"
