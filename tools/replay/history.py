"""Every unit's days, one after the other: what is sent between one opening of a day and the next."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from giaoban.campaign import Campaign
from tools.replay.today import Figures
from tools.replay.unit_day import Sending, sendings_of, stocks_after


@dataclass(frozen=True)
class Stretch:
    """From the opening of `day` to the next: each unit's sendings in order, corrections of the day before included."""

    day: date
    opening: datetime
    by_unit: dict[str, list[Sending]] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return sum(map(len, self.by_unit.values()))


def sendings_by_day(campaign: Campaign, days: int, seed: int) -> Iterator[dict[str, list[Sending]]]:
    """For each day from the first: what every unit sends for it."""
    stocks: dict[str, Figures] = {code: {} for code in campaign.units}
    for number in range(days):
        day = campaign.first_day + timedelta(days=number)
        sent = {code: sendings_of(campaign, unit, day, seed, stocks[code]) for code, unit in campaign.units.items()}
        for code, unit in campaign.units.items():
            stocks[code] = stocks_after(sent[code], campaign.form_of(unit), stocks[code])
        yield sent


def stretches(campaign: Campaign, until: datetime, seed: int) -> Iterator[Stretch]:
    """All that has come before `until`, opening by opening."""
    days = min(campaign.days, (campaign.today(until) - campaign.first_day).days + 1)
    waiting: list[Sending] = []
    for number, sent in enumerate(sendings_by_day(campaign, days, seed)):
        day = campaign.first_day + timedelta(days=number)
        if campaign.opening(day) >= until:
            return
        waiting += [each for sendings in sent.values() for each in sendings]
        ends = min(until, campaign.opening(day + timedelta(days=1)))
        yield _stretch(campaign, day, [each for each in waiting if each.at < ends])
        waiting = [each for each in waiting if each.at >= ends]


def _stretch(campaign: Campaign, day: date, come: list[Sending]) -> Stretch:
    stretch = Stretch(day, campaign.opening(day))
    for sending in sorted(come, key=lambda each: each.at):
        stretch.by_unit.setdefault(sending.unit, []).append(sending)
    return stretch
