"""On time or late is decided by when the gateway took the first revision; flags and findings say the rest."""

from collections.abc import Callable

import pytest

from tests.contract.conftest import Body, UnitDay

type Make = Callable[..., Body]

FOUND = {
    "rule": "people_without_session",
    "figures": ["mobile_sessions", "people_served"],
    "vi": "",
    "en": "",
    "explanation": None,
}


@pytest.mark.parametrize(
    "at, state", [("00:00:00.000", "on_time"), ("15:59:59.999", "on_time"), ("16:00:00.000", "late")]
)
def test_the_receipt_time_of_the_first_revision_decides(unit_day: UnitDay, report: Make, at: str, state: str) -> None:
    assert unit_day.reporter.put(unit_day.path, report(), at=f"2025-08-02T{at}+07:00").json["state"] == state


@pytest.mark.parametrize("first, second, state", [("15:00", "16:30", "on_time"), ("16:30", "16:40", "late")])
def test_a_correction_never_changes_the_state(
    unit_day: UnitDay, report: Make, first: str, second: str, state: str
) -> None:
    unit_day.reporter.put(unit_day.path, report(), at=f"2025-08-02T{first}:00+07:00")
    corrected = unit_day.reporter.put(unit_day.path, report(base_revision=1), at=f"2025-08-02T{second}:00+07:00")
    assert corrected.json["state"] == state


@pytest.mark.parametrize(
    "finished, offset, flags",
    [
        ("2025-08-02T15:58:00+07:00", 0, ["claimed_on_time"]),
        ("2025-08-02T08:58:00Z", 0, ["claimed_on_time"]),
        ("2025-08-02T15:58:00+07:00", 180_000, []),
        ("2025-08-02T16:02:00+07:00", -180_000, ["claimed_on_time"]),
        ("2025-08-02T16:01:00+07:00", 0, []),
        ("2025-08-01T15:00:00+07:00", 0, []),
        ("2025-08-02T15:58:00", 0, []),
        ("chiều nay", 0, []),
        ("0001-01-01T00:00:00+07:00", -(10**15), []),
        ("0001-01-01T00:00:00+07:00", 0, []),
        ("9999-12-31T23:59:59-12:00", 0, []),
        ("2025-08-02T15:58:00+07:00", 10**400, []),
        ("2025-08-02T15:58:00+23:59", 0, []),
    ],
)
def test_late_but_finished_in_time_is_late_with_a_claim(
    unit_day: UnitDay, report: Make, finished: str, offset: int, flags: list[str]
) -> None:
    device = {"finished_at": finished, "clock_offset_ms": offset}
    answer = unit_day.reporter.put(unit_day.path, report(device=device), at="2025-08-02T16:03:00+07:00")
    assert (answer.status, answer.json["state"], answer.json["flags"]) == (201, "late", flags)


def test_a_report_in_time_needs_no_claim(unit_day: UnitDay, report: Make) -> None:
    device = {"finished_at": "2025-08-02T15:00:00+07:00", "clock_offset_ms": 0}
    assert unit_day.reporter.put(unit_day.path, report(device=device)).json["flags"] == []


def test_the_rest_comes_later_counts_as_received_and_is_partial(unit_day: UnitDay, report: Make) -> None:
    partial = unit_day.reporter.put(unit_day.path, report(complete=False)).json
    assert (partial["state"], partial["flags"]) == ("on_time", ["partial"])
    whole = unit_day.reporter.put(unit_day.path, report(base_revision=1)).json
    assert whole["flags"] == []


def test_nothing_to_report_is_an_answer(unit_day: UnitDay, report: Make) -> None:
    answer = unit_day.reporter.put(unit_day.path, report(nothing_to_report=True, figures={}))
    assert (answer.status, answer.json["flags"]) == (201, ["nothing_to_report"])
    assert unit_day.reporter.get(unit_day.path).json["nothing_to_report"] is True


def test_no_figure_at_all_needs_nothing_to_report(unit_day: UnitDay, report: Make) -> None:
    answer = unit_day.reporter.put(unit_day.path, report(figures={}))
    assert (answer.status, answer.problems) == (422, {"/figures": "says_nothing"})


def test_blank_is_not_0(unit_day: UnitDay, report: Make) -> None:
    unit_day.reporter.put(unit_day.path, report(figures={"dossiers_online": 0}))
    assert unit_day.reporter.get(unit_day.path).json["figures"] == {"dossiers_online": 0}


def test_a_finding_never_blocks_and_keeps_its_explanation(unit_day: UnitDay, report: Make) -> None:
    figures = {"mobile_sessions": 0, "people_served": 5}
    answer = unit_day.reporter.put(unit_day.path, report(figures=figures))
    assert answer.status == 201
    assert [{**each, "vi": "", "en": ""} for each in answer.json["findings"]] == [FOUND]
    explained = report(base_revision=1, figures=figures, explanations={FOUND["rule"]: "Phục vụ tại nhà"})
    found = unit_day.reporter.put(unit_day.path, explained).json["findings"]
    assert [each["explanation"] for each in found] == ["Phục vụ tại nhà"]
    assert unit_day.reporter.get(unit_day.path).json["findings"] == found


def test_what_is_impossible_is_refused(unit_day: UnitDay, report: Make) -> None:
    answer = unit_day.reporter.put(unit_day.path, report(figures={"team_members": 3, "members_trained": 5}))
    assert (answer.status, answer.problems) == (422, {"/figures/members_trained": "members_trained_above_members"})
    assert "(5)" in answer.json["problems"][0]["vi"]
    assert "(3)" in answer.json["problems"][0]["en"]
