"""What stops everything at once: the switch, and the limits of what SMS may cost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from giaoban.campaign import Campaign
from giaoban.contact import Channel, Duty
from tests.reminders.world import World
from tests.reports.made import DAY


@pytest.fixture
def thrifty(reminding: Campaign) -> World:
    """Two SMS a day, three altogether."""
    assert reminding.reminders
    limits = replace(reminding.reminders.limits, sms_per_day=2, sms_campaign=3)
    return World(replace(reminding, reminders=replace(reminding.reminders, limits=limits)))


def test_beyond_the_days_limit_sms_stop_email_takes_over_and_an_alarm_rings(thrifty: World) -> None:
    for role in Duty:
        thrifty.somebody("00001", role), thrifty.somebody("00002", role)
    thrifty.tick("15:45")
    thrifty.work()
    assert [each.key.channel for each in thrifty.handed].count("sms") == 2
    assert [each.key.channel for each in thrifty.handed].count("email") == 2
    assert thrifty.rung == ["SmsLimitReached"] * 2
    states = sorted(f"{each.key.channel} {each.state} {each.reason or ''}" for each in thrifty.messages("sms_leaders"))
    assert states == ["email SENT "] * 2 + ["sms SENT "] * 2 + ["sms SKIPPED limit"] * 2
    assert thrifty.outbox.kept.on(DAY) == 2


def test_the_campaigns_limit_holds_over_its_days(thrifty: World) -> None:
    thrifty.somebody("00001", channels=(Channel.SMS,)), thrifty.somebody("00002", channels=(Channel.SMS,))
    for day in (0, 1):
        thrifty.tick("15:30")
        thrifty.now += timedelta(days=day)
        thrifty.tick_of(thrifty.now)
        thrifty.work()
    assert len(thrifty.handed) == 3


def test_while_everything_is_paused_nothing_is_sent_and_it_says_so(world: World) -> None:
    reporter = world.somebody()
    world.tick("15:30")
    world.pause(True)
    world.work()
    assert world.states("sms_before") == {reporter.id: "SKIPPED paused"}
    world.pause(False)
    world.tick("16:00")
    world.work()
    assert world.states("late") == {reporter.id: "SENT"}
