"""The periods of a campaign that are summed up: each week, and the whole (III.1: Sở KH&CN sums up the results)."""

from dataclasses import dataclass
from datetime import date, timedelta

from giaoban.campaign import Campaign
from giaoban.problem import Unknown

FINAL = "final"
DAYS_OF_A_WEEK = 7


@dataclass(frozen=True)
class Period:
    """Days of the campaign, first and last included; `name` is `week-1`, `week-2`, … or `final`."""

    name: str
    first: date
    last: date

    @property
    def days(self) -> list[date]:
        return [self.first + timedelta(days=number) for number in range((self.last - self.first).days + 1)]


def periods_of(campaign: Campaign) -> list[Period]:
    """Weeks count from the campaign's first day; the last one may be short."""
    weeks = [
        Period(
            f"week-{number // DAYS_OF_A_WEEK + 1}",
            campaign.first_day + timedelta(days=number),
            min(campaign.first_day + timedelta(days=number + DAYS_OF_A_WEEK - 1), campaign.last_day),
        )
        for number in range(0, campaign.days, DAYS_OF_A_WEEK)
    ]
    return [*weeks, Period(FINAL, campaign.first_day, campaign.last_day)]


def period_named(campaign: Campaign, name: str) -> Period:
    """Raises Unknown."""
    found = next((period for period in periods_of(campaign) if period.name == name), None)
    if found is None:
        raise Unknown("unknown_period")
    return found
