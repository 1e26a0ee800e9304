"""Whether a campaign owes anything at a slot: one that is over, or has not begun, is not ticked."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from giaoban.campaign import Campaign
from giaoban.editions.by_clock import NIGHTS_AFTER_THE_END

A_DAY = timedelta(days=1)


def running(campaigns: Iterable[Campaign], slot: datetime) -> Iterator[Campaign]:
    return (each for each in campaigns if is_running(each, slot))


def is_running(campaign: Campaign, slot: datetime) -> bool:
    """From the first day, or the first telling of a milestone, until the nights of correction are over.

    A day more at the end: what was made on the last one is watched in the night.
    """
    told = list(_milestones_told(campaign))
    begins = min([campaign.opens(campaign.first_day), *told])
    ends = campaign.corrections_close(campaign.last_day) + timedelta(days=NIGHTS_AFTER_THE_END)
    return begins <= slot < max([ends, *told]) + A_DAY


def _milestones_told(campaign: Campaign) -> Iterator[datetime]:
    """The days on which milestones are spoken of."""
    rules = campaign.reminders.milestones if campaign.reminders else None
    for each in rules.dated if rules else ():
        yield from (campaign.opens(each.due - timedelta(days=days)) for days in (rules.days_before if rules else ()))
        yield from (campaign.opens(each.due + timedelta(days=days)) for days in (rules.days_overdue if rules else ()))
