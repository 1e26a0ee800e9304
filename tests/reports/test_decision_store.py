"""Decisions and moved deadlines in DynamoDB, on both engines: read back whole, in order, never overwritten."""

from dataclasses import replace
from datetime import date

import pytest

from giaoban.campaign import Campaign
from giaoban.reports.decision import CallOutcome, Decision, DecisionKind
from giaoban.reports.state import state_of
from giaoban.reports.store import ReportStore
from tests.engines.fixtures import Engine
from tests.reports.fake_store import FakeReportStore
from tests.reports.made import DAY, UNIT, at, call, decision, moved, report, unit_day

EVE = date(2025, 8, 1)
HOSTILE = "Mất điện\n=1+1 <b>\u202e 👍 “Đ”"


@pytest.fixture(params=["moto", "dynalite", "memory"])
def store(request: pytest.FixtureRequest) -> ReportStore | FakeReportStore:
    """The real store on both engines, and the fake one that other tests stand on."""
    if request.param == "memory":
        return FakeReportStore()
    engine: Engine = request.getfixturevalue(f"on_{request.param}")
    return ReportStore(engine.reports)


DECISIONS = (
    decision(DecisionKind.EXCUSE, 1, at=at("15:30:00.123"), reason=HOSTILE),
    decision(DecisionKind.WITHDRAW_EXCUSE, 2, reason="x" * 1000, by="dieu-phoi-2"),
    decision(DecisionKind.RETURN, 3, reason="", revision=1, fields={"dossiers_online": HOSTILE, "difficulties": "?"}),
    call(CallOutcome.WILL_SEND, 4, revision=1, reason="Đang họp", send_by=at("16:20")),
    call(CallOutcome.NO_ANSWER, 5),
    decision(
        DecisionKind.MAKE_PUBLIC, 6, reason="", revision=1, about="explanations/stock_fell:villages", sha256="0f" * 32
    ),
)


def decisions(store: ReportStore | FakeReportStore, campaign: Campaign) -> tuple[Decision, ...]:
    return store.unit_day_under(campaign, campaign.units[UNIT], DAY, None).decisions


def test_every_kind_of_decision_is_read_back_with_every_field(
    store: ReportStore | FakeReportStore, campaign: Campaign
) -> None:
    for each in DECISIONS:
        assert store.decide(unit_day(campaign), each)
    assert decisions(store, campaign) == DECISIONS
    assert store.day(campaign, DAY).units[UNIT].decisions == DECISIONS
    assert {each.at.utcoffset() for each in decisions(store, campaign)} == {at("15:30").utcoffset()}


def test_a_decision_that_exists_is_never_overwritten(store: ReportStore | FakeReportStore, campaign: Campaign) -> None:
    first, other = DECISIONS[0], decision(DecisionKind.EXCUSE, 1, by="dieu-phoi-2")
    assert store.decide(unit_day(campaign), first)
    assert not store.decide(unit_day(campaign), other)
    assert not store.decide(unit_day(campaign), first)
    assert decisions(store, campaign) == (first,)


def test_a_units_decisions_are_its_own_in_the_order_of_their_numbers(
    store: ReportStore | FakeReportStore, campaign: Campaign
) -> None:
    mine = [call(CallOutcome.NO_ANSWER, number) for number in range(1, 13)]
    for each in reversed(mine):
        store.decide(unit_day(campaign), each)
    for other in (
        replace(unit_day(campaign), unit=campaign.units["00002"]),
        unit_day(campaign, day=EVE),
        unit_day(replace(campaign, slug="lang-que")),
    ):
        store.decide(other, DECISIONS[0])
    assert decisions(store, campaign) == tuple(mine)


def test_revisions_decisions_and_the_deadline_stand_side_by_side_in_a_day(
    store: ReportStore | FakeReportStore, campaign: Campaign
) -> None:
    sent = report(campaign, at("16:10"))
    store.add(sent)
    store.decide(unit_day(campaign), DECISIONS[0])
    store.move_deadline(campaign, DAY, moved("16:30"))
    store.mark_opened(campaign, DAY)
    day = store.day(campaign, DAY)
    assert list(day.units) == list(campaign.units)
    assert day.units[UNIT] == unit_day(campaign, sent, decisions=DECISIONS[:1], moved=moved("16:30"))
    assert {each.moved for each in day.units.values()} == {day.moved} == {moved("16:30")}
    assert day.deadline == day.units[UNIT].deadline == at("16:30")
    assert store.unit_day_under(campaign, campaign.units[UNIT], DAY, None).revisions == (sent,)


def test_the_last_move_of_the_deadline_counts_and_each_number_is_written_once(
    store: ReportStore | FakeReportStore, campaign: Campaign
) -> None:
    assert store.moved_deadline(campaign, DAY) is None
    moves = [moved(f"16:{10 + number}", number) for number in range(1, 13)]
    assert all(store.move_deadline(campaign, DAY, each) for each in moves)
    assert not store.move_deadline(campaign, DAY, moved("17:00", 12))
    assert store.moved_deadline(campaign, DAY) == store.day(campaign, DAY).moved == moves[-1]
    assert store.moved_deadline(campaign, EVE) is None
    assert store.moved_deadline(replace(campaign, slug="lang-que"), DAY) is None


@pytest.mark.parametrize(("now", "to"), [("15:59:59.999", None), ("16:00", "16:30"), ("16:40", "16:30")])
def test_a_units_day_comes_with_the_moved_deadline_as_soon_as_it_can_matter(
    store: ReportStore | FakeReportStore, campaign: Campaign, now: str, to: str | None
) -> None:
    store.move_deadline(campaign, DAY, moved("16:30"))
    read = store.unit_day(campaign, campaign.units[UNIT], DAY, at(now))
    assert read.moved == (moved(to) if to else None)
    assert state_of(read, at(now)) is state_of(store.day(campaign, DAY).units[UNIT], at(now))


def test_what_coordinators_decide_opens_no_day(store: ReportStore | FakeReportStore, campaign: Campaign) -> None:
    store.decide(unit_day(campaign), DECISIONS[0])
    store.move_deadline(campaign, DAY, moved("16:30"))
    assert not store.is_opened(campaign, DAY)


def test_an_item_of_a_unit_that_left_the_campaign_is_passed_over(
    store: ReportStore | FakeReportStore, campaign: Campaign
) -> None:
    gone = replace(campaign.units[UNIT], code="99999")
    store.decide(replace(unit_day(campaign), unit=gone), DECISIONS[0])
    assert list(store.day(campaign, DAY).units) == list(campaign.units)
