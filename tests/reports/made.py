"""Submissions, reports, decisions and days, made with a word or two; what is not said is ordinary."""

import uuid
from datetime import date, datetime
from typing import Any

from giaoban.access import Role
from giaoban.campaign import Campaign
from giaoban.reports.decision import CallOutcome, Decision, DecisionKind, MovedDeadline
from giaoban.reports.report import Author, Report, UnitDay
from giaoban.reports.submission import Device, Submission

DAY = date(2025, 8, 2)
UNIT = "00001"
REPORTER = Author(Role.REPORTER, "l-abcdefgh")
COORDINATOR = Author(Role.COORDINATOR, "s-12345678")


def at(clock: str, day: date = DAY) -> datetime:
    """That time of the day in Hanoi: `15:59:59.999`."""
    return datetime.fromisoformat(f"{day}T{clock}+07:00")


def new_id() -> str:
    return str(uuid.uuid4())


def submission(**said: Any) -> Submission:
    ordinary: dict[str, Any] = {
        "id": new_id(),
        "base_revision": 0,
        "nothing_to_report": False,
        "complete": True,
        "figures": {"dossiers_online": 41},
        "notes": {},
        "explanations": {},
        "device": Device(None, 0),
    }
    return Submission(**ordinary | said)


def body(**said: Any) -> dict[str, Any]:
    """A PUT's body; a field given as None is left out."""
    ordinary = {"submission_id": new_id(), "base_revision": 0, "figures": {"dossiers_online": 41}}
    return {name: value for name, value in (ordinary | said).items() if value is not None}


def unit_day(campaign: Campaign, *revisions: Report, day: date = DAY, **said: Any) -> UnitDay:
    """`said` may be its baseline, its decisions, its moved deadline."""
    return UnitDay(campaign, campaign.units[UNIT], day, revisions=revisions, **said)


def decision(kind: DecisionKind, number: int = 1, **said: Any) -> Decision:
    ordinary: dict[str, Any] = {"at": at("15:30"), "by": "dieu-phoi-1", "reason": "Mất điện"}
    return Decision(number, kind, **ordinary | said)


def call(outcome: CallOutcome, number: int = 1, **said: Any) -> Decision:
    return decision(DecisionKind.CALL, number, outcome=outcome, **{"reason": ""} | said)


def moved(clock: str, number: int = 1) -> MovedDeadline:
    """To that time of the day."""
    return MovedDeadline(number, at(clock), at("15:50"), "dieu-phoi-1", "Hệ thống ngừng")


def report(
    campaign: Campaign, received: datetime, revision: int = 1, day: date = DAY, author: Author = REPORTER, **said: Any
) -> Report:
    sent = submission(**{"base_revision": revision - 1} | said)
    return Report(campaign.slug, UNIT, day, revision, received, sent, author)
