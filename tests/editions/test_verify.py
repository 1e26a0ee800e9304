"""Which editions hold: each fault is found, and named by what it is."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.canonical import canonical, sha256
from giaoban.editions.issue import Order, issue
from giaoban.editions.issue_period import issue_period
from giaoban.editions.kept import Kept
from giaoban.editions.part import part_of
from giaoban.editions.period import period_named
from giaoban.editions.verify import Fault, verify
from tests.editions.fakes import FakeStores
from tests.editions.made import changed_campaign, sent
from tests.reports.made import at, new_id


class Story:
    """Two days of the campaign and its first week: each day issued, the second once more after a late report."""

    def __init__(self, campaign: Campaign) -> None:
        self.campaign, self.made = campaign, FakeStores()
        self.first, self.second = campaign.first_day, campaign.first_day + timedelta(days=1)
        self.last = campaign.first_day + timedelta(days=6)
        if campaign.edition.parts:
            self.made.editions.add_part(campaign.slug, self.second.isoformat(), "coverage", part_of({"present": 3}))
        for day in (self.first, self.second, self.last):
            self.report(day, "00001", "15:00")
            self.issue(day, "16:48", 0)
        self.report(self.second, "00002", "16:50")
        self.issue(self.second, "17:20", 1)
        order = Order(new_id(), 0, "dieu-phoi-1")
        issue_period(self.made.stores, campaign, period_named(campaign, "week-1"), order, at("18:00", self.last))

    def report(self, day: Any, unit: str, clock: str) -> None:
        self.made.reports.add(replace(sent(self.campaign, unit), day=day, received_at=at(clock, day)))

    def issue(self, day: Any, clock: str, base: int) -> None:
        issue(self.made.stores, self.campaign, day, Order(new_id(), base, "dieu-phoi-1"), at(clock, day))

    def faults(self, period: str) -> list[Fault | None]:
        return [each.fault for each in verify(self.made.stores, self.campaign, period)]

    def change(self, period: str, **changed: Any) -> None:
        kept: Kept = self.made.editions.periods[(self.campaign.slug, period)]
        self.made.editions.periods[(self.campaign.slug, period)] = replace(kept, **changed)

    def kept(self, period: str) -> Kept:
        return self.made.editions.kept(self.campaign.slug, period)

    def object(self, period: str, number: int = 1) -> str:
        return f"editions/{self.kept(period).editions[number - 1].sha256}.json"


@pytest.fixture
def story(campaign: Campaign) -> Story:
    return Story(campaign)


def test_days_and_weeks_that_nobody_has_touched_hold(story: Story) -> None:
    assert story.faults(story.first.isoformat()) == [None]
    assert story.faults(story.second.isoformat()) == [None, None]
    assert story.faults("week-1") == [None]
    assert story.faults("week-2") == []


def test_an_object_with_other_content_than_its_hash_names(story: Story) -> None:
    for period in (story.first.isoformat(), "week-1"):
        story.made.bucket.objects[story.object(period)] += b" "
        assert story.faults(period) == [Fault.TAMPERED]


def test_a_report_that_was_changed_makes_another_edition(story: Story) -> None:
    for key, report in story.made.reports.reports.items():
        story.made.reports.reports[key] = replace(report, sent=replace(report.sent, figures={"team_members": 900}))

    assert story.faults(story.first.isoformat()) == [Fault.OTHERWISE]


def test_a_list_that_says_otherwise_than_its_edition(story: Story) -> None:
    period = story.first.isoformat()
    entry = story.kept(period).editions[0]
    story.change(period, editions=(replace(entry, issued_at="2025-07-24T16:00:00.000+07:00"),))

    assert story.faults(period) == [Fault.LISTED]


def test_an_edition_that_replaces_another_than_the_one_before_it(story: Story) -> None:
    period = story.second.isoformat()
    first, second = story.kept(period).editions
    forged = json.loads(story.made.bucket.objects[story.object(period)])
    forged["remarks"]["text"] = "Khác"
    sha = put(story, canonical(forged))
    story.change(period, editions=(replace(first, sha256=sha), second))

    assert story.faults(period) == [Fault.OTHERWISE, Fault.CHAIN]


def test_an_edition_told_against_one_that_no_list_names(story: Story) -> None:
    story.change(story.first.isoformat(), editions=())

    assert story.faults(story.second.isoformat()) == [Fault.CHAIN, Fault.CHAIN]


def test_a_part_whose_item_is_gone(tmp_path: Path) -> None:
    story = Story(changed_campaign(tmp_path, lambda _, data: data["edition"].update(parts=["coverage"])))
    period = story.second.isoformat()
    assert story.faults(period) == [None, None]
    story.change(period, parts={})

    assert story.faults(period) == [Fault.PART, Fault.PART]


def put(story: Story, content: bytes) -> str:
    sha = sha256(content)
    story.made.bucket.objects[f"editions/{sha}.json"] = content
    return sha
