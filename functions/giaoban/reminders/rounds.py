"""What a tick's slot makes due: which rounds are to be made, which came too late, which are still watched."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from giaoban.campaign import Campaign
from giaoban.outbox.message import LATEST

MILESTONES, ASKED = "milestones", "asked"


@dataclass(frozen=True)
class Round:
    """A wave of a day, or the day's milestones, under the id that their messages have."""

    id: str
    day: date
    slot: datetime

    def is_in_time(self, slot: datetime) -> bool:
        """Whether its messages can still leave."""
        return slot < self.slot + LATEST


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


def due(campaign: Campaign, heads: Collection[str], slot: datetime) -> list[Round]:
    """Rounds whose hour has come and that nobody has made yet."""
    return [each for each in rounds(campaign, campaign.today(slot)) if each.slot <= slot and each.id not in heads]


def round_of(campaign: Campaign, slot: datetime, wave: str) -> Round | None:
    """The round of this id that is due at a slot, made or not."""
    return next((each for each in due(campaign, (), slot) if each.id == wave), None)


def watched_days(campaign: Campaign, slot: datetime) -> list[date]:
    """Days in which something may still be open: today, and yesterday after a night without ticks."""
    today = campaign.today(slot)
    return [today - timedelta(days=1), today]
