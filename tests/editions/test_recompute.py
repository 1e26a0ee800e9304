"""An edition made again from what lies in the stores has its hash; if anything stored was touched, it has not."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.archive import Archive
from giaoban.editions.bucket import Bucket
from giaoban.editions.draft import EditionStores
from giaoban.editions.edition import Frozen
from giaoban.editions.issue import Order, issue
from giaoban.editions.queue import EditionsQueue
from giaoban.editions.recompute import recompute
from giaoban.editions.remark import write_remarks
from giaoban.editions.store import EditionStore
from giaoban.reports.decision import DecisionKind, MovedDeadline
from giaoban.reports.report import Report
from giaoban.reports.store import ReportStore
from tests.editions.made import sent
from tests.engines.fixtures import Engine
from tests.reports.made import at, decision, new_id
from tests.reports.opened import open_days

FIRST = at("12:00").date().replace(month=7, day=24)


@pytest.fixture
def stores(on_moto: Engine) -> EditionStores:
    reports = ReportStore(on_moto.reports)
    archive = Archive(Bucket(on_moto.bucket))
    queue = EditionsQueue(on_moto.queue)
    return EditionStores(reports, EditionStore(on_moto.editions, reports.client), archive, queue, queue)


class Story:
    """The campaign's first day, on an engine."""

    def __init__(self, stores: EditionStores, campaign: Campaign) -> None:
        self.stores, self.campaign = stores, campaign

    def report(self, unit: str, clock: str, revision: int = 1, **said: Any) -> Report:
        made = replace(sent(self.campaign, unit, revision=revision, **said), day=FIRST, received_at=at(clock, FIRST))
        self.stores.reports.add(made)
        return made

    def decide(self, unit: str, kind: DecisionKind, clock: str, number: int = 1) -> None:
        unit_day = self.stores.reports.unit_day_under(self.campaign, self.campaign.units[unit], FIRST, None)
        self.stores.reports.decide(unit_day, decision(kind, number, at=at(clock, FIRST)))

    def move(self, to: str, clock: str, number: int) -> None:
        moved = MovedDeadline(number, at(to, FIRST), at(clock, FIRST), "dieu-phoi-1", "Hệ thống ngừng")
        self.stores.reports.move_deadline(self.campaign, FIRST, moved)

    def remark(self, text: str) -> None:
        kept = self.stores.editions.kept(self.campaign.slug, FIRST.isoformat())
        write_remarks(self.stores, kept, text, kept.remark.number, "dieu-phoi-1", "2025-07-24T16:40:00+07:00")

    def issue(self, clock: str, base: int) -> Frozen:
        order = Order(new_id(), base, "dieu-phoi-1")
        entry = issue(self.stores, self.campaign, FIRST, order, at(clock, FIRST)).entry
        return self.stores.archive.edition(entry.sha256)


@pytest.fixture
def story(stores: EditionStores, campaign: Campaign) -> Story:
    """Everything that an edition is made of, before and after each of two editions."""
    return Story(stores, campaign)


def test_two_editions_made_again_after_all_that_came_later(story: Story) -> None:
    story.report("00001", "15:00", figures={"team_members": 9}, notes={"difficulties": "Mạng yếu 🙂"})
    story.report("00002", "16:10", told_by="Bà Sen")
    story.decide("SSEN", DecisionKind.EXCUSE, "16:20")
    story.move("16:30", "16:25", 1)
    story.remark("Một")
    first = story.issue("16:48:12.345", 0)
    story.report("00001", "16:50", 2, figures={"team_members": 8})
    story.decide("SSEN", DecisionKind.WITHDRAW_EXCUSE, "16:51", 2)
    story.move("16:00", "16:52", 2)
    story.remark("Hai")
    list(open_days(story.stores.reports, story.campaign, at("00:05", FIRST + timedelta(days=1))))
    second = story.issue("17:20", 1)
    story.report("SSEN", "18:00")
    story.remark("Ba")
    assert [each["why"] for each in second.content["changes"]] == ["correction", "deadline", "decision"]
    for edition in (first, second):
        assert recompute(story.stores, edition).sha256 == edition.sha256


def test_a_revision_that_somebody_changed_in_the_table_shows(story: Story) -> None:
    report = story.report("00001", "15:00", figures={"team_members": 9})
    edition = story.issue("16:48", 0)
    forged = replace(report, sent=replace(report.sent, figures={"team_members": 900}))
    story.stores.reports._put = lambda item: item.save()  # type: ignore[method-assign]
    story.stores.reports.add(forged)
    assert recompute(story.stores, edition).sha256 != edition.sha256
