"""Section IV and the appendix: who reported how, what is proposed about it, and every unit's state."""

from collections.abc import Iterator

from giaoban.campaign.shares import percentage
from giaoban.documents.changes import is_cut_short
from giaoban.documents.letterhead import EditionLetterhead
from giaoban.documents.texts import named, unit_names
from giaoban.documents.words import say
from giaoban.editions.content.edition import Edition, Measure
from giaoban.editions.content.figures import Counts
from giaoban.editions.content.units import UnitLine
from giaoban.letters.dates import clock, clock_and_day, day_in_words, day_text, moment
from giaoban.letters.model import Block, Column, Heading, PageBreak, Row, Table, Title, plain
from giaoban.numbers import percent, whole


def discipline(edition: Edition) -> Iterator[Block]:
    """The late, the missing and the inaccurate with the measure proposed for each; the excused by name."""
    yield Heading(say("discipline_heading"))
    yield _states_table(edition)
    measures, names = edition["measures"], unit_names(edition)
    if measures:
        problems = [each["problem"] for each in measures]
        counts = {name: problems.count(name) for name in ("late", "missing", "inaccurate")}
        yield plain(say("discipline_lead", **counts))
        yield _measures_table(measures, names)
    else:
        yield plain(say("discipline_none"))
    if excused := [state["unit"]["code"] for state in edition["units"] if state["state"] == "excused"]:
        yield plain(say("discipline_excused", count=len(excused), units=named(excused, names)))


def _states_table(edition: Edition) -> Table:
    """The states of the units by kind, and of all."""
    states = ["on_time", "late", "missing", "excused", *(["expected"] if edition["counts"]["expected"] else [])]
    heads = [Column(say("kind_head"), 30), Column(say("due_head"), 14, "right")]
    heads += [Column(say(f"{state}_head"), 14, "right") for state in states]
    rows = [Row(_counted(kind["names"]["vi"], kind["counts"], states)) for kind in edition["kinds"]]
    total = Row(_counted(say("all_units"), edition["counts"], states), "total")
    return Table((*heads, Column(say("share_head"), 16, "right")), (*rows, total))


def _counted(name: str, counts: Counts, states: list[str]) -> tuple[str, ...]:
    found = {key: value for key, value in counts.items() if isinstance(value, int)}
    share = percentage(found["on_time"], found["due"])
    return (name, whole(found["due"]), *(whole(found[state]) for state in states), percent(share))


def _measures_table(measures: list[Measure], names: dict[str, str]) -> Table:
    columns = (
        Column(say("order_head"), 9, "center"),
        Column(say("unit_head"), 42),
        Column(say("problem_head"), 38),
        Column(say("days_head"), 36),
        Column(say("proposed_head"), 60),
    )
    rows = (
        Row(
            (
                str(order),
                names.get(each["unit"], each["unit"]),
                say(f"problem_{each['problem']}"),
                ", ".join(f"{day_text(day)[:5]}" for day in each["days"]),
                each["names"]["vi"],
            )
        )
        for order, each in enumerate(measures, 1)
    )
    return Table(columns, tuple(rows), small=True)


def appendix(edition: Edition, letterhead: EditionLetterhead) -> Iterator[Block]:
    """Every unit, by kind."""
    yield PageBreak()
    issued_on = day_in_words(moment(edition["issued_at"]).date())
    kind_of = say("appendix_of", day=issued_on, body=letterhead.centre)
    yield Title(
        say("appendix_first" if is_cut_short(edition) else "appendix_heading"), say("appendix_about"), (kind_of,)
    )
    yield plain(say("appendix_lead", deadline=clock_and_day(edition["deadline"])), "note")
    columns = (
        Column(say("order_head"), 11, "center"),
        Column(say("unit_head"), 60),
        Column(say("state_head"), 32),
        Column(say("received_head"), 22, "center"),
        Column(say("record_head"), 35, "center"),
        Column(say("flags_head"), 38),
    )
    rows: list[Row] = []
    for kind in edition["kinds"]:
        own = [state for state in edition["units"] if state["unit"]["kind"] == kind["kind"]]
        rows.append(Row((kind["names"]["vi"],), "group"))
        rows += [Row(_state(order, state, edition["day"])) for order, state in enumerate(own, 1)]
    yield Table(columns, tuple(rows), small=True)


def _state(order: int, state: UnitLine, day: str) -> tuple[str, ...]:
    return (
        str(order),
        state["unit"]["names"]["vi"],
        say(f"state_{state['state']}"),
        _received(state["first_received_at"], day),
        " ".join(say(f"sign_{each['state']}") for each in state["record"]),
        ", ".join(_marks(state)),
    )


def _received(at: str | None, day: str) -> str:
    """The hour; with the day when the report came on another one."""
    if at is None or moment(at).date().isoformat() == day:
        return clock(at)
    return f"{clock(at)} {day_text(moment(at).date())[:5]}"


def _marks(state: UnitLine) -> Iterator[str]:
    yield from (say(f"flag_{flag}") for flag in state["flags"])
    if state["findings"]:
        yield say("flag_findings", count=len(state["findings"]))
