"""What a coordinator decides about a unit's day: excuse it, return it, call about it, make its words public.

Only ever added, like revisions.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum

# Somebody who said “I am calling” and then nothing is thought to have been called away.
CALLING_LASTS = timedelta(minutes=5)
# Of one unit's day, or of a day's deadline: far more than people make, and a bound on what one board reads.
MAX_DECISIONS = 200


class DecisionKind(StrEnum):
    EXCUSE = "excuse"
    WITHDRAW_EXCUSE = "withdraw_excuse"
    RETURN = "return"
    CALL = "call"
    MAKE_PUBLIC = "make_public"
    WITHDRAW_PUBLIC = "withdraw_public"


OF_PUBLIC_WORDS = frozenset({DecisionKind.MAKE_PUBLIC, DecisionKind.WITHDRAW_PUBLIC})


class CallOutcome(StrEnum):
    """What became of a call; `calling` says to the other coordinators that somebody is at it."""

    CALLING = "calling"
    NO_ANSWER = "no_answer"
    WILL_SEND = "will_send"
    REACHED = "reached"


@dataclass(frozen=True)
class Decision:
    """`revision` is the one that stood when it was taken; `fields` are the reasons of a return, by figure.

    `about` and `sha256` name the one text that a decision about public words is bound to.
    """

    number: int
    kind: DecisionKind
    at: datetime
    by: str
    reason: str = ""
    revision: int = 0
    fields: Mapping[str, str] = field(default_factory=dict)
    outcome: CallOutcome | None = None
    send_by: datetime | None = None
    about: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class MovedDeadline:
    """A day's deadline moved for everybody, because the outage was ours."""

    number: int
    deadline: datetime
    at: datetime
    by: str
    reason: str

    def stands_in(self, moves: "Sequence[MovedDeadline]") -> bool:
        """Whether the same person has said the same under this number: its reply was lost, and nobody came first."""
        return any(replace(each, at=self.at) == self for each in moves)


def stands_already(decisions: Sequence[Decision], decision: Decision) -> bool:
    """Whether the same person has said the same under this number: its reply was lost, and nobody came first."""
    return any(replace(each, at=decision.at, revision=decision.revision) == decision for each in decisions)


def last_excuse(decisions: Sequence[Decision]) -> Decision | None:
    """The last word on an excuse, if it is one: it can be withdrawn, and given again."""
    spoken = [each for each in decisions if each.kind in {DecisionKind.EXCUSE, DecisionKind.WITHDRAW_EXCUSE}]
    return spoken[-1] if spoken and spoken[-1].kind is DecisionKind.EXCUSE else None


def is_excused(decisions: Sequence[Decision]) -> bool:
    return last_excuse(decisions) is not None


def is_returned(decisions: Sequence[Decision], revision: int) -> bool:
    """Until the unit sends another revision."""
    return any(each.kind is DecisionKind.RETURN and each.revision == revision for each in decisions)


def last_call(decisions: Sequence[Decision]) -> Decision | None:
    return next((each for each in reversed(decisions) if each.kind is DecisionKind.CALL), None)


def who_is_calling(decisions: Sequence[Decision], now: datetime) -> str | None:
    """Who is on the telephone with the unit at this moment, as far as anybody has said."""
    call = last_call(decisions)
    going = call is not None and call.outcome is CallOutcome.CALLING and now < call.at + CALLING_LASTS
    return call.by if call and going else None


def made_public(decisions: Sequence[Decision], about: str, sha256: str) -> Decision | None:
    """The last word on that one text, if it is that it is public."""
    spoken = [
        each for each in decisions if each.kind in OF_PUBLIC_WORDS and (each.about, each.sha256) == (about, sha256)
    ]
    return spoken[-1] if spoken and spoken[-1].kind is DecisionKind.MAKE_PUBLIC else None


def promise_broken(decisions: Sequence[Decision], revision: int, now: datetime) -> bool:
    """“Will send by 16:20”, it is later, and nothing has come since the call."""
    call = last_call(decisions)
    return bool(call and call.send_by and now >= call.send_by and revision <= call.revision)
