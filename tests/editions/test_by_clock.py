"""What the clock freezes: ticks twice, late, out of order or none for an hour, still the same."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.alarm import raise_alarm
from giaoban.editions.by_clock import close_days, correct_in_the_night, freeze_provisional
from giaoban.editions.edition import EditionKind
from giaoban.editions.issue import Order, issue
from tests.editions.fakes import FakeStores
from tests.editions.made import sent
from tests.reports.made import DAY, at, new_id

FIRST = date(2025, 7, 24)


@pytest.fixture
def made(campaign: Campaign) -> FakeStores:
    """Every day before DAY has its edition."""
    stores = FakeStores()
    list(freeze_provisional(stores.stores, campaign, at("16:50")))
    stores.queue.sent.clear()
    return stores


def kinds(made: FakeStores, campaign: Campaign, day: date = DAY) -> list[str]:
    return [entry.kind.value for entry in made.editions.kept(campaign.slug, day.isoformat()).editions]


def issued(made: FakeStores, campaign: Campaign, now: datetime, base: int = 0) -> None:
    issue(made.stores, campaign, DAY, Order(new_id(), base, "dieu-phoi-1"), now)


class TestProvisional:
    def test_it_is_frozen_at_five_to_five_and_not_before(self, made: FakeStores, campaign: Campaign) -> None:
        assert list(freeze_provisional(made.stores, campaign, at("16:54:59"))) == []
        ((day, entry),) = freeze_provisional(made.stores, campaign, at("16:55"))
        assert (day, entry.number, entry.kind, entry.issued_by) == (DAY, 1, EditionKind.PROVISIONAL, None)
        assert entry.issued_at == "2025-08-02T16:55:00.000+07:00"
        assert made.queue.sent == [(campaign.slug, "2025-08-02", 1)]

    def test_a_second_tick_freezes_nothing(self, made: FakeStores, campaign: Campaign) -> None:
        assert len(list(freeze_provisional(made.stores, campaign, at("16:55")))) == 1
        assert list(freeze_provisional(made.stores, campaign, at("16:55"))) == []
        assert list(freeze_provisional(made.stores, campaign, at("17:00"))) == []

    def test_after_an_issued_edition_there_is_none(self, made: FakeStores, campaign: Campaign) -> None:
        issued(made, campaign, at("16:48"))
        assert list(freeze_provisional(made.stores, campaign, at("16:55"))) == []
        assert kinds(made, campaign) == ["issued"]

    def test_a_tick_that_comes_late_says_what_was_known_at_its_slot(self, made: FakeStores, campaign: Campaign) -> None:
        made.reports.add(sent(campaign, "00001", "16:54"))
        made.reports.add(sent(campaign, "00002", "16:56"))
        ((_, entry),) = freeze_provisional(made.stores, campaign, at("16:55"))
        rows = made.stores.archive.edition(entry.sha256).content["units"]
        assert [row["revision"] for row in rows] == [1, 0, 0]

    def test_no_tick_for_days_and_every_day_still_gets_its_own(self, campaign: Campaign) -> None:
        made, late = FakeStores(), at("09:00", FIRST + timedelta(days=3))
        frozen = list(freeze_provisional(made.stores, campaign, late))
        assert [day for day, _ in frozen] == [FIRST + timedelta(days=number) for number in range(3)]
        contents = [made.stores.archive.edition(entry.sha256).content for _, entry in frozen]
        assert [content["previous"] and content["previous"]["day"] for content in contents] == [
            None, "2025-07-24", "2025-07-25",
        ]  # fmt: skip

    def test_it_never_expires(self, campaign: Campaign) -> None:
        made = FakeStores()
        assert len(list(freeze_provisional(made.stores, campaign, at("12:00", date(2026, 3, 1))))) == campaign.days

    def test_who_comes_second_in_a_race_makes_nothing(self, made: FakeStores, campaign: Campaign) -> None:
        """Between the look and the put, a coordinator issues."""

        class Raced(type(made.editions)):  # type: ignore[misc]
            def add_edition(self, campaign_slug: str, period: str, entry: object) -> bool:
                made.editions.__class__ = type(made.editions).__mro__[1]
                issued(made, campaign, at("16:54:59.500"))
                return bool(made.editions.add_edition(campaign_slug, period, entry))  # type: ignore[arg-type]

        made.editions.__class__ = Raced
        assert list(freeze_provisional(made.stores, campaign, at("16:55"))) == []
        assert kinds(made, campaign) == ["issued"]

    def test_a_coordinator_issues_over_it(self, made: FakeStores, campaign: Campaign) -> None:
        list(freeze_provisional(made.stores, campaign, at("16:55")))
        issued(made, campaign, at("16:58"), base=1)
        assert kinds(made, campaign) == ["provisional", "issued"]


class TestAlarm:
    def test_it_rings_once_when_nothing_is_issued_by_a_quarter_to_five(
        self, made: FakeStores, campaign: Campaign
    ) -> None:
        rung: list[datetime] = []
        for clock in ("16:40", "16:45", "16:45", "16:50", "16:55", "17:00"):
            raise_alarm(made.stores, campaign, at(clock), lambda clock=clock: rung.append(at(clock)))  # type: ignore[misc]
        assert rung == [at("16:45")]
        assert made.editions.kept(campaign.slug, "2025-08-02").alarm_at == "2025-08-02T16:45:00+07:00"

    def test_after_an_issued_edition_it_does_not_ring(self, made: FakeStores, campaign: Campaign) -> None:
        issued(made, campaign, at("16:44"))
        assert not raise_alarm(made.stores, campaign, at("16:45"), lambda: pytest.fail("rung"))

    def test_a_provisional_edition_does_not_quiet_it(self, made: FakeStores, campaign: Campaign) -> None:
        list(freeze_provisional(made.stores, campaign, at("16:55")))
        assert raise_alarm(made.stores, campaign, at("17:45"), lambda: None)

    def test_outside_the_campaign_nothing_rings(self, made: FakeStores, campaign: Campaign) -> None:
        for day in (date(2025, 7, 23), date(2025, 9, 7)):
            assert not raise_alarm(made.stores, campaign, at("16:45", day), lambda: pytest.fail("rung"))


class TestCorrection:
    CLOSES = at("16:00", DAY + timedelta(days=2))

    def test_when_corrections_close_what_came_since_is_frozen(self, made: FakeStores, campaign: Campaign) -> None:
        issued(made, campaign, at("16:48"))
        made.reports.add(sent(campaign, "00001", "17:10"))
        assert list(close_days(made.stores, campaign, self.CLOSES - timedelta(minutes=5))) == []
        assert kinds(made, campaign) == ["issued"]
        ((day, entry),) = close_days(made.stores, campaign, self.CLOSES)
        assert (day, entry.kind, entry.number) == (DAY, EditionKind.CORRECTION, 2)
        content = made.stores.archive.edition(entry.sha256).content
        assert [each["unit"] for each in content["changes"]] == ["00001"]
        assert list(close_days(made.stores, campaign, self.CLOSES)) == []

    def test_where_nothing_came_nothing_is_frozen(self, made: FakeStores, campaign: Campaign) -> None:
        issued(made, campaign, at("16:48"))
        list(close_days(made.stores, campaign, self.CLOSES))
        assert kinds(made, campaign) == ["issued"]
        assert made.editions.kept(campaign.slug, "2025-08-02").is_closed

    def test_a_closed_day_costs_one_look(self, made: FakeStores, campaign: Campaign) -> None:
        list(close_days(made.stores, campaign, self.CLOSES))
        made.editions.reads = 0
        list(close_days(made.stores, campaign, self.CLOSES))
        assert made.editions.reads == 1

    def test_what_is_dictated_later_comes_in_the_night(self, made: FakeStores, campaign: Campaign) -> None:
        issued(made, campaign, at("16:48"))
        list(close_days(made.stores, campaign, self.CLOSES))
        late = sent(campaign, "00001", told_by="Bà Sen")
        made.reports.add(replace(late, received_at=self.CLOSES + timedelta(hours=1)))
        night = at("00:05", DAY + timedelta(days=3))
        assert list(close_days(made.stores, campaign, night)) == []
        assert list(correct_in_the_night(made.stores, campaign, night + timedelta(minutes=5))) == []
        ((day, entry),) = correct_in_the_night(made.stores, campaign, night)
        assert (day, entry.number) == (DAY, 2)
        assert list(correct_in_the_night(made.stores, campaign, night)) == []

    def test_what_is_dictated_weeks_later_comes_in_one_night_of_the_week(
        self, made: FakeStores, campaign: Campaign
    ) -> None:
        issued(made, campaign, at("16:48"))
        list(freeze_provisional(made.stores, campaign, at("17:00", DAY + timedelta(days=20))))
        told = sent(campaign, "00001", told_by="Bà Sen")
        made.reports.add(replace(told, received_at=at("09:00", DAY + timedelta(days=18))))
        nights = [at("00:05", DAY + timedelta(days=number)) for number in range(19, 26)]
        frozen = [(night, day) for night in nights for day, _ in correct_in_the_night(made.stores, campaign, night)]
        assert [day for _, day in frozen] == [DAY]
        assert frozen[0][0].date().weekday() == campaign.first_day.weekday()

    def test_a_late_tick_never_takes_back_what_a_newer_edition_says(self, made: FakeStores, campaign: Campaign) -> None:
        issued(made, campaign, at("16:48"))
        report = sent(campaign, "00001", told_by="Bà Sen")
        late = self.CLOSES + timedelta(hours=1)
        made.reports.add(replace(report, received_at=late))
        issued(made, campaign, late + timedelta(minutes=1), base=1)
        list(close_days(made.stores, campaign, self.CLOSES))
        assert kinds(made, campaign) == ["issued", "issued"]
