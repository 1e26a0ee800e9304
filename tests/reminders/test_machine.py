"""Ticks, submissions, duplicates, reordering, crashes, silence, receipts and clocks in any order.

The real rules on stores in memory. Whatever happens: nobody who is in, excused or stopped hears anything, no SMS comes
twice, an e-mail twice only after a crash or a silence, and ten minutes after its slot something is said of each message.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from giaoban.campaign import Campaign
from giaoban.contact import Channel, Duty
from giaoban.directory import Person
from giaoban.outbox.message import LATEST, MessageState
from giaoban.outbox.message import Fate as Word
from giaoban.outbox.outcome import NoAnswer, NotNow, Refused, SendOutcome, Taken
from giaoban.outbox.queue import ToSend
from giaoban.problem import Unavailable
from giaoban.reports.decision import DecisionKind
from tests.reminders.world import Killed, World
from tests.reports.made import at

UNITS = st.sampled_from(["00001", "00002", "SSEN"])
EDGE = st.integers(1, 30)
# Between the last look at a unit's day and the hand-over; what comes then, nobody can know of.
TOO_LATE = {
    "after reports.unit_day", "before outbox.spend", "after outbox.spend", "before mailer.send", "before texter.send",
}  # fmt: skip


OUTCOMES: dict[str, Callable[[str], SendOutcome]] = {
    "taken": Taken,
    "silent": lambda _: NoAnswer(),
    "busy": lambda _: NotNow(),
    "refused": lambda _: Refused("MessageRejected"),
    "opted out": lambda _: Refused("ConflictException", is_opted_out=True),
}


@dataclass(frozen=True)
class Fault:
    """What goes wrong while one queue message is worked on, and at which of its edges."""

    what: str = ""
    edge: int = 1
    outcome: str = "taken"
    comes_again: bool = False


FAULT = st.builds(
    Fault,
    what=st.sampled_from(["", "", "", "dies", "dies after", "store silent", "reports"]),
    edge=st.integers(1, 24),
    outcome=st.sampled_from([*OUTCOMES, "taken", "taken"]),
    comes_again=st.booleans(),
)


class Reminding(RuleBasedStateMachine):
    campaign: Campaign

    def __init__(self) -> None:
        super().__init__()
        self.world = World(self.campaign)
        self.world.now = at("14:55")
        self.people: list[Person] = []
        self.silences = 0
        self.paused = False
        self.handed_while_paused = 0
        self.last_good_tick: datetime | None = None

    @initialize(silent=st.lists(st.sampled_from(list(Channel)), max_size=2, unique=True))
    def begin(self, silent: list[Channel]) -> None:
        for unit in ("00001", "00002", "SSEN"):
            self.people += [self.world.somebody(unit, role) for role in Duty]
        self.people.append(
            self.world.somebody("00001", email=None, channels=(Channel.SMS,), quiet=_hours("15:40", "16:05"))
        )
        for channel in silent:
            self.world.stop(self.people[0], channel)
        self.world.now = at("14:59")

    @rule(minutes=st.sampled_from([1, 2]))
    def time_passes(self, minutes: int) -> None:
        self.world.now += timedelta(minutes=minutes)

    @rule(comes=st.booleans())
    def the_next_slot_comes(self, comes: bool) -> None:
        """Its tick may be lost."""
        self.world.now = _slot(self.world.now) + timedelta(minutes=5)
        if comes:
            self.tick(0, None)

    @rule(faults=st.lists(FAULT, max_size=8), turned=st.booleans())
    def a_slot_is_worked_on(self, faults: list[Fault], turned: bool) -> None:
        self.the_next_slot_comes(True)
        self.work(faults, turned)

    @rule(faults=st.lists(FAULT, max_size=8))
    def a_wave_is_worked_on(self, faults: list[Fault]) -> None:
        """The clock goes on to the next of them."""
        rules = self.campaign.reminders
        hours = sorted(f"{wave.at:%H:%M}" for wave in rules.waves) if rules else []
        coming = [at(hour) for hour in hours if at(hour) > self.world.now]
        if coming:
            self.world.now = coming[0] - timedelta(minutes=5)
            self.a_slot_is_worked_on(faults, False)

    @rule()
    def the_clock_jumps_back(self) -> None:
        self.world.now = max(at("14:55"), self.world.now - timedelta(minutes=3))

    @rule(late=st.sampled_from([0, 0, 0, 5, 10]), die=st.none() | EDGE)
    def tick(self, late: int, die: int | None) -> None:
        slot = _slot(self.world.now) - timedelta(minutes=late)
        if die:
            self.world.edges.kill_at(die)
        crashes = self.world.crashes
        self.world.tick_of(slot)
        self.world.edges.calm()
        if crashes == self.world.crashes:
            self.last_good_tick = max(slot, self.last_good_tick or slot)

    @rule(faults=st.lists(FAULT, max_size=6), turned=st.booleans())
    def work(self, faults: list[Fault], turned: bool) -> None:
        """The whole queue, in either order, each message with a fault of its own or with none."""
        asked, self.world.queue = self.world.queue, []
        for each, fault in zip_longest(reversed(asked) if turned else asked, faults[: len(asked)]):
            self._send(each, fault or Fault())

    def _send(self, asked: ToSend, fault: Fault) -> None:
        world, edges = self.world, self.world.edges
        world.mailer.behave = world.texter.behave = OUTCOMES.get(fault.outcome, Taken)
        ahead = len(edges.crossed) + fault.edge
        if fault.what == "dies after":
            edges.cuts |= {len(edges.crossed) + each: lambda: _die_after(edges.crossed[-1]) for each in range(1, 90)}
        elif fault.what:
            acts = {"dies": _die, "store silent": _fall_silent, "reports": lambda: self._report(asked.unit)}
            edges.cuts[ahead] = acts[fault.what]
        before = len(world.handed)
        world.send(asked)
        edges.calm()
        self.silences += fault.outcome == "silent" or fault.what == "store silent"
        self.handed_while_paused += self.paused and len(world.handed) > before
        if fault.comes_again:
            world.queue.append(asked)

    def _report(self, unit: str) -> None:
        if self.world.edges.crossed[-1] not in TOO_LATE and unit in self.campaign.units:
            self.world.report(unit)

    @rule(which=st.integers(0, 9), seldom=st.integers(0, 2))
    def a_queue_message_is_lost(self, which: int, seldom: int) -> None:
        if self.world.queue and not seldom:
            self.world.queue.pop(which % len(self.world.queue))

    @rule(unit=UNITS, seldom=st.integers(0, 5))
    def a_report_comes(self, unit: str, seldom: int) -> None:
        if not seldom:
            self.world.report(unit)

    @rule(unit=UNITS, kind=st.sampled_from([DecisionKind.EXCUSE, DecisionKind.WITHDRAW_EXCUSE]))
    def the_centre_excuses(self, unit: str, kind: DecisionKind) -> None:
        self.world.excuse(unit, kind)

    @rule(which=st.integers(0, 9), channel=st.sampled_from(list(Channel)), seldom=st.integers(0, 2))
    def somebody_stops(self, which: int, channel: Channel, seldom: int) -> None:
        if seldom:
            return
        person = self.world.person(self.people[which % len(self.people)])
        if person.entry.address(channel):
            self.world.stop(person, channel)

    @rule(which=st.integers(0, 30), fate=st.sampled_from(list(Word)))
    def a_receipt_comes(self, which: int, fate: Word) -> None:
        if self.world.handed:
            self.world.receipt(self.world.handed[which % len(self.world.handed)], fate)

    @rule(paused=st.sampled_from([False, False, True]))
    def the_switch(self, paused: bool) -> None:
        self.world.pause(paused)
        self.paused = paused

    @invariant()
    def nobody_who_is_in_excused_or_stopped_hears_anything(self) -> None:
        assert not [each for each in self.world.handed if each.unit_is_in or each.is_stopped]
        assert not self.handed_while_paused

    @invariant()
    def no_sms_comes_twice(self) -> None:
        sms = Counter((each.key.wave, each.address) for each in self.world.handed if each.key.channel is Channel.SMS)
        assert not [each for each, count in sms.items() if count > 1]

    @invariant()
    def an_email_comes_twice_at_most_and_only_after_a_crash_or_a_silence(self) -> None:
        emails = Counter(each.key for each in self.world.handed if each.key.channel is Channel.EMAIL)
        again = sum(count - 1 for count in emails.values())
        assert max(emails.values(), default=0) <= 2
        assert again <= self.world.crashes + self.silences * 6

    @invariant()
    def ten_minutes_after_its_slot_something_is_said_of_every_message(self) -> None:
        if self.last_good_tick:
            old = [each for each in self.world.all_messages() if each.slot + LATEST <= self.last_good_tick]
            assert all(each.is_settled and (each.reason or each.state is MessageState.SENT) for each in old)

    @invariant()
    def whatever_says_it_was_sent_was(self) -> None:
        handed = {each.key for each in self.world.handed}
        assert all(each.key in handed for each in self.world.all_messages() if each.state is MessageState.SENT)

    def teardown(self) -> None:
        for _ in range(30):
            self.world.now += timedelta(minutes=5)
            self.world.tick_of(_slot(self.world.now))
        self.last_good_tick = _slot(self.world.now)
        self.ten_minutes_after_its_slot_something_is_said_of_every_message()
        if self.people:
            heads = self.world.outbox.heads(self.campaign.slug, self.campaign.today(self.world.now))
            assert {head.state for head in heads.values()} <= {"closed", "missed"}


def _slot(now: datetime) -> datetime:
    return now - timedelta(minutes=now.minute % 5)


def _hours(begins: str, ends: str) -> tuple[object, object]:
    return at(begins).time(), at(ends).time()


def _die_after(edge: str) -> None:
    if edge in {"after mailer.send", "after texter.send"}:
        raise Killed


def _fall_silent() -> None:
    raise Unavailable("store_silent")


def _die() -> None:
    raise Killed


@pytest.fixture
def machine(reminding: Campaign) -> type[Reminding]:
    return type("Reminding", (Reminding,), {"campaign": reminding})


def test_reminders_hold_whatever_happens(machine: type[Reminding]) -> None:
    run_state_machine_as_test(machine, settings=settings(max_examples=250, stateful_step_count=40))
