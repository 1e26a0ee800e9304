"""Revision 0 of a day: what a unit's earlier days say, as known at the slot that opens it."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from giaoban.campaign import Campaign
from giaoban.reports.opening import baseline_of, days_to_open
from giaoban.reports.report import Baseline, KnownStock, Report, UnitDay
from tests.reports.made import UNIT, at, report, unit_day

FIRST = date(2025, 7, 24)


def day(number: int) -> date:
    """Day 1 is the campaign's first."""
    return FIRST + timedelta(days=number - 1)


def opened(campaign: Campaign, number: int, *reports: Report) -> Baseline:
    """Revision 0 of day `number`, each day before having been opened in its turn."""
    days: list[UnitDay] = []
    for each in range(1, number + 1):
        window = [{UNIT: before} for before in days[-campaign.usual_over_days :]]
        baseline = baseline_of(campaign.units[UNIT], day(each), campaign, window)
        revisions = [one for one in reports if one.day == day(each)]
        days.append(unit_day(campaign, *revisions, day=day(each), baseline=baseline))
    return days[-1].baseline


def sent(
    campaign: Campaign, number: int, received: datetime | None = None, revision: int = 1, **figures: int | bool
) -> Report:
    return report(campaign, received or at("10:00", day(number)), revision, day(number), figures=figures)


@pytest.mark.parametrize(
    "slot, days",
    [
        ("2025-07-24T00:04:59.999+07:00", 0),
        ("2025-07-24T00:05:00+07:00", 1),
        ("2025-07-23T17:05:00Z", 1),
        ("2025-08-02T00:00:00+07:00", 9),
        ("2025-08-02T00:05:00+07:00", 10),
        ("2025-08-02T23:55:00+07:00", 10),
        ("2025-09-06T00:05:00+07:00", 45),
        ("2026-01-01T00:05:00+07:00", 45),
        ("2025-01-01T00:05:00+07:00", 0),
    ],
)
def test_the_days_whose_slot_has_come_are_opened(campaign: Campaign, slot: str, days: int) -> None:
    assert days_to_open(campaign, datetime.fromisoformat(slot)) == [day(number) for number in range(1, days + 1)]


def test_the_first_day_knows_nothing(campaign: Campaign) -> None:
    assert opened(campaign, 1) == Baseline()


def test_yesterdays_stocks_are_known_with_their_day_and_flows_by_their_median(campaign: Campaign) -> None:
    known = opened(campaign, 2, sent(campaign, 1, team_members=120, emergency_team=True, dossiers_online=41))
    assert known.stocks == {"team_members": KnownStock(120, day(1)), "emergency_team": KnownStock(True, day(1))}
    assert known.usual == {"dossiers_online": 41}


def test_a_yes_or_no_flow_has_no_median(campaign: Campaign) -> None:
    assert opened(campaign, 2, sent(campaign, 1, technician=True)) == Baseline()


def test_the_newest_day_wins_and_blank_is_not_0(campaign: Campaign) -> None:
    reports = [sent(campaign, 1, team_members=100, members_trained=9), sent(campaign, 2, team_members=120)]
    known = opened(campaign, 3, *reports)
    assert known.stocks == {"team_members": KnownStock(120, day(2)), "members_trained": KnownStock(9, day(1))}


@pytest.mark.parametrize("gap", [1, 6, 7, 8, 20, 44])
def test_a_stock_is_carried_over_a_gap_of_any_length(campaign: Campaign, gap: int) -> None:
    known = opened(campaign, 1 + gap, sent(campaign, 1, team_members=120, dossiers_online=41))
    assert known.stocks == {"team_members": KnownStock(120, day(1))}
    assert known.usual == ({"dossiers_online": 41} if gap <= campaign.usual_over_days else {})


@pytest.mark.parametrize(
    "values, median",
    [
        ([5], 5),
        ([5, 9], 5),
        ([9, 5, 7], 7),
        ([0, 0, 100], 0),
        ([1, 2, 3, 4], 2),
        ([100, 7, 7, 7, 7, 7, 0], 7),
        ([50, 1, 1, 1, 1, 1, 1, 1], 1),
    ],
)
def test_the_usual_is_the_lower_median_of_the_last_seven_days(
    campaign: Campaign, values: list[int], median: int
) -> None:
    reports = [sent(campaign, number, dossiers_online=value) for number, value in enumerate(values, start=1)]
    assert opened(campaign, len(values) + 1, *reports).usual == {"dossiers_online": median}


def test_days_without_the_figure_do_not_count_as_0(campaign: Campaign) -> None:
    reports = [
        sent(campaign, 1, dossiers_online=40),
        sent(campaign, 2, team_members=1),
        sent(campaign, 5, dossiers_online=60),
    ]
    assert opened(campaign, 6, *reports).usual == {"dossiers_online": 40}


class TestCorrections:
    def test_the_last_one_before_the_slot_is_what_is_known(self, campaign: Campaign) -> None:
        first = sent(campaign, 1, team_members=100)
        second = sent(campaign, 1, at("15:00", day(1)), 2, team_members=110)
        assert opened(campaign, 2, first, second).stocks == {"team_members": KnownStock(110, day(1))}

    @pytest.mark.parametrize("received, value", [("00:04:59.999", 110), ("00:05:00.000", 100)])
    def test_one_received_at_the_slot_is_for_the_next_day(self, campaign: Campaign, received: str, value: int) -> None:
        first = sent(campaign, 1, team_members=100)
        second = sent(campaign, 1, at(received, day(2)), 2, team_members=110)
        assert opened(campaign, 2, first, second).stocks["team_members"].value == value
        assert opened(campaign, 3, first, second).stocks["team_members"].value == 110

    def test_a_figure_blanked_within_the_window_is_known_no_more(self, campaign: Campaign) -> None:
        first = sent(campaign, 8, team_members=100)
        blanked = sent(campaign, 8, at("09:00", day(10)), 2, dossiers_online=1)
        assert opened(campaign, 10, first, blanked).stocks == {"team_members": KnownStock(100, day(8))}
        assert opened(campaign, 11, first, blanked).stocks == {}

    def test_a_figure_taken_back_stays_unknown_also_when_its_day_is_long_past(self, campaign: Campaign) -> None:
        first = sent(campaign, 8, team_members=100)
        blanked = sent(campaign, 8, at("09:00", day(10)), 2, dossiers_online=1)
        assert opened(campaign, 30, first, blanked).stocks == {}

    def test_what_replaced_an_old_value_and_was_taken_back_leaves_the_old_one(self, campaign: Campaign) -> None:
        old, new = sent(campaign, 1, team_members=90), sent(campaign, 9, team_members=100)
        blanked = sent(campaign, 9, at("09:00", day(11)), 2, dossiers_online=1)
        assert opened(campaign, 12, old, new, blanked).stocks == {"team_members": KnownStock(90, day(1))}

    def test_what_is_blanked_on_a_late_day_leaves_the_earlier_value_of_the_window(self, campaign: Campaign) -> None:
        before, first = sent(campaign, 7, team_members=90), sent(campaign, 8, team_members=100)
        blanked = sent(campaign, 8, at("09:00", day(10)), 2, dossiers_online=1)
        assert opened(campaign, 11, before, first, blanked).stocks == {"team_members": KnownStock(90, day(7))}


HISTORIES = st.lists(
    st.tuples(st.integers(1, 18), st.integers(0, 2), st.dictionaries(st.sampled_from(["team_members", "members_trained"]), st.integers(0, 9))),
    max_size=12,
)  # fmt: skip


def history(campaign: Campaign, drawn: list[tuple[int, int, dict[str, int]]]) -> list[Report]:
    """Reports and corrections that change, add or take back, each received on its day or up to two days after."""
    reports: list[Report] = []
    for number, after, figures in sorted(drawn, key=lambda each: (each[0], each[1])):
        before = [each for each in reports if each.day == day(number)]
        reports.append(sent(campaign, number, at("10:00", day(number + after)), len(before) + 1, **figures))
    return reports


def last_known(campaign: Campaign, number: int, reports: list[Report]) -> Mapping[str, KnownStock]:
    """The rule, said in the plainest way: day by day, what stood there when `number` was opened."""
    found: dict[str, KnownStock] = {}
    for before in range(1, number):
        received = [
            each for each in reports if each.day == day(before) and each.received_at < campaign.opening(day(number))
        ]
        if received:
            found |= {name: KnownStock(value, day(before)) for name, value in received[-1].sent.figures.items()}
    return found


@settings(max_examples=300)
@given(drawn=HISTORIES, number=st.integers(1, 20))
def test_revision_0_says_the_last_known_value_of_every_stock(
    campaign: Campaign, drawn: list[tuple[int, int, dict[str, int]]], number: int
) -> None:
    reports = history(campaign, drawn)
    assert opened(campaign, number, *reports).stocks == last_known(campaign, number, reports)
