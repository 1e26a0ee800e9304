"""Reports, corrections, decisions, ticks and issues in any order, against what an edition promises.

Ticks come twice, late and out of order; reports are written while an edition is being made; replies are lost.
"""

import itertools
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from giaoban.board import decide
from giaoban.campaign import Campaign
from giaoban.editions.alarm import raise_alarm
from giaoban.editions.by_clock import close_days, correct_in_the_night, freeze_provisional
from giaoban.editions.edition import EditionKind
from giaoban.editions.issue import Order, issue
from giaoban.editions.kept import Entry
from giaoban.editions.recompute import recompute
from giaoban.editions.remark import write_remarks
from giaoban.problem import Closed, Conflict, Refused, Unavailable
from giaoban.reports.report import Report, accept
from giaoban.reports.submit import submit
from tests.editions.fakes import FakeEditionStore, FakeStores
from tests.editions.made import changed_campaign
from tests.reports.made import COORDINATOR, REPORTER, new_id, submission
from tests.reports.opened import open_days

FIRST = date(2025, 7, 24)
DAYS = 3
ENDS = datetime.fromisoformat("2025-07-30T00:05:00+07:00")
CLOCKS = ["00:05", "00:10", "09:00", "15:50", "16:00", "16:05", "16:45", "16:50", "16:55", "17:00", "18:00"]
SLOTS = [
    datetime.fromisoformat(f"{FIRST + timedelta(days=number)}T{clock}:00+07:00")
    for number in range(DAYS + 3)
    for clock in CLOCKS
]
UNITS = st.sampled_from(["00001", "00002", "SSEN"])
BACK = st.sampled_from([0, 0, 0, 1, 2])
STARTS = ["2025-07-24T00:06", "2025-07-25T15:58", "2025-07-26T16:54", "2025-07-28T15:59"]
FIGURES = {"00001": "team_members", "00002": "dossiers_online", "SSEN": "tasks_done"}


class LosingStore(FakeEditionStore):
    """Stores an edition and then says that it does not know, as many times as told."""

    lose = 0

    def add_edition(self, campaign: str, period: str, entry: Entry) -> bool:
        added = super().add_edition(campaign, period, entry)
        if self.lose:
            self.lose -= 1
            raise Unavailable("store_silent")
        return added


class Centre(RuleBasedStateMachine):
    """Each rule is something that happens; the invariants are what must hold whatever happened."""

    campaign: Campaign
    numbers = itertools.count()

    def __init__(self) -> None:
        super().__init__()
        self.made = FakeStores(editions=LosingStore())
        self.stores = self.made.stores
        self.now = SLOTS[0]
        self.fired: list[datetime] = []
        self.in_flight: list[Report] = []
        self.seen: dict[tuple[str, int], Entry] = {}
        self.rung = 0

    @initialize(start=st.sampled_from(STARTS))
    def it_begins(self, start: str) -> None:
        self.now = datetime.fromisoformat(f"{start}:00+07:00")

    @rule(minutes=st.sampled_from([1, 10, 55, 240, 960]))
    def time_passes(self, minutes: int) -> None:
        self.now = min(self.now + timedelta(minutes=minutes), ENDS)

    @rule(data=st.data())
    def it_is_soon(self, data: st.DataObject) -> None:
        """Some seconds round a slot, where everything happens at once."""
        ahead = [slot for slot in SLOTS if slot > self.now]
        if ahead:
            self.now = ahead[0] + timedelta(seconds=data.draw(st.sampled_from([-1, 0, 1, 40])))

    @rule(data=st.data())
    def a_tick_comes(self, data: st.DataObject) -> None:
        """Any slot that has come: for the first time, again, or long overdue."""
        due = [slot for slot in SLOTS if slot <= self.now]
        if due:
            self.tick(data.draw(st.sampled_from(due[-6:] + self.fired[-6:])))

    def tick(self, slot: datetime) -> None:
        self.fired.append(slot)
        list(open_days(self.made.reports, self.campaign, slot))  # type: ignore[arg-type]
        raise_alarm(self.stores, self.campaign, slot, self.ring)
        for what in (freeze_provisional, close_days, correct_in_the_night):
            list(what(self.stores, self.campaign, slot))

    def ring(self) -> None:
        self.rung += 1

    @rule(units=st.lists(UNITS, min_size=1, max_size=4), back=BACK, value=st.integers(0, 50), told=st.booleans())
    def reports_come(self, units: list[str], back: int, value: int, told: bool) -> None:
        day = self.day(back)
        for number, unit in enumerate(units if day else []):
            self.a_report_comes(unit, cast("date", day), value + number, told)

    @rule(units=st.lists(UNITS, min_size=1, max_size=4), back=st.integers(2, 5), value=st.integers(0, 50))
    def reports_are_dictated_days_later(self, units: list[str], back: int, value: int) -> None:
        self.reports_come(units, back, value, told=True)

    def a_report_comes(self, unit: str, day: date, value: int, told: bool) -> None:
        unit_day = self.made.reports.unit_day_under(self.campaign, self.campaign.units[unit], day, None)
        said: dict[str, Any] = {"figures": {FIGURES[unit]: value}, "told_by": "Bà Sen" if told else None}
        sent = submission(base_revision=unit_day.revision, **said)
        try:
            submit(self.made.reports, unit_day, sent, COORDINATOR if told else REPORTER, self.now)  # type: ignore[arg-type]
        except Closed:
            assert not told

    @rule(unit=UNITS, value=st.integers(0, 50))
    def a_report_has_come_and_is_not_written_yet(self, unit: str, value: int) -> None:
        day = self.day(0)
        if day is not None:
            unit_day = self.made.reports.unit_day_under(self.campaign, self.campaign.units[unit], day, None)
            sent = submission(base_revision=unit_day.revision, figures={FIGURES[unit]: value})
            self.in_flight.append(accept(sent, unit_day, REPORTER, self.now))

    @precondition(lambda self: self.in_flight)
    @rule()
    def it_is_written(self) -> None:
        self.made.reports.add(self.in_flight.pop())

    @rule(unit=UNITS, back=BACK, what=st.sampled_from(["excuse", "withdraw", "return", "call"]))
    def a_coordinator_decides(self, unit: str, back: int, what: str) -> None:
        day = self.day(back)
        if day is None:
            return
        unit_day = self.made.reports.day(self.campaign, day).units[unit]
        seen = {"base_decision": len(unit_day.decisions)}
        try:
            if what == "return":
                made = decide.send_back(unit_day, seen | {"fields": {FIGURES[unit]: "?"}}, "dieu-phoi-1", self.now)
            elif what == "call":
                made = decide.call(unit_day, seen | {"outcome": "no_answer"}, "dieu-phoi-1", self.now)
            else:
                body = seen | {"reason": "Mất điện", "withdraw": what == "withdraw"}
                made = decide.excuse(unit_day, body, "dieu-phoi-1", self.now)
            decide.require(unit_day, made, self.now)
        except Refused:
            return
        assert self.made.reports.decide(unit_day, made)

    @rule(minutes=st.sampled_from([0, 20, 70]))
    def the_deadline_is_moved(self, minutes: int) -> None:
        day = self.day(0)
        if day is not None:
            read = self.made.reports.day(self.campaign, day)
            deadline = self.campaign.deadline(day) + timedelta(minutes=minutes)
            said = {"deadline": deadline.isoformat(), "reason": "Hệ thống ngừng"}
            body = {**said, "base_decision": read.moved.number if read.moved else 0}
            moved = decide.move_deadline(read, body, "dieu-phoi-1", self.now)
            assert self.made.reports.move_deadline(self.campaign, day, moved)

    @rule(back=BACK)
    def remarks_are_written(self, back: int) -> None:
        day = self.day(back)
        if day is not None:
            kept = self.made.editions.kept(self.campaign.slug, day.isoformat())
            number = kept.remark.number
            write_remarks(self.stores, kept, f"Nhận xét {number + 1}", number, "dieu-phoi-1", self.now.isoformat())

    @rule(back=BACK, stale=st.booleans(), lose=st.sampled_from([0, 0, 1]), again=st.booleans())
    def a_coordinator_issues(self, back: int, stale: bool, lose: int, again: bool) -> None:
        day = self.day(back)
        if day is None:
            return
        before = self.made.editions.kept(self.campaign.slug, day.isoformat()).number
        order = Order(new_id(), max(before - stale, 0), "dieu-phoi-1")
        # Days before that have none get theirs first; only the last write's reply is lost.
        assert isinstance(self.made.editions, LosingStore)
        self.made.editions.lose = lose if self.has_edition(day - timedelta(days=1)) else 0
        try:
            issued = issue(self.stores, self.campaign, day, order, self.now)
        except Conflict:
            assert order.base < before
            return
        except Refused:
            return
        finally:
            self.made.editions.lose = 0
        assert (issued.is_new, issued.entry.number) == (True, before + 1)
        if again:
            repeated = issue(self.stores, self.campaign, day, order, self.now)
            assert (repeated.is_new, repeated.entry) == (False, issued.entry)
        with pytest.raises(Conflict):
            issue(self.stores, self.campaign, day, Order(new_id(), before, "dieu-phoi-2"), self.now)

    def has_edition(self, day: date) -> bool:
        return day < FIRST or self.made.editions.kept(self.campaign.slug, day.isoformat()).last is not None

    def day(self, back: int) -> date | None:
        """So many days ago, if the campaign had that day."""
        day = self.campaign.today(self.now) - timedelta(days=back)
        return day if self.campaign.day_number(day) else None

    @invariant()
    def editions_only_ever_come_on_top(self) -> None:
        for (_, period), kept in self.made.editions.periods.items():
            assert [entry.number for entry in kept.editions] == list(range(1, kept.number + 1))
            for entry in kept.editions:
                assert self.seen.setdefault((period, entry.number), entry) == entry

    @invariant()
    def at_most_one_is_provisional_and_it_is_the_first(self) -> None:
        for kept in self.made.editions.periods.values():
            assert all(entry.number == 1 for entry in kept.editions if entry.kind is EditionKind.PROVISIONAL)

    @invariant()
    def no_day_is_left_out(self) -> None:
        with_editions = [self.has_edition(FIRST + timedelta(days=number)) for number in range(DAYS)]
        assert with_editions == sorted(with_editions, reverse=True)

    @invariant()
    def nothing_came_later_than_the_edition_says(self) -> None:
        """An edition that the tick makes late is of its slot, not of the reports that came since."""
        for kept in self.made.editions.periods.values():
            for entry in kept.editions:
                rows = self.stores.archive.edition(entry.sha256).content["units"]
                assert all((row["received_at"] or "") <= entry.issued_at for row in rows)

    @invariant()
    def nothing_falls_out_again_and_what_is_new_is_told(self) -> None:
        for kept in self.made.editions.periods.values():
            contents = [self.stores.archive.edition(entry.sha256).content for entry in kept.editions]
            for before, after in itertools.pairwise(contents):
                told = {each["unit"]: each["revision"] for each in after["changes"]}
                for old, new in zip(before["units"], after["units"], strict=True):
                    assert old["revision"] <= new["revision"]
                    if old["revision"] < new["revision"]:
                        assert told[new["unit"]["code"]] == {"from": old["revision"], "to": new["revision"]}

    def teardown(self) -> None:
        """In the end the clock brings everything in, and every edition can be made again."""
        for report in self.in_flight:
            self.made.reports.add(report)
        for slot in [slot for slot in SLOTS if slot > self.now][-12:]:
            self.tick(slot)
        self.tick(ENDS)
        for number in range(DAYS):
            self.is_all_in(FIRST + timedelta(days=number))
        assert self.rung <= DAYS
        for entry in [entry for kept in self.made.editions.periods.values() for entry in kept.editions]:
            edition = self.stores.archive.edition(entry.sha256)
            assert recompute(self.stores, edition).sha256 == entry.sha256

    def is_all_in(self, day: date) -> None:
        last = self.made.editions.kept(self.campaign.slug, day.isoformat()).last
        assert last
        rows = self.stores.archive.edition(last.sha256).content["units"]
        stored = self.made.reports.day(self.campaign, day).units
        assert {row["unit"]["code"]: row["revision"] for row in rows} == {
            code: unit_day.revision for code, unit_day in stored.items()
        }


@pytest.fixture
def short(tmp_path: Path) -> Campaign:
    """Three days."""
    return changed_campaign(tmp_path, lambda _, data: data.update(days=DAYS))


def test_whatever_happens_editions_keep_their_promise(short: Campaign) -> None:
    Centre.campaign = short
    run_state_machine_as_test(Centre, settings=settings(max_examples=100, stateful_step_count=50))
