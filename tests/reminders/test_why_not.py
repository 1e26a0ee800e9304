"""When nobody is written to: to the minute."""

from dataclasses import replace
from datetime import time

import pytest

from giaoban.campaign import Campaign
from giaoban.contact import Channel
from giaoban.outbox.message import Reason
from giaoban.reminders.rounds import ASKED
from giaoban.reminders.why_not import (
    centre_needs_none,
    is_quiet,
    milestone_needs_none,
    person_is_quiet,
    unit_needs_none,
)
from giaoban.reports.decision import DecisionKind
from giaoban.reports.report import Day
from tests.directory.made import person
from tests.reminders.made import message
from tests.reports.made import DAY, at, decision, report, unit_day


def hour(text: str) -> time:
    return time.fromisoformat(text)


@pytest.mark.parametrize("at, quiet", [
    ("06:59:59.999999", True), ("07:00", False), ("15:30", False), ("21:59:59.999999", False), ("22:00", True), ("23:59", True), ("00:00", True),
])  # fmt: skip
def test_the_first_minute_of_the_hours_is_theirs_and_the_closing_one_is_not(
    reminding: Campaign, at: str, quiet: bool
) -> None:
    assert reminding.reminders
    rules = replace(reminding.reminders, hours=(hour("07:00"), hour("22:00")))
    assert is_quiet(person(), rules, hour(at)) is quiet


@pytest.mark.parametrize("quiet, at, expected", [
    (("12:00", "13:30"), "11:59", False), (("12:00", "13:30"), "12:00", True), (("12:00", "13:30"), "13:29:59", True),
    (("12:00", "13:30"), "13:30", False), (("21:00", "08:00"), "20:59", False), (("21:00", "08:00"), "21:00", True),
    (("21:00", "08:00"), "07:59:59", True), (("21:00", "08:00"), "08:00", False), (("21:00", "08:00"), "12:00", False),
])  # fmt: skip
def test_somebodys_own_hours_begin_and_end_to_the_minute(
    reminding: Campaign, quiet: tuple[str, str], at: str, expected: bool
) -> None:
    assert reminding.reminders
    somebody = person(quiet=(hour(quiet[0]), hour(quiet[1])))
    assert is_quiet(somebody, reminding.reminders, hour(at)) is expected


def test_a_link_that_was_asked_for_comes_at_night_by_email_alone(reminding: Campaign) -> None:
    assert reminding.reminders
    for wave, channel, reason in (
        (ASKED, Channel.EMAIL, None), (ASKED, Channel.SMS, Reason.QUIET), ("sms_before", Channel.EMAIL, Reason.QUIET),
    ):  # fmt: skip
        asked = message(wave=wave, channel=channel)
        assert person_is_quiet(asked, person(), reminding.reminders, hour("23:00")) is reason


def test_who_has_reported_or_is_excused_is_not_reminded_and_who_owes_is(reminding: Campaign) -> None:
    assert reminding.reminders
    wave, owing = reminding.reminders.wave("sms_before"), unit_day(reminding)
    assert wave
    sent, excused = (
        unit_day(reminding, report(reminding, at("15:00"))),
        replace(owing, decisions=(decision(DecisionKind.EXCUSE),)),
    )
    for day, reason in ((sent, Reason.REPORTED), (excused, Reason.EXCUSED), (owing, None)):
        assert unit_needs_none(day, wave, at("16:00"), at("15:30")) is reason


@pytest.mark.parametrize("now, reason", [("15:59:59.999", Reason.NOT_LATE), ("16:00", None), ("16:01", None)])
def test_nobody_is_told_that_they_are_late_before_the_deadline(
    reminding: Campaign, now: str, reason: Reason | None
) -> None:
    assert reminding.reminders
    wave = reminding.reminders.wave("late")
    assert wave
    assert unit_needs_none(unit_day(reminding), wave, at("16:00"), at(now)) is reason


def test_the_centre_gets_no_call_list_with_nobody_on_it(reminding: Campaign) -> None:
    owing, sent = unit_day(reminding), unit_day(reminding, report(reminding, at("15:00")))
    assert centre_needs_none(Day(reminding, DAY, {owing.unit.code: owing})) is None
    assert centre_needs_none(Day(reminding, DAY, {sent.unit.code: sent})) is Reason.NOBODY_MISSING


def test_a_milestone_that_is_done_is_not_asked_for_again(reminding: Campaign) -> None:
    assert reminding.reminders
    milestone = reminding.reminders.milestones.dated[0]
    assert milestone_needs_none(milestone, {milestone.id}) is Reason.DONE
    assert milestone_needs_none(milestone, {"another"}) is None
