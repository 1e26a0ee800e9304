"""What an open board is told: everything at first, then what is another than its tag says, and nothing when nothing is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest

from giaoban.board.mark import BYTES, GROUPS, Mark, read_mark
from giaoban.campaign import Campaign
from giaoban.contact import Channel, Duty
from giaoban.directory.person import Entry, Person
from giaoban.moments import iso
from giaoban.reports.report import Day
from tests.board.centre import DAY, NOW, Centre
from tests.reports import made
from tests.reports.fake_store import FakeReportStore
from tests.reports.made import at, moved, report
from tests.web.event import body_of

REACH = {"contacts", "messages"}


class Page:
    """Whoever looks, with the tag of what was told last."""

    def __init__(self, centre: Centre, part: str = "reports", by: str | None = None) -> None:
        self.centre, self.part, self.by, self.tag = centre, part, by or centre.coordinator, ""

    def look(self, now: datetime = NOW) -> dict[str, Any] | None:
        """What was told; None for 304."""
        asked: dict[str, Any] = {"query": {"changes": self.part}, "headers": {"if-none-match": self.tag}, "at": now}
        answered = self.centre.api.call("GET", DAY, cookie=self.by, **asked)
        self.tag = answered["headers"]["ETag"]
        return body_of(answered) if answered["statusCode"] == 200 else None

    def told(self, now: datetime = NOW) -> dict[str, Any]:
        told = self.look(now)
        assert told, "nothing is told"
        return told


@pytest.fixture
def centre(campaign: Campaign) -> Centre:
    return Centre(campaign)


@pytest.fixture
def page(centre: Centre) -> Page:
    return Page(centre)


def test_at_first_everything_is_told_as_the_board_says_it_but_whom_to_ring_and_what_was_sent(page: Page) -> None:
    told, board = page.told(), page.centre.get()[1]
    assert told.pop("whole") is True
    lines = [{name: value for name, value in row.items() if name not in REACH} for row in board["units"]]
    assert told == {**board, "server_time": iso(NOW), "units": lines}


def test_whom_to_ring_and_what_was_sent_is_told_who_asks_for_it(centre: Centre) -> None:
    entry = Entry("00001", Duty.REPORTER, "Bà Sen", "+84000000001", None, (Channel.SMS,))
    centre.api.directory.add("lang-sen", Person("00001-0000000001", entry, version=1))
    told, board = Page(centre, "messages").told(), centre.get()[1]
    assert told["units"][0]["contacts"] != []
    rows = [{"unit": row["unit"]["code"], **{name: row[name] for name in REACH}} for row in board["units"]]
    assert told == {"campaign": "lang-sen", "day": "2025-08-02", "whole": True, "units": rows}
    hidden = Page(centre, "messages", centre.viewer).told()
    assert [row["contacts"] for row in hidden["units"]] == [[], [], []]


def test_nothing_is_told_when_nothing_has_changed(page: Page) -> None:
    page.look(at("15:30:00"))
    tag = page.tag
    assert [page.look(at(clock)) for clock in ("15:30:00", "15:30:59.999")] == [None, None]
    assert page.tag == tag


def test_after_a_minute_the_day_is_read_all_the_same(page: Page) -> None:
    page.look(at("15:30:00"))
    told = page.told(at("15:31:00"))
    assert (told["whole"], told["units"]) == (False, [])
    assert page.look(at("15:31:59")) is None


CHANGES: dict[str, Callable[[Centre], object]] = {
    "report": lambda centre: centre.send(),
    "decision": lambda centre: centre.excused(),
    "many": lambda centre: centre.post(f"{DAY}/excuse", {"units": ["00001"], "reason": "Mất điện"}),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_told_at_once_and_alone(page: Page, change: str) -> None:
    page.look()
    CHANGES[change](page.centre)
    told = page.told()
    assert [line["unit"]["code"] for line in told["units"]] == ["00001"]
    assert told["counts"] == page.centre.get()[1]["counts"]
    assert page.look() is None


def test_a_moved_deadline_is_told_with_whoever_it_makes_another(page: Page) -> None:
    now = at("16:10")
    page.look(now)
    page.centre.store.move_deadline(page.centre.api.campaign, made.DAY, moved("16:30"))
    told = page.told(now)
    assert told["deadline"] == at("16:30").isoformat()
    assert {line["state"] for line in told["units"]} == {"expected"}


def test_what_comes_while_the_day_is_read_is_told_by_the_next_look(campaign: Campaign) -> None:
    class Overtaken(FakeReportStore):
        def day(self, campaign: Campaign, day: date) -> Day:
            read = super().day(campaign, day)
            super().add(report(campaign, at("15:29")))
            return read

    page = Page(Centre(campaign, Overtaken()))
    first, second = page.told(), page.told()
    assert first["counts"]["on_time"] == 0
    assert [line["state"] for line in second["units"]] == ["on_time"]


SOME = Mark(3, NOW, b"\x00" * BYTES * (GROUPS + 1)).tag


@pytest.mark.parametrize("tag", ["", '"x"', '"1.2"', '"1.2.3.4"', '"a.b.c"', '"1.9e99.AAAA"', f'"1.{10**30}."', SOME])
def test_a_tag_that_says_nothing_of_this_day_is_told_everything(page: Page, tag: str) -> None:
    page.tag = tag
    told = page.told()
    assert told["whole"] is True


def test_a_tag_of_other_units_is_told_everything(page: Page) -> None:
    page.look()
    units = dict(page.centre.api.campaign.units)
    other = Page(Centre(replace(page.centre.api.campaign, units={code: units[code] for code in ("00002", "00001")})))
    other.tag = page.tag
    told = other.told(at("15:40"))
    assert told["whole"] is True


def test_a_tag_comes_back_as_it_went(page: Page) -> None:
    page.look()
    mark = read_mark(f"W/{page.tag}")
    assert mark is not None
    assert (mark.tag, mark.changes, mark.read_at) == (page.tag, 0, NOW)


def test_another_word_for_changes_is_the_board_as_ever(centre: Centre) -> None:
    assert centre.get(query={"changes": "all"}) == centre.get()
