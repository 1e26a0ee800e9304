"""Days on which everything went wrong still have an edition that can be read."""

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.canonical import canonical
from tests.editions.made import consolidated, day_of, figure, known, line, sent, target
from tests.editions.schemas import validator
from tests.reports.made import at

EVENING = at("18:00")
# Markup, a formula, an emoji, right to left, a thousand letters without a space, a zero-width joiner, a line end.
TEXTS = [
    "<script>alert(1)</script>",
    "=cmd|'/c calc'!A1",
    "🙂👩‍💻",
    "\u202eđảo ngược\u202c",
    "x" * 1000,
    "a\u200db",
    "một\nhai",
]


def test_a_day_without_any_report(hanoi: Campaign) -> None:
    edition = consolidated(day_of(hanoi), EVENING)
    assert edition["counts"]["missing"] == edition["counts"]["due"] == 143
    assert [figure(edition, name)["total"] for name in ("dossiers_online", "team_members")] == [None, None]
    assert target(edition, "members_trained")["value"] is None
    assert target(edition, "supporters")["value"] == 0
    assert len(edition["measures"]) == 143
    assert list(validator("edition").iter_errors(edition)) == []


def test_a_unit_that_never_reported_is_named_and_adds_nothing(campaign: Campaign) -> None:
    edition = consolidated(day_of(campaign, sent(campaign, "00001", figures={"team_members": 9})), EVENING)
    row = line(edition, "00002")
    assert (row["state"], row["revision"], row["receipt"], row["received_at"]) == ("missing", 0, None, None)
    assert (row["figures"], row["carried"], row["findings"]) == ({}, {}, [])
    assert figure(edition, "team_members")["units"] == 1


def test_all_stocks_missing_on_the_day_are_carried_and_say_so(campaign: Campaign) -> None:
    baselines = {code: known(team_members=50, emergency_team=True) for code in ("00001", "00002")}
    edition = consolidated(day_of(campaign, baselines=baselines), EVENING)
    found = figure(edition, "team_members")
    assert (found["total"], found["units"], found["carried"], found["blank"]) == (100, 2, 2, 0)
    assert target(edition, "team")["met"]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_free_text_stands_there_as_it_was_sent(campaign: Campaign, text: str) -> None:
    said = {"notes": {"difficulties": text, "proposals": text}, "explanations": {"stock_fell:team_members": text}}
    report = sent(campaign, "00001", figures={"team_members": 3}, **said)
    edition = consolidated(day_of(campaign, report, baselines={"00001": known(team_members=9)}))
    assert edition["notes"]["difficulties"][0]["entries"] == [{"unit": "00001", "text": text}]
    assert line(edition, "00001")["findings"][0]["explanation"] == text
    assert text.encode()[:20] in canonical(edition).replace(b"\\n", b"\n")


def test_nothing_to_report_is_a_report(campaign: Campaign) -> None:
    edition = consolidated(day_of(campaign, sent(campaign, "00001", figures={}, nothing_to_report=True)))
    assert (edition["counts"]["on_time"], edition["counts"]["nothing_to_report"]) == (1, 1)


def test_before_the_tick_has_written_down_the_past_the_draft_says_so(campaign: Campaign) -> None:
    assert line(consolidated(day_of(campaign)), "00001")["past"] is False
    assert line(consolidated(day_of(campaign, baselines={"00001": known(team_members=9)})), "00001")["past"] is True
