"""A unit's day as one row of a table: blank where nothing was said, never 0; nothing that a spreadsheet would run."""

from datetime import date, datetime

from giaoban.campaign import Campaign, Form, Unit
from giaoban.cells import harmless
from giaoban.reports.report import UnitDay
from giaoban.reports.state import flags_of, state_of

ABOUT = ("day", "unit", "name", "name_en", "state", "flags", "revision", "received_at", "receipt", "nothing_to_report")
NOTES = ("difficulties", "proposals")


def columns(form: Form) -> list[str]:
    """The form's figures by their id, in the form's order, between what is said about the report and its texts."""
    return [*ABOUT, *form.figures, *NOTES]


def row(campaign: Campaign, unit: Unit, day: date, found: UnitDay | None, now: datetime) -> list[str]:
    """The current revision of the day, or the blanks of a report that has not come."""
    unit_day = found or UnitDay(campaign, unit, day)
    report, form = unit_day.current, campaign.form_of(unit)
    about = [day.isoformat(), unit.code, unit.names.vi, unit.names.en, str(state_of(unit_day, now))]
    about += [" ".join(flags_of(unit_day)), str(unit_day.revision or "")]
    if report is None:
        return [harmless(text) for text in about] + [""] * (len(columns(form)) - len(about))
    about += [report.received_at.isoformat(timespec="seconds"), report.receipt, _plain(report.sent.nothing_to_report)]
    figures = [_plain(report.sent.figures.get(name)) for name in form.figures]
    return [harmless(text) for text in [*about, *figures, *(report.sent.notes.get(name, "") for name in NOTES)]]


def _plain(value: int | bool | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
