"""A week's report, or the final one, as a document: the form of the daily edition, with trends."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from giaoban.campaign.shares import percentage
from giaoban.documents.chart import reporting_chart
from giaoban.documents.figures import figures_table, lead
from giaoban.documents.letterhead import EditionLetterhead
from giaoban.documents.period_summary import period_summary, period_targets, standing
from giaoban.documents.texts import lower_first, named
from giaoban.documents.words import say
from giaoban.editions.content.period import PeriodDay, PeriodEdition, PeriodSubject, PeriodUnit
from giaoban.letters.dates import clock_and_day, day_text, moment
from giaoban.letters.letterhead import addressed_to
from giaoban.letters.model import (
    Block,
    Column,
    Document,
    Heading,
    Notice,
    PageBreak,
    Picture,
    Row,
    Table,
    Title,
    plain,
)
from giaoban.numbers import percent, whole

FINAL = "final"
# As many columns as a page has room for; more days are taken together.
MOST_COLUMNS = 7


def period(edition: PeriodEdition, sha256: str, letterhead: EditionLetterhead, fonts: Path) -> Document:
    """The document of a period's edition; `fonts` writes the chart."""
    return Document(
        title=f"{letterhead.title} - {period_name(edition)}",
        author=letterhead.body,
        made_at=moment(edition["issued_at"]),
        blocks=tuple(_blocks(edition, sha256, letterhead, fonts)),
        mark=say("practice_mark") if letterhead.is_practice else "",
    )


def period_name(edition: PeriodEdition) -> str:
    """Tuần 1, bản số 1."""
    return say("period_title", name=name_of(edition), number=edition["edition"])


def name_of(edition: PeriodEdition) -> str:
    if edition["period"] == FINAL:
        return say("period_final")
    return say("period_week", number=edition["period"].rpartition("-")[2])


def _blocks(edition: PeriodEdition, sha256: str, letterhead: EditionLetterhead, fonts: Path) -> Iterator[Block]:
    yield from _opening(edition, letterhead)
    yield from period_summary(edition)
    yield PageBreak(closes_one_page=True)
    yield from _days(edition["days"], fonts)
    yield from _figures(edition)
    yield from _targets(edition)
    yield from _units(edition["units"])
    yield from _subjects("difficulties", edition["notes"]["difficulties"], edition)
    yield from _subjects("proposals", edition["notes"]["proposals"], edition)
    yield Heading(say("period_remarks_heading"))
    text = edition["remarks"]["text"].strip() or say("remarks_none")
    yield from (plain(line) for line in text.split("\n") if line.strip())
    yield letterhead.signature(edition["kind"] == "issued")
    yield plain(_closing(edition, sha256), "closing")


def _opening(edition: PeriodEdition, letterhead: EditionLetterhead) -> Iterator[Block]:
    yield letterhead.head(moment(edition["issued_at"]).date())
    numbers = edition["day_numbers"]
    span = say("period_span", first=day_text(edition["from"]), last=day_text(edition["to"]))
    about = say("period_about", title=letterhead.title, name=lower_first(name_of(edition)))
    days = say("period_days", first=numbers["from"], last=numbers["to"], days=edition["campaign"]["days"])
    yield Title(say("report"), about, (f"({span}; {days})",))
    yield from period_notices(edition, letterhead)
    yield addressed_to(letterhead.addressee)


def period_notices(edition: PeriodEdition, letterhead: EditionLetterhead) -> Iterator[Notice]:
    """An exercise, or a replacement."""
    replaced = edition["replaces"]
    if letterhead.is_practice:
        yield Notice(say("practice_mark"), "")
    if replaced:
        old = replaced["edition"]
        yield Notice(say("replaces_title", number=edition["edition"], old=old), say("period_replaces", old=old))


def _days(days: Sequence[PeriodDay], fonts: Path) -> Iterator[Block]:
    yield Heading(say("period_trend_heading"))
    if len(days) > 1:
        yield Picture(reporting_chart(days, fonts), say("period_chart"))
    states = ("due", "on_time", "late", "missing", "excused")
    columns = [Column(say("day_head"), 26, "center"), *(Column(say(f"{state}_head"), 18, "right") for state in states)]
    columns += [Column(say("share_head"), 18, "right"), Column(say("findings_open_head"), 22, "right")]
    columns += [Column(say("edition_head"), 32, "center")]
    yield Table(tuple(columns), tuple(Row(_day(day)) for day in days), small=True)


def _day(day: PeriodDay) -> tuple[str, ...]:
    counts = day["counts"]
    share = percentage(counts["on_time"], counts["due"])
    return (
        day_text(day["day"]),
        whole(counts["due"]),
        whole(counts["on_time"]),
        whole(counts["late"]),
        whole(counts["missing"]),
        whole(counts["excused"]),
        percent(share),
        whole(day["findings"]["open"]),
        say("edition_of", number=day["edition"], kind=say(f"kind_{day['kind']}")),
    )


def _figures(edition: PeriodEdition) -> Iterator[Block]:
    yield Heading(say("period_figures_heading"))
    yield plain(lead(say("period_figures_lead"), edition), "note")
    for kind in edition["kinds"]:
        if kind["groups"]:
            yield Heading(kind["names"]["vi"], 2)
            yield figures_table(kind["groups"], say("since_start_head"))


def _targets(edition: PeriodEdition) -> Iterator[Block]:
    yield Heading(say("period_targets_heading"))
    names = {each["unit"]["code"]: each["unit"]["names"]["vi"] for each in edition["units"]}
    columns = (
        Column(say("target_head"), 46),
        Column(say("ratio_head"), 17, "right"),
        Column(say("first_met_head"), 22, "center"),
        Column(say("days_met_head"), 15, "right"),
        Column(say("best_head"), 41),
        Column(say("furthest_head"), 41),
    )
    rows = (
        Row(
            (
                target["title"]["vi"],
                percent(standing(target)),
                day_text(target["first_met"]) if target["first_met"] else say("dash"),
                whole(target["days_met"]),
                named(target["best"], names) or say("dash"),
                named(target["furthest"], names) or say("dash"),
            )
        )
        for target in period_targets(edition)
    )
    yield Table(columns, tuple(rows), small=True)


def _units(units: Sequence[PeriodUnit]) -> Iterator[Block]:
    yield Heading(say("period_units_heading"))
    yield plain(say("period_units_lead"), "note")
    columns = [Column(say("order_head"), 11, "center"), Column(say("unit_head"), 56)]
    columns += [
        Column(say(f"{name}_head"), 17, "right") for name in ("timely", "complete", "on_time", "late", "missing")
    ]
    columns += [Column(say("excused_head"), 15, "right"), Column(say("unexplained_head"), 22, "right")]
    yield Table(tuple(columns), tuple(Row(_unit(order, each)) for order, each in enumerate(units, 1)), small=True)


def _unit(order: int, unit: PeriodUnit) -> tuple[str, ...]:
    return (
        str(order),
        unit["unit"]["names"]["vi"],
        percent(unit["timely"]),
        percent(unit["complete"]),
        whole(unit["on_time"]),
        whole(unit["late"]),
        whole(unit["missing"]),
        whole(unit["excused"]),
        say("of", numerator=unit["unexplained"], denominator=unit["findings"]),
    )


def _subjects(name: str, subjects: Sequence[PeriodSubject], edition: PeriodEdition) -> Iterator[Block]:
    yield Heading(say(f"period_{name}_heading"))
    if not subjects:
        yield plain(say("notes_none"))
        return
    spans = _spans([day["day"] for day in edition["days"]])
    columns = [Column(say("subject_head"), 62), Column(say("total_head"), 16, "right")]
    columns += [Column(say("units_head"), 16, "right"), *(Column(head, 14, "right") for head, _, _ in spans)]
    yield Table(tuple(columns), tuple(Row(_subject(each, spans)) for each in subjects), small=True)


def _spans(days: Sequence[str]) -> list[tuple[str, int, int]]:
    """Heads of columns, and which days each holds."""
    step = max(1, -(-len(days) // MOST_COLUMNS))
    starts = range(0, len(days), step)
    ends = [min(start + step, len(days)) for start in starts]
    return [(_span_name(days[start], days[end - 1]), start, end) for start, end in zip(starts, ends, strict=True)]


def _span_name(first: str, last: str) -> str:
    return day_text(first)[:5] if first == last else f"{day_text(first)[:5]} - {day_text(last)[:5]}"


def _subject(subject: PeriodSubject, spans: Sequence[tuple[str, int, int]]) -> tuple[str, ...]:
    values = [sum(value or 0 for value in subject["values"][start:end]) for _, start, end in spans]
    total, units = whole(subject["total"]), whole(len(subject["units"]))
    return subject["names"]["vi"], total, units, *(whole(value) for value in values)


def _closing(edition: PeriodEdition, sha256: str) -> str:
    at = clock_and_day(edition["issued_at"])
    return say("period_closing", name=name_of(edition), number=edition["edition"], at=at, sha256=sha256)
