"""Editions whose documents or messages are still owed are put in the queue again: a message can be lost, a job killed."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from giaoban.campaign import Campaign
from giaoban.editions.by_clock import days_of
from giaoban.editions.draft import EditionStores
from giaoban.editions.kept import Entry, Kept, period_of
from giaoban.editions.period import periods_of

# The job takes its time before anybody asks again; in the end its failures lie in the dead-letter queue.
PATIENCE = timedelta(minutes=10)
EVERY_TICK_FOR = timedelta(hours=1)
HOURLY_FOR = timedelta(days=2)
RECENT = timedelta(days=3)


def send_again(stores: EditionStores, campaign: Campaign, slot: datetime) -> Iterator[tuple[str, int]]:
    """Periods and numbers of the editions that were asked for again."""
    for kept in _looked_at(stores, campaign, slot):
        for entry in kept.editions:
            if _is_owed(entry, kept, campaign, slot) and stores.queue.send(campaign.slug, kept.period, entry.number):
                yield kept.period, entry.number


def _looked_at(stores: EditionStores, campaign: Campaign, slot: datetime) -> Iterable[Kept]:
    """The last days at every tick; on the hour every day so far, every week, the whole."""
    since = campaign.first_day if slot.minute == 0 else campaign.today(slot - RECENT)
    days = [day for day in days_of(campaign) if since <= day <= campaign.today(slot)]
    periods = [period.name for period in periods_of(campaign)] if slot.minute == 0 else []
    return (stores.editions.kept(campaign.slug, period) for period in [*map(period_of, days), *periods])


def _is_owed(entry: Entry, kept: Kept, campaign: Campaign, slot: datetime) -> bool:
    age = slot - datetime.fromisoformat(entry.issued_at)
    is_time = PATIENCE <= age < EVERY_TICK_FOR or (slot.minute == 0 and PATIENCE <= age < HOURLY_FOR)
    return is_time and not is_delivered(entry, kept, campaign)


def is_delivered(entry: Entry, kept: Kept, campaign: Campaign) -> bool:
    """Whether its documents are kept and every recipient's message has come to an end, good or bad."""
    ended = {each.recipient for each in kept.mail.get(entry.number, ()) if each.state != "CLAIMED"}
    return entry.number in kept.documents and {each.id for each in campaign.edition.mail} <= ended
