"""Quarter to five and nothing issued: the centre is told, once a day."""

from collections.abc import Callable
from datetime import datetime

from giaoban.campaign import Campaign
from giaoban.editions.draft import EditionStores
from giaoban.editions.kept import period_of


def raise_alarm(stores: EditionStores, campaign: Campaign, slot: datetime, ring: Callable[[], object]) -> bool:
    """Rings before it notes that it has rung: an alarm heard twice is better than none. Raises Unavailable."""
    day = campaign.today(slot)
    if campaign.day_number(day) is None or slot < campaign.alarm(day):
        return False
    kept = stores.editions.kept(campaign.slug, period_of(day))
    if kept.is_issued or kept.alarm_at:
        return False
    ring()
    return stores.editions.mark(campaign.slug, kept.period, "alarm", slot.astimezone(campaign.zone).isoformat())
