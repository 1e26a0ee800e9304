"""The outbox serves whoever has something to say to anybody: shown with shifts of supporters, who are in no directory."""

# ruff: noqa: ARG002 - a Capability is asked with more than this one needs

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest

from giaoban.contact import Channel, Why
from giaoban.outbox.batch import Batch, PostOffice
from giaoban.outbox.capability import Allowance, Recipient, Said
from giaoban.outbox.message import Key, Message, Reason
from giaoban.outbox.neighbours import Neighbours
from giaoban.outbox.outcome import Refused, SendOutcome, Taken
from giaoban.outbox.queue import ToSend
from giaoban.outbox.send import send_unit
from giaoban.outbox.wording import Wording
from giaoban.text import Text
from tests.reminders.fake_store import FakeReminderStore
from tests.reports.made import DAY, at

SLOT = at("15:30")
ASKED = ToSend("lang-sen", DAY, "shift", "SEN")
WORDS = Wording(Text("Mai bạn có ca: {place}", "Your shift: {place}"), None, (), None)


@dataclass(frozen=True)
class Supporter:
    number: str
    language: str = "vi"

    def address(self, channel: Channel) -> str | None:
        return self.number if channel is Channel.SMS else None

    def reachable(self) -> tuple[Channel, ...]:
        return (Channel.SMS,)


@dataclass
class Shifts:
    """Reminds supporters of tomorrow's shift, unless it was cancelled by the time that the message leaves."""

    supporters: Mapping[str, Supporter]
    outbox: FakeReminderStore
    cancelled: set[str] = field(default_factory=set)
    silenced: list[str] = field(default_factory=list)
    asked_in_state: list[str] = field(default_factory=list)

    def is_mine(self, campaign: str) -> bool:
        return campaign == "lang-sen"

    def units(self, campaign: str) -> Sequence[str]:
        return ("SEN",)

    def recipients(self, campaign: str, first: str, last: str) -> Mapping[str, Recipient]:
        return self.supporters

    def forbids(self, message: Message, recipient: Recipient, now: datetime) -> Reason | None:
        return None

    def still_wanted(self, message: Message, recipient: Recipient, now: datetime) -> Said | Reason:
        stands = self.outbox.get(message.key)
        self.asked_in_state.append(stands.state if stands else "")
        return Reason.DONE if message.key.recipient in self.cancelled else Said(WORDS, {"place": "Nhà văn hóa"})

    def channels(self, message: Message) -> Sequence[Channel]:
        return (Channel.SMS,)

    def allowance(self, message: Message) -> Allowance:
        return Allowance(100, message.key.day.isoformat(), altogether=100)

    def silence(self, message: Message, recipient: Recipient, why: Why, now: datetime) -> None:
        self.silenced.append(message.key.recipient)


class Texter:
    def __init__(self) -> None:
        self.taken: list[tuple[str, str]] = []
        self.outcome: SendOutcome = Taken("id-1")

    def send(self, number: str, text: str, tags: Mapping[str, str]) -> SendOutcome:
        self.taken.append((number, text))
        return self.outcome


@pytest.fixture
def shifts() -> Shifts:
    outbox = FakeReminderStore()
    for name in ("lan", "minh"):
        outbox.add(Message(Key("lang-sen", DAY, "shift", "SEN", Channel.SMS, name), SLOT))
    return Shifts({"lan": Supporter("+84912000001"), "minh": Supporter("+84912000002", "en")}, outbox)


def send(shifts: Shifts, texter: Texter) -> Mapping[str, int]:
    office: Any = PostOffice(shifts.outbox, mailer=None, texter=texter, ring=lambda _: None, pause=lambda _: None)  # type: ignore[arg-type]
    batch = Batch(office, shifts, SLOT, lambda: 0.0)
    return send_unit(batch, Neighbours(shifts.outbox, shifts, [ASKED]), ASKED)


def test_each_supporter_hears_in_their_own_language_once(shifts: Shifts) -> None:
    texter = Texter()
    assert send(shifts, texter) == {"SENT": 2}
    assert texter.taken == [
        ("+84912000001", "Mai ban co ca: Nha van hoa"),
        ("+84912000002", "Your shift: Nha van hoa"),
    ]
    assert send(shifts, texter) == {}


def test_whether_a_message_is_still_wanted_is_asked_when_it_is_claimed_and_about_to_leave(shifts: Shifts) -> None:
    texter = Texter()
    shifts.cancelled = {"lan"}
    assert send(shifts, texter) == {"SKIPPED": 1, "SENT": 1}
    assert shifts.asked_in_state == ["CLAIMED", "CLAIMED"]
    assert [number for number, _ in texter.taken] == ["+84912000002"]


def test_who_has_opted_out_is_silenced_where_the_capability_keeps_its_people(shifts: Shifts) -> None:
    texter = Texter()
    texter.outcome = Refused("Conflict", is_opted_out=True)
    assert send(shifts, texter) == {"FAILED": 2}
    assert shifts.silenced == ["lan", "minh"]


def test_who_is_not_there_any_more_hears_nothing(shifts: Shifts) -> None:
    texter = Texter()
    shifts.supporters = {}
    assert send(shifts, texter) == {"SKIPPED": 2}
    assert texter.taken == []
