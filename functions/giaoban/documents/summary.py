"""Section I: the one page that a Chairman reads."""

from collections.abc import Iterator

from giaoban.documents.compared import due_of, in_words, note
from giaoban.documents.texts import covered_kind, lower_first, more, remarks, unit_names
from giaoban.documents.words import say
from giaoban.editions.content.edition import Edition
from giaoban.editions.content.figures import Figure, Target
from giaoban.letters.dates import clock_and_day
from giaoban.letters.model import Block, Column, Heading, Row, Table, led, plain
from giaoban.numbers import percent, points, signed, whole

MOST_NAMES = 3
MOST_TOTALS = 2
MOST_SUBJECTS = 2


def summary(edition: Edition) -> Iterator[Block]:
    """Day n, who reported, what matters, the targets, who to act on."""
    yield Heading(say("summary_heading"))
    yield led(say("reporting_lead"), _reporting(edition), "body")
    yield led(say("matters_lead"), "", "body")
    yield from (plain(text, "item") for text in _matters(edition))
    if targets := targets_and_due(edition):
        yield led(say("summary_targets_lead"), "", "body")
        yield _targets_table(targets)
        yield from (plain(text, "note") for text in note(targets))
    yield led(say("act_lead"), "", "body")
    yield from (plain(text, "item") for text in _to_act_on(edition))


def targets_of(edition: Edition) -> list[Target]:
    """The targets of all kinds of units, in the forms' order."""
    return [target for kind in edition["kinds"] for target in kind["targets"]]


def targets_and_due(edition: Edition) -> list[tuple[Target, int]]:
    """Each target with the number of units of its kind."""
    return [(target, kind["counts"]["due"]) for kind in edition["kinds"] for target in kind["targets"]]


def state_of(target: Target) -> str:
    """Met, not met, or not known."""
    return say("not_known" if target["value"] is None else "met" if target["met"] else "not_met")


def _reporting(edition: Edition) -> str:
    counts = edition["counts"]
    text = say(
        "reporting",
        at=clock_and_day(edition["issued_at"]),
        reported=counts["on_time"] + counts["late"],
        due=counts["due"],
        on_time=counts["on_time"],
        late=counts["late"],
        missing=counts["missing"],
    )
    text += say("reporting_excused", excused=counts["excused"]) if counts["excused"] else ""
    text += say("reporting_expected", expected=counts["expected"]) if counts["expected"] else ""
    text += say("reporting_partial", partial=counts["partial"]) if counts["partial"] else ""
    if moved := edition["deadline_moved"]:
        text += say(
            "reporting_moved", at=clock_and_day(moved["at"]), reason=" ".join(moved["reason"].split()).rstrip(". ")
        )
    return text


def _matters(edition: Edition) -> Iterator[str]:
    found = [
        *remarks(edition["remarks"]["text"]),
        *_about_targets(edition),
        *_coverage(edition),
        *_totals(edition),
        *_doubts(edition),
    ]
    yield from found or [say("matter_nothing")]


def _about_targets(edition: Edition) -> Iterator[str]:
    if targets := targets_of(edition):
        text = say("matter_targets", met=sum(target["met"] for target in targets), all=len(targets))
        fell = sum(target["change"] is not None and target["change"] < 0 for target in targets)
        yield text + (say("matter_targets_fell", fell=fell) if fell else "") + "."


def _coverage(edition: Edition) -> Iterator[str]:
    if coverage := edition["coverage"]:
        yield say(
            "matter_coverage",
            enough=coverage["enough"],
            units=coverage["units"],
            short=len(coverage["short"]),
            unknown=len(coverage["not_reported"]),
            kind=covered_kind(edition["kinds"]),
        )


def _totals(edition: Edition) -> Iterator[str]:
    totals = [total for kind in edition["kinds"] for group in kind["groups"] for total in group["totals"]]
    known = [_total(total) for total in totals if total["total"] is not None][:MOST_TOTALS]
    if known:
        yield say("matter_totals", totals="; ".join(known))
    if not any(state["revision"] for state in edition["units"]):
        yield say("matter_no_report")


def _total(figure: Figure) -> str:
    counted_in = figure["counted_in"]
    name = "matter_total_alone" if figure["change"] is None else "matter_total"
    return say(
        name,
        title=lower_first(figure["title"]["vi"]),
        total=whole(figure["total"]),
        counted_in=counted_in["vi"] if counted_in else say("unit_counted"),
        change=in_words(signed(figure["change"]), figure, due_of(figure)),
    ).replace("  ", " ")


def _doubts(edition: Edition) -> Iterator[str]:
    if carried := [state for state in edition["units"] if not state["figures"] and state["carried"]]:
        silent = sum(not state["revision"] for state in carried)
        counts = {"carried_silent": silent, "carried_empty": len(carried) - silent}
        why = ", ".join(say(name, count=count) for name, count in counts.items() if count)
        yield say("matter_carried", units=len(carried), why=why)
    if edition["findings"]["open"]:
        units = sum(any(each["explanation"] is None for each in state["findings"]) for state in edition["units"])
        yield say("matter_findings", open=edition["findings"]["open"], units=units)
    if subjects := sorted(edition["notes"]["difficulties"], key=lambda each: -len(each["entries"])):
        most = [f"{lower_first(each['names']['vi'])} ({whole(len(each['entries']))})" for each in subjects]
        entries = sum(len(each["entries"]) for each in subjects)
        yield say("matter_difficulties", entries=entries, subjects="; ".join(most[:MOST_SUBJECTS]))


def _targets_table(targets: list[tuple[Target, int]]) -> Table:
    columns = (
        Column(say("target_head"), 92),
        Column(say("progress_head"), 24, "right"),
        Column(say("ratio_head"), 16, "right"),
        Column(say("points_head"), 16, "right"),
        Column(say("goal_head"), 17, "right"),
        Column(say("met_head"), 19, "center"),
    )
    return Table(columns, tuple(Row(_target(target)) for target, _ in targets), small=True)


def _target(target: Target) -> tuple[str, ...]:
    progress = say("of", numerator=target["numerator"], denominator=target["denominator"])
    return (
        target["title"]["vi"],
        progress,
        percent(target["value"]),
        points(target["change"]),
        percent(target["goal"]),
        state_of(target),
    )


def _to_act_on(edition: Edition) -> Iterator[str]:
    """The heaviest measure first, as the edition has them: that is what a leader decides."""
    names = unit_names(edition)
    by_measure: dict[str, dict[str, list[str]]] = {}
    for each in edition["measures"]:
        problems = by_measure.setdefault(each["names"]["vi"], {})
        problems.setdefault(each["problem"], []).append(names.get(each["unit"], each["unit"]))
    for measure, problems in by_measure.items():
        units = [
            say("act_problem", problem=say(f"problem_{name}"), units=more(each, MOST_NAMES))
            for name, each in problems.items()
        ]
        yield say("act_item", measure=measure, count=sum(map(len, problems.values())), units="; ".join(units))
    if not by_measure:
        yield say("act_nobody")
