"""From what a coordinator sent to the decision to store, or to the reason why not."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from giaoban.campaign import Campaign
from giaoban.problem import Conflict, Problem, Refused, below, problem
from giaoban.reports.decision import Decision, Kind, MovedDeadline, Outcome, is_excused, who_is_calling
from giaoban.reports.report import Day, UnitDay
from giaoban.reports.state import State, state_of

type Body = Mapping[str, Any]


def excuse(unit_day: UnitDay, body: Body, by: str, now: datetime) -> Decision:
    """Raises Refused when there is nothing to excuse, or nothing to take back."""
    withdraw = body.get("withdraw", False)
    if withdraw and not is_excused(unit_day.decisions):
        raise Refused("decision_refused", [problem("/withdraw", "nothing_to_withdraw")])
    if not withdraw and not can_be_excused(unit_day, now):
        raise Refused("decision_refused", [problem("", "nothing_to_excuse")])
    return _next(unit_day, Kind.WITHDRAW_EXCUSE if withdraw else Kind.EXCUSE, by, now, reason=body["reason"])


def can_be_excused(unit_day: UnitDay, now: datetime) -> bool:
    """Also before the deadline: a commune that has no power says so beforehand."""
    return state_of(unit_day, now) not in {State.ON_TIME, State.EXCUSED}


def send_back(unit_day: UnitDay, body: Body, by: str, now: datetime) -> Decision:
    """Raises Refused without a report, and for fields that its form does not have."""
    known = {*unit_day.form.figures, "difficulties", "proposals"}
    problems = [problem(below("/fields", name), "unknown_field") for name in body["fields"] if name not in known]
    if not unit_day.current:
        problems.append(problem("", "nothing_to_return"))
    if problems:
        raise Refused("decision_refused", problems)
    return _next(unit_day, Kind.RETURN, by, now, fields=body["fields"])


def call(unit_day: UnitDay, body: Body, by: str, now: datetime) -> Decision:
    """Raises Refused for a promise without an hour to come, Conflict while somebody else is on the telephone."""
    outcome = Outcome(body["outcome"])
    send_by = _moment(body["send_by"], "/send_by", unit_day.campaign) if "send_by" in body else None
    if problems := _promise_problems(outcome, send_by, now):
        raise Refused("decision_refused", problems)
    other = who_is_calling(unit_day.decisions, now)
    if outcome is Outcome.CALLING and other not in {None, by}:
        raise Conflict("somebody_is_calling", who=other or "")
    return _next(unit_day, Kind.CALL, by, now, reason=body.get("note", ""), outcome=outcome, send_by=send_by)


def move_deadline(day: Day, body: Body, by: str, now: datetime) -> MovedDeadline:
    """Only ever to later than the campaign's own, and while the day can still be corrected. Raises Refused."""
    campaign = day.campaign
    deadline = _moment(body["deadline"], "/deadline", campaign)
    if not campaign.deadline(day.day) <= deadline < campaign.corrections_close(day.day):
        raise Refused("decision_refused", [problem("/deadline", "deadline_out_of_reach")])
    return MovedDeadline(day.moved.number + 1 if day.moved else 1, deadline, now, by, body["reason"])


def _promise_problems(outcome: Outcome, send_by: datetime | None, now: datetime) -> list[Problem]:
    if (outcome is Outcome.WILL_SEND) != (send_by is not None):
        return [problem("/send_by", "send_by_with_promise")]
    return [problem("/send_by", "send_by_past")] if send_by and send_by <= now else []


def _moment(text: str, path: str, campaign: Campaign) -> datetime:
    """On the campaign's clock, in whole seconds. RFC 3339 has moments that Python has not: year 0, the second 60."""
    try:
        return datetime.fromisoformat(text.upper()).astimezone(campaign.zone).replace(microsecond=0)
    except (ValueError, OverflowError) as error:
        raise Refused("decision_refused", [problem(path, "wrong_form")]) from error


def _next(unit_day: UnitDay, kind: Kind, by: str, now: datetime, **said: Any) -> Decision:
    at = now.astimezone(unit_day.campaign.zone)
    return Decision(len(unit_day.decisions) + 1, kind, at, by, revision=unit_day.revision, **said)
