"""What an edition says otherwise than the one it replaces, and why."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from giaoban.campaign import Campaign
from giaoban.reports.decision import CallOutcome, DecisionKind
from giaoban.reports.report import Report
from tests.editions.made import ISSUED_AT, consolidated, day_of, frozen_of, known, sent
from tests.reports.made import COORDINATOR, at, call, decision, moved

LATER = at("18:00")


def changes(campaign: Campaign, before: Sequence[Report], after: Sequence[Report], **said: Any) -> list[Any]:
    """Between the edition of 16:48 and that of 18:00; `said`: more of the later day."""
    first = frozen_of(consolidated(day_of(campaign, *before), ISSUED_AT))
    found: list[Any] = consolidated(day_of(campaign, *after, **said), LATER, 2, replaces=first)["changes"]
    return found


def test_without_anything_new_nothing_changes(campaign: Campaign) -> None:
    report = sent(campaign, "00001")
    assert changes(campaign, [report], [report]) == []


def test_a_first_report_says_so_with_its_figures(campaign: Campaign) -> None:
    (change,) = changes(campaign, [], [sent(campaign, "00001", "17:00", figures={"dossiers_online": 41})])
    assert change == {
        "unit": "00001",
        "state": {"from": "missing", "to": "late"},
        "revision": {"from": 0, "to": 1},
        "why": "first_report",
        "names": {"vi": "Vì first_report", "en": "For first_report"},
        "reason": "",
        "at": "2025-08-02T17:00:00.000+07:00",
        "by": None,
        "figures": [{"figure": "dossiers_online", "from": None, "to": 41}],
    }


def test_a_correction_says_what_it_corrects_and_no_more(campaign: Campaign) -> None:
    first = sent(campaign, "00001", figures={"dossiers_online": 41, "dossiers_counter": 5, "team_members": 9})
    second = sent(campaign, "00001", "17:00", 2, figures={"dossiers_online": 14, "dossiers_counter": 5})
    (change,) = changes(campaign, [first], [first, second])
    assert (change["why"], change["state"]) == ("correction", {"from": "on_time", "to": "on_time"})
    assert change["figures"] == [
        {"figure": "dossiers_online", "from": 41, "to": 14},
        {"figure": "team_members", "from": 9, "to": None},
    ]


def test_a_dictated_report_names_who_entered_it(campaign: Campaign) -> None:
    told = replace(sent(campaign, "00001", "17:00", told_by="Bà Sen"), author=COORDINATOR)
    (change,) = changes(campaign, [], [told])
    assert (change["why"], change["by"]) == ("dictated", "s-12345678")


def test_a_decision_gives_its_reason(campaign: Campaign) -> None:
    excused = decision(DecisionKind.EXCUSE, at=at("17:30"), reason="Mất điện")
    (change,) = changes(campaign, [], [], **{"00001": [excused]})
    assert (change["why"], change["by"], change["reason"]) == ("decision", "dieu-phoi-1", "Mất điện")
    assert change["state"] == {"from": "missing", "to": "excused"}
    assert change["at"] == "2025-08-02T17:30:00.000+07:00"


def test_a_telephone_call_changes_nothing(campaign: Campaign) -> None:
    called = call(CallOutcome.NO_ANSWER, at=at("17:30"))
    assert changes(campaign, [], [], **{"00001": [called]}) == []


def test_a_moved_deadline_changes_who_was_late(campaign: Campaign) -> None:
    report = sent(campaign, "00001", "16:10")
    (change,) = [
        each
        for each in changes(campaign, [report], [report], moves=[replace(moved("16:30"), at=at("17:00"))])
        if each["unit"] == "00001"
    ]
    assert (change["why"], change["reason"]) == ("deadline", "Hệ thống ngừng")
    assert change["state"] == {"from": "late", "to": "on_time"}


def test_what_was_expected_is_missing_when_the_deadline_has_passed(campaign: Campaign) -> None:
    early = frozen_of(consolidated(day_of(campaign), at("15:00")))
    found = consolidated(day_of(campaign), LATER, 2, replaces=early)["changes"]
    assert {(each["why"], each["state"]["from"], each["state"]["to"]) for each in found} == {
        ("deadline", "expected", "missing")
    }


def test_the_past_that_a_late_tick_wrote_down_is_told(campaign: Campaign) -> None:
    (change,) = changes(campaign, [], [], baselines={"00001": known(team_members=9)})
    assert (change["unit"], change["why"]) == ("00001", "past")


def test_a_unit_that_the_edition_before_did_not_know_is_new(campaign: Campaign) -> None:
    first = consolidated(day_of(campaign), ISSUED_AT)
    first["units"] = [row for row in first["units"] if row["unit"]["code"] != "00002"]
    late = sent(campaign, "00002", "17:00")
    (change,) = consolidated(day_of(campaign, late), LATER, 2, replaces=frozen_of(first))["changes"]
    assert change["state"] == {"from": None, "to": "late"}
