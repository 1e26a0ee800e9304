"""What is proposed about late, missing and inaccurate units: first, second within a week, three in a row."""

from datetime import timedelta
from typing import Any

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.line import Line
from giaoban.editions.measures import measure_views, problems_of
from giaoban.editions.record import entry, records_of
from giaoban.reports.decision import DecisionKind
from tests.editions.made import DAY, consolidated, day_of, frozen_of, known, line, sent
from tests.reports.made import at, decision

EVENING = at("18:00")


def proposed(campaign: Campaign, past: str, *, today: str = "missing") -> list[tuple[str, str, int]]:
    """Of unit 00001; `past`: a letter a day, oldest first: l, m, o(n time), e(xcused), i(naccurate)."""
    states = {"l": "late", "m": "missing", "o": "on_time", "e": "excused", "i": "on_time"}
    record = [
        entry((DAY - timedelta(days=len(past) - number)).isoformat(), states[each], int(each == "i"))
        for number, each in enumerate(past)
    ]
    reports = {
        "missing": [],
        "late": [sent(campaign, "00001", "16:30")],
        "inaccurate": [sent(campaign, "00001", figures={"team_members": 3})],
    }[today]
    baselines = {"00001": known(team_members=9) if today == "inaccurate" else known()}
    day = day_of(campaign, *reports, baselines=baselines)
    lines = [Line(day.units["00001"], EVENING)]
    views: list[Any] = measure_views(lines, {"00001": record}, campaign.edition)
    return [(view["problem"], view["measure"], len(view["days"])) for view in views]


@pytest.mark.parametrize("past, measure, days", [
    ("", "remind", 1),
    ("oooooo", "remind", 1),
    ("mooooo", "ask_leader", 2),
    ("omooom", "ask_leader", 3),
    ("oooomm", "propose_city", 3),
    ("lllllm", "propose_city", 3),
    ("ooomom", "ask_leader", 3),
    ("ooooml", "propose_city", 3),
    ("ooooee", "remind", 1),
    ("ooooii", "remind", 1),
])  # fmt: skip
def test_what_is_proposed_follows_from_the_last_week(campaign: Campaign, past: str, measure: str, days: int) -> None:
    assert proposed(campaign, past) == [("missing", measure, days)]
    assert proposed(campaign, past, today="late") == [("late", measure, days)]


def test_inaccurate_counts_by_itself(campaign: Campaign) -> None:
    assert proposed(campaign, "mmmmmm", today="inaccurate") == [("inaccurate", "remind", 1)]
    assert proposed(campaign, "ooooii", today="inaccurate") == [("inaccurate", "propose_city", 3)]


def test_a_week_ago_is_forgotten(campaign: Campaign) -> None:
    assert proposed(campaign, "mmm" + "oooooo"[:3]) == [("missing", "ask_leader", 4)]
    assert len(records_of(frozen_of(consolidated(day_of(campaign))).content)["00001"]) == 1


def test_the_record_keeps_six_days_before(campaign: Campaign) -> None:
    edition = consolidated(day_of(campaign), EVENING)
    for _ in range(9):
        edition = consolidated(day_of(campaign), EVENING, previous=frozen_of(edition))
    assert len(line(edition, "00001")["record"]) == 6


def test_an_excused_unit_gets_no_measure(campaign: Campaign) -> None:
    excused = decision(DecisionKind.EXCUSE)
    edition = consolidated(day_of(campaign, **{"00001": [excused], "00002": []}), EVENING)
    assert [each["unit"] for each in edition["measures"]] == ["00002", "SSEN"]


@pytest.mark.parametrize("unexplained", [0, 2])
def test_an_excused_day_has_no_problem_whatever_stands_in_its_report(unexplained: int) -> None:
    assert problems_of(entry("2025-08-01", "excused", unexplained)) == set()


def test_excused_days_with_doubtful_figures_count_for_nothing_afterwards(campaign: Campaign) -> None:
    record = [entry((DAY - timedelta(days=back)).isoformat(), "excused", 1) for back in (2, 1)]
    day = day_of(
        campaign, sent(campaign, "00001", figures={"team_members": 3}), baselines={"00001": known(team_members=9)}
    )
    (view,) = measure_views([Line(day.units["00001"], EVENING)], {"00001": record}, campaign.edition)
    assert (view["problem"], view["measure"], len(view["days"])) == ("inaccurate", "remind", 1)


def test_before_the_deadline_nobody_is_blamed(campaign: Campaign) -> None:
    assert consolidated(day_of(campaign), at("15:59"))["measures"] == []


def test_an_explained_finding_is_not_inaccurate(campaign: Campaign) -> None:
    said = {"figures": {"team_members": 3}}
    explained = said | {"explanations": {"stock_fell:team_members": "Rà soát lại"}}
    for report, found in ((said, ["inaccurate"]), (explained, [])):
        day = day_of(campaign, sent(campaign, "00001", **report), baselines={"00001": known(team_members=9)})
        measures = consolidated(day, at("15:59"))["measures"]
        assert [each["problem"] for each in measures] == found


def test_a_missed_day_breaks_a_row_of_three(campaign: Campaign) -> None:
    """Three days with a problem, but the middle one has no edition to tell of it."""
    record = [entry((DAY - timedelta(days=back)).isoformat(), "missing", 0) for back in (3, 1)]
    (view,) = measure_views([Line(day_of(campaign).units["00001"], EVENING)], {"00001": record}, campaign.edition)
    assert view["measure"] == "ask_leader"
