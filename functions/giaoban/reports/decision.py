"""What a coordinator decides about a unit's day: excuse it, return it, call about it. Only ever added, like revisions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum

# Somebody who said “I am calling” and then nothing is thought to have been called away.
CALLING_LASTS = timedelta(minutes=5)


class Kind(StrEnum):
    EXCUSE = "excuse"
    WITHDRAW_EXCUSE = "withdraw_excuse"
    RETURN = "return"
    CALL = "call"


class Outcome(StrEnum):
    """What became of a call; `calling` says to the other coordinators that somebody is at it."""

    CALLING = "calling"
    NO_ANSWER = "no_answer"
    WILL_SEND = "will_send"
    REACHED = "reached"


@dataclass(frozen=True)
class Decision:
    """`revision` is the one that stood when it was taken; `fields` are the reasons of a return, by figure."""

    number: int
    kind: Kind
    at: datetime
    by: str
    reason: str = ""
    revision: int = 0
    fields: Mapping[str, str] = field(default_factory=dict)
    outcome: Outcome | None = None
    send_by: datetime | None = None


@dataclass(frozen=True)
class MovedDeadline:
    """A day's deadline moved for everybody, because the outage was ours."""

    number: int
    deadline: datetime
    at: datetime
    by: str
    reason: str


def is_excused(decisions: Sequence[Decision]) -> bool:
    """The last word counts: an excuse can be withdrawn, and given again."""
    spoken = [each for each in decisions if each.kind in {Kind.EXCUSE, Kind.WITHDRAW_EXCUSE}]
    return bool(spoken) and spoken[-1].kind is Kind.EXCUSE


def is_returned(decisions: Sequence[Decision], revision: int) -> bool:
    """Until the unit sends another revision."""
    return any(each.kind is Kind.RETURN and each.revision == revision for each in decisions)


def last_call(decisions: Sequence[Decision]) -> Decision | None:
    return next((each for each in reversed(decisions) if each.kind is Kind.CALL), None)


def who_is_calling(decisions: Sequence[Decision], now: datetime) -> str | None:
    """Who is on the telephone with the unit at this moment, as far as anybody has said."""
    call = last_call(decisions)
    going = call is not None and call.outcome is Outcome.CALLING and now < call.at + CALLING_LASTS
    return call.by if call and going else None


def promise_broken(decisions: Sequence[Decision], revision: int, now: datetime) -> bool:
    """“Will send by 16:20”, it is later, and nothing has come since the call."""
    call = last_call(decisions)
    return bool(call and call.send_by and now >= call.send_by and revision <= call.revision)
