"""What an edition says first when it replaces another: what changed, and why."""

from collections.abc import Iterator

from giaoban.documents.texts import unit_names
from giaoban.documents.words import say
from giaoban.editions.content.edition import Edition
from giaoban.editions.content.units import Change
from giaoban.letters.dates import clock_and_day, moment
from giaoban.letters.model import Block, Column, Heading, PageBreak, Row, Table, Title, plain
from giaoban.numbers import reported

# On the first page; all the rest is in the appendix.
MOST_UNITS = 8
MOST_LINES = 3


def changes(edition: Edition) -> Iterator[Block]:
    """What opens an edition that replaces another, in short; nothing for a first edition."""
    replaced = edition["replaces"]
    if not replaced:
        return
    old, found = replaced["edition"], _in_time(edition)
    yield Heading(say("changes_heading", old=old))
    if not found:
        yield plain(say("changes_none", old=old))
        return
    yield plain(say("changes_lead", units=len({each["unit"] for each in found}), old=old))
    yield _short_table(edition, found[:MOST_UNITS])
    if is_cut_short(edition):
        yield plain(say("changes_more"))


def is_cut_short(edition: Edition) -> bool:
    """Whether the first page could not say all."""
    found = edition["changes"]
    return len(found) > MOST_UNITS or any(len(each["figures"]) >= MOST_LINES for each in found)


def all_changes(edition: Edition) -> Iterator[Block]:
    """The appendix with every figure; nothing when the first page said all."""
    replaced = edition["replaces"]
    if replaced and is_cut_short(edition):
        yield PageBreak()
        yield Title(say("changes_appendix"), say("changes_about", old=replaced["edition"]))
        yield _whole_table(edition)


def _in_time(edition: Edition) -> list[Change]:
    return sorted(edition["changes"], key=lambda each: moment(each["at"]))


def _short_table(edition: Edition, found: list[Change]) -> Table:
    columns = (
        Column(say("change_head_unit"), 38),
        Column(say("change_head_what"), 82),
        Column(say("change_head_why"), 34),
        Column(say("change_head_at"), 24, "center"),
    )
    names, titles = unit_names(edition), figure_titles(edition)
    return Table(columns, tuple(Row(_short(each, names, titles)) for each in found), small=True)


def _short(each: Change, names: dict[str, str], titles: dict[str, str]) -> tuple[str, ...]:
    found = _what(each, titles)
    what = [say("change_figure", title=title, old=old, new=new) for title, old, new in found[:MOST_LINES]]
    what += [say("change_more", count=len(found) - MOST_LINES)] if len(found) > MOST_LINES else []
    unit = names.get(each["unit"], each["unit"])
    return unit, "\n".join(what) or say("change_words"), _why(each), clock_and_day(each["at"])


def _whole_table(edition: Edition) -> Table:
    columns = (
        Column(say("figure_head"), 98),
        Column(say("change_head_before"), 40, "right"),
        Column(say("change_head_after"), 40, "right"),
    )
    names, titles = unit_names(edition), figure_titles(edition)
    rows: list[Row] = []
    for each in _in_time(edition):
        unit = names.get(each["unit"], each["unit"])
        rows.append(Row((say("change_row", unit=unit, at=clock_and_day(each["at"]), why=_why(each)),), "group"))
        rows += [Row(line) for line in _what(each, titles) or [(say("change_words"), "", "")]]
    return Table(columns, tuple(rows), small=True)


def _why(each: Change) -> str:
    why, reason = each["names"]["vi"], each["reason"]
    return say("change_reason", why=why, reason=reason) if reason else why


def _what(each: Change, titles: dict[str, str]) -> list[tuple[str, str, str]]:
    """What, before, after."""
    before, after = each["state"]["from"], each["state"]["to"]
    state = [(say("state_head"), _state(before), _state(after))] if before != after else []
    return state + [
        (titles.get(change["figure"], change["figure"]), reported(change["from"]), reported(change["to"]))
        for change in each["figures"]
    ]


def _state(state: str | None) -> str:
    return say(f"state_{state}") if state else say("dash")


def figure_titles(edition: Edition) -> dict[str, str]:
    """Every figure's title by its name."""
    groups = [group for kind in edition["kinds"] for group in kind["groups"]]
    return {figure["id"]: figure["title"]["vi"] for group in groups for figure in group["figures"]}
