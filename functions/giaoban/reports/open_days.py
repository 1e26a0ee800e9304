"""The clock's first duty: put every unit's revision 0 of the days whose hour has come."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial

from giaoban.campaign import Campaign
from giaoban.campaign.portion import portion
from giaoban.reports.opening import baseline_of, days_to_open
from giaoban.reports.report import UnitDay
from giaoban.reports.store import ReportStore

# How several are put at once; where each is waited for, threads are faster.
type Each = Callable[[Callable[[UnitDay], bool], Iterable[UnitDay]], Iterable[bool]]


@dataclass(frozen=True)
class Opened:
    """A day, how many revisions 0 of it were put, and the unit after which to go on; None when the day is open."""

    day: date
    units: int
    after: str | None


def open_portion(
    store: ReportStore, campaign: Campaign, slot: datetime, begun: date | None, after: str, each: Each = map
) -> Opened | None:
    """Goes on with the oldest day up to `slot` that is not open yet; None when all are.

    `after` counts for the day `begun`: the units up to it have their revision 0. Each put asserts that the item does
    not exist, so two at once, or one after a crash, do no harm. A day is open when its last portion has been put.
    """
    unopened = _unopened(store, campaign, slot)
    if not unopened:
        return None
    day = unopened[0]
    part, further = portion(campaign, after if day == begun else "")
    put = _open(store, part, day, each)
    if further is None:
        store.mark_opened(campaign, day)
    return Opened(day, put, further)


def _unopened(store: ReportStore, campaign: Campaign, slot: datetime) -> list[date]:
    """Days are opened in order: what lies before an opened day is open too."""
    unopened: list[date] = []
    for day in reversed(days_to_open(campaign, slot)):
        if store.is_opened(campaign, day):
            break
        unopened.insert(0, day)
    return unopened


def _open(store: ReportStore, campaign: Campaign, day: date, each: Each) -> int:
    first = max(campaign.first_day, day - timedelta(days=campaign.usual_over_days))
    window = [store.part_of_day(campaign, first + timedelta(days=index)).units for index in range((day - first).days)]
    unit_days = (
        UnitDay(campaign, unit, day, baseline_of(unit, day, campaign, window)) for unit in campaign.units.values()
    )
    return sum(each(partial(store.add_baseline, at=campaign.opening(day)), unit_days))
