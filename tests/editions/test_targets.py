"""How far each target is, who is best and who has furthest to go."""

from giaoban.campaign import Campaign
from tests.editions.made import consolidated, day_of, frozen_of, known, sent, target


def test_a_ratio_is_of_the_units_that_give_both_parts(campaign: Campaign) -> None:
    day = day_of(
        campaign,
        sent(campaign, "00001", figures={"dossiers_online": 41, "dossiers_counter": 9}),
        sent(campaign, "00002", figures={"dossiers_online": 100}),
    )
    found = target(consolidated(day), "online")
    assert (found["numerator"], found["denominator"], found["value"], found["met"]) == (41, 50, 8200, True)
    assert found["units"] == 1


def test_who_is_below_the_goal_is_furthest_and_nobody_is_both(campaign: Campaign) -> None:
    day = day_of(
        campaign,
        sent(campaign, "00001", figures={"dossiers_online": 1, "dossiers_counter": 9}),
        sent(campaign, "00002", figures={"dossiers_online": 9, "dossiers_counter": 1}),
    )
    found = target(consolidated(day), "online")
    assert (found["best"], found["furthest"]) == (["00002"], ["00001"])


def test_a_unit_without_any_dossier_is_neither_best_nor_furthest(campaign: Campaign) -> None:
    day = day_of(campaign, sent(campaign, "00001", figures={"dossiers_online": 0, "dossiers_counter": 0}))
    found = target(consolidated(day), "online")
    assert (found["best"], found["furthest"], found["value"], found["met"]) == ([], [], None, False)


def test_a_target_of_units_is_told_of_all_that_are_due(campaign: Campaign) -> None:
    """A missing report does not hold, unless stocks carried over make it hold."""
    reported = sent(campaign, "00001", figures={"emergency_team": True})
    found = target(consolidated(day_of(campaign, reported)), "team")
    assert (found["numerator"], found["denominator"], found["value"], found["units"]) == (1, 2, 5000, 1)
    assert (found["best"], found["furthest"]) == ([], ["00002"])
    carried = day_of(campaign, reported, baselines={"00002": known(emergency_team=True)})
    found = target(consolidated(carried), "team")
    assert (found["value"], found["met"], found["furthest"]) == (10_000, True, [])


def test_who_is_known_to_be_short_comes_before_who_is_not_known(campaign: Campaign) -> None:
    day = day_of(campaign, sent(campaign, "00002", figures={"emergency_team": False}))
    assert target(consolidated(day), "team")["furthest"] == ["00002", "00001"]


def test_the_change_of_a_target_is_in_hundredths_of_a_point(campaign: Campaign) -> None:
    first = sent(campaign, "00001", figures={"dossiers_online": 41, "dossiers_counter": 9})
    second = sent(campaign, "00001", figures={"dossiers_online": 42, "dossiers_counter": 8})
    yesterday = frozen_of(consolidated(day_of(campaign, first)))
    assert target(consolidated(day_of(campaign, second), previous=yesterday), "online")["change"] == 200


def test_a_form_without_the_supporters_target_has_no_coverage(campaign: Campaign) -> None:
    assert consolidated(day_of(campaign))["coverage"] is None


def test_coverage_comes_from_the_days_reports(hanoi: Campaign) -> None:
    enough = {"supporters_enterprise": 1, "supporters_school": 1, "supporters_other": 0}
    day = day_of(
        hanoi,
        sent(hanoi, "00004", figures=enough),
        sent(hanoi, "00008", figures=enough | {"supporters_enterprise": 0, "supporters_other": 4}),
        sent(hanoi, "00025", figures={"dossiers_online": 1}),
    )
    found = consolidated(day)["coverage"]
    assert (found["units"], found["enough"], found["short"]) == (126, 1, ["00008"])
    assert len(found["not_reported"]) == 124
    assert "00025" in found["not_reported"]
