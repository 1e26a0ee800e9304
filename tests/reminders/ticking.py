"""What a slot makes due of a campaign's reminders, one duty after the other, as the queue has them done."""

from collections.abc import Iterator
from datetime import datetime

from giaoban.campaign import Campaign
from giaoban.reminders.rounds import due
from giaoban.reminders.waves import Done, WaveStores, make_portion, watch_portion, watched


def remind(stores: WaveStores, campaign: Campaign, slot: datetime) -> Iterator[Done]:
    if campaign.reminders is None:
        return
    for day, wave in watched(stores, campaign, slot):
        after: str | None = ""
        still_open = 0
        while after is not None:
            watching, still_open = watch_portion(stores, campaign, slot, day, wave, after, still_open)
            after = watching.after
            if watching.done:
                yield watching.done
    for each in due(campaign, stores.outbox.heads(campaign.slug, campaign.today(slot)), slot):
        after = ""
        while after is not None:
            made = make_portion(stores, campaign, slot, each.id, after)
            after = made.after
            yield made.done
