"""The replay's invented days in memory: what the tick and the units would have stored, without a store."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from giaoban.access import Role
from giaoban.campaign import Campaign
from giaoban.reports.opening import baseline_of
from giaoban.reports.report import Author, Day, Report, UnitDay
from giaoban.reports.submission import read_submission
from tools.replay.history import sendings_by_day
from tools.replay.unit_day import Sending

SEED = 45
LINK = Author(Role.REPORTER, "l-replay")


@dataclass(frozen=True)
class Replayed:
    """Days with all their revisions, whenever they came: rules cut them to what was known."""

    campaign: Campaign
    units: Mapping[date, Mapping[str, UnitDay]]

    def day(self, day: date) -> Day:
        return Day(self.campaign, day, self.units[day])


def replayed(campaign: Campaign, days: int, seed: int = SEED) -> Replayed:
    """The first `days` days of every unit."""
    made: dict[date, dict[str, UnitDay]] = {}
    for number, sent in enumerate(sendings_by_day(campaign, days, seed)):
        day = campaign.first_day + timedelta(days=number)
        window = [made[each] for each in sorted(made)[-campaign.usual_over_days :]]
        made[day] = {
            unit.code: UnitDay(
                campaign,
                unit,
                day,
                baseline_of(unit, day, campaign, window),
                tuple(_report(campaign, sending, number) for number, sending in enumerate(sent[unit.code], start=1)),
            )
            for unit in campaign.units.values()
        }
    return Replayed(campaign, made)


def _report(campaign: Campaign, sending: Sending, revision: int) -> Report:
    form = campaign.form_of(campaign.units[sending.unit])
    sent = read_submission(sending.body, form, [])
    at = sending.at.replace(microsecond=sending.at.microsecond // 1000 * 1000)
    return Report(campaign.slug, sending.unit, sending.day, revision, at, sent, LINK)


class ReplayedStore:
    """As a store of reports: the days under whichever campaign is asked for."""

    def __init__(self, story: Replayed) -> None:
        self._story = story

    def day(self, campaign: Campaign, day: date) -> Day:
        own = self._story.units.get(day, {})
        units = {
            unit.code: replace(own.get(unit.code, UnitDay(campaign, unit, day)), campaign=campaign, unit=unit)
            for unit in campaign.units.values()
        }
        return Day(campaign, day, units)
