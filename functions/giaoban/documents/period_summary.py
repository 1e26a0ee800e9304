"""The first page of a week's report or the final one."""

from collections.abc import Iterator, Sequence

from giaoban.campaign.shares import percentage
from giaoban.documents.compared import note
from giaoban.documents.texts import covered_kind, lower_first, remarks
from giaoban.documents.words import say
from giaoban.editions.content.period import PeriodEdition, PeriodTarget, PeriodUnit
from giaoban.letters.dates import day_text
from giaoban.letters.model import Block, Column, Heading, Row, Table, led, plain
from giaoban.numbers import percent, points, whole

MOST_NAMES = 5
MOST_TOTALS = 3
MOST_SUBJECTS = 3


def period_summary(edition: PeriodEdition) -> Iterator[Block]:
    """How the reports came, what matters, the targets, who was first and who last."""
    yield Heading(say("summary_heading"))
    yield led(say("reporting_lead"), _reporting(edition), "body")
    yield led(say("matters_lead"), "", "body")
    yield from (plain(text, "item") for text in _matters(edition) or [say("matter_nothing")])
    if targets := period_targets_and_due(edition):
        yield led(say("summary_targets_lead"), "", "body")
        yield _targets_table(targets)
        yield from (plain(text, "note") for text in note(targets))
    yield led(say("order_lead"), "", "body")
    yield from (plain(text, "item") for text in _order(edition["units"]))


def period_targets(edition: PeriodEdition) -> list[PeriodTarget]:
    return [target for kind in edition["kinds"] for target in kind["targets"]]


def period_targets_and_due(edition: PeriodEdition) -> list[tuple[PeriodTarget, int]]:
    """Each target with the number of units of its kind."""
    kinds = [unit["unit"]["kind"] for unit in edition["units"]]
    return [(target, kinds.count(kind["kind"])) for kind in edition["kinds"] for target in kind["targets"]]


def standing(target: PeriodTarget) -> int | None:
    """Of the whole period where only flows decide, otherwise at its end."""
    return target["whole"]["value"] if target["whole"] else target["end"]["value"]


def is_met(target: PeriodTarget) -> bool:
    return target["whole"]["met"] if target["whole"] else target["met"]


def result(target: PeriodTarget) -> str:
    """Met, not met, not known."""
    return say("not_known" if standing(target) is None else "met" if is_met(target) else "not_met")


def _reporting(edition: PeriodEdition) -> str:
    counts, days = edition["counts"], len(edition["days"])
    share = percentage(counts["on_time"], counts["due"])
    text = say(
        "period_reporting",
        days=days,
        due=counts["due"],
        on_time=counts["on_time"],
        share=percent(share),
        late=counts["late"],
        missing=counts["missing"],
    )
    text += say("period_excused", excused=counts["excused"]) if counts["excused"] else ""
    without = ", ".join(day_text(day)[:5] for day in edition["without"])
    return text + (say("period_without", days=without) if without else "")


def _matters(edition: PeriodEdition) -> list[str]:
    return [
        *remarks(edition["remarks"]["text"]),
        *_targets(edition),
        *_coverage(edition),
        *_totals(edition),
        *_difficulties(edition),
    ]


def _targets(edition: PeriodEdition) -> Iterator[str]:
    if targets := period_targets(edition):
        met = [lower_first(each["title"]["vi"]) for each in targets if is_met(each)]
        text = say("matter_targets", met=len(met), all=len(targets))
        yield text + (say("period_met", targets="; ".join(met[:MOST_NAMES])) if met else "") + "."


def _coverage(edition: PeriodEdition) -> Iterator[str]:
    known = [each for each in edition["coverage"] if each]
    if known:
        first, last = known[0], known[-1]
        yield say(
            "period_coverage",
            first=first["enough"],
            last=last["enough"],
            units=last["units"],
            short=last["short"],
            unknown=last["not_reported"],
            kind=covered_kind(edition["kinds"]),
        )


def _totals(edition: PeriodEdition) -> Iterator[str]:
    totals = [total for kind in edition["kinds"] for group in kind["groups"] for total in group["totals"]]
    known = [
        f"{lower_first(each['title']['vi'])}: {whole(each['total'])}"
        for each in totals
        if each["total"] is not None and each["measure"] == "flow"
    ]
    if known:
        yield say("period_totals", totals="; ".join(known[:MOST_TOTALS]))


def _difficulties(edition: PeriodEdition) -> Iterator[str]:
    if subjects := edition["notes"]["difficulties"]:
        most = [f"{lower_first(each['names']['vi'])} ({whole(each['total'])})" for each in subjects[:MOST_SUBJECTS]]
        yield say("matter_difficulties", entries=sum(each["total"] for each in subjects), subjects="; ".join(most))


def _targets_table(targets: Sequence[tuple[PeriodTarget, int]]) -> Table:
    columns = (
        Column(say("target_head"), 76),
        Column(say("start_head"), 18, "right"),
        Column(say("end_head"), 18, "right"),
        Column(say("points_head"), 17, "right"),
        Column(say("whole_head"), 18, "right"),
        Column(say("goal_head"), 16, "right"),
        Column(say("met_head"), 18, "center"),
    )
    return Table(columns, tuple(Row(_target(target)) for target, _ in targets), small=True)


def _target(target: PeriodTarget) -> tuple[str, ...]:
    return (
        target["title"]["vi"],
        percent(target["start"]["value"]),
        percent(target["end"]["value"]),
        points(target["change"]),
        percent(target["whole"]["value"]) if target["whole"] else say("dash"),
        percent(target["goal"]),
        result(target),
    )


def _order(units: Sequence[PeriodUnit]) -> Iterator[str]:
    """The units are in order already."""
    if not units:
        yield say("act_nobody")
        return
    yield say("order_first", units=", ".join(each["unit"]["names"]["vi"] for each in units[:MOST_NAMES]))
    last = [_with_share(each) for each in reversed(units[MOST_NAMES:][-MOST_NAMES:]) if each["timely"] != 10_000]
    if last:
        yield say("order_last", units=", ".join(last))


def _with_share(unit: PeriodUnit) -> str:
    return f"{unit['unit']['names']['vi']} ({percent(unit['timely'])})"
