"""The sheets of an edition's workbook: totals, targets, every unit's figures, findings, opinions."""

from collections.abc import Iterator, Sequence

from giaoban.documents.summary import state_of
from giaoban.documents.texts import unit_names
from giaoban.documents.words import say
from giaoban.editions.content.edition import Edition
from giaoban.editions.content.figures import Figure, KindOfUnit
from giaoban.editions.content.units import UnitLine
from giaoban.letters.dates import moment
from giaoban.letters.write_xlsx import Carried, Percent, Sheet, Value
from giaoban.text import Both


def sheets(edition: Edition, title: str) -> tuple[Sheet, ...]:
    """In the order of the document. `title` stands above each."""
    by_unit = (_units(kind, edition, title) for kind in edition["kinds"])
    return (
        _totals(edition, title),
        _targets(edition, title),
        *by_unit,
        _findings(edition, title),
        _notes(edition, title),
    )


def heads(*names: str) -> list[str]:
    """Heads of columns, in words."""
    return [say(f"{name}_head") for name in names]


def _name(names: Both | None) -> str | None:
    return names["vi"] if names else None


def _totals(edition: Edition, title: str) -> Sheet:
    names = heads(
        "kind",
        "group",
        "figure",
        "counted_in",
        "measure",
        "total",
        "change",
        "compared",
        "reported",
        "carried",
        "blank",
    )
    rows = [
        figure_row(kind["names"]["vi"], group["title"]["vi"], figure)
        for kind in edition["kinds"]
        for group in kind["groups"]
        for figure in (*group["figures"], *group["totals"])
    ]
    return Sheet(say("sheet_totals"), title, names, (18, 28, 42, 12, 10, 12, 12, 10, 10, 10, 10), rows, fixed=3)


def figure_row(kind: str, group: str, figure: Figure) -> tuple[Value, ...]:
    """A figure of a kind of unit, and of a group of its form."""
    return (
        kind,
        group,
        figure["title"]["vi"],
        say("yes_counted") if figure["type"] == "boolean" else _name(figure["counted_in"]),
        say(figure["measure"]),
        figure["total"],
        figure["change"],
        figure.get("compared"),
        figure["units"] - figure["carried"],
        figure["carried"],
        figure["blank"],
    )


def _targets(edition: Edition, title: str) -> Sheet:
    names = heads(
        "kind", "target", "numerator", "denominator", "ratio", "points", "compared", "goal", "met", "best", "furthest"
    )
    rows = list(_target_rows(edition))
    return Sheet(say("sheet_targets"), title, names, (16, 44, 11, 11, 10, 10, 10, 10, 12, 40, 40), rows, fixed=2)


def _target_rows(edition: Edition) -> Iterator[Sequence[Value]]:
    names = unit_names(edition)
    for kind in edition["kinds"]:
        for each in kind["targets"]:
            yield (
                kind["names"]["vi"],
                each["title"]["vi"],
                each["numerator"],
                each["denominator"],
                percent_cell(each["value"]),
                percent_cell(each["change"]),
                each.get("compared"),
                percent_cell(each["goal"]),
                state_of(each),
                "; ".join(names.get(code, code) for code in each["best"]),
                "; ".join(names.get(code, code) for code in each["furthest"]),
            )


def percent_cell(hundredths: int | None) -> Percent | None:
    """A cell that is a percent_cell, or empty."""
    return None if hundredths is None else Percent(hundredths)


def _units(kind: KindOfUnit, edition: Edition, title: str) -> Sheet:
    """One row a unit, one column a figure; stocks of an earlier day slanted."""
    figures = [figure for group in kind["groups"] for figure in group["figures"]]
    own = [state for state in edition["units"] if state["unit"]["kind"] == kind["kind"]]
    names = [*heads("code", "unit", "state", "received"), *(figure["title"]["vi"] for figure in figures)]
    return Sheet(
        say("sheet_units", kind=kind["names"]["vi"]),
        f"{title}. {say('sheet_units_note')}",
        names,
        (9, 24, 14, 17, *(13 for _ in figures)),
        [_unit(state, figures) for state in own],
        fixed=2,
        pages_wide=1 + len(figures) // 9,
        above=tuple(_groups(kind)),
    )


def _groups(kind: KindOfUnit) -> Iterator[tuple[int, int, str]]:
    first = 4
    for group in kind["groups"]:
        if group["figures"]:
            last = first + len(group["figures"]) - 1
            yield first, last, group["title"]["vi"]
            first = last + 1


def _unit(state: UnitLine, figures: Sequence[Figure]) -> Sequence[Value]:
    received, unit = state["first_received_at"], state["unit"]
    return (
        unit["code"],
        unit["names"]["vi"],
        say(f"state_{state['state']}"),
        moment(received) if received else None,
        *(_known(state, figure["id"]) for figure in figures),
    )


def _known(state: UnitLine, figure: str) -> Value:
    if figure in state["figures"]:
        return state["figures"][figure]
    return Carried(state["carried"][figure]["value"]) if figure in state["carried"] else None


def _findings(edition: Edition, title: str) -> Sheet:
    rows = [
        (state["unit"]["code"], state["unit"]["names"]["vi"], each["vi"], each["explanation"] or say("no_explanation"))
        for state in edition["units"]
        for each in state["findings"]
    ]
    return Sheet(
        say("sheet_findings"), title, heads("code", "unit", "finding", "explanation"), (9, 26, 70, 50), rows, 2
    )


def _notes(edition: Edition, title: str) -> Sheet:
    names, notes = unit_names(edition), edition["notes"]
    rows: list[Sequence[Value]] = [
        (say(about), subject["names"]["vi"], entry["unit"], names.get(entry["unit"], entry["unit"]), entry["text"])
        for about, subjects in (("difficulty", notes["difficulties"]), ("proposal", notes["proposals"]))
        for subject in subjects
        for entry in subject["entries"]
    ]
    if text := edition["remarks"]["text"].strip():
        rows.append((say("remark"), None, None, None, text))
    return Sheet(
        say("sheet_notes"), title, heads("about", "subject", "code", "unit", "entry"), (20, 30, 9, 26, 90), rows, 1
    )
