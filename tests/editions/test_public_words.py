"""A unit's own words in an edition: those that were public at its moment, and none of what came later."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.by_clock import close_days
from giaoban.editions.canonical import canonical
from giaoban.editions.edition import Frozen
from giaoban.editions.issue import Order, issue
from giaoban.editions.recompute import recompute
from giaoban.reports.decision import Decision, DecisionKind
from giaoban.reports.free_text import FreeText
from tests.editions.fakes import FakeStores
from tests.editions.made import consolidated, day_of, frozen_of, line, sent
from tests.editions.schemas import validator
from tests.editions.test_issue import FIRST
from tests.reports.made import at, decision, new_id

TEXT = "Mạng yếu"
NOTES = {"difficulties": TEXT, "proposals": "Thêm máy quét"}
SAID = [{"about": "notes/difficulties", "figures": [], "text": TEXT}]


def mark(
    clock: str = "16:00", number: int = 1, kind: DecisionKind = DecisionKind.MAKE_PUBLIC, text: str = TEXT
) -> Decision:
    sha = FreeText("notes/difficulties", text).sha256
    return decision(kind, number, at=at(clock), reason="", about="notes/difficulties", sha256=sha)


def edition(campaign: Campaign, *decisions: Decision, **said: Any) -> Any:
    day = day_of(campaign, sent(campaign, "00001", notes=NOTES), **{"00001": decisions})
    return consolidated(day, **said)


def test_without_a_mark_an_edition_has_the_bytes_that_it_had_before_there_were_any(campaign: Campaign) -> None:
    made = edition(campaign)
    assert "public" not in line(made, "00001")
    assert b'"public"' not in canonical(made)


def test_what_is_public_stands_in_the_units_line_and_the_rest_does_not(campaign: Campaign) -> None:
    made = edition(campaign, mark())
    assert line(made, "00001")["public"] == SAID
    assert [error.message for error in validator("edition").iter_errors(made)] == []


@pytest.mark.parametrize(
    "decisions, expected",
    [
        ([mark("16:48:12.345")], SAID),
        ([mark("16:48:12.346")], None),
        ([mark(), mark("16:40", 2, DecisionKind.WITHDRAW_PUBLIC)], None),
        ([mark(), mark("16:50", 2, DecisionKind.WITHDRAW_PUBLIC)], SAID),
        ([mark(text="Mạng yếu.")], None),
    ],
)
def test_the_edition_holds_what_was_public_at_its_moment(
    campaign: Campaign, decisions: list[Decision], expected: object
) -> None:
    assert line(edition(campaign, *decisions), "00001").get("public") == expected


def test_a_mark_after_the_edition_makes_the_next_one_say_so(campaign: Campaign) -> None:
    first = frozen_of(edition(campaign))
    (change,) = edition(campaign, mark("17:10"), issued_at=at("18:00"), number=2, replaces=first)["changes"]
    assert change["texts"] == [{"about": "notes/difficulties", "public": True}]
    assert (change["why"], change["by"], change["at"][11:16]) == ("decision", "dieu-phoi-1", "17:10")
    assert (change["state"]["from"], change["figures"]) == (change["state"]["to"], [])


def test_a_withdrawal_makes_the_next_edition_say_so_without_the_words(campaign: Campaign) -> None:
    first = frozen_of(edition(campaign, mark()))
    back = mark("17:10", 2, DecisionKind.WITHDRAW_PUBLIC)
    second = edition(campaign, mark(), back, issued_at=at("18:00"), number=2, replaces=first)
    assert second["changes"][0]["texts"] == [{"about": "notes/difficulties", "public": False}]
    assert "public" not in line(second, "00001")


def test_rewritten_words_leave_with_the_revision_that_rewrote_them(campaign: Campaign) -> None:
    first = frozen_of(edition(campaign, mark()))
    again = sent(campaign, "00001", "17:00", 2, notes={"difficulties": "Lời khác"})
    day = day_of(campaign, sent(campaign, "00001", notes=NOTES), again, **{"00001": [mark()]})
    (change,) = consolidated(day, at("18:00"), 2, replaces=first)["changes"]
    assert (change["why"], change["texts"]) == ("correction", [{"about": "notes/difficulties", "public": False}])


def test_a_mark_is_no_reason_why_a_state_has_changed(campaign: Campaign) -> None:
    early = frozen_of(edition(campaign, issued_at=at("15:30")))
    found = edition(campaign, mark(), issued_at=at("18:00"), number=2, replaces=early)["changes"]
    assert {each["unit"]: each["why"] for each in found} == {
        "00001": "decision",
        "00002": "deadline",
        "SSEN": "deadline",
    }


def test_a_mark_taken_back_before_the_next_edition_changes_nothing(campaign: Campaign) -> None:
    first = frozen_of(edition(campaign))
    back = mark("17:20", 2, DecisionKind.WITHDRAW_PUBLIC)
    assert edition(campaign, mark("17:10"), back, issued_at=at("18:00"), number=2, replaces=first)["changes"] == []


class Centre:
    """The campaign's first day, with one report, on stores in memory."""

    def __init__(self, campaign: Campaign) -> None:
        self.campaign, self.made = campaign, FakeStores()
        self.made.reports.add(replace(sent(campaign, "00001", notes=NOTES), day=FIRST, received_at=at("15:00", FIRST)))

    def decide(self, made: Decision, clock: str) -> None:
        unit_day = self.made.reports.unit_day_under(self.campaign, self.campaign.units["00001"], FIRST, None)
        self.made.reports.decide(unit_day, replace(made, at=at(clock, FIRST)))

    def issue(self, clock: str, base: int) -> Frozen:
        order = Order(new_id(), base, "dieu-phoi-1")
        entry = issue(self.made.stores, self.campaign, FIRST, order, at(clock, FIRST)).entry
        return self.made.stores.archive.edition(entry.sha256)


def test_editions_with_public_words_are_made_again_to_the_byte_after_all_that_came_later(campaign: Campaign) -> None:
    centre = Centre(campaign)
    centre.decide(mark(), "16:10")
    first = centre.issue("16:48", 0)
    centre.decide(mark(number=2, kind=DecisionKind.WITHDRAW_PUBLIC), "17:10")
    second = centre.issue("17:20", 1)
    centre.decide(mark(number=3), "17:30")
    third = centre.issue("17:40", 2)
    assert [line(each.content, "00001").get("public") for each in (first, second, third)] == [SAID, None, SAID]
    for each in (first, second, third):
        assert recompute(centre.made.stores, each).sha256 == each.sha256


def test_what_is_hidden_after_the_issue_leaves_with_the_clocks_correction_at_the_latest(campaign: Campaign) -> None:
    centre = Centre(campaign)
    centre.decide(mark(), "16:10")
    centre.issue("16:48", 0)
    centre.decide(mark(number=2, kind=DecisionKind.WITHDRAW_PUBLIC), "17:10")
    closed = campaign.corrections_close(FIRST)
    assert list(close_days(centre.made.stores, campaign, closed - timedelta(minutes=5))) == []
    ((_, entry),) = close_days(centre.made.stores, campaign, closed)
    assert entry.number == 2
    assert "public" not in line(centre.made.stores.archive.edition(entry.sha256).content, "00001")
