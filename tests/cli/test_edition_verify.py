"""`giaoban edition verify`: says of each edition whether it is what it was, and ends with 1 when one is not."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.archive import Archive
from giaoban.editions.bucket import Bucket
from giaoban.editions.draft import EditionStores
from giaoban.editions.issue import Order, issue
from giaoban.editions.queue import EditionsQueue
from giaoban.editions.store import EditionStore
from giaoban.reports.store import ReportStore
from tests.cli.conftest import Said
from tests.editions.made import sent
from tests.engines.fixtures import Engine
from tests.reports.made import at, new_id


@pytest.fixture
def issued(deployed: Engine, hanoi: Campaign) -> EditionStores:
    """The campaign's first day in a deployed system, issued twice."""
    reports, queue = ReportStore(deployed.reports), EditionsQueue(deployed.queue)
    archive = Archive(Bucket(deployed.bucket))
    stores = EditionStores(reports, EditionStore(deployed.editions, reports.client), archive, queue, queue)
    day = hanoi.first_day
    for number, (unit, clock) in enumerate([("00004", "16:48"), ("00008", "17:20")]):
        reports.add(replace(sent(hanoi, unit), day=day, received_at=at("15:00" if number == 0 else "16:50", day)))
        issue(stores, hanoi, day, Order(new_id(), number, "dieu-phoi-1"), at(clock, day))
    return stores


def test_without_an_edition_there_is_nothing_wrong(giaoban: Callable[..., Said], deployed: Engine) -> None:
    said = giaoban("edition", "verify", "--day", "2025-07-24")

    assert (said.status, said.out) == (0, "")
    assert "Chưa có bản tổng hợp nào." in said.err


def test_each_edition_has_its_line_and_the_sum_stands_in_both_languages(
    giaoban: Callable[..., Said], issued: EditionStores, hanoi: Campaign
) -> None:
    editions = issued.editions.kept(hanoi.slug, "2025-07-24").editions
    said = giaoban("edition", "verify")

    assert said.status == 0
    assert said.out.splitlines() == [f"2025-07-24 {each.number} {each.sha256} ok" for each in editions]
    assert "2 editions, made again" in said.err
    assert "2 bản tổng hợp, lập lại từ dữ liệu đã lưu" in said.err


def test_a_report_that_was_changed_in_the_table_ends_with_1(
    giaoban: Callable[..., Said], issued: EditionStores, hanoi: Campaign
) -> None:
    issued.reports._put = lambda item: item.save()  # type: ignore[method-assign]
    first = issued.reports.day(hanoi, hanoi.first_day).units["00008"].current
    assert first
    issued.reports.add(replace(first, sent=replace(first.sent, figures={"team_members": 900})))
    said = giaoban("edition", "verify", "--day", "2025-07-24")

    assert said.status == 1
    assert [line.split()[-1] for line in said.out.splitlines()] == ["ok", "otherwise"]
    assert "2025-07-24, bản số 2: lập lại từ dữ liệu đã lưu thì ra bản khác." in said.err
    assert "1 of 2 editions" in said.err


def test_a_day_outside_the_campaign_is_refused(giaoban: Callable[..., Said], bare_deployed: None) -> None:
    assert giaoban("edition", "verify", "--day", "2024-01-01").status == 2
