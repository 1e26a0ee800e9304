"""What an edition says otherwise than the one it replaces, unit by unit, and why."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Final, NotRequired, ReadOnly, TypedDict

from giaoban.campaign.edition_rules import EditionRules
from giaoban.editions.content.edition import Edition
from giaoban.editions.content.units import Change, MovedFigure, MovedWords, UnitLine, Words
from giaoban.editions.line import Line, Values
from giaoban.moments import iso
from giaoban.reports.decision import OF_PUBLIC_WORDS, Decision, DecisionKind

# What makes a unit's day another one. Calls and records of earlier days do not.
COMPARED: Final = ("state", "was", "flags", "revision", "past")


class KnownDay(TypedDict):
    """What is compared of a unit's line; of a unit that an edition does not have, nothing is known."""

    state: ReadOnly[str | None]
    was: ReadOnly[str | None]
    flags: ReadOnly[Sequence[str]]
    revision: ReadOnly[int]
    past: ReadOnly[bool]
    figures: ReadOnly[Values]
    decisions: ReadOnly[int]
    public: NotRequired[ReadOnly[Sequence[Words]]]


UNKNOWN: KnownDay = {
    "state": None,
    "was": None,
    "flags": [],
    "revision": 0,
    "past": False,
    "figures": {},
    "decisions": 0,
}


def change_views(
    lines: Sequence[Line], rows: Sequence[UnitLine], replaced: Edition, rules: EditionRules
) -> list[Change]:
    """`rows` are the new edition's, one for each line."""
    before: dict[str, KnownDay] = {row["unit"]["code"]: row for row in replaced["units"]}
    return [
        _view(line, before.get(line.code, UNKNOWN), row, rules)
        for line, row in zip(lines, rows, strict=True)
        if _differs(before.get(line.code, UNKNOWN), row)
    ]


def _differs(before: KnownDay, row: KnownDay) -> bool:
    return _is_another_day(before, row) or _said(before) != _said(row)


def _is_another_day(before: KnownDay, row: KnownDay) -> bool:
    return any(before[name] != row[name] for name in COMPARED)


def _said(row: KnownDay) -> dict[str, str]:
    """What anybody may read of the unit's own words, by where it stands in the report."""
    return {each["about"]: each["text"] for each in row.get("public", [])}


def _view(line: Line, before: KnownDay, row: UnitLine, rules: EditionRules) -> Change:
    why, at, by, reason = _why(line, before, row)
    view: Change = {
        "unit": line.code,
        "state": {"from": before["state"], "to": row["state"]},
        "revision": {"from": before["revision"], "to": row["revision"]},
        "why": why,
        "names": rules.changes[why].view(),
        "reason": reason,
        "at": iso(at),
        "by": by,
        "figures": list(_figures(before["figures"], row["figures"])),
    }
    # Left out when there is none: so editions from before there was any have the same bytes when made again.
    if texts := _texts(_said(before), _said(row)):
        view["texts"] = texts
    return view


def _texts(before: Mapping[str, str], now: Mapping[str, str]) -> list[MovedWords]:
    """Which words are public from now on, and which no longer."""
    moved = [about for about in sorted({*before, *now}) if before.get(about) != now.get(about)]
    return [{"about": about, "public": about in now} for about in moved]


def _why(line: Line, before: KnownDay, row: UnitLine) -> tuple[str, datetime, str | None, str]:
    """Why, since when, by whom of the centre, and the reason that was given."""
    report = line.unit_day.current
    if report and row["revision"] != before["revision"]:
        if report.sent.told_by:
            return "dictated", report.received_at, report.sent.entered_by or report.author.via, ""
        return "correction" if before["revision"] else "first_report", report.received_at, None, ""
    about_words = not _is_another_day(before, row)
    if decision := _last_decision(line.unit_day.decisions[before["decisions"] :], about_words):
        return "decision", decision.at, decision.by, decision.reason
    if row["past"] != before["past"]:
        return "past", line.unit_day.campaign.opening(line.unit_day.day), None, ""
    moved = line.unit_day.moved
    return ("deadline", moved.at, moved.by, moved.reason) if moved else ("deadline", line.unit_day.deadline, None, "")


def _last_decision(decisions: Sequence[Decision], about_words: bool) -> Decision | None:
    """The last that can have changed the unit's day, or, when that has not changed, the words that are public."""
    asked = OF_PUBLIC_WORDS if about_words else set(DecisionKind) - OF_PUBLIC_WORDS - {DecisionKind.CALL}
    return next((each for each in reversed(decisions) if each.kind in asked), None)


def _figures(before: Values, now: Values) -> Iterator[MovedFigure]:
    for name in sorted({*before, *now}):
        if before.get(name) != now.get(name):
            yield {"figure": name, "from": before.get(name), "to": now.get(name)}
