"""What an answer about a unit's day says: times on the campaign's clock, figures flat, blank left out."""

from collections.abc import Mapping
from datetime import datetime

from giaoban.campaign import Finding
from giaoban.moments import iso
from giaoban.reports.decision import Decision, DecisionKind, made_public
from giaoban.reports.free_text import texts_of
from giaoban.reports.personal import looks_personal
from giaoban.reports.report import Author, Report, UnitDay
from giaoban.reports.state import State, flags_of, state_of, state_without_excuse

type View = dict[str, object]


def receipt_view(unit_day: UnitDay, now: datetime) -> View:
    """The answer to a report: what arrived, when, where the day stands, what is doubtful."""
    report = unit_day.current
    return {
        "unit": unit_day.unit.code,
        "day": unit_day.day.isoformat(),
        "revision": unit_day.revision,
        **_state(unit_day, now),
        "flags": flags_of(unit_day),
        "received_at": _on_clock(report),
        "receipt": report and report.receipt,
        "findings": [finding.view() for finding in findings_of(unit_day)],
    }


def unit_day_view(unit_day: UnitDay, now: datetime) -> View:
    """The current report, or revision 0, with what the earlier days say and until when it can be corrected."""
    return {
        **receipt_view(unit_day, now),
        **_sent(unit_day.current),
        "baseline": _baseline(unit_day),
        "returns": [_return(each) for each in unit_day.decisions if each.kind is DecisionKind.RETURN],
        "corrections_close": unit_day.campaign.corrections_close(unit_day.day).isoformat(),
        **_gone(unit_day),
    }


def _gone(unit_day: UnitDay) -> View:
    """How figures are called that today's form asks no more; nothing where there are none, as on most days."""
    given = dict.fromkeys(name for report in unit_day.revisions for name in report.sent.figures)
    titles = unit_day.campaign.titles_gone(unit_day.unit, given)
    return {"titles_gone": {name: title.view() for name, title in titles.items()}} if titles else {}


def decision_view(decision: Decision) -> View:
    """One line of what coordinators decided."""
    return {
        "number": decision.number,
        "kind": decision.kind,
        "at": iso(decision.at),
        "by": decision.by,
        "reason": decision.reason,
        "revision": decision.revision,
        "fields": dict(decision.fields),
        "outcome": decision.outcome,
        "send_by": decision.send_by and decision.send_by.isoformat(),
        "about": decision.about or None,
        "sha256": decision.sha256 or None,
    }


def texts_view(unit_day: UnitDay) -> list[View]:
    """Each text of the report that counts, the hash that a decision names it by, and whether anybody may read it."""
    return [
        {
            "about": each.about,
            "text": each.text,
            "sha256": each.sha256,
            "public": decision and decision_view(decision),
            "looks_personal": [found.view() for found in looks_personal(each.text)],
        }
        for each in texts_of(unit_day.current, findings_of(unit_day))
        for decision in [made_public(unit_day.decisions, each.about, each.sha256)]
    ]


def _state(unit_day: UnitDay, now: datetime) -> View:
    """An excused day remembers what it was."""
    state = state_of(unit_day, now)
    return {"state": state, **({"was": state_without_excuse(unit_day, now)} if state is State.EXCUSED else {})}


def history_view(unit_day: UnitDay) -> list[View]:
    """Every revision in order, whole, with through which link it came, whose that was, or from which account of the staff."""
    return [
        {
            "revision": report.revision,
            "received_at": _on_clock(report),
            "receipt": report.receipt,
            "by": _by(report.author),
            **_sent(report),
        }
        for report in unit_day.revisions
    ]


def _by(author: Author) -> View:
    return {"role": author.role, "link": author.via, "account": author.account, "person": author.person}


def _return(decision: Decision) -> View:
    at = iso(decision.at)
    return {"revision": decision.revision, "at": at, "fields": dict(decision.fields)}


def _sent(report: Report | None) -> View:
    sent = report and report.sent
    if not sent:
        blank: View = {"submission_id": None, "complete": None, "nothing_to_report": None}
        return {**blank, "figures": {}, "notes": {}, "explanations": {}}
    told: View = {"told_by": sent.told_by, "entered_by": sent.entered_by} if sent.told_by else {}
    return {
        "submission_id": sent.id,
        "complete": sent.complete,
        "nothing_to_report": sent.nothing_to_report,
        "figures": dict(sent.figures),
        "notes": dict(sent.notes),
        "explanations": dict(sent.explanations),
        **told,
    }


def _baseline(unit_day: UnitDay) -> View:
    stocks: Mapping[str, View] = {
        name: {"value": known.value, "day": known.day.isoformat()} for name, known in unit_day.baseline.stocks.items()
    }
    return {"stocks": stocks, "usual": dict(unit_day.baseline.usual)}


def findings_of(unit_day: UnitDay) -> list[Finding]:
    report = unit_day.current
    if not report:
        return []
    return unit_day.form.findings(report.sent.figures, unit_day.baseline.past, report.sent.explanations)


def _on_clock(report: Report | None) -> str | None:
    return iso(report.received_at) if report else None
