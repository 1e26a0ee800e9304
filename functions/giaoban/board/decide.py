"""From what a coordinator sent to the decision to store, or to the reason why not."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from giaoban.board.public_words import public_problems, require_looked_at
from giaoban.board.views import deadline_view
from giaoban.campaign import Campaign
from giaoban.problem import Conflict, Problem, Refused, below, problem
from giaoban.reports.decision import (
    MAX_DECISIONS,
    CallOutcome,
    Decision,
    DecisionKind,
    MovedDeadline,
    is_excused,
    who_is_calling,
)
from giaoban.reports.report import Day, UnitDay
from giaoban.reports.state import State, state_of

type Body = Mapping[str, Any]


def excuse(unit_day: UnitDay, body: Body, by: str, now: datetime) -> Decision:
    kind = DecisionKind.WITHDRAW_EXCUSE if body.get("withdraw", False) else DecisionKind.EXCUSE
    return _next(unit_day, body, kind, by, now, reason=body["reason"])


def send_back(unit_day: UnitDay, body: Body, by: str, now: datetime) -> Decision:
    return _next(unit_day, body, DecisionKind.RETURN, by, now, fields=body["fields"])


def call(unit_day: UnitDay, body: Body, by: str, now: datetime) -> Decision:
    """Raises Refused for an hour that is none."""
    send_by = _moment(body["send_by"], "/send_by", unit_day.campaign) if "send_by" in body else None
    said = {"reason": body.get("note", ""), "outcome": CallOutcome(body["outcome"]), "send_by": send_by}
    return _next(unit_day, body, DecisionKind.CALL, by, now, **said)


def make_public(unit_day: UnitDay, body: Body, by: str, now: datetime) -> Decision:
    """Raises Refused for what looks personal and nobody says to have looked at."""
    said = {"about": body["about"], "sha256": body["sha256"]}
    if body.get("withdraw", False):
        return _next(unit_day, body, DecisionKind.WITHDRAW_PUBLIC, by, now, **said)
    require_looked_at(unit_day, body)
    return _next(unit_day, body, DecisionKind.MAKE_PUBLIC, by, now, **said)


def require(unit_day: UnitDay, decision: Decision, now: datetime) -> None:
    """Raises Refused with every problem of the decision, Conflict while somebody else is on the telephone."""
    if problems := _problems(unit_day, decision, now):
        raise Refused("decision_refused", problems)
    # A text must be hidden again even when nothing else can be decided any more.
    if decision.kind is not DecisionKind.WITHDRAW_PUBLIC:
        require_room(decision.number)
    other = who_is_calling(unit_day.decisions, now)
    if decision.outcome is CallOutcome.CALLING and other not in {None, decision.by}:
        raise Conflict("somebody_is_calling", who=other or "")


def require_room(number: int) -> None:
    """Raises Refused for a decision beyond the last that may be stored."""
    if number > MAX_DECISIONS:
        raise Refused("decision_refused", [problem("", "too_many_decisions", limit=MAX_DECISIONS)])


def can_be_excused(unit_day: UnitDay, now: datetime) -> bool:
    """Also before the deadline: a commune that has no power says so beforehand."""
    return state_of(unit_day, now) not in {State.ON_TIME, State.EXCUSED}


def _problems(unit_day: UnitDay, decision: Decision, now: datetime) -> list[Problem]:
    match decision.kind:
        case DecisionKind.EXCUSE:
            return [] if can_be_excused(unit_day, now) else [problem("", "nothing_to_excuse")]
        case DecisionKind.WITHDRAW_EXCUSE:
            return [] if is_excused(unit_day.decisions) else [problem("/withdraw", "nothing_to_withdraw")]
        case DecisionKind.RETURN:
            return _return_problems(unit_day, decision)
        case DecisionKind.CALL:
            return _promise_problems(decision, now)
        case DecisionKind.MAKE_PUBLIC | DecisionKind.WITHDRAW_PUBLIC:
            return public_problems(unit_day, decision)


def _return_problems(unit_day: UnitDay, decision: Decision) -> list[Problem]:
    """Of fields that the form does not have, and without a report to mend."""
    known = {*unit_day.form.figures, "difficulties", "proposals"}
    problems = [problem(below("/fields", name), "unknown_field") for name in decision.fields if name not in known]
    return problems if unit_day.current else [*problems, problem("", "nothing_to_return")]


def _promise_problems(call: Decision, now: datetime) -> list[Problem]:
    if (call.outcome is CallOutcome.WILL_SEND) != (call.send_by is not None):
        return [problem("/send_by", "send_by_with_promise")]
    return [problem("/send_by", "send_by_past")] if call.send_by and call.send_by <= now else []


def move_deadline(day: Day, body: Body, by: str, now: datetime) -> MovedDeadline:
    """The move after the last one that the coordinator saw.

    Only ever to later than the campaign's own, and while the day can still be corrected. Raises Refused.
    """
    campaign = day.campaign
    deadline = _moment(body["deadline"], "/deadline", campaign)
    if not campaign.deadline(day.day) <= deadline < campaign.corrections_close(day.day):
        raise Refused("decision_refused", [problem("/deadline", "deadline_out_of_reach")])
    at = now.astimezone(campaign.zone)
    return MovedDeadline(int(body["base_decision"]) + 1, deadline, at, by, body["reason"])


def require_same_deadline(day: Day, moved: MovedDeadline) -> None:
    """Raises Conflict when somebody has moved it since it was seen, Refused for a sight that nobody can have."""
    following = day.moved.number + 1 if day.moved else 1
    if moved.number > following:
        raise Refused("decision_refused", [problem("/base_decision", "base_decision_unknown")])
    if moved.number < following:
        raise moved_meanwhile(day)
    require_room(moved.number)


def moved_meanwhile(day: Day) -> Conflict:
    return Conflict("deadline_moved_meanwhile", current=deadline_view(day))


def _moment(text: str, path: str, campaign: Campaign) -> datetime:
    """On the campaign's clock, in whole seconds. RFC 3339 has moments that Python has not: year 0, the second 60."""
    try:
        return datetime.fromisoformat(text.upper()).astimezone(campaign.zone).replace(microsecond=0)
    except (ValueError, OverflowError) as error:
        raise Refused("decision_refused", [problem(path, "wrong_form")]) from error


def _next(unit_day: UnitDay, body: Body, kind: DecisionKind, by: str, now: datetime, **said: Any) -> Decision:
    """The decision after the last one that the coordinator saw."""
    at = now.astimezone(unit_day.campaign.zone)
    return Decision(int(body["base_decision"]) + 1, kind, at, by, revision=unit_day.revision, **said)
