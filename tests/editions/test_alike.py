"""Changes between days are told like with like; who is missing has not fallen."""

from giaoban.campaign import Campaign
from giaoban.campaign.form_parts import parts_of
from giaoban.editions.alike import Known, share_moved, sums_moved
from giaoban.editions.consolidate_period import consolidate_period
from giaoban.editions.edition import EditionKind, Imprint
from giaoban.editions.period import period_named
from tests.editions.made import Frozen, consolidated, day_of, figure, frozen_of, known, sent, target
from tests.reports.made import at

ALL = {code: {"centre_technician": True} for code in map(str, range(126))}
THERE = dict(list(ALL.items())[:84])


def moved(hanoi: Campaign, name: str, before: Known, now: Known) -> tuple[int | None, int]:
    parts = parts_of(hanoi.forms["commune"])
    return share_moved(next(each for each in parts.targets if each.id == name), parts, before, now)


def test_42_communes_without_a_report_have_not_lost_their_technicians(hanoi: Campaign) -> None:
    assert moved(hanoi, "centre_technician", ALL, THERE) == (0, 84)


def test_a_technician_who_left_is_a_fall_among_those_who_reported(hanoi: Campaign) -> None:
    now = THERE | {"0": {"centre_technician": False}}
    assert moved(hanoi, "centre_technician", ALL, now) == (9881 - 10_000, 84)


def test_a_ratio_is_compared_among_the_units_that_gave_it_on_both_days(hanoi: Campaign) -> None:
    """The slow one is missing today: the share of all rises, nobody's did."""
    before = {"1": received(9, 1), "2": received(1, 9)}
    assert moved(hanoi, "online", before, {"1": received(9, 1)}) == (0, 1)
    assert moved(hanoi, "online", before, {"1": received(8, 2), "3": received(0, 9)}) == (-1000, 1)


def received(online: int, counter: int) -> dict[str, int | bool]:
    return {"dossiers_online": online, "dossiers_counter": counter, "dossiers_post": 0}


def test_with_nobody_to_compare_there_is_no_change() -> None:
    assert sums_moved(["a"], {"1": {"a": 3}}, {"2": {"a": 4}}) == (None, 0)
    assert sums_moved(["a"], {"1": {}}, {"1": {"a": 4}}) == (None, 0)


def test_half_a_total_is_not_compared_with_a_whole_one() -> None:
    before, now = {"1": {"a": 3, "b": 5}, "2": {"a": 1, "b": 1}}, {"1": {"a": 4}, "2": {"a": 1, "b": 3}}
    assert sums_moved(["a", "b"], before, now) == (2, 1)


def day_without_the_second(campaign: Campaign) -> tuple[Frozen, Frozen]:
    """Two days: on the second one a commune of two is missing."""
    first = {"dossiers_online": 40, "dossiers_counter": 10, "team_members": 5}
    both = [sent(campaign, code, figures=first) for code in ("00001", "00002")]
    yesterday = frozen_of(consolidated(day_of(campaign, *both)))
    one = sent(campaign, "00001", figures=first | {"dossiers_online": 43})
    today = day_of(campaign, one, baselines={"00002": known(team_members=5)})
    return yesterday, frozen_of(consolidated(today, previous=yesterday))


def test_a_days_sum_does_not_fall_because_a_unit_is_missing(campaign: Campaign) -> None:
    _, today = day_without_the_second(campaign)
    online, members = figure(today.content, "dossiers_online"), figure(today.content, "team_members")
    assert (online["total"], online["change"], online["compared"]) == (43, 3, 1)
    assert (members["total"], members["change"], members["compared"]) == (10, 0, 2)
    assert (target(today.content, "online")["change"], target(today.content, "online")["compared"]) == (113, 1)


def test_the_first_rules_told_sums_against_sums(campaign: Campaign) -> None:
    yesterday, _ = day_without_the_second(campaign)
    today = consolidated(day_of(campaign), previous=yesterday, rules=1)
    assert "compared" not in figure(today, "dossiers_online")


def test_a_weeks_change_is_of_the_units_known_at_both_its_ends(campaign: Campaign) -> None:
    days = day_without_the_second(campaign)
    week = consolidate_period(
        campaign, period_named(campaign, "week-1"), days, Imprint(1, EditionKind.ISSUED, at("16:50"))
    )
    online = target(week, "online")
    assert (online["start"]["numerator"], online["end"]["numerator"]) == (80, 43)
    assert (online["change"], online["compared"]) == (113, 1)
    assert (figure(week, "team_members")["change"], figure(week, "team_members")["compared"]) == (0, 2)
    assert "compared" not in figure(week, "dossiers_online")


def test_a_rate_of_reports_is_rounded_as_any_share_and_as_it_was_in_the_first_editions(campaign: Campaign) -> None:
    days = [*day_without_the_second(campaign), frozen_of(consolidated(day_of(campaign)))]
    made = (
        consolidate_period(
            campaign, period_named(campaign, "week-1"), days, Imprint(1, EditionKind.ISSUED, at("16:50"), rules=rules)
        )
        for rules in (1, 2)
    )
    assert [week["units"][0]["timely"] for week in made] == [6666, 6667]
