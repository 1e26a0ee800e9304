"""Taking in a report: one read, the decision, one conditional write; a lost reply is recognised (design decision 4)."""

from dataclasses import dataclass, replace
from datetime import datetime

from giaoban.problem import Conflict, Unavailable
from giaoban.reports.report import Author, Report, UnitDay, accept, require_open
from giaoban.reports.store import ReportStore
from giaoban.reports.submission import Submission
from giaoban.reports.views import unit_day_view


@dataclass(frozen=True)
class Taken:
    """The stored revision, the unit's day up to it, and whether this call stored it."""

    unit_day: UnitDay
    is_new: bool


def submit(store: ReportStore, unit_day: UnitDay, sent: Submission, author: Author, now: datetime) -> Taken:
    """Stores `sent` as the next revision of `unit_day` (as just read).

    Raises Refused, Closed, Conflict (with the current report) and Unavailable (sending the same again is safe).
    """
    if again := _sent_already(unit_day, sent, now):
        return again
    require_open(unit_day, author.role, now)
    if sent.base_revision < unit_day.revision:
        raise _conflict("another_came_first", unit_day, now)
    report = accept(sent, unit_day, author, now)
    if _stored(store, report):
        return Taken(_with(unit_day, report), is_new=True)
    return _after_a_refused_write(store, unit_day, sent, now)


def _stored(store: ReportStore, report: Report) -> bool:
    try:
        return store.add(report)
    except Unavailable:
        # The write's fate is unknown: only what stands there now can tell.
        return False


def _after_a_refused_write(store: ReportStore, unit_day: UnitDay, sent: Submission, now: datetime) -> Taken:
    """The revision exists: by our own write whose reply was lost, or by another's."""
    stands = store.unit_day_under(unit_day.campaign, unit_day.unit, unit_day.day, unit_day.moved)
    if again := _sent_already(stands, sent, now):
        return again
    if stands.revision > unit_day.revision:
        raise _conflict("another_came_first", stands, now)
    raise Unavailable("store_silent")


def _sent_already(unit_day: UnitDay, sent: Submission, now: datetime) -> Taken | None:
    stored = unit_day.sent_before(sent)
    if stored is None:
        return None
    if stored.sent.content != sent.content:
        raise _conflict("same_id_other_content", unit_day, now)
    return Taken(_up_to(unit_day, stored), is_new=False)


def _conflict(name: str, unit_day: UnitDay, now: datetime) -> Conflict:
    return Conflict(name, current=unit_day_view(unit_day, now), revision=unit_day.revision)


def _with(unit_day: UnitDay, report: Report) -> UnitDay:
    return replace(unit_day, revisions=(*unit_day.revisions, report))


def _up_to(unit_day: UnitDay, report: Report) -> UnitDay:
    return replace(unit_day, revisions=unit_day.revisions[: report.revision])
