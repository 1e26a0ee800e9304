"""What the clock freezes when nobody does: provisional editions in time, corrections once the units' time is over.

All of it can be done twice, late or out of order: what is there is looked at first, and each edition is one
conditional put.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from giaoban.campaign import Campaign
from giaoban.editions.draft import EditionStores, draft
from giaoban.editions.edition import EditionKind
from giaoban.editions.freeze import freeze
from giaoban.editions.kept import Entry, Kept, period_of

# Dictated reports come for as long as the centre takes them in, mostly soon: the last days are looked at every night,
# all of them once a week.
RECENTLY = timedelta(days=7)
NIGHTS_AFTER_THE_END = 30

type Made = tuple[date, Entry]


def freeze_provisional(
    stores: EditionStores, campaign: Campaign, moment: datetime, before: date | None = None
) -> Iterator[Made]:
    """A provisional edition of every day, in order, whose hour has come and that has no edition; never a second one.

    Each day's edition is told against the day before: so days have editions in their order, without a gap.
    """
    for kept in _without(stores, campaign, moment, before):
        day = date.fromisoformat(kept.period)
        made = draft(stores, campaign, day, moment, kept, EditionKind.PROVISIONAL)
        if entry := freeze(stores, made, f"clock/{EditionKind.PROVISIONAL}"):
            yield day, entry


def _without(stores: EditionStores, campaign: Campaign, moment: datetime, before: date | None) -> list[Kept]:
    found: list[Kept] = []
    for day in reversed(days_of(campaign)):
        if campaign.provisional(day) > moment or (before and day >= before):
            continue
        kept = stores.editions.kept(campaign.slug, period_of(day))
        if kept.last:
            break
        found.insert(0, kept)
    return found


def close_days(stores: EditionStores, campaign: Campaign, slot: datetime) -> Iterator[Made]:
    """Corrections of every day whose corrections have closed, once; what a crash left undone is done by the next tick."""
    for day in _unclosed(stores, campaign, slot):
        yield from correct(stores, campaign, day, slot)
        stores.editions.mark(campaign.slug, period_of(day), "closed", slot.isoformat())


def _unclosed(stores: EditionStores, campaign: Campaign, slot: datetime) -> list[date]:
    found: list[date] = []
    for day in reversed(closed_days(campaign, slot)):
        if stores.editions.kept(campaign.slug, period_of(day)).is_closed:
            break
        found.insert(0, day)
    return found


def correct_in_the_night(stores: EditionStores, campaign: Campaign, slot: datetime) -> Iterator[Made]:
    """Once a night: what was dictated for a day that had closed goes into another edition of it."""
    last = campaign.corrections_close(campaign.last_day) + timedelta(days=NIGHTS_AFTER_THE_END)
    if slot != campaign.opening(campaign.today(slot)) or slot > last:
        return
    is_night_of_the_week = campaign.today(slot).weekday() == campaign.first_day.weekday()
    for day in closed_days(campaign, slot):
        if is_night_of_the_week or slot - campaign.corrections_close(day) <= RECENTLY:
            yield from correct(stores, campaign, day, slot)


def correct(stores: EditionStores, campaign: Campaign, day: date, slot: datetime) -> Iterator[Made]:
    """Another edition of the day where a unit's day is another than in the last one."""
    made = draft(
        stores, campaign, day, slot, stores.editions.kept(campaign.slug, period_of(day)), EditionKind.CORRECTION
    )
    if made.replaces and made.says_otherwise and (entry := freeze(stores, made, f"clock/{EditionKind.CORRECTION}")):
        yield day, entry


def closed_days(campaign: Campaign, slot: datetime) -> list[date]:
    return [day for day in days_of(campaign) if campaign.corrections_close(day) <= slot]


def days_of(campaign: Campaign) -> list[date]:
    return [campaign.first_day + timedelta(days=number) for number in range(campaign.days)]
