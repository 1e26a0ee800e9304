"""Days and hours of a campaign, on its own clock."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.campaign import Campaign
from giaoban.problem import Unknown

DAY = date(2025, 8, 2)
ONE_MS = timedelta(milliseconds=1)

DAYS = st.dates(date(2025, 7, 24), date(2025, 9, 6))
MOMENTS = st.datetimes(datetime(2025, 7, 1), datetime(2025, 10, 1), timezones=st.just(UTC))  # noqa: DTZ001 - hypothesis adds the zone


@pytest.mark.parametrize(
    "moment, wanted",
    [
        ("opens", "2025-08-02T00:00:00+07:00"),
        ("opening", "2025-08-02T00:05:00+07:00"),
        ("deadline", "2025-08-02T16:00:00+07:00"),
        ("edition_deadline", "2025-08-02T17:00:00+07:00"),
        ("corrections_close", "2025-08-04T16:00:00+07:00"),
    ],
)
def test_the_hours_of_a_day_are_those_of_the_campaigns_zone(campaign: Campaign, moment: str, wanted: str) -> None:
    assert getattr(campaign, moment)(DAY).isoformat() == wanted


@pytest.mark.parametrize(
    "day, number",
    [("2025-07-23", None), ("2025-07-24", 1), ("2025-08-02", 10), ("2025-09-06", 45), ("2025-09-07", None)],
)
def test_days_are_numbered_from_1_to_45(campaign: Campaign, day: str, number: int | None) -> None:
    assert campaign.day_number(date.fromisoformat(day)) == number


@pytest.mark.parametrize(
    "moment, today",
    [("2025-08-01T16:59:59.999+00:00", "2025-08-01"), ("2025-08-01T17:00:00+00:00", "2025-08-02")],
)
def test_today_changes_at_the_zones_midnight(campaign: Campaign, moment: str, today: str) -> None:
    assert campaign.today(datetime.fromisoformat(moment)).isoformat() == today


@pytest.mark.parametrize(
    "text",
    ["", "2025-08-2", "20250802", "2025-W31-6", "2025-08-02T00:00", "02-08-2025", "2025-02-30", "２０２５-08-02", "today",
     "2025-07-23", "2025-09-07", "0000-00-00", "2025-08-02 "],
)  # fmt: skip
def test_what_is_no_day_of_the_campaign_is_unknown(campaign: Campaign, text: str) -> None:
    with pytest.raises(Unknown) as unknown:
        campaign.day(text)
    assert unknown.value.name == "unknown_day"


def test_a_unit_without_its_leading_zeros_is_unknown(campaign: Campaign) -> None:
    assert campaign.unit("00001").code == "00001"
    with pytest.raises(Unknown):
        campaign.unit("1")


@given(day=DAYS)
def test_every_day_opens_before_it_is_due_and_closes_after(campaign: Campaign, day: date) -> None:
    moments = (
        campaign.opens(day), campaign.opening(day), campaign.deadline(day), campaign.edition_deadline(day),
        campaign.corrections_close(day),
    )  # fmt: skip
    assert list(moments) == sorted(set(moments))
    assert campaign.day(day.isoformat()) == day


@given(moment=MOMENTS)
def test_now_lies_in_today(campaign: Campaign, moment: datetime) -> None:
    today = campaign.today(moment)
    assert campaign.opens(today) <= moment < campaign.opens(today + timedelta(days=1))
    assert (campaign.day_number(today) is None) == (not campaign.first_day <= today <= campaign.last_day)


@given(day=DAYS)
def test_midnight_belongs_to_the_new_day(campaign: Campaign, day: date) -> None:
    assert campaign.today(campaign.opens(day)) == day
    assert campaign.today(campaign.opens(day) - ONE_MS) == day - timedelta(days=1)
