"""A campaign's reminders as its data say them: waves, messages, limits, hours. No code knows a wave by name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from enum import StrEnum
from typing import Any

from giaoban.contact import Channel, Duty
from giaoban.outbox.wording import Wording, read_wording
from giaoban.text import Text

type Data = Mapping[str, Any]


class About(StrEnum):
    """Which day's report a wave reminds of."""

    TODAY = "today"
    YESTERDAY = "yesterday"


@dataclass(frozen=True)
class Wave:
    """One round of messages at one hour of every day. `channels`: the order of falling back.

    `is_late`: it speaks of a deadline that has passed, and is silent while it has not. `to_centre`: one message to the
    centre about all the units, instead of one to each.
    """

    id: str
    names: Text
    at: time
    about: About
    roles: tuple[Duty, ...]
    channels: tuple[Channel, ...]
    message: str
    is_late: bool = False
    to_centre: bool = False


@dataclass(frozen=True)
class Limits:
    """`sms_per_day`, `sms_campaign`: parts for the waves and milestones, of which nothing else takes any."""

    sms_per_day: int
    sms_campaign: int
    cost_per_part_vnd: int


class Asker(StrEnum):
    """Who asks for a unit's link: somebody who shows one of that unit, however old, or whoever comes."""

    HOLDER = "holder"
    STRANGER = "stranger"


@dataclass(frozen=True)
class Share:
    """What each hour has anew for one kind of asker: requests for one unit, for all of them, parts of SMS.

    So nobody uses up in the morning what somebody needs before the deadline, nor what the other kind has.
    """

    per_unit: int
    all_units: int
    sms_parts: int


@dataclass(frozen=True)
class Contact:
    """Somebody at the centre, who gets the call list and what concerns no unit."""

    id: str
    names: Text
    email: str


@dataclass(frozen=True)
class Milestone:
    """Something that an owner has promised for the end of a day."""

    id: str
    due: date
    owner: str
    names: Text


@dataclass(frozen=True)
class MilestoneRules:
    """`owners`: key of the campaign's owners → kind of unit; every other owner that is no unit is told at the centre."""

    at: time
    days_before: tuple[int, ...]
    days_overdue: tuple[int, ...]
    message: str
    overdue_message: str
    roles: tuple[Duty, ...]
    channels: tuple[Channel, ...]
    owners: Mapping[str, str]
    dated: tuple[Milestone, ...]


@dataclass(frozen=True)
class AskedRules:
    """How a link that somebody asks for reaches the unit, and how many there are in an hour."""

    names: Text
    roles: tuple[Duty, ...]
    channels: tuple[Channel, ...]
    message: str
    hourly: Mapping[Asker, Share]


@dataclass(frozen=True)
class ReminderRules:
    """All of it. `hours`: from when until when anybody is written to. `longest_origin`: what a link may begin with."""

    hours: tuple[time, time]
    longest_origin: int
    waves: tuple[Wave, ...]
    milestones: MilestoneRules
    asked: AskedRules
    limits: Limits
    centre: tuple[Contact, ...]
    centre_code: str
    messages: Mapping[str, Wording] = field(repr=False)
    chat: Text

    def wave(self, wave_id: str) -> Wave | None:
        return next((wave for wave in self.waves if wave.id == wave_id), None)


def read_reminder_rules(campaign: Data, messages: Data) -> ReminderRules:
    """From campaign.json and the file of messages that its `reminders` name; both have passed their checks."""
    data = campaign["reminders"]
    begins, ends = data["hours"]
    return ReminderRules(
        hours=(time.fromisoformat(begins), time.fromisoformat(ends)),
        longest_origin=data["longest_origin"],
        waves=tuple(_wave(each) for each in data["waves"]),
        milestones=_milestones(data["milestones"], campaign["milestones"]),
        asked=_asked(data["asked"]),
        limits=Limits(**data["limits"]),
        centre=tuple(Contact(each["id"], Text.read(each["names"]), each["email"]) for each in data["centre"]),
        centre_code=campaign["centre"]["code"],
        messages={name: read_wording(each) for name, each in messages["messages"].items()},
        chat=_joined(messages["chat"]),
    )


def _asked(data: Data) -> AskedRules:
    hourly = {Asker(name): Share(**each) for name, each in data["hourly"].items()}
    return AskedRules(Text.read(data["names"]), *_to_whom(data), message=data["message"], hourly=hourly)


def _wave(data: Data) -> Wave:
    roles, channels = _to_whom(data)
    return Wave(
        id=data["id"],
        names=Text.read(data["names"]),
        at=time.fromisoformat(data["at"]),
        about=About(data.get("about", About.TODAY)),
        roles=roles,
        channels=channels,
        message=data["message"],
        is_late=data.get("late", False),
        to_centre=data.get("to_centre", False),
    )


def _milestones(data: Data, milestones: Iterable[Data]) -> MilestoneRules:
    roles, channels = _to_whom(data)
    return MilestoneRules(
        at=time.fromisoformat(data["at"]),
        days_before=tuple(data["days_before"]),
        days_overdue=tuple(data["days_overdue"]),
        message=data["message"],
        overdue_message=data["overdue_message"],
        roles=roles,
        channels=channels,
        owners=data["owners"],
        dated=tuple(
            Milestone(each["id"], date.fromisoformat(each["due"]), each["owner"], Text.read(each["names"]))
            for each in milestones
            if each["due"]
        ),
    )


def _to_whom(data: Data) -> tuple[tuple[Duty, ...], tuple[Channel, ...]]:
    return tuple(map(Duty, data.get("roles", []))), tuple(map(Channel, data["channels"]))


def _joined(paragraphs: Sequence[Mapping[str, str]]) -> Text:
    texts = [Text.read(each) for each in paragraphs]
    return Text("\n".join(each.vi for each in texts), "\n".join(each.en for each in texts))
