"""Only a campaign that owes something is ticked: from the first telling of a milestone until its nights of correction."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from giaoban.campaign import Campaign
from giaoban.duties.running import is_running, running
from giaoban.editions.by_clock import NIGHTS_AFTER_THE_END


@pytest.fixture
def ended(hanoi: Campaign) -> datetime:
    """The last slot at which a night's correction can be due."""
    return hanoi.corrections_close(hanoi.last_day) + timedelta(days=NIGHTS_AFTER_THE_END)


def test_it_is_ticked_from_its_first_midnight_until_its_nights_of_correction_are_over(
    hanoi: Campaign, ended: datetime
) -> None:
    quiet = replace(hanoi, reminders=None)
    begins = quiet.opens(quiet.first_day)
    assert not is_running(quiet, begins - timedelta(minutes=5))
    assert is_running(quiet, begins)
    assert is_running(quiet, ended)
    assert not is_running(quiet, ended + timedelta(days=1))


def test_a_milestone_that_is_told_before_or_after_counts(hanoi: Campaign) -> None:
    rules = hanoi.reminders
    assert rules
    early = replace(rules.milestones.dated[0], due=date(2025, 7, 10))
    late = replace(rules.milestones.dated[0], due=date(2026, 3, 1))
    told = replace(hanoi, reminders=replace(rules, milestones=replace(rules.milestones, dated=(early, late))))
    first = hanoi.opens(early.due - timedelta(days=max(rules.milestones.days_before)))
    assert (is_running(told, first), is_running(told, first - timedelta(minutes=5))) == (True, False)
    last = hanoi.opens(late.due + timedelta(days=max(rules.milestones.days_overdue)))
    assert (is_running(told, last), is_running(told, last + timedelta(days=1))) == (True, False)


def test_of_several_those_that_are_over_are_left_out(hanoi: Campaign) -> None:
    past = replace(hanoi, slug="da-qua", first_day=date(2024, 1, 1), reminders=None)
    assert [each.slug for each in running([past, hanoi], hanoi.deadline(hanoi.first_day))] == [hanoi.slug]
