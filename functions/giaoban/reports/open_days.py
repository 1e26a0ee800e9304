"""The tick's first duty: put every unit's revision 0 of the days whose hour has come."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from giaoban.campaign import Campaign
from giaoban.reports.opening import baseline_of, days_to_open
from giaoban.reports.report import UnitDay
from giaoban.reports.store import ReportStore


def open_days(store: ReportStore, campaign: Campaign, slot: datetime) -> Iterator[tuple[date, int]]:
    """Opens, in order, every day up to `slot` that is not open yet; says how many units' revisions 0 it put.

    Each put asserts that the item does not exist, so two ticks at once, or one after a crash, do no harm.
    """
    for day in _unopened(store, campaign, slot):
        yield day, _open(store, campaign, day)
        store.mark_opened(campaign, day)


def _unopened(store: ReportStore, campaign: Campaign, slot: datetime) -> list[date]:
    """Days are opened in order: what lies before an opened day is open too."""
    unopened: list[date] = []
    for day in reversed(days_to_open(campaign, slot)):
        if store.is_opened(campaign, day):
            break
        unopened.insert(0, day)
    return unopened


def _open(store: ReportStore, campaign: Campaign, day: date) -> int:
    first = max(campaign.first_day, day - timedelta(days=campaign.usual_over_days))
    window = [store.day(campaign, first + timedelta(days=index)).units for index in range((day - first).days)]
    put = 0
    for unit in campaign.units.values():
        unit_day = UnitDay(campaign, unit, day, baseline_of(unit, day, campaign, window))
        put += store.add_baseline(unit_day, campaign.opening(day))
    return put
