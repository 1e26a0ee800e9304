"""The sums of an edition: flows of today, stocks as last known; blank is not 0."""

from typing import Any

from giaoban.campaign import Campaign
from tests.editions.made import consolidated, day_of, figure, frozen_of, known, line, sent


def numbers(view: Any) -> tuple[Any, ...]:
    return tuple(view[name] for name in ("total", "units", "carried", "blank"))


def test_a_flow_is_the_sum_of_this_days_reports(campaign: Campaign) -> None:
    day = day_of(
        campaign,
        sent(campaign, "00001", figures={"dossiers_online": 41}),
        sent(campaign, "00002", figures={"dossiers_online": 9}),
    )
    assert numbers(figure(consolidated(day), "dossiers_online")) == (50, 2, 0, 0)


def test_a_flow_that_nobody_reported_is_blank_and_not_0(campaign: Campaign) -> None:
    assert numbers(figure(consolidated(day_of(campaign)), "dossiers_online")) == (None, 0, 0, 2)


def test_a_reported_0_is_0(campaign: Campaign) -> None:
    day = day_of(campaign, sent(campaign, "00001", figures={"dossiers_online": 0}))
    assert numbers(figure(consolidated(day), "dossiers_online")) == (0, 1, 0, 1)


def test_a_stock_uses_the_last_known_value_of_who_did_not_report_and_says_so(campaign: Campaign) -> None:
    day = day_of(
        campaign,
        sent(campaign, "00001", figures={"team_members": 120}),
        baselines={"00001": known(team_members=118), "00002": known(team_members=80)},
    )
    edition = consolidated(day)
    assert numbers(figure(edition, "team_members")) == (200, 2, 1, 0)
    assert line(edition, "00002")["carried"] == {"team_members": {"value": 80, "day": "2025-08-01"}}
    assert line(edition, "00001")["carried"] == {}


def test_a_stock_that_the_days_own_report_leaves_blank_is_carried_too(campaign: Campaign) -> None:
    day = day_of(
        campaign,
        sent(campaign, "00001", figures={"dossiers_online": 1}),
        baselines={"00001": known(team_members=118)},
    )
    assert numbers(figure(consolidated(day), "team_members")) == (118, 1, 1, 1)


def test_all_stocks_missing_are_blank(campaign: Campaign) -> None:
    day = day_of(campaign, sent(campaign, "00001", figures={"dossiers_online": 1}))
    assert numbers(figure(consolidated(day), "team_members")) == (None, 0, 0, 2)


def test_of_a_yes_or_no_the_units_that_say_yes_are_counted(campaign: Campaign) -> None:
    day = day_of(
        campaign,
        sent(campaign, "00001", figures={"emergency_team": True, "technician": False}),
        baselines={"00002": known(emergency_team=False)},
    )
    edition = consolidated(day)
    assert numbers(figure(edition, "emergency_team")) == (1, 2, 1, 0)
    assert numbers(figure(edition, "technician")) == (0, 1, 0, 1)


def test_a_total_is_the_sum_of_its_figures_whatever_is_blank(campaign: Campaign) -> None:
    day = day_of(
        campaign,
        sent(campaign, "00001", figures={"dossiers_online": 41, "dossiers_counter": 5}),
        sent(campaign, "00002", figures={"dossiers_online": 9}),
    )
    edition = consolidated(day)
    parts = [figure(edition, name)["total"] for name in ("dossiers_online", "dossiers_counter")]
    assert numbers(figure(edition, "dossiers_received")) == (sum(parts), 2, 0, 0)


def test_only_the_current_revision_counts(campaign: Campaign) -> None:
    day = day_of(
        campaign,
        sent(campaign, "00001", figures={"dossiers_online": 4100}),
        sent(campaign, "00001", "15:30", 2, figures={"dossiers_online": 41}),
    )
    assert figure(consolidated(day), "dossiers_online")["total"] == 41


def test_each_kind_of_unit_has_its_own_sums(campaign: Campaign) -> None:
    day = day_of(campaign, sent(campaign, "SSEN", figures={"tasks_done": 3}))
    edition = consolidated(day)
    assert numbers(figure(edition, "tasks_done", "department")) == (3, 1, 0, 0)
    assert [kind["counts"]["due"] for kind in edition["kinds"]] == [2, 1]


def test_change_is_told_against_the_edition_of_the_day_before(campaign: Campaign) -> None:
    yesterday = frozen_of(consolidated(day_of(campaign, sent(campaign, "00001", figures={"dossiers_online": 40}))))
    today = day_of(campaign, sent(campaign, "00001", figures={"dossiers_online": 43, "dossiers_counter": 2}))
    edition = consolidated(today, previous=yesterday)
    assert figure(edition, "dossiers_online")["change"] == 3
    assert figure(edition, "dossiers_counter")["change"] is None
    assert figure(edition, "team_members")["change"] is None
    assert edition["previous"] == {"day": "2025-08-02", "edition": 1, "sha256": yesterday.sha256}
