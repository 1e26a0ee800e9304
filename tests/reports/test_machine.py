"""Phones, lost replies, clocks and corrections in any order, against a model that a page can hold.

The model is a list of accepted submissions. The real rules and the real store run on moto, with a wire between them
that loses requests and answers.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from giaoban.campaign import Campaign
from giaoban.problem import Closed, Conflict, GiaobanError, Refused, Unavailable
from giaoban.reports.report import Author, Baseline, KnownStock, UnitDay
from giaoban.reports.state import State, state_of
from giaoban.reports.store import ReportStore
from giaoban.reports.submission import Submission
from giaoban.reports.submit import Taken, submit
from tests.engines.fixtures import Engine
from tests.engines.wire import Wire, tapped
from tests.reports.made import COORDINATOR, DAY, REPORTER, UNIT, at, submission

ONE_MS = timedelta(milliseconds=1)
ATTEMPTS = 3
CLOSES = at("16:00", DAY + timedelta(days=2))
CLOCKS = [
    at("00:00") - ONE_MS,
    at("09:00"),
    at("16:00") - ONE_MS,
    at("16:00"),
    CLOSES - ONE_MS,
    CLOSES,
    CLOSES + timedelta(days=30),
]
BASELINE = Baseline({"team_members": KnownStock(120, DAY - timedelta(days=1))}, {"dossiers_online": 40})
LOST = st.sampled_from([0, 0, 1, ATTEMPTS])
AUTHORS = [REPORTER, REPORTER, COORDINATOR]


@dataclass
class World:
    """What the machine runs in; one engine for all its runs, a campaign of its own for each."""

    campaign: Campaign
    engine: Engine
    wire: Wire


@pytest.fixture
def world(aws: None, campaign: Campaign, on_moto: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[World]:
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda _: None)
    with tapped() as wire:
        yield World(campaign, on_moto, wire)


class Phones(RuleBasedStateMachine):
    """Each rule is something that happens; `send` says what has to come of it."""

    world: World
    numbers = itertools.count()

    def __init__(self) -> None:
        super().__init__()
        self.campaign = replace(self.world.campaign, slug=f"run-{next(self.numbers)}")
        self.unit = self.campaign.units[UNIT]
        self.store = ReportStore(self.world.engine.reports)
        self.store.add_baseline(UnitDay(self.campaign, self.unit, DAY, BASELINE), at("00:05"))
        self.accepted: list[tuple[Submission, datetime, Author]] = []
        self.now = at("09:00")

    seen = Bundle("seen")
    typed = Bundle("typed")

    @rule(clock=st.sampled_from(CLOCKS))
    def the_clock_moves(self, clock: datetime) -> None:
        self.now = clock

    @rule(target=seen)
    def a_phone_reads(self) -> UnitDay:
        return self.read()

    @rule(target=typed, figure=st.integers(0, 3), base=st.integers(0, 4), told=st.booleans())
    def somebody_types(self, figure: int, base: int, told: bool) -> Submission:
        return submission(figures={"dossiers_online": figure}, base_revision=base, told_by="Bà Sen" if told else None)

    @rule(target=typed, figure=st.integers(0, 3), told=st.booleans())
    def somebody_corrects_the_latest(self, figure: int, told: bool) -> Submission:
        return self.somebody_types(figure, len(self.accepted), told)

    @rule(target=typed, before=typed, figure=st.integers(0, 3))
    def an_id_is_used_again(self, before: Submission, figure: int) -> Submission:
        return replace(before, figures={"dossiers_online": figure}, base_revision=len(self.accepted))

    @rule(sent=typed, stale=seen, author=st.sampled_from(AUTHORS))
    def it_is_sent_by_what_was_read_before(self, sent: Submission, stale: UnitDay, author: Author) -> None:
        """Another's write may lie between this read and this write."""
        self.send(sent, stale, author)

    @rule(sent=typed, author=st.sampled_from(AUTHORS))
    def it_is_sent(self, sent: Submission, author: Author) -> None:
        self.send(sent, self.read(), author)

    @rule(target=typed, author=st.sampled_from(AUTHORS), requests=LOST, answers=LOST)
    def a_good_correction_is_sent(self, author: Author, requests: int, answers: int) -> Submission:
        sent = self.somebody_corrects_the_latest(1, author is COORDINATOR)
        self.send(sent, self.read(), author, requests, answers)
        return sent

    @rule(target=typed, same=st.booleans(), requests=LOST, answers=LOST)
    def two_phones_send_at_once(self, same: bool, requests: int, answers: int) -> Submission:
        """Both have read before either writes: two people, or one whose finger slipped."""
        read, first = self.read(), self.somebody_corrects_the_latest(1, False)
        second = first if same else self.somebody_corrects_the_latest(2, False)
        self.send(first, read, REPORTER)
        self.send(second, read, REPORTER, requests, answers)
        return second

    @rule(sent=typed, author=st.sampled_from(AUTHORS), requests=LOST, answers=LOST)
    def it_is_sent_over_a_bad_line(self, sent: Submission, author: Author, requests: int, answers: int) -> None:
        self.send(sent, self.read(), author, requests, answers)

    @precondition(lambda self: self.accepted)
    @rule(data=st.data(), author=st.sampled_from(AUTHORS), answers=LOST)
    def an_accepted_one_is_sent_again(self, data: st.DataObject, author: Author, answers: int) -> None:
        sent, _, _ = data.draw(st.sampled_from(self.accepted))
        self.send(sent, self.read(), author, answers=answers)

    def read(self) -> UnitDay:
        return self.store.unit_day_under(self.campaign, self.unit, DAY, None)

    def send(self, sent: Submission, read: UnitDay, author: Author, requests: int = 0, answers: int = 0) -> None:
        """Sends, and holds what comes of it against what has to; `requests` and `answers` are how many get lost."""
        wanted, is_written = self.outcome(sent, read, author, requests, answers)
        if is_written:
            self.accepted.append((sent, self.now, author))
        self.world.wire.lose_requests, self.world.wire.lose_answers = requests, answers
        try:
            taken: Taken | type[GiaobanError] = submit(self.store, read, sent, author, self.now)
        except GiaobanError as error:
            taken = type(error)
        finally:
            self.world.wire.lose_requests = self.world.wire.lose_answers = 0
        if isinstance(taken, Taken):
            assert taken.unit_day.current is not None
            assert taken.unit_day.current.sent.id == sent.id
            taken_as: object = (taken.unit_day.revision, taken.is_new)
        else:
            taken_as = taken
        assert taken_as == wanted

    def outcome(
        self, sent: Submission, read: UnitDay, author: Author, requests: int, answers: int
    ) -> tuple[tuple[int, bool] | type[GiaobanError], bool]:
        """What has to come of it: (revision, is it new) or the refusal; and whether something is written."""
        if again := self.again(sent, read.revision):
            return again, False
        if self.now < at("00:00"):
            return Refused, False
        if self.now >= CLOSES and author is REPORTER:
            return Closed, False
        if sent.base_revision < read.revision:
            return Conflict, False
        if sent.base_revision > read.revision or (author is COORDINATOR) != (sent.told_by is not None):
            return Refused, False
        if requests == ATTEMPTS:
            return self.again(sent) or (Conflict if len(self.accepted) > read.revision else Unavailable), False
        if len(self.accepted) > read.revision:
            return self.again(sent) or Conflict, False
        revision = read.revision + 1
        return (revision, answers == 0), True

    def again(self, sent: Submission, known: int | None = None) -> tuple[int, bool] | type[GiaobanError] | None:
        """What comes of an id that stands among the first `known` revisions."""
        for revision, (stored, _, _) in enumerate(self.accepted[:known], start=1):
            if stored.id == sent.id:
                return (revision, False) if stored.content == sent.content else Conflict
        return None

    @invariant()
    def what_was_accepted_stands_there_in_order_once_and_unchanged(self) -> None:
        stands = self.read()
        assert [each.revision for each in stands.revisions] == list(range(1, len(self.accepted) + 1))
        assert [(each.sent, each.received_at, each.author) for each in stands.revisions] == self.accepted
        assert len({each.sent.id for each in stands.revisions}) == len(self.accepted)
        assert stands.baseline == BASELINE
        self.the_state_follows_the_first(stands)

    def the_state_follows_the_first(self, stands: UnitDay) -> None:
        wanted = State.EXPECTED if self.now < at("16:00") else State.MISSING
        if self.accepted:
            wanted = State.ON_TIME if self.accepted[0][1] < at("16:00") else State.LATE
        assert state_of(stands, self.now) is wanted


def test_phones_in_any_order_never_lose_double_or_change_a_report(world: World) -> None:
    Phones.world = world
    run_state_machine_as_test(Phones, settings=settings(max_examples=50, stateful_step_count=20))
