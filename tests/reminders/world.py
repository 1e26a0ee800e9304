"""Everything that reminders touch, in memory, and a process that can be killed at the edge of any call it makes."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial
from itertools import count
from typing import Any

from giaoban.campaign import Campaign
from giaoban.contact import Channel, Duty, Why
from giaoban.directory import Entry, Person
from giaoban.directory.items import changed
from giaoban.directory.person import Change, Stop
from giaoban.outbox.batch import Batch, PostOffice
from giaoban.outbox.email import Email
from giaoban.outbox.items import Switch
from giaoban.outbox.message import Fate, Key, Message
from giaoban.outbox.neighbours import Neighbours
from giaoban.outbox.outcome import NoAnswer, SendOutcome, Taken
from giaoban.outbox.queue import ToSend
from giaoban.outbox.receipts import Receipt
from giaoban.outbox.receive import receive
from giaoban.outbox.send import send_unit
from giaoban.outbox.tags import key_in, mark
from giaoban.problem import GiaobanError
from giaoban.reminders.reminding import Reminding
from giaoban.reminders.stops import silence
from giaoban.reminders.waves import WaveStores
from giaoban.reports.decision import DecisionKind
from tests.access.fake_grants import FakeGrantStore
from tests.directory.fake_store import FakeDirectoryStore
from tests.reminders.fake_store import FakeReminderStore
from tests.reminders.ticking import remind
from tests.reports.fake_store import FakeReportStore
from tests.reports.made import DAY, at, decision, report

ORIGIN = "https://giaoban.invalid"


class Killed(BaseException):
    """The process is gone; nothing of it runs any more."""


class Edges:
    """Counts what crosses the border of the process. `cut`: what is to happen at which edge, once."""

    def __init__(self) -> None:
        self.crossed: list[str] = []
        self.cuts: dict[int, Callable[[], None]] = {}

    def cross(self, name: str) -> None:
        self.crossed.append(name)
        if cut := self.cuts.pop(len(self.crossed), None):
            cut()

    def kill_at(self, ahead: int) -> None:
        """At the `ahead`-th edge from here."""
        self.cuts[len(self.crossed) + ahead] = _die

    def calm(self) -> None:
        self.cuts.clear()


def _die() -> None:
    raise Killed


class Watched:
    """A store or a provider, each call of which has two edges: before it, and after it has done its work."""

    def __init__(self, name: str, inner: Any, edges: Edges) -> None:
        self._name, self._inner, self._edges = name, inner, edges

    def __getattr__(self, called: str) -> Any:
        method = getattr(self._inner, called)

        def call(*arguments: Any, **named: Any) -> Any:
            self._edges.cross(f"before {self._name}.{called}")
            answer = method(*arguments, **named)
            self._edges.cross(f"after {self._name}.{called}")
            return answer

        return call


@dataclass(frozen=True)
class HandedOver:
    """What a provider took. `unit_is_in`: whether the unit had reported, or was excused, at that very moment."""

    key: Key
    at: datetime
    address: str
    words: str
    unit_is_in: bool
    is_stopped: bool


@dataclass
class Provider:
    """Takes everything, and then answers as `behave` says: by the outcome, or by dying."""

    world: "World"
    channel: Channel
    behave: Callable[[str], SendOutcome] = Taken
    ids: Iterable[int] = field(default_factory=lambda: count(1))

    def send(self, address: str, content: Email | str, tags: dict[str, str]) -> SendOutcome:
        key, outcome = key_in(tags, self.channel), self.behave(f"{self.channel}-{next(iter(self.ids))}")
        assert key
        if isinstance(outcome, (Taken, NoAnswer)):
            self.world.note(key, address, content if isinstance(content, str) else content.text)
        return outcome


class World:
    """`now` is the campaign's clock. Ticks put into `queue`; `work` empties it."""

    def __init__(self, campaign: Campaign) -> None:
        self.campaign, self.now = campaign, at("14:00")
        self.edges = Edges()
        self.reports, self.directory, self.grants = FakeReportStore(), FakeDirectoryStore(), FakeGrantStore()
        self.outbox = FakeReminderStore()
        self.queue: list[ToSend] = []
        self.handed: list[HandedOver] = []
        self.rung: list[str] = []
        self.mailer, self.texter = Provider(self, Channel.EMAIL), Provider(self, Channel.SMS)
        self.crashes = 0

    @property
    def office(self) -> PostOffice:
        senders = {name: self._watched(name) for name in ("mailer", "texter")}
        return PostOffice(self._watched("outbox"), **senders, ring=self.rung.append, pause=lambda _: None)

    def reminding(self) -> Reminding:
        stores = {name: self._watched(name) for name in ("reports", "directory", "grants", "outbox")}
        return Reminding({self.campaign.slug: self.campaign}, **stores, origin=ORIGIN)

    def batch(self, later: timedelta = timedelta(), seconds: Callable[[], float] = lambda: 0.0) -> Batch:
        return Batch(self.office, self.reminding(), self.now + later, seconds)

    def neighbours(self, batch: Batch, asked: Iterable[ToSend]) -> Neighbours:
        return Neighbours(batch.office.outbox, batch.capability, asked)

    @property
    def stores(self) -> WaveStores:
        return WaveStores(self._watched("reports"), self._watched("directory"), self._watched("outbox"), _Queue(self))

    def receipt(self, handed: HandedOver, fate: Fate) -> None:
        """The provider's word on what it took."""
        said = Receipt(handed.key, fate, "id-from-receipt", self.now, mark(handed.address))
        receive(self.outbox, said, partial(silence, self.directory))

    def pause(self, paused: bool) -> None:
        switch = self.outbox.switch(self.campaign.slug)
        turned = Switch(paused, "Diễn tập", "dieu-phoi-1", self.now, switch.version + 1)
        assert self.outbox.turn(self.campaign.slug, turned)

    def all_messages(self) -> list[Message]:
        """Every one of the campaign, in any wave of any day."""
        days = sorted({partition for partition, _ in self.outbox.stored if "#" in partition})
        return [each for day in days for each in self.outbox.of_day(*_named(day))]

    def _watched(self, name: str) -> Any:
        return Watched(name, getattr(self, name), self.edges)

    def somebody(self, unit: str = "00001", role: Duty = Duty.REPORTER, **said: Any) -> Person:
        """Somebody with both channels, unless it is said otherwise."""
        number = len(self.directory.stored) + 1
        ordinary = {
            "name": f"Người {number}",
            "phone": f"+84912000{number:03}",
            "email": f"nguoi-{number}@giaoban.invalid",
            "channels": (Channel.SMS, Channel.EMAIL),
        }
        entry = Entry(unit=unit, role=role, **ordinary | said)
        person = Person(f"{unit}-{number:010x}", entry, {}, (Change(at("08:00"), "imported", "admin", "x"),), version=1)
        assert self.directory.add(self.campaign.slug, person)
        return person

    def person(self, person: Person) -> Person:
        found = self.directory.person(self.campaign.slug, person.id)
        assert found
        return found

    def stop(self, person: Person, channel: Channel, why: Why = Why.STOP) -> None:
        stands = self.person(person)
        stops = {**stands.stops, channel: Stop(self.now, why, "x", stands.entry.address(channel) or "")}
        changed_person = changed(replace(stands, stops=stops), self.now, "stopped", "x", "y")
        assert self.directory.note(self.campaign.slug, changed_person)

    def report(self, unit: str = "00001", day: Any = DAY) -> None:
        """The unit's report has come."""
        stands = self.reports.unit_day_under(self.campaign, self.campaign.units[unit], day, None)
        made = report(self.campaign, self.now)
        self.reports.add(replace(made, unit=unit, day=day, revision=stands.revision + 1))

    def excuse(self, unit: str = "00001", kind: DecisionKind = DecisionKind.EXCUSE) -> None:
        unit_day = self.reports.unit_day_under(self.campaign, self.campaign.units[unit], DAY, None)
        self.reports.decide(unit_day, decision(kind, len(unit_day.decisions) + 1, at=self.now))

    def tick(self, clock: str | None = None) -> list[dict[str, object]]:
        """The tick of this hour; the clock stands there then."""
        if clock:
            self.now = at(clock)
        return self.tick_of(self.now)

    def tick_of(self, slot: datetime) -> list[dict[str, object]]:
        """The tick of a slot, whatever the clock says; a failed or killed one does nothing more."""
        try:
            return list(remind(self.stores, self.campaign, slot))
        except Killed:
            self.crashes += 1
        except GiaobanError:
            pass
        return []

    def work(self, later: timedelta = timedelta()) -> Counter[str]:
        """Everything in the queue, in a process of its own each; what fails is lost here, and the tick's concern."""
        asked, self.queue = self.queue, []
        counts: Counter[str] = Counter()
        for each in asked:
            counts += self.send(each, later)
        return counts

    def send(self, asked: ToSend, later: timedelta = timedelta()) -> Counter[str]:
        batch = self.batch(later)
        try:
            counts = send_unit(batch, self.neighbours(batch, [asked]), asked)
        except Killed:
            self.crashes += 1
            return Counter()
        except GiaobanError:
            counts = Counter()
        self._close(batch)
        return counts

    def _close(self, batch: Batch) -> None:
        """As the function does at the end, unless it dies first."""
        try:
            batch.close()
        except Killed:
            self.crashes += 1
        except GiaobanError:
            pass

    def note(self, key: Key, address: str, words: str) -> None:
        wave = self.campaign.reminders and self.campaign.reminders.wave(key.wave)
        about = key.day if not wave or wave.about == "today" else key.day - timedelta(days=1)
        is_in = bool(wave) and not wave.to_centre and self.is_in(key.unit, about)
        person = self.directory.person(self.campaign.slug, key.recipient)
        is_stopped = person is not None and key.channel not in person.reachable()
        self.handed.append(HandedOver(key, self.now, address, words, is_in, is_stopped))

    def is_in(self, unit: str, day: Any = DAY) -> bool:
        unit_day = self.reports.unit_day_under(self.campaign, self.campaign.units[unit], day, None)
        excused = [
            each.kind for each in unit_day.decisions if each.kind in {DecisionKind.EXCUSE, DecisionKind.WITHDRAW_EXCUSE}
        ]
        return unit_day.current is not None or excused[-1:] == [DecisionKind.EXCUSE]

    def messages(self, wave: str) -> list[Message]:
        return self.outbox.of_wave(self.campaign.slug, DAY, wave)

    def states(self, wave: str) -> dict[str, str]:
        """Recipient → state and reason."""
        return {each.key.recipient: " ".join(filter(None, (each.state, each.reason))) for each in self.messages(wave)}


def _named(partition: str) -> tuple[str, date]:
    campaign, day = partition.split("#")
    return campaign, date.fromisoformat(day)


class _Queue:
    def __init__(self, world: World) -> None:
        self._world = world

    def ask(self, wanted: Iterable[ToSend]) -> int:
        self._world.edges.cross("before queue.ask")
        self._world.queue += dict.fromkeys(wanted)
        self._world.edges.cross("after queue.ask")
        return len(self._world.queue)
