"""How a day's revisions and decisions stand as items: a partition is a campaign's day (design decision 2).

Partition `hanoi-45#2025-08-02`: `00004#0001` a revision (0000 is revision 0), `00004#d0001` a decision,
`#deadline#0001` the day's deadline moved, `#opened` the day opened, `#changed` how often it has changed since.
"""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.models import Model

from giaoban.access import Role
from giaoban.campaign import Campaign, Unit
from giaoban.moments import milliseconds, moment_of
from giaoban.reports.decision import CallOutcome, Decision, DecisionKind, MovedDeadline
from giaoban.reports.report import Author, Baseline, KnownStock, Report, UnitDay
from giaoban.reports.submission import Submission, read_device


class Item(Model):
    """One revision. Figures and texts are JSON strings: 5 times less CPU than maps (design decision 3)."""

    day = UnicodeAttribute(hash_key=True)
    unit_revision = UnicodeAttribute(range_key=True)
    received_at = NumberAttribute(null=True)
    figures = JSONAttribute(null=True)
    words = JSONAttribute(null=True)
    sent = JSONAttribute(null=True)
    author = JSONAttribute(null=True)
    baseline = JSONAttribute(null=True)
    decision = JSONAttribute(null=True)
    changes = NumberAttribute(null=True)


OPENED, CHANGED = "#opened", "#changed"
DEADLINES = "#deadline#"


def partition(campaign: str, day: date) -> str:
    return f"{campaign}#{day.isoformat()}"


def unit_prefix(unit: str) -> str:
    return f"{unit}#"


def revision_key(unit: str, number: int) -> str:
    return f"{unit_prefix(unit)}{number:04}"


def decision_key(unit: str, number: int) -> str:
    return f"{unit_prefix(unit)}d{number:04}"


def deadline_key(number: int) -> str:
    return f"{DEADLINES}{number:04}"


def report_item(items: type[Item], report: Report) -> Item:
    sent = report.sent
    return items(
        partition(report.campaign, report.day),
        revision_key(report.unit, report.revision),
        received_at=milliseconds(report.received_at),
        figures=dict(sent.figures),
        words={"notes": dict(sent.notes), "explanations": dict(sent.explanations)},
        sent={
            "id": sent.id,
            "base_revision": sent.base_revision,
            "nothing_to_report": sent.nothing_to_report,
            "complete": sent.complete,
            "finished_at": sent.device.finished_at and sent.device.finished_at.isoformat(),
            "clock_offset_ms": sent.device.clock_offset_ms,
            "told_by": sent.told_by,
            "entered_by": sent.entered_by,
            "form": sent.form,
        },
        author=asdict(report.author),
    )


def baseline_item(items: type[Item], unit_day: UnitDay, at: datetime) -> Item:
    baseline = unit_day.baseline
    stocks = {name: [known.value, known.day.isoformat()] for name, known in baseline.stocks.items()}
    return items(
        partition(unit_day.campaign.slug, unit_day.day),
        revision_key(unit_day.unit.code, 0),
        received_at=milliseconds(at),
        baseline={"stocks": stocks, "usual": dict(baseline.usual)},
    )


def unit_day_of(
    campaign: Campaign, unit: Unit, day: date, items: Iterable[Item], moved: MovedDeadline | None
) -> UnitDay:
    """One unit's day from its items, in any order of kinds; revisions and decisions are in the order of their numbers."""
    baseline, revisions, decisions = Baseline(), [], []
    for item in items:
        number = item.unit_revision.split("#")[1]
        if number.startswith("d"):
            decisions.append(_decision(item, campaign))
        elif int(number) == 0:
            baseline = _baseline(item.baseline)
        else:
            revisions.append(_report(campaign, unit, day, int(number), item))
    return UnitDay(campaign, unit, day, baseline, tuple(revisions), tuple(decisions), moved)


def _baseline(data: dict[str, Any]) -> Baseline:
    stocks = {name: KnownStock(value, date.fromisoformat(day)) for name, (value, day) in data["stocks"].items()}
    return Baseline(stocks, data["usual"])


def _report(campaign: Campaign, unit: Unit, day: date, revision: int, item: Item) -> Report:
    sent = item.sent
    return Report(
        campaign=campaign.slug,
        unit=unit.code,
        day=day,
        revision=revision,
        received_at=moment_of(item.received_at, campaign.zone),
        sent=Submission(
            id=sent["id"],
            base_revision=sent["base_revision"],
            nothing_to_report=sent["nothing_to_report"],
            complete=sent["complete"],
            figures=item.figures,
            notes=item.words["notes"],
            explanations=item.words["explanations"],
            device=read_device({key: sent[key] for key in ("finished_at", "clock_offset_ms") if sent[key] is not None}),
            told_by=sent["told_by"],
            entered_by=sent["entered_by"],
            # Reports were stored without it before they named their form.
            form=sent.get("form"),
        ),
        author=_author(item.author),
    )


def _author(data: dict[str, Any]) -> Author:
    """Reports were stored without an account before staff dictated, and without whose link it was before that was kept."""
    return Author(Role(data["role"]), data["via"], data.get("account"), data.get("person"))


def decision_item(items: type[Item], unit_day: UnitDay, decision: Decision) -> Item:
    send_by = decision.send_by and decision.send_by.isoformat()
    return items(
        partition(unit_day.campaign.slug, unit_day.day),
        decision_key(unit_day.unit.code, decision.number),
        received_at=milliseconds(decision.at),
        decision={**asdict(decision), "at": None, "fields": dict(decision.fields), "send_by": send_by},
    )


def _decision(item: Item, campaign: Campaign) -> Decision:
    data = item.decision
    return Decision(
        number=data["number"],
        kind=DecisionKind(data["kind"]),
        at=moment_of(item.received_at, campaign.zone),
        by=data["by"],
        reason=data["reason"],
        revision=data["revision"],
        fields=data["fields"],
        outcome=data["outcome"] and CallOutcome(data["outcome"]),
        send_by=data["send_by"] and datetime.fromisoformat(data["send_by"]),
        # Decisions were stored without these before words could be made public.
        about=data.get("about", ""),
        sha256=data.get("sha256", ""),
    )


def deadline_item(items: type[Item], campaign: Campaign, day: date, moved: MovedDeadline) -> Item:
    said = {"deadline": moved.deadline.isoformat(), "by": moved.by, "reason": moved.reason}
    key = partition(campaign.slug, day), deadline_key(moved.number)
    return items(*key, received_at=milliseconds(moved.at), decision=said)


def moved_deadline_of(item: Item, campaign: Campaign) -> MovedDeadline:
    return MovedDeadline(
        number=int(item.unit_revision.split("#")[2]),
        deadline=datetime.fromisoformat(item.decision["deadline"]),
        at=moment_of(item.received_at, campaign.zone),
        by=item.decision["by"],
        reason=item.decision["reason"],
    )
