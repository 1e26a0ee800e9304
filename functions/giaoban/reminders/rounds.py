"""What a tick's slot makes due: which rounds are to be made, which came too late, which are still watched."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from giaoban.campaign import Campaign
from giaoban.outbox.message import LATEST
from giaoban.reminders.store import Head

MILESTONES, ASKED = "milestones", "asked"


@dataclass(frozen=True)
class Round:
    """A wave of a day, or the day's milestones, under the id that their messages have."""

    id: str
    day: date
    slot: datetime


def rounds(campaign: Campaign, day: date) -> list[Round]:
    """All of a day, in the order of their hours."""
    rules = campaign.reminders
    if rules is None:
        return []
    hours: list[tuple[str, time]] = [(wave.id, wave.at) for wave in rules.waves]
    found = [Round(name, day, at(campaign, day, hour)) for name, hour in [*hours, (MILESTONES, rules.milestones.at)]]
    return sorted(found, key=lambda each: each.slot)


def at(campaign: Campaign, day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, tzinfo=campaign.zone)


def due(campaign: Campaign, heads: Mapping[str, Head], slot: datetime) -> Iterator[tuple[Round, bool]]:
    """Rounds whose hour has come and that nobody has made yet; and whether there is still time for them."""
    for each in rounds(campaign, campaign.today(slot)):
        if each.slot <= slot and each.id not in heads:
            yield each, slot < each.slot + LATEST


def watched_days(campaign: Campaign, slot: datetime) -> list[date]:
    """Days in which something may still be open: today, and yesterday after a night without ticks."""
    today = campaign.today(slot)
    return [today - timedelta(days=1), today]
