"""Submissions, reports and days, made with a word or two; what is not said is ordinary."""

import uuid
from datetime import date, datetime
from typing import Any

from giaoban.access import Role
from giaoban.campaign import Campaign
from giaoban.reports.report import Author, Baseline, Report, UnitDay
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


def unit_day(campaign: Campaign, *revisions: Report, day: date = DAY, baseline: Baseline | None = None) -> UnitDay:
    return UnitDay(campaign, campaign.units[UNIT], day, baseline or Baseline(), revisions)


def report(
    campaign: Campaign, received: datetime, revision: int = 1, day: date = DAY, author: Author = REPORTER, **said: Any
) -> Report:
    sent = submission(**{"base_revision": revision - 1} | said)
    return Report(campaign.slug, UNIT, day, revision, received, sent, author)
