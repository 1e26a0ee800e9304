"""The server's clock decides what is late, by the first revision; flags say what else is to be seen."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.campaign import Campaign
from giaoban.reports.report import UnitDay
from giaoban.reports.state import State, flags_of, state_of
from giaoban.reports.submission import Device
from tests.reports.made import COORDINATOR, DAY, at, report, unit_day

EVENING = at("20:00")
MOMENTS = st.integers(0, 64 * 3_600_000).map(lambda milliseconds: at("00:00") + timedelta(milliseconds=milliseconds))


@pytest.mark.parametrize(
    "received, state",
    [("00:00:00", "on_time"), ("15:59:59.999", "on_time"), ("16:00:00.000", "late"), ("23:59:59", "late")],
)
def test_the_servers_clock_decides_what_is_late(campaign: Campaign, received: str, state: str) -> None:
    assert state_of(unit_day(campaign, report(campaign, at(received))), EVENING) == state


def test_of_two_at_one_second_the_earlier_received_decides_whichever_was_written_first(campaign: Campaign) -> None:
    written_first, received_first = report(campaign, at("16:00:00"), 1), report(campaign, at("15:59:59.900"), 2)
    assert state_of(unit_day(campaign, written_first, received_first), EVENING) == "on_time"


@pytest.mark.parametrize(
    "now, state", [("15:59:59.999", "expected"), ("16:00:00.000", "missing"), ("23:00", "missing")]
)
def test_what_has_not_come_is_expected_until_the_deadline_and_missing_from_then(
    campaign: Campaign, now: str, state: str
) -> None:
    assert state_of(unit_day(campaign), at(now)) == state


def test_revision_0_is_not_a_report(campaign: Campaign) -> None:
    assert state_of(unit_day(campaign), at("09:00")) is State.EXPECTED
    assert flags_of(unit_day(campaign)) == []


@given(moments=st.lists(MOMENTS, min_size=1, max_size=6), now=MOMENTS)
def test_corrections_never_change_the_state(campaign: Campaign, moments: list[datetime], now: datetime) -> None:
    revisions = [report(campaign, moment, number) for number, moment in enumerate(sorted(moments), start=1)]
    alone = state_of(unit_day(campaign, revisions[0]), now)
    assert state_of(unit_day(campaign, *revisions), now) is alone
    assert alone is (State.ON_TIME if revisions[0].received_at < at("16:00") else State.LATE)


@given(moment=MOMENTS, received=st.none() | MOMENTS)
def test_a_day_is_in_exactly_one_state_at_every_moment(
    campaign: Campaign, moment: datetime, received: datetime | None
) -> None:
    revisions = [] if received is None else [report(campaign, received)]
    assert state_of(unit_day(campaign, *revisions), moment) in State


def late(campaign: Campaign, finished_at: datetime | None, offset_ms: int = 0, received: str = "16:20") -> UnitDay:
    return unit_day(campaign, report(campaign, at(received), device=Device(finished_at, offset_ms)))


class TestClaimedOnTime:
    @pytest.mark.parametrize(
        "finished, offset_ms, claims",
        [
            ("15:59:59.999", 0, True),
            ("16:00:00.000", 0, False),
            ("15:59:00", 59_999, True),
            ("15:59:00", 60_000, False),
            ("16:05:00", -300_001, True),
            ("00:00:00", 0, True),
        ],
    )
    def test_a_late_report_finished_before_the_deadline_claims_it(
        self, campaign: Campaign, finished: str, offset_ms: int, claims: bool
    ) -> None:
        day = late(campaign, at(finished), offset_ms)
        assert ("claimed_on_time" in flags_of(day)) is claims
        assert state_of(day, EVENING) is State.LATE

    def test_received_at_the_very_deadline_it_is_late_and_claims(self, campaign: Campaign) -> None:
        day = late(campaign, at("15:59"), received="16:00:00.000")
        assert (state_of(day, EVENING), flags_of(day)) == (State.LATE, ["claimed_on_time"])

    def test_a_phone_that_lives_in_another_day_claims_nothing(self, campaign: Campaign) -> None:
        assert flags_of(late(campaign, at("15:00", DAY - timedelta(days=1)))) == []

    def test_a_report_on_time_has_nothing_to_claim(self, campaign: Campaign) -> None:
        assert flags_of(late(campaign, at("09:00"), received="10:00")) == []

    @pytest.mark.parametrize("offset_ms", [10**30, -(10**30)])
    def test_an_absurd_clock_claims_nothing(self, campaign: Campaign, offset_ms: int) -> None:
        assert flags_of(late(campaign, at("09:00"), offset_ms)) == []
        assert flags_of(late(campaign, datetime.fromisoformat("0001-01-01T00:00:00+23:59"), -1)) == []

    def test_it_follows_the_first_revision(self, campaign: Campaign) -> None:
        claims, silent = Device(at("15:50"), 0), Device(at("16:19"), 0)
        first, second = report(campaign, at("16:20"), device=claims), report(campaign, at("16:40"), 2, device=silent)
        assert flags_of(unit_day(campaign, first, second)) == ["claimed_on_time"]
        first, second = report(campaign, at("16:20"), device=silent), report(campaign, at("16:40"), 2, device=claims)
        assert flags_of(unit_day(campaign, first, second)) == []


class TestFlagsOfTheCurrentRevision:
    def test_nothing_to_report(self, campaign: Campaign) -> None:
        assert flags_of(unit_day(campaign, report(campaign, at("10:00"), nothing_to_report=True))) == [
            "nothing_to_report"
        ]

    def test_partial_until_the_rest_comes(self, campaign: Campaign) -> None:
        part, whole = report(campaign, at("10:00"), complete=False), report(campaign, at("11:00"), 2)
        assert flags_of(unit_day(campaign, part)) == ["partial"]
        assert flags_of(unit_day(campaign, part, whole)) == []

    def test_phoned_in(self, campaign: Campaign) -> None:
        told = report(campaign, at("10:00"), author=COORDINATOR, told_by="Bà Sen")
        assert flags_of(unit_day(campaign, told)) == ["phoned_in"]

    def test_all_of_them_in_their_order(self, campaign: Campaign) -> None:
        much = report(
            campaign,
            at("16:10"),
            nothing_to_report=True,
            complete=False,
            told_by="Bà Sen",
            device=Device(at("15:00"), 0),
        )
        assert flags_of(unit_day(campaign, much)) == ["nothing_to_report", "claimed_on_time", "partial", "phoned_in"]
