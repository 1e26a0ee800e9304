"""When reports come: most in the afternoon, a peak at the end, a few late, a few never, some in parts."""

from datetime import datetime, time, timedelta

from giaoban.campaign import Campaign
from tests.replay.conftest import Days
from tools.replay.history import ToldDay, told
from tools.replay.unit_day import Sending

TICKS = "00:05 08:00 15:00 15:30 15:45 16:00 16:30 16:45 16:55 17:00"


def firsts(days: Days) -> list[Sending]:
    return [sendings[0] for day in days for sendings in day.values() if sendings]


def share(hanoi: Campaign, days: Days, after: timedelta, before: timedelta) -> float:
    """Of all unit-days, those whose first report comes so long after the deadline (negative: before it)."""
    come = [each for each in firsts(days) if after <= each.at - hanoi.deadline(each.day) < before]
    return len(come) / (len(days) * len(hanoi.units))


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def test_some_six_in_ten_have_come_by_15_20(hanoi: Campaign, days: Days) -> None:
    assert 0.53 < share(hanoi, days, minutes(-960), minutes(-40)) < 0.68


def test_the_last_quarter_of_an_hour_is_the_busiest(hanoi: Campaign, days: Days) -> None:
    last, before = share(hanoi, days, minutes(-15), minutes(0)), share(hanoi, days, minutes(-30), minutes(-15))
    assert last > 1.4 * before


def test_about_6_in_100_are_late_and_3_missing(hanoi: Campaign, days: Days) -> None:
    late = share(hanoi, days, minutes(0), minutes(24 * 60))
    missing = 1 - len(firsts(days)) / (len(days) * len(hanoi.units))
    assert 0.04 < late < 0.09
    assert 0.015 < missing < 0.045


def test_some_late_reports_were_finished_on_the_phone_in_time(hanoi: Campaign, days: Days) -> None:
    late = [each for each in firsts(days) if each.at >= hanoi.deadline(each.day)]
    claimed = [each for each in late if finished(each) < hanoi.deadline(each.day)]
    assert 0.15 < len(claimed) / len(late) < 0.55


def finished(sending: Sending) -> datetime:
    """On the server's clock."""
    device = sending.body["device"]
    return datetime.fromisoformat(device["finished_at"]) + timedelta(milliseconds=device["clock_offset_ms"])


def test_nothing_is_finished_after_it_has_been_received(days: Days) -> None:
    assert all(finished(each) < each.at for day in days for sendings in day.values() for each in sendings)


def test_revisions_of_a_day_come_one_after_the_other(days: Days) -> None:
    for sendings in (each for day in days for each in day.values()):
        assert [sending.body["base_revision"] for sending in sendings] == list(range(len(sendings)))
        assert [sending.at for sending in sendings] == sorted(sending.at for sending in sendings)


def test_every_report_comes_while_its_day_is_open(hanoi: Campaign, days: Days) -> None:
    for each in (sending for day in days for sendings in day.values() for sending in sendings):
        assert hanoi.opens(each.day) <= each.at < hanoi.corrections_close(each.day)


def test_some_reports_come_in_two_parts_and_some_are_corrected_the_next_morning(days: Days) -> None:
    several = [each for day in days for each in day.values() if len(each) > 1]
    partial = [each for each in several if not each[0].body["complete"]]
    next_morning = [each for each in several if each[-1].at.date() > each[-1].day]
    assert len(partial) > 100
    assert all(each[-1].body["complete"] for each in partial)
    assert len(next_morning) > 20


def test_departments_have_nothing_to_report_at_weekends_only(hanoi: Campaign, days: Days) -> None:
    nothing = [each for each in firsts(days) if each.body["nothing_to_report"]]
    assert len(nothing) > 80
    assert all(each.day.weekday() >= 5 and hanoi.units[each.unit].kind == "department" for each in nothing)


def test_a_story_stops_at_its_moment_and_keeps_what_comes_the_next_morning_for_then(hanoi: Campaign) -> None:
    day = hanoi.first_day + timedelta(days=2)
    until = datetime.combine(day, time(15, 20), tzinfo=hanoi.zone)
    story = list(told(hanoi, until, seed=45))
    assert [each.day for each in story] == [hanoi.first_day, hanoi.first_day + timedelta(days=1), day]
    for each in story:
        ends = min(until, hanoi.opening(each.day + timedelta(days=1)))
        assert all(hanoi.opening(each.day) <= sending.at < ends for sending in come(each))
    assert any(sending.day < day for sending in come(story[-1]))
    assert [f"{stretch.slot:%H:%M}" for stretch in story[-1].stretches] == ["00:05", "08:00", "15:00"]


def test_every_day_has_its_ticks_and_what_lies_between_them_in_order_of_time(hanoi: Campaign) -> None:
    story = list(told(hanoi, hanoi.opening(hanoi.first_day + timedelta(days=4)), seed=45))
    for each in story[:-1]:
        slots = [stretch.slot for stretch in each.stretches]
        assert " ".join(f"{slot:%H:%M}" for slot in slots) == TICKS
        for stretch, following in zip(
            each.stretches, [*slots[1:], hanoi.opening(each.day + timedelta(days=1))], strict=True
        ):
            times = [sending.at for sending in stretch.come]
            assert times == sorted(times)
            assert all(stretch.slot <= at < following for at in times)
    assert [stretch.slot for stretch in story[-1].stretches] == [hanoi.opening(story[-1].day)]
    assert story[-1].count == 0


def test_of_the_whole_campaign_nothing_is_left_out_or_told_twice(hanoi: Campaign, days: Days) -> None:
    story = told(hanoi, datetime.max.replace(tzinfo=hanoi.zone), seed=45)
    seen = [(sending.unit, sending.day, sending.body["base_revision"]) for each in story for sending in come(each)]
    assert len(set(seen)) == len(seen) == sum(len(sendings) for day in days for sendings in day.values())


def come(day: ToldDay) -> list[Sending]:
    return [sending for stretch in day.stretches for sending in stretch.come]
