"""A busy hour at the centre, at random: reports, decisions, messages, what comes without a hint, hints that get lost;
and a page that looks at it every few seconds."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any

from giaoban.campaign import Campaign
from giaoban.contact import Channel, Duty
from giaoban.directory.person import Entry, Person
from giaoban.outbox.message import Key, Message, MessageState
from giaoban.reports.decision import CallOutcome, DecisionKind
from giaoban.reports.report import Baseline, KnownStock
from tests.board.centre import DAY, Centre
from tests.reports import made
from tests.reports.fake_store import FakeReportStore
from tests.reports.made import at
from tests.web.event import body_of

UNITS = 140
READ_EVERY = timedelta(seconds=60)


class Forgetful(FakeReportStore):
    """Counts get lost while `loses`."""

    loses = False

    def count(self, campaign: str, day: date) -> bool:
        return True if self.loses else super().count(campaign, day)


@dataclass
class Look:
    """What the page was told at `now`, and what a full read says; `must`: they have to say the same."""

    now: datetime
    reports: dict[str, Any] | None
    messages: dict[str, Any] | None
    full: dict[str, Any]
    must: bool

    def view(self) -> dict[str, object]:
        now = int(self.now.timestamp() * 1000)
        return {"now": now, "reports": self.reports, "messages": self.messages, "full": self.full}


@dataclass
class BusyDay:
    campaign: Campaign
    seed: int
    looks: list[Look] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.die, self.now = random.Random(self.seed), at("15:40")
        unit = self.campaign.units["00001"]
        codes = [f"{number:05}" for number in range(1, UNITS + 1)]
        self.campaign = replace(self.campaign, units={code: replace(unit, code=code) for code in codes})
        self.store = Forgetful()
        self.centre = Centre(self.campaign, self.store)
        self.tags = {"reports": "", "messages": ""}
        # When the page was last told of reports, and whether something has come since that gave no hint.
        self.told_at, self.is_hidden = self.now, False

    def play(self, looks: int) -> list[Look]:
        deeds: list[Callable[[], object]] = [
            *[self.send] * 4, self.excuse, self.call, self.call, self.send_back, self.excuse_many, self.move,
            self.late_baseline, self.message, self.person,
        ]  # fmt: skip
        for _ in range(looks):
            self.look()
            self.now += timedelta(
                milliseconds=self.die.choice([0, 900, 10_000, 10_000, 20_000, 59_999, 60_000, 240_000])
            )
            for deed in self.die.sample(deeds, self.die.choice([0, 0, 1, 1, 2])):
                self.store.loses = self.die.random() < 0.2
                deed()
                self.is_hidden |= self.store.loses
                self.store.loses = False
        self.look()
        return self.looks

    def look(self) -> None:
        """Both parts at once, so that all of the page can be compared."""
        reports, messages = self._ask("reports"), self._ask("messages")
        if reports:
            self.told_at, self.is_hidden = self.now, False
        must = not self.is_hidden or self.now - self.told_at >= READ_EVERY
        self.looks.append(Look(self.now, reports, messages, self.centre.get(at=self.now)[1], must))

    def _ask(self, part: str) -> dict[str, Any] | None:
        query, headers = {"changes": part}, {"if-none-match": self.tags[part]}
        asked: dict[str, Any] = {"at": self.now, "query": query, "headers": headers}
        answered = self.centre.api.call("GET", DAY, cookie=self.centre.coordinator, **asked)
        self.tags[part] = answered["headers"]["ETag"]
        return body_of(answered) if answered["statusCode"] == 200 else None

    def send(self) -> None:
        unit_day = self._unit_day()
        number = unit_day.revision + 1
        sent = made.report(self.campaign, self.now, number, complete=self.die.random() < 0.8)
        self.store.add(replace(sent, unit=unit_day.unit.code))

    def excuse(self) -> None:
        self._decide(self.die.choice([DecisionKind.EXCUSE, DecisionKind.WITHDRAW_EXCUSE]))

    def send_back(self) -> None:
        self._decide(DecisionKind.RETURN, fields={"dossiers_online": "…"})

    def call(self) -> None:
        send_by = self.now.replace(microsecond=0) + timedelta(minutes=self.die.choice([1, 5, 20]))
        outcome = self.die.choice([*CallOutcome])
        self._decide(DecisionKind.CALL, outcome=outcome, send_by=send_by if outcome is CallOutcome.WILL_SEND else None)

    def excuse_many(self) -> None:
        units = self.die.sample([*self.campaign.units], 3)
        self.centre.post(f"{DAY}/excuse", {"units": units, "reason": "Mất điện"}, at=self.now)

    def move(self) -> None:
        deadline = at("16:00") + timedelta(minutes=self.die.randint(0, 40))
        moves = self.store.day(self.campaign, made.DAY).moves
        said = {"deadline": deadline.isoformat(), "reason": "…", "base_decision": len(moves)}
        self.centre.post(f"{DAY}/deadline", said, at=self.now)

    def late_baseline(self) -> None:
        """The tick's work, which gives no hint at all."""
        known = Baseline({"officials": KnownStock(self.die.randint(0, 99), made.DAY - timedelta(days=1))})
        self.store.add_baseline(replace(self._unit_day(), baseline=known), self.now)
        self.is_hidden = True

    def message(self) -> None:
        unit = self._unit_day().unit.code
        key = Key(self.campaign.slug, made.DAY, "sms_before", unit, Channel.SMS, f"{unit}-1f")
        self.centre.api.reminders.add(
            Message(key, self.now, self.die.choice([MessageState.SENT, MessageState.FAILED]), self.now)
        )

    def person(self) -> None:
        unit, number = self._unit_day().unit.code, self.die.randint(0, 10**6)
        entry = Entry(unit, Duty.REPORTER, "Bà Sen", f"+84000{number:07}", None, (Channel.SMS,))
        self.centre.api.directory.add(self.campaign.slug, Person(f"{unit}-{number:010x}", entry, version=1))

    def _decide(self, kind: DecisionKind, **said: Any) -> None:
        unit_day = self._unit_day()
        number = len(unit_day.decisions) + 1
        self.store.decide(unit_day, made.decision(kind, number, at=self.now, revision=unit_day.revision, **said))

    def _unit_day(self) -> Any:
        unit = self.die.choice([*self.campaign.units.values()])
        return self.store.unit_day(self.campaign, unit, made.DAY, self.now)
