"""A day's waves, hour by hour: who is written to, by which channel, and who hears nothing."""

from dataclasses import replace
from datetime import timedelta

import pytest

from giaoban.access.grant import Place
from giaoban.contact import Channel, Duty
from giaoban.reports.decision import DecisionKind
from tests.reminders.world import World
from tests.reports.made import DAY, at, moved

PHONE, EMAIL = Channel.SMS, Channel.EMAIL


def told(world: World) -> list[tuple[str, str, str]]:
    """Wave, channel and unit of all that was handed over."""
    return [(each.key.wave, each.key.channel, each.key.unit) for each in world.handed]


def test_at_15_30_the_reporter_of_a_unit_that_is_not_in_gets_an_sms_with_a_link_that_works(world: World) -> None:
    reporter = world.somebody()
    world.tick("15:30")
    world.work()
    (sms,) = world.handed
    assert (sms.key.channel, sms.address) == (PHONE, reporter.entry.phone)
    assert sms.words.startswith("Xa Sen Trang: chua co bao cao 2/8, han 16:00. https://giaoban.invalid/bao-cao#t=")
    (grant,) = world.grants.grants.values()
    assert (grant.hat.own.unit, grant.recipient, grant.hat.role) == ("00001", reporter.id, "reporter")
    assert world.states("sms_before") == {reporter.id: "SENT"}


def test_a_whole_afternoon_is_told_step_by_step(world: World) -> None:
    world.somebody(), world.somebody(role=Duty.DEPUTY), world.somebody(role=Duty.LEADER)
    for clock in ("15:00", "15:30", "15:45", "16:00", "16:30"):
        world.tick(clock)
        world.work()
    assert told(world) == [
        ("email_before", "email", "00001"),
        ("sms_before", "sms", "00001"),
        ("sms_leaders", "sms", "00001"),
        ("sms_leaders", "sms", "00001"),
        ("late", "sms", "00001"),
        ("call_list", "email", "PAHCC"),
    ]
    assert {grant.hat.role for grant in world.grants.grants.values()} == {"reporter", "leader"}


@pytest.mark.parametrize("when", ["before the tick", "between tick and sending"])
def test_who_has_reported_hears_nothing(world: World, when: str) -> None:
    reporter = world.somebody()
    if when == "before the tick":
        world.report()
    world.tick("15:30")
    world.report()
    world.work()
    assert world.handed == []
    assert world.states("sms_before") in ({}, {reporter.id: "SKIPPED reported"})


def test_who_is_excused_hears_nothing_until_the_excuse_is_taken_back(world: World) -> None:
    reporter = world.somebody()
    world.tick("15:30")
    world.excuse()
    world.work()
    assert world.states("sms_before") == {reporter.id: "SKIPPED excused"}
    world.excuse(kind=DecisionKind.WITHDRAW_EXCUSE)
    world.tick("15:45")
    world.tick("16:00")
    world.work()
    assert told(world) == [("late", "sms", "00001")]


def test_somebody_who_has_stopped_sms_gets_an_email_instead_and_with_both_stopped_nothing(world: World) -> None:
    reporter = world.somebody()
    world.tick("15:30")
    world.stop(reporter, PHONE)
    world.work()
    assert told(world) == [("sms_before", "email", "00001")]
    assert sorted(f"{each.key.channel} {each.state}" for each in world.messages("sms_before")) == [
        "email SENT", "sms SKIPPED",
    ]  # fmt: skip
    world.stop(reporter, EMAIL)
    world.tick("16:00")
    world.work()
    assert len(world.handed) == 1


def test_somebody_deleted_between_tick_and_sending_hears_nothing(world: World) -> None:
    reporter = world.somebody()
    world.tick("15:30")
    world.directory.delete(world.campaign.slug, reporter.id)
    world.work()
    assert world.states("sms_before") == {reporter.id: "SKIPPED gone"}


@pytest.mark.parametrize(
    "quiet, state",
    [(("15:00", "16:00"), "SKIPPED quiet"), (("16:00", "15:30"), "SENT"), (("15:30", "15:31"), "SKIPPED quiet")],
)
def test_quiet_hours_are_kept(world: World, quiet: tuple[str, str], state: str) -> None:
    begins, ends = (at(each).time() for each in quiet)
    reporter = world.somebody(quiet=(begins, ends))
    world.tick("15:30")
    world.work()
    assert world.states("sms_before") == {reporter.id: state}


def test_the_same_number_twice_in_a_unit_rings_once(world: World) -> None:
    deputy = world.somebody(role=Duty.DEPUTY)
    world.somebody(role=Duty.LEADER, phone=deputy.entry.phone)
    world.tick("15:45")
    world.work()
    assert [each.address for each in world.handed] == [deputy.entry.phone]


def test_units_missing_yesterday_are_told_in_the_morning_and_others_are_not(world: World) -> None:
    world.somebody("00001"), world.somebody("00002")
    world.report("00002", DAY - timedelta(days=1))
    world.tick("08:00")
    world.work()
    assert sorted(told(world)) == [
        ("link_of_day", "email", "00001"),
        ("link_of_day", "email", "00002"),
        ("missing_yesterday", "email", "00001"),
    ]
    (yesterday,) = [each.words for each in world.handed if each.key.wave == "missing_yesterday"]
    assert "ngày 1/8" in yesterday
    assert "đến 16:00 3/8" in yesterday
    (lands,) = {grant.lands for grant in world.grants.grants.values() if grant.lands and grant.lands.day != DAY}
    assert lands == Place(DAY - timedelta(days=1)), "the link in that letter lands on the day that it is about"


def test_nobody_is_called_late_while_the_deadline_is_moved_and_messages_name_the_new_one(world: World) -> None:
    reporter = world.somebody()
    world.reports.move_deadline(world.campaign, DAY, moved("17:30"))
    world.tick("15:30")
    world.work()
    assert "han 17:30" in world.handed[0].words
    world.tick("16:00")
    world.work()
    assert world.states("late") == {}
    assert len(world.handed) == 1
    assert world.states("sms_before") == {reporter.id: "SENT"}


def test_a_day_outside_the_campaign_reminds_nobody(world: World) -> None:
    world.somebody()
    world.now = at("15:30", world.campaign.last_day + timedelta(days=1))
    world.tick()
    world.work()
    assert world.handed == []


def test_the_call_list_names_who_is_missing_with_number_and_what_became_of_the_messages(world: World) -> None:
    world.somebody("00001", name="Lê Thị Sen"), world.somebody("00002")
    world.report("00002")
    world.excuse("SSEN")
    world.tick("15:30")
    world.work()
    world.tick("16:30")
    world.work()
    words = world.handed[-1].words
    assert world.handed[-1].address == "truc-ban@giaoban.invalid"
    assert "Lê Thị Sen (người báo cáo): 0912 000 001. 15:30 SMS: đã gửi" in words
    assert "Sen Hồng" not in words
    assert "Sở Sen" not in words


def test_with_nobody_missing_the_call_list_is_not_sent(world: World) -> None:
    world.tick("16:30")
    for unit in world.campaign.units:
        world.report(unit)
    world.work()
    assert world.states("call_list") == {"truc-ban": "SKIPPED nobody_missing"}


def test_milestones_are_told_7_3_and_1_days_before_and_when_overdue(world: World) -> None:
    assert world.campaign.reminders
    (milestone,) = world.campaign.reminders.milestones.dated
    world.somebody()
    told_on = []
    for number in range(-9, 10):
        day = milestone.due + timedelta(days=number)
        if world.campaign.day_number(day) is None:
            continue
        world.now, world.handed = at("08:00", day), []
        world.report("00001", day)
        world.report("00001", day - timedelta(days=1))
        world.tick()
        world.work()
        told_on += [number for each in world.handed if each.key.wave == "milestones"]
    assert told_on == [-7, -3, -1, 1, 3, 7]


def test_a_campaign_without_reminders_is_silent(world: World) -> None:
    world.campaign = replace(world.campaign, reminders=None)
    world.somebody()
    assert world.tick("15:30") == []
