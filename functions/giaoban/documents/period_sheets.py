"""The sheets of a period's workbook: days, totals, targets, units in order, subjects."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from giaoban.documents.period_summary import result, standing
from giaoban.documents.sheets import figure_row, heads, percent_cell
from giaoban.documents.words import say
from giaoban.editions.content.period import PeriodEdition
from giaoban.letters.dates import day_text
from giaoban.letters.write_xlsx import Day, Sheet, Value


def period_sheets(edition: PeriodEdition, title: str) -> tuple[Sheet, ...]:
    """In the order of the document. `title` stands above each."""
    return (
        _days(edition, title),
        _totals(edition, title),
        _targets(edition, title),
        _units(edition, title),
        _notes(edition, title),
    )


def _days(edition: PeriodEdition, title: str) -> Sheet:
    names = heads("day", "due", "on_time", "late", "missing", "excused", "findings_open", "edition")
    rows: list[Sequence[Value]] = [
        (
            Day(datetime.fromisoformat(each["day"])),
            *(each["counts"][state] for state in ("due", "on_time", "late", "missing", "excused")),
            each["findings"]["open"],
            each["edition"],
        )
        for each in edition["days"]
    ]
    return Sheet(say("sheet_days"), title, names, (14, 12, 12, 12, 14, 12, 16, 14), rows)


def _totals(edition: PeriodEdition, title: str) -> Sheet:
    """The last columns are the days."""
    days = [day_text(each["day"])[:5] for each in edition["days"]]
    names = [*heads("kind", "group", "figure", "counted_in", "measure", "total", "since_start", "compared"), *days]
    rows = [
        (*figure_row(kind["names"]["vi"], group["title"]["vi"], figure)[:8], *figure["values"])
        for kind in edition["kinds"]
        for group in kind["groups"]
        for figure in (*group["figures"], *group["totals"])
    ]
    widths = (18, 28, 42, 12, 10, 12, 12, 10, *(10 for _ in days))
    return Sheet(say("sheet_totals"), title, names, widths, rows, 3, pages_wide=1 + len(days) // 12)


def _targets(edition: PeriodEdition, title: str) -> Sheet:
    days = [day_text(each["day"])[:5] for each in edition["days"]]
    names = [
        *heads("kind", "target", "start", "end", "points", "compared", "ratio", "goal", "met", "first_met", "days_met"),
        *days,
    ]
    rows = list(_target_rows(edition))
    widths = (16, 44, 10, 10, 10, 10, 10, 10, 12, 14, 10, *(10 for _ in days))
    return Sheet(say("sheet_targets"), title, names, widths, rows, 2, pages_wide=1 + len(days) // 12)


def _target_rows(edition: PeriodEdition) -> Iterator[Sequence[Value]]:
    for kind in edition["kinds"]:
        for each in kind["targets"]:
            yield (
                kind["names"]["vi"],
                each["title"]["vi"],
                percent_cell(each["start"]["value"]),
                percent_cell(each["end"]["value"]),
                percent_cell(each["change"]),
                each.get("compared"),
                percent_cell(standing(each)),
                percent_cell(each["goal"]),
                result(each),
                Day(datetime.fromisoformat(each["first_met"])) if each["first_met"] else None,
                each["days_met"],
                *(percent_cell(value) for value in each["values"]),
            )


def _units(edition: PeriodEdition, title: str) -> Sheet:
    names = heads(
        "order", "code", "unit", "timely", "complete", "on_time", "late", "missing", "excused", "finding", "open"
    )
    rows: list[Sequence[Value]] = [
        (
            order,
            each["unit"]["code"],
            each["unit"]["names"]["vi"],
            percent_cell(each["timely"]),
            percent_cell(each["complete"]),
            each["on_time"],
            each["late"],
            each["missing"],
            each["excused"],
            each["findings"],
            each["unexplained"],
        )
        for order, each in enumerate(edition["units"], 1)
    ]
    return Sheet(say("sheet_order"), title, names, (6, 10, 34, 12, 12, 10, 10, 14, 10, 12, 14), rows, 3)


def _notes(edition: PeriodEdition, title: str) -> Sheet:
    days = [day_text(each["day"])[:5] for each in edition["days"]]
    notes = edition["notes"]
    rows: list[Sequence[Value]] = [
        (say(about), each["names"]["vi"], each["total"], len(each["units"]), *each["values"])
        for about, subjects in (("difficulty", notes["difficulties"]), ("proposal", notes["proposals"]))
        for each in subjects
    ]
    if text := edition["remarks"]["text"].strip():
        rows.append((say("remark"), text, None, None, *(None for _ in days)))
    names = [*heads("about", "subject", "total", "units"), *days]
    return Sheet(
        say("sheet_notes"), title, names, (22, 60, 10, 10, *(10 for _ in days)), rows, 2, pages_wide=1 + len(days) // 12
    )
