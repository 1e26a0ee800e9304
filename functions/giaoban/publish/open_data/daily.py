"""Tables of what was reported: the newest edition of each day, and what changed between editions."""

from collections.abc import Iterator
from typing import Final

from giaoban.editions.content.units import PublicChange, PublicUnit
from giaoban.publish.open_data.table import (
    SELF_REPORTED,
    WRITTEN_BY_THE_UNIT,
    Cell,
    Field,
    Row,
    Table,
    hundredths,
    table,
)
from giaoban.publish.said import Said, said_on
from giaoban.publish.story import Issue, Story
from giaoban.text import Text

_COUNTS: Final = ("due", "on_time", "late", "missing", "excused", "partial", "nothing_to_report")


def reporting(story: Story) -> Table:
    rows: list[Row] = [
        (*_day(issue), kind["kind"], *(kind["counts"][name] for name in _COUNTS), SELF_REPORTED)
        for issue in story.latest.values()
        for kind in issue.edition["kinds"]
    ]
    return table("reporting", ["day", "edition", "unit_kind", *_COUNTS, "reported_by"], rows)


def totals(story: Story) -> Table:
    columns = ["day", "edition", "unit_kind", "figure", "total", "units", "carried", "blank", "reported_by"]
    rows = [
        (
            *_day(issue),
            kind["kind"],
            each["id"],
            each["total"],
            each["units"],
            each["carried"],
            each["blank"],
            SELF_REPORTED,
        )
        for issue in story.latest.values()
        for kind in issue.edition["kinds"]
        for group in kind["groups"]
        for each in [*group["figures"], *group["totals"]]
    ]
    return table("totals", columns, rows)


def target_days(story: Story) -> Table:
    columns = ["day", "edition", "target", "numerator", "denominator", "value_percent", "goal_percent", "met", "units"]
    return table("target_days", [*columns, "reported_by"], _target_days(story))


def _target_days(story: Story) -> Iterator[Row]:
    for issue in story.latest.values():
        for each in issue.targets.values():
            shares = (each["numerator"], each["denominator"], hundredths(each["value"]), hundredths(each["goal"]))
            yield (*_day(issue), each["id"], *shares, each["met"], each["units"], SELF_REPORTED)


def unit_days(story: Story, kind: str) -> Table:
    """One row for each unit and day, one column for each figure of its form."""
    form = story.campaign.forms[kind]
    columns = ["day", "edition", "unit", "name", "state", "was", "flags", "revision", "first_received_at"]
    names = list(form.figures)
    fields = [Field(name, _type(each.type), Text(each.title.vi, each.title.en)) for name, each in form.figures.items()]
    rows = [
        _unit_day(issue, row, names)
        for issue in story.latest.values()
        for row in issue.rows.values()
        if row["unit"]["kind"] == kind
    ]
    return table(f"{kind}_days", [*columns, *fields, "reported_by"], rows)


def changes(story: Story) -> Table:
    columns = [
        "day",
        "edition",
        "unit",
        "at",
        "why",
        "state_from",
        "state_to",
        "revision",
        "words",
        "figure",
        "from",
        "to",
    ]
    rows = [row for issue in story.corrected for each in issue.edition["changes"] for row in _change(issue, each)]
    return table("changes", [*columns, "reported_by"], rows)


def notes(story: Story) -> Table:
    """What units say in their own words, where that is public."""
    columns = ["day", "edition", "unit", "name", "about", "explained", "text", "written_by"]
    rows = [_note(issue, each) for issue in story.latest.values() for each in said_on(story, issue)]
    return table("notes", columns, rows)


def _note(issue: Issue, said: Said) -> Row:
    unit, words = said.unit, said.words
    told = (words["about"], " ".join(words["figures"]) or None, words["text"])
    return (*_day(issue), unit["code"], unit["names"]["vi"], *told, WRITTEN_BY_THE_UNIT)


def _day(issue: Issue) -> tuple[str, int]:
    return issue.edition["day"], issue.number


def _unit_day(issue: Issue, row: PublicUnit, names: list[str]) -> Row:
    unit = (row["unit"]["code"], row["unit"]["names"]["vi"])
    state = (row["state"], row["was"], " ".join(row["flags"]) or None, row["revision"], row["first_received_at"])
    return (*_day(issue), *unit, *state, *(row["figures"].get(name) for name in names), SELF_REPORTED)


def _change(issue: Issue, change: PublicChange) -> Iterator[Row]:
    told = (*_day(issue), change["unit"], change["at"], change["why"], change["state"]["from"], change["state"]["to"])
    moved: list[Row] = [(each["figure"], _text(each["from"]), _text(each["to"])) for each in change["figures"]]
    for values in moved or [(None, None, None)]:
        yield (*told, change["revision"]["to"], _words(change), *values, SELF_REPORTED)


def _words(change: PublicChange) -> str | None:
    moved = [f"{'shown' if each['public'] else 'hidden'}:{each['about']}" for each in change.get("texts", [])]
    return " ".join(moved) or None


def _text(value: Cell) -> str | None:
    return None if value is None else str(value).lower()


def _type(kind: type) -> str:
    return "boolean" if kind is bool else "integer"
