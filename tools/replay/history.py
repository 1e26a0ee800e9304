"""The campaign as it goes: each day's ticks, and between them what is received, in order of time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import count, pairwise

from giaoban.campaign import Campaign
from tools.replay.slots import slots_of
from tools.replay.today import Figures
from tools.replay.unit_day import Sending, sendings_of, stocks_after


@dataclass(frozen=True)
class Stretch:
    """From one tick to the next: its slot, the next one's, and what is received between them, oldest first."""

    slot: datetime
    until: datetime
    come: list[Sending]


@dataclass(frozen=True)
class ToldDay:
    """From the opening of `day` to the next: corrections of the days before are among what comes."""

    day: date
    stretches: list[Stretch]

    @property
    def come(self) -> list[Sending]:
        return [sending for stretch in self.stretches for sending in stretch.come]

    @property
    def count(self) -> int:
        return len(self.come)


def sendings_by_day(campaign: Campaign, days: int, seed: int) -> Iterator[dict[str, list[Sending]]]:
    """For each day from the first: what every unit sends for it."""
    stocks: dict[str, Figures] = {code: {} for code in campaign.units}
    for number in range(days):
        day = campaign.first_day + timedelta(days=number)
        sent = {code: sendings_of(campaign, unit, day, seed, stocks[code]) for code, unit in campaign.units.items()}
        for code, unit in campaign.units.items():
            stocks[code] = stocks_after(sent[code], campaign.form_of(unit), stocks[code])
        yield sent


def told(campaign: Campaign, until: datetime, seed: int) -> Iterator[ToldDay]:
    """All that has come before `until`, and every tick up to it; at most until corrections of the last day close."""
    until = min(until, campaign.corrections_close(campaign.last_day))
    days = min(campaign.days, (campaign.today(until) - campaign.first_day).days + 1)
    sent = sendings_by_day(campaign, days, seed)
    waiting: list[Sending] = []
    for number in count():
        day = campaign.first_day + timedelta(days=number)
        if campaign.opening(day) > until:
            return
        waiting += [each for sendings in next(sent, {}).values() for each in sendings]
        yield ToldDay(day, list(_stretches(campaign, day, until, waiting)))
        waiting = [each for each in waiting if each.at >= campaign.opening(day + timedelta(days=1))]


def _stretches(campaign: Campaign, day: date, until: datetime, waiting: list[Sending]) -> Iterator[Stretch]:
    slots = [*slots_of(campaign, day), campaign.opening(day + timedelta(days=1))]
    coming = sorted((each for each in waiting if each.at < until), key=lambda each: each.at)
    for slot, following in pairwise(slots):
        if slot <= until:
            yield Stretch(slot, following, [each for each in coming if slot <= each.at < following])
