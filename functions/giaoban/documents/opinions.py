"""Sections V to VIII: what is doubtful, what hinders the units, what they propose, and what the centre thinks of it."""

from collections.abc import Iterator, Sequence

from giaoban.documents.texts import unit_names
from giaoban.documents.words import say
from giaoban.editions.content.edition import Edition, Subject
from giaoban.editions.content.units import Finding
from giaoban.letters.model import Block, Column, Heading, Row, Table, plain


def opinions(edition: Edition) -> Iterator[Block]:
    """Findings, difficulties, proposals, remarks."""
    names = unit_names(edition)
    yield from _findings(edition)
    for name in ("difficulties", "proposals"):
        yield Heading(say(f"{name}_heading"))
        subjects = edition["notes"]["difficulties" if name == "difficulties" else "proposals"]
        yield _notes_table(subjects, names) if subjects else plain(say("notes_none"))
    yield Heading(say("remarks_heading"))
    yield from (plain(line) for line in _remarks(edition).split("\n") if line.strip())


def _findings(edition: Edition) -> Iterator[Block]:
    """The open ones first."""
    yield Heading(say("findings_heading"))
    found = [(state["unit"]["names"]["vi"], finding) for state in edition["units"] for finding in state["findings"]]
    if not found:
        yield plain(say("findings_none"))
        return
    counts = edition["findings"]
    yield plain(say("findings_lead", open=counts["open"], explained=counts["explained"]))
    columns = (Column(say("unit_head"), 42), Column(say("finding_head"), 80), Column(say("explanation_head"), 56))
    found.sort(key=lambda each: each[1]["explanation"] is not None)
    yield Table(columns, tuple(Row(_finding(unit, finding)) for unit, finding in found), small=True)


def _finding(unit: str, finding: Finding) -> tuple[str, ...]:
    return unit, finding["vi"], finding["explanation"] or say("no_explanation")


def _notes_table(subjects: Sequence[Subject], names: dict[str, str]) -> Table:
    columns = (Column(say("unit_head"), 42), Column(say("entry_head"), 136))
    rows: list[Row] = []
    for subject in subjects:
        rows.append(Row((say("subject_row", subject=subject["names"]["vi"], count=len(subject["entries"])),), "group"))
        rows += [Row((names.get(each["unit"], each["unit"]), each["text"])) for each in subject["entries"]]
    return Table(columns, tuple(rows), small=True)


def _remarks(edition: Edition) -> str:
    none = "remarks_provisional" if edition["kind"] == "provisional" else "remarks_none"
    return edition["remarks"]["text"].strip() or say(none)
