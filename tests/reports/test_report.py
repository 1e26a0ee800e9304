"""When a report is taken, what is refused, and the receipt."""

import re
from datetime import date, timedelta
from typing import Any

import pytest

from giaoban.access import Role
from giaoban.campaign import Campaign
from giaoban.problem import Closed, Refused
from giaoban.reports.report import MAX_REVISIONS, Author, accept, require_open
from tests.reports.made import COORDINATOR, DAY, REPORTER, at, report, submission, unit_day

TWO_DAYS_ON = DAY + timedelta(days=2)


def refused(campaign: Campaign, author: Author = REPORTER, revisions: int = 0, **said: Any) -> list[tuple[str, str]]:
    earlier = [report(campaign, at("09:00"), number) for number in range(1, revisions + 1)]
    with pytest.raises(Refused) as refusal:
        accept(submission(**said), unit_day(campaign, *earlier), author, at("10:00"))
    return [(each.path, each.rule) for each in refusal.value.problems]


def test_the_first_report_is_revision_1_and_the_next_2(campaign: Campaign) -> None:
    first = accept(submission(), unit_day(campaign), REPORTER, at("10:00"))
    assert (first.revision, first.unit, first.day, first.received_at) == (1, "00001", DAY, at("10:00"))
    second = accept(submission(base_revision=1), unit_day(campaign, first), REPORTER, at("10:01"))
    assert second.revision == 2


def test_a_base_that_does_not_exist_is_a_problem_that_names_the_latest(campaign: Campaign) -> None:
    assert refused(campaign, revisions=1, base_revision=2) == [("/base_revision", "base_revision_unknown")]


def test_a_day_has_so_many_revisions_and_no_more(campaign: Campaign) -> None:
    found = refused(campaign, revisions=MAX_REVISIONS, base_revision=MAX_REVISIONS)
    assert found == [("", "too_many_revisions")]


def test_a_coordinator_says_who_dictated(campaign: Campaign) -> None:
    assert refused(campaign, COORDINATOR) == [("/told_by", "told_by_missing")]
    told = accept(submission(told_by="Bà Sen"), unit_day(campaign), COORDINATOR, at("10:00"))
    assert told.author.role is Role.COORDINATOR


@pytest.mark.parametrize("role", [Role.REPORTER, Role.LEADER])
@pytest.mark.parametrize("field", ["told_by", "entered_by"])
def test_nobody_of_a_unit_enters_for_others(campaign: Campaign, role: Role, field: str) -> None:
    found = refused(campaign, Author(role, "l-x"), **{field: "Bà Sen"})
    assert found == [(f"/{field}", "only_the_centre_enters_for_others")]


def test_every_problem_of_acceptance_is_told_at_once(campaign: Campaign) -> None:
    found = refused(campaign, base_revision=5, told_by="Bà Sen", entered_by="Ông Sen")
    assert [path for path, _ in found] == ["/base_revision", "/told_by", "/entered_by"]


@pytest.mark.parametrize("role", [Role.REPORTER, Role.LEADER, Role.COORDINATOR])
class TestBeforeTheDay:
    def test_the_last_moment_of_the_eve_is_too_early_for_all(self, campaign: Campaign, role: Role) -> None:
        with pytest.raises(Refused) as refusal:
            require_open(unit_day(campaign), role, at("23:59:59.999", DAY - timedelta(days=1)))
        assert [each.rule for each in refusal.value.problems] == ["day_in_the_future"]

    def test_midnight_is_not(self, campaign: Campaign, role: Role) -> None:
        require_open(unit_day(campaign), role, at("00:00:00"))


@pytest.mark.parametrize("role", [Role.REPORTER, Role.LEADER])
class TestWhenCorrectionsClose:
    def test_a_unit_corrects_until_the_last_millisecond(self, campaign: Campaign, role: Role) -> None:
        require_open(unit_day(campaign), role, at("15:59:59.999", TWO_DAYS_ON))

    def test_at_the_hour_it_is_closed_and_told_whom_to_call(self, campaign: Campaign, role: Role) -> None:
        with pytest.raises(Closed) as closed:
            require_open(unit_day(campaign), role, at("16:00:00", TWO_DAYS_ON))
        assert "024 0000 0000" in closed.value.text.vi
        assert "024 0000 0000" in closed.value.text.en


def test_the_centre_corrects_long_after(campaign: Campaign) -> None:
    require_open(unit_day(campaign), Role.COORDINATOR, at("12:00", date(2025, 12, 31)))


class TestTheReceipt:
    def test_it_can_be_read_out(self, campaign: Campaign) -> None:
        receipts = [report(campaign, at("10:00"), number).receipt for number in range(1, 300)]
        assert all(re.fullmatch(r"[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}", each) for each in receipts)
        assert len(set(receipts)) == len(receipts)

    def test_it_names_the_revision_and_not_the_moment(self, campaign: Campaign) -> None:
        same = {"id": "00000000-0000-4000-8000-000000000001"}
        first = report(campaign, at("10:00"), **same).receipt
        assert report(campaign, at("11:00"), **same).receipt == first
        assert report(campaign, at("10:00"), 2, **same).receipt != first
        assert report(campaign, at("10:00"), day=TWO_DAYS_ON, **same).receipt != first

    def test_it_never_changes_from_release_to_release(self, campaign: Campaign) -> None:
        known = report(campaign, at("10:00"), id="00000000-0000-4000-8000-000000000001")
        assert known.receipt == "9TKC-3WZ6"
