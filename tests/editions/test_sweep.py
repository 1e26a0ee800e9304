"""What is owed is asked for again; what has been delivered, or has only just been asked for, is not."""

from datetime import datetime, timedelta

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.by_clock import freeze_provisional
from giaoban.editions.issue import Order
from giaoban.editions.issue_period import issue_period
from giaoban.editions.kept import Message
from giaoban.editions.period import period_named
from giaoban.editions.sweep import send_again
from tests.editions.fakes import FakeStores
from tests.reports.made import DAY, at, new_id

FIVE_TO_FIVE = at("16:55")
TODAY = "2025-08-02"
DELIVERED = [Message("chairman", "SENT", "…", "m-1"), Message("centre", "FAILED", "…", None, "refused")]


@pytest.fixture
def made(campaign: Campaign) -> FakeStores:
    """Ten days of editions, all but the last delivered."""
    stores = FakeStores()
    list(freeze_provisional(stores.stores, campaign, FIVE_TO_FIVE))
    for period in {period for _, period in stores.editions.periods} - {TODAY}:
        stores.editions.deliver("lang-sen", period, 1, *DELIVERED)
    return stores


def again(made: FakeStores, campaign: Campaign, slot: datetime) -> list[tuple[str, int]]:
    return list(send_again(made.stores, campaign, slot))


def test_the_job_has_ten_minutes(made: FakeStores, campaign: Campaign) -> None:
    assert again(made, campaign, at("17:00")) == []
    assert again(made, campaign, at("17:05")) == [(TODAY, 1)]
    assert again(made, campaign, at("17:10")) == [(TODAY, 1)]


def test_after_an_hour_it_is_asked_on_the_hour_for_two_days(made: FakeStores, campaign: Campaign) -> None:
    assert again(made, campaign, at("18:05")) == []
    assert again(made, campaign, at("19:00")) == [(TODAY, 1)]
    assert again(made, campaign, at("16:00", DAY + timedelta(days=2))) == [(TODAY, 1)]
    assert again(made, campaign, at("17:00", DAY + timedelta(days=2))) == []


@pytest.mark.parametrize(
    "messages, is_owed",
    [
        ([], True),
        ([Message("chairman", "SENT", "…")], True),
        ([Message("chairman", "SENT", "…"), Message("centre", "CLAIMED", "…")], True),
        ([Message("chairman", "SENT", "…"), Message("centre", "UNKNOWN", "…")], False),
        (DELIVERED, False),
    ],
)
def test_a_message_is_owed_until_it_has_come_to_an_end(
    made: FakeStores, campaign: Campaign, messages: list[Message], is_owed: bool
) -> None:
    made.editions.deliver("lang-sen", TODAY, 1, *messages)
    assert again(made, campaign, at("17:10")) == ([(TODAY, 1)] if is_owed else [])


def test_a_queue_that_is_down_is_asked_at_the_next_tick(made: FakeStores, campaign: Campaign) -> None:
    made.queue.is_down = True
    assert again(made, campaign, at("17:05")) == []
    made.queue.is_down = False
    assert again(made, campaign, at("17:10")) == [(TODAY, 1)]


def test_weeks_are_looked_at_on_the_hour(made: FakeStores, campaign: Campaign) -> None:
    week = period_named(campaign, "week-1")
    issue_period(made.stores, campaign, week, Order(new_id(), 0, "dieu-phoi-1"), at("17:20"))
    made.editions.deliver("lang-sen", TODAY, 1, *DELIVERED)
    assert again(made, campaign, at("17:35")) == []
    assert again(made, campaign, at("18:00")) == [("week-1", 1)]
