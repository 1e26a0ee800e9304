"""Which texts of a report may be made public, and that the mark belongs to one text, letter by letter."""

from dataclasses import replace

import pytest

from giaoban.campaign import Campaign
from giaoban.reports.decision import Decision, DecisionKind
from giaoban.reports.free_text import FreeText, public_texts, texts_of
from giaoban.reports.report import UnitDay
from giaoban.reports.views import findings_of
from tests.editions.made import known
from tests.reports.made import at, decision, report, unit_day

NOTE = FreeText("notes/difficulties", "Mạng yếu")


@pytest.fixture
def day(campaign: Campaign) -> UnitDay:
    """Which says something in every place, and explains one thing that is doubtful and one that is not."""
    why = {"stock_fell:team_members": "Hai người chuyển đi", "stock_fell:members_trained": "Không ai hỏi"}
    notes = {"difficulties": "Mạng yếu", "proposals": "Thêm máy quét"}
    sent = report(campaign, at("15:00"), figures={"team_members": 7}, notes=notes, explanations=why)
    return unit_day(campaign, sent, baseline=known(team_members=9, members_trained=3))


def texts(day: UnitDay) -> list[FreeText]:
    return texts_of(day.current, findings_of(day))


def mark(text: FreeText, number: int = 1, kind: DecisionKind = DecisionKind.MAKE_PUBLIC) -> Decision:
    return decision(kind, number, about=text.about, sha256=text.sha256)


def test_notes_and_the_explanations_of_what_is_doubtful_are_its_texts(day: UnitDay) -> None:
    assert texts(day) == [
        NOTE,
        FreeText("notes/proposals", "Thêm máy quét"),
        FreeText("explanations/stock_fell:team_members", "Hai người chuyển đi", ("team_members",)),
    ]


def test_nothing_is_public_until_somebody_says_so(day: UnitDay) -> None:
    assert public_texts(texts(day), []) == []
    assert public_texts(texts(day), [mark(NOTE)]) == [NOTE]


@pytest.mark.parametrize(
    "kinds, is_public",
    [
        ([DecisionKind.MAKE_PUBLIC, DecisionKind.WITHDRAW_PUBLIC], False),
        ([DecisionKind.MAKE_PUBLIC, DecisionKind.WITHDRAW_PUBLIC, DecisionKind.MAKE_PUBLIC], True),
        ([DecisionKind.MAKE_PUBLIC, DecisionKind.RETURN, DecisionKind.CALL], True),
        ([DecisionKind.WITHDRAW_PUBLIC], False),
        ([DecisionKind.EXCUSE], False),
    ],
)
def test_the_last_word_on_a_text_counts(kinds: list[DecisionKind], is_public: bool) -> None:
    decisions = [mark(NOTE, number, kind) for number, kind in enumerate(kinds, 1)]
    assert bool(public_texts([NOTE], decisions)) is is_public


@pytest.mark.parametrize("text", ["Mạng yếu.", "mạng yếu", "Mạng  yếu", "Mạng yếu\u200b", "Mang yeu"])
def test_another_letter_is_another_text(text: str) -> None:
    assert public_texts([replace(NOTE, text=text)], [mark(NOTE)]) == []


def test_the_same_words_in_another_place_are_another_text() -> None:
    assert public_texts([replace(NOTE, about="notes/proposals")], [mark(NOTE)]) == []


def test_hiding_one_text_leaves_the_others(day: UnitDay) -> None:
    note, proposal, _ = texts(day)
    decisions = [mark(note), mark(proposal, 2), mark(note, 3, DecisionKind.WITHDRAW_PUBLIC)]
    assert public_texts(texts(day), decisions) == [proposal]
