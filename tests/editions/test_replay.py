"""The whole campaign, replayed: 45 days of editions by coordinators and by the clock, each of them made again."""

from datetime import datetime, timedelta
from typing import Any

import jsonschema_rs
import pytest

from giaoban.campaign import Campaign
from giaoban.editions.by_clock import close_days, days_of, freeze_provisional
from giaoban.editions.edition import EditionKind
from giaoban.editions.issue import Order, issue
from giaoban.editions.issue_period import issue_period
from giaoban.editions.kept import Entry
from giaoban.editions.period import period_named, periods_of
from giaoban.editions.recompute import recompute
from giaoban.problem import Refused
from tests.editions.fakes import FakeStores
from tests.editions.replayed import Replayed, ReplayedStore, replayed
from tests.editions.schemas import validator
from tests.reports.made import at, new_id


@pytest.fixture(scope="module")
def story(hanoi: Campaign) -> Replayed:
    return replayed(hanoi, hanoi.days)


@pytest.fixture(scope="module")
def made(story: Replayed) -> FakeStores:
    """Two days of three a coordinator is there at 16:48; the rest is the clock's."""
    stores, campaign = FakeStores(reports=ReplayedStore(story)), story.campaign  # type: ignore[arg-type]
    for number, day in enumerate(days_of(campaign)):
        list(close_days(stores.stores, campaign, at("16:00", day)))
        if number % 3:
            issue(stores.stores, campaign, day, Order(new_id(), 0, "dieu-phoi-1"), at("16:48:12.345", day))
        list(freeze_provisional(stores.stores, campaign, at("16:55", day)))
    list(close_days(stores.stores, campaign, at("16:00", campaign.last_day + timedelta(days=2))))
    return stores


def entries(made: FakeStores) -> list[tuple[str, Entry]]:
    return [(period, entry) for (_, period), kept in sorted(made.editions.periods.items()) for entry in kept.editions]


def test_every_day_has_its_edition_and_what_came_later_is_in_a_second_one(made: FakeStores, hanoi: Campaign) -> None:
    for number, day in enumerate(days_of(hanoi)):
        kinds = [entry.kind for entry in made.editions.kept(hanoi.slug, day.isoformat()).editions]
        assert kinds[0] is (EditionKind.ISSUED if number % 3 else EditionKind.PROVISIONAL)
        assert kinds[1:] in ([], [EditionKind.CORRECTION])


def test_in_the_end_every_revision_is_in_the_last_edition_of_its_day(made: FakeStores, story: Replayed) -> None:
    for day, units in story.units.items():
        last = made.editions.kept(story.campaign.slug, day.isoformat()).last
        assert last
        rows = made.stores.archive.edition(last.sha256).content["units"]
        assert [row["revision"] for row in rows] == [unit_day.revision for unit_day in units.values()]


def test_every_edition_made_again_from_what_is_stored_has_its_hash(made: FakeStores) -> None:
    found = entries(made)
    assert len(found) > 80
    for _, entry in found:
        assert recompute(made.stores, made.stores.archive.edition(entry.sha256)).sha256 == entry.sha256


def test_every_edition_follows_its_schema(made: FakeStores) -> None:
    check = validator("edition")
    for _, entry in entries(made):
        assert wrong(check, made.stores.archive.edition(entry.sha256).content) == []


def wrong(check: jsonschema_rs.Validator, content: Any) -> list[str]:
    return [error.message for error in check.iter_errors(content)]


class TestPeriods:
    def issued(self, made: FakeStores, campaign: Campaign, name: str, now: datetime) -> Any:
        kept = made.editions.kept(campaign.slug, name)
        order = Order(new_id(), kept.number, "dieu-phoi-1")
        entry = issue_period(made.stores, campaign, period_named(campaign, name), order, now).entry
        return made.stores.archive.edition(entry.sha256).content

    def test_a_week_and_the_whole_add_up(self, made: FakeStores, story: Replayed) -> None:
        campaign = story.campaign
        now = at("09:00", campaign.last_day + timedelta(days=3))
        weeks = [self.issued(made, campaign, f"week-{number}", now) for number in range(1, 8)]
        whole = self.issued(made, campaign, "final", now)
        for content in [*weeks, whole]:
            assert wrong(validator("period"), content) == []
        assert [len(week["days"]) for week in weeks] == [7, 7, 7, 7, 7, 7, 3]
        assert len(whole["days"]) == 45
        assert whole["without"] == []
        for name in whole["counts"]:
            assert whole["counts"][name] == sum(week["counts"][name] for week in weeks)
        assert figure(whole, "dossiers_online")["total"] == sum(
            figure(week, "dossiers_online")["total"] for week in weeks
        )
        assert figure(whole, "team_members")["total"] == figure(weeks[-1], "team_members")["total"]
        self.is_in_order(whole)

    def is_in_order(self, whole: Any) -> None:
        ranks = [(-unit["timely"], -unit["complete"], unit["unexplained"]) for unit in whole["units"]]
        assert ranks == sorted(ranks)
        assert len(ranks) == 143
        target = next(each for each in whole["kinds"][0]["targets"] if each["id"] == "support_force")
        assert target["first_met"] is None or target["first_met"] in [day["day"] for day in whole["days"]]
        assert target["values"][0] == target["start"]["value"]
        assert target["values"][-1] == target["end"]["value"]

    def test_nothing_new_is_nothing_to_issue(self, made: FakeStores, story: Replayed) -> None:
        with pytest.raises(Refused) as error:
            self.issued(made, story.campaign, "week-1", at("10:00", story.campaign.last_day + timedelta(days=3)))
        assert error.value.problems[0].rule == "nothing_changed"

    def test_a_period_whose_last_day_has_no_edition_is_not_over(self, story: Replayed) -> None:
        made = FakeStores(reports=ReplayedStore(story))  # type: ignore[arg-type]
        with pytest.raises(Refused) as error:
            self.issued(made, story.campaign, "week-1", at("12:00", story.campaign.first_day))
        assert error.value.problems[0].rule == "period_not_over"


def figure(period: Any, name: str) -> Any:
    groups = period["kinds"][0]["groups"]
    return next(each for group in groups for each in group["figures"] if each["id"] == name)


def test_weeks_count_from_the_first_day_and_the_last_one_may_be_short(hanoi: Campaign) -> None:
    found = [(each.name, each.first.isoformat(), each.last.isoformat()) for each in periods_of(hanoi)]
    assert found[0] == ("week-1", "2025-07-24", "2025-07-30")
    assert found[-2:] == [("week-7", "2025-09-04", "2025-09-06"), ("final", "2025-07-24", "2025-09-06")]
