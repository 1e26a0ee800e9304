"""The tick's first duty: twice, late, out of order or missed, the same revisions 0 stand there in the end."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.campaign import Campaign
from giaoban.problem import Unavailable
from giaoban.reports.open_days import open_portion
from giaoban.reports.report import Baseline, KnownStock, UnitDay
from giaoban.reports.store import ReportStore
from tests.engines.fixtures import Engine
from tests.reports.fake_store import FakeReportStore
from tests.reports.made import UNIT, at, report
from tests.reports.opened import open_days

FIRST = date(2025, 7, 24)
SLOTS = [at("00:05", FIRST + timedelta(days=number)) for number in range(12)]


def history(campaign: Campaign, store: FakeReportStore) -> FakeReportStore:
    """Twelve days of reports, with corrections a day later, all there before any tick comes."""
    for number in range(12):
        day = FIRST + timedelta(days=number)
        figures = {"dossiers_online": number * 7 % 5, "team_members": 100 + number}
        if number != 4:
            store.add(report(campaign, at("10:00", day), day=day, figures=figures))
            later = at("10:00", day + timedelta(days=1))
            store.add(report(campaign, later, 2, day, figures=figures | {"team_members": 200 + number}))
    return store


def ticked(campaign: Campaign, slots: Sequence[datetime]) -> FakeReportStore:
    store = history(campaign, FakeReportStore())
    for slot in slots:
        list(open_days(store, campaign, slot))
    return store


@pytest.fixture(scope="module")
def in_time(campaign: Campaign) -> FakeReportStore:
    """Every tick once, in order."""
    return ticked(campaign, SLOTS)


def test_every_unit_of_every_day_has_its_revision_0(campaign: Campaign, in_time: FakeReportStore) -> None:
    assert set(in_time.baselines) == {(campaign.slug, slot.date(), code) for slot in SLOTS for code in campaign.units}
    known = in_time.baselines[(campaign.slug, SLOTS[-1].date(), UNIT)]
    # Yesterday's correction has not come yet at the slot: what is known of yesterday is its first revision.
    assert known.stocks["team_members"] == KnownStock(110, FIRST + timedelta(days=10))
    assert known.usual == {"dossiers_online": 1}


@given(slots=st.lists(st.sampled_from(SLOTS), max_size=15))
def test_ticks_in_any_order_any_number_of_times_write_the_same(
    campaign: Campaign, in_time: FakeReportStore, slots: list[datetime]
) -> None:
    store = ticked(campaign, [*slots, SLOTS[-1]])
    assert store.baselines == in_time.baselines
    assert store.opened == in_time.opened


def test_missed_days_are_made_good_by_the_next_tick_in_order(campaign: Campaign) -> None:
    opened = list(open_days(FakeReportStore(), campaign, SLOTS[3]))
    assert opened == [(slot.date(), len(campaign.units)) for slot in SLOTS[:4]]


def test_an_opened_day_costs_one_look_and_no_write(campaign: Campaign) -> None:
    class Watched(FakeReportStore):
        looks = 0

        def is_opened(self, campaign: Campaign, day: date) -> bool:
            self.looks += 1
            return super().is_opened(campaign, day)

    store = Watched()
    list(open_days(store, campaign, SLOTS[5]))
    store.looks = 0
    assert list(open_days(store, campaign, SLOTS[5])) == []
    assert store.looks == 1


def test_what_a_crash_left_undone_is_done_by_the_next_tick(campaign: Campaign, in_time: FakeReportStore) -> None:
    class Crashing(FakeReportStore):
        left = itertools.count(10, -1)

        def add_baseline(self, unit_day: UnitDay, at: datetime) -> bool:
            if next(self.left) == 0:
                raise Unavailable("store_silent")
            return super().add_baseline(unit_day, at)

    store = history(campaign, Crashing())
    with pytest.raises(Unavailable):
        list(open_days(store, campaign, SLOTS[-1]))
    list(open_days(store, campaign, SLOTS[-1]))
    assert store.baselines == in_time.baselines


def test_no_portion_has_more_units_than_stated_and_the_day_is_open_after_the_last(
    campaign: Campaign, in_time: FakeReportStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("giaoban.campaign.portion.UNITS", 2)
    store = history(campaign, FakeReportStore())
    first = open_portion(store, campaign, SLOTS[0], None, "")
    assert first
    assert (first.units, first.after, store.opened) == (2, sorted(campaign.units)[1], set())
    assert [units for _, units in open_days(store, campaign, SLOTS[-1])] == [0, 1, *[2, 1] * (len(SLOTS) - 1)]
    assert store.baselines == in_time.baselines


def test_a_portion_of_a_day_that_is_open_by_now_skips_nobody_of_the_next_day(
    campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its message came late: another has opened that day meanwhile, and tomorrow is not begun."""
    store = FakeReportStore()
    list(open_days(store, campaign, SLOTS[0]))
    monkeypatch.setattr("giaoban.campaign.portion.UNITS", 2)
    late = open_portion(store, campaign, SLOTS[1], FIRST, sorted(campaign.units)[1])
    assert late
    assert (late.day, late.units) == (SLOTS[1].date(), 2)


def test_before_the_campaign_and_after_it_nothing_is_opened(campaign: Campaign) -> None:
    store = FakeReportStore()
    assert list(open_days(store, campaign, at("00:05", FIRST - timedelta(days=1)))) == []
    assert len(list(open_days(store, campaign, at("00:05", date(2025, 12, 1))))) == campaign.days
    assert list(open_days(store, campaign, at("00:10", date(2025, 12, 1)))) == []


def test_a_report_that_came_before_the_slot_stays_as_it_is(campaign: Campaign) -> None:
    store = FakeReportStore()
    early = report(campaign, at("00:02", FIRST), day=FIRST)
    store.add(early)
    list(open_days(store, campaign, SLOTS[0]))
    assert store.unit_day_under(campaign, campaign.units[UNIT], FIRST, None).revisions == (early,)


def test_on_an_engine_a_portion_reads_and_puts_its_own_units_alone(
    engine: Engine, campaign: Campaign, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = ReportStore(engine.reports)
    store.add(report(campaign, at("10:00", FIRST), day=FIRST, figures={"team_members": 120}))
    monkeypatch.setattr("giaoban.campaign.portion.UNITS", 2)
    assert [units for _, units in open_days(store, campaign, SLOTS[1])] == [2, 1, 2, 1]
    days = store.day(campaign, SLOTS[1].date()).units
    assert days[UNIT].baseline == Baseline({"team_members": KnownStock(120, FIRST)})


def test_on_an_engine_a_second_tick_puts_nothing(engine: Engine, campaign: Campaign) -> None:
    store = ReportStore(engine.reports)
    store.add(report(campaign, at("10:00", FIRST), day=FIRST, figures={"team_members": 120}))
    assert [units for _, units in open_days(store, campaign, SLOTS[1])] == [3, 3]
    assert list(open_days(store, campaign, SLOTS[1])) == []
    assert list(open_days(store, replace(campaign, slug="lang-que"), SLOTS[0])) == [(FIRST, 3)]
    second = store.day(campaign, SLOTS[1].date())
    assert second.units[UNIT].baseline == Baseline({"team_members": KnownStock(120, FIRST)})
