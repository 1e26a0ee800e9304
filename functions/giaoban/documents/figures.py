"""Sections II and III: the figures by group, and the targets with the units ahead and behind."""

from collections.abc import Iterator, Sequence

from giaoban.documents.compared import sum_moved
from giaoban.documents.summary import targets_of
from giaoban.documents.texts import covered_kind, lower_first, named, unit_names
from giaoban.documents.words import say
from giaoban.editions.content.edition import Edition
from giaoban.editions.content.figures import Figure, Group, Target
from giaoban.editions.content.period import PeriodGroup
from giaoban.editions.edition import AnyEdition, rules_of
from giaoban.letters.model import Block, Column, Heading, Row, Table, plain
from giaoban.numbers import percent, whole


def figures(edition: Edition) -> Iterator[Block]:
    """One table for each kind of unit, its groups as rows."""
    yield Heading(say("figures_heading"))
    yield plain(lead(say("figures_lead"), edition), "note")
    for kind in edition["kinds"]:
        if kind["groups"]:
            yield Heading(kind["names"]["vi"], 2)
            yield figures_table(kind["groups"], say("change_head"))


def lead(text: str, edition: AnyEdition) -> str:
    """With what its changes are of, where the edition tells like with like."""
    return f"{text} {say('figures_compared')}" if rules_of(edition) > 1 else text


def figures_table(groups: Sequence[Group | PeriodGroup], against: str) -> Table:
    """Groups as rows over their figures and totals; `against` heads the column of changes."""
    columns = (
        Column(say("figure_head"), 62),
        Column(say("counted_in_head"), 20, "center"),
        Column(say("measure_head"), 19, "center"),
        Column(say("total_head"), 17, "right"),
        Column(against, 17, "right"),
        Column(say("reported_head"), 17, "right"),
        Column(say("carried_head"), 13, "right"),
        Column(say("blank_head"), 13, "right"),
    )
    rows: list[Row] = []
    for group in groups:
        rows.append(Row((group["title"]["vi"],), "group"))
        rows += [Row(_figure(figure)) for figure in group["figures"]]
        rows += [Row(_figure(figure), "total") for figure in group["totals"]]
    return Table(columns, tuple(rows), small=True)


def _figure(figure: Figure) -> tuple[str, ...]:
    counted_in = figure["counted_in"]["vi"] if figure["counted_in"] else say("unit_counted")
    return (
        figure["title"]["vi"],
        say("yes_counted") if figure["type"] == "boolean" else counted_in,
        say(figure["measure"]),
        whole(figure["total"]),
        sum_moved(figure),
        whole(figure["units"] - figure["carried"]),
        whole(figure["carried"]),
        whole(figure["blank"]),
    )


def targets(edition: Edition) -> Iterator[Block]:
    """Who is ahead, who is behind, and where a goal does not come from the campaign's own document."""
    found, names = targets_of(edition), unit_names(edition)
    yield Heading(say("targets_heading"))
    if found:
        yield _progress_table(found, names)
    yield from (plain(text, "note") for text in [*_counted(edition), *_notes(found)])
    yield from _coverage(edition, names)


def _progress_table(found: list[Target], names: dict[str, str]) -> Table:
    columns = (
        Column(say("target_head"), 50),
        Column(say("ratio_head"), 18, "right"),
        Column(say("best_head"), 55),
        Column(say("furthest_head"), 55),
    )
    return Table(columns, tuple(Row(_ends(target, names)) for target in found), small=True)


def _ends(target: Target, names: dict[str, str]) -> tuple[str, ...]:
    return (
        target["title"]["vi"],
        percent(target["value"]),
        named(target["best"], names) or say("dash"),
        named(target["furthest"], names) or say("dash"),
    )


def _counted(edition: Edition) -> Iterator[str]:
    """Why a ratio's parts are not the sums above it."""
    found = [
        say("target_units_of", title=lower_first(target["title"]["vi"]), units=target["units"], due=due)
        for kind in edition["kinds"]
        for due in [kind["counts"]["due"]]
        for target in kind["targets"]
        if target["kind"] == "ratio" and target["units"] < due
    ]
    if found:
        yield say("target_units", targets="; ".join(found))


def _notes(found: list[Target]) -> Iterator[str]:
    for target in found:
        title = target["title"]["vi"]
        if outside := target["outside"]:
            yield say("target_outside", title=title, outside=outside["vi"].rstrip("."))
        if note := target["note"]:
            yield say("target_note", title=title, note=note["vi"])


def _coverage(edition: Edition, names: dict[str, str]) -> Iterator[Block]:
    if coverage := edition["coverage"]:
        kind = covered_kind(edition["kinds"])
        yield Heading(say("coverage_heading", kind=kind), 2)
        for name, codes in (("short", coverage["short"]), ("unknown", coverage["not_reported"])):
            if codes:
                yield plain(say(f"coverage_{name}", count=len(codes), units=named(codes, names)), "item")
        if not coverage["short"] and not coverage["not_reported"]:
            yield plain(say("coverage_all", units=coverage["units"], kind=kind), "item")
