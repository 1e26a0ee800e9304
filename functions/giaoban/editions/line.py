"""One unit's line of an edition: what is known of its day, this day's report before what earlier days say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from giaoban.campaign import Finding, Form, Unit
from giaoban.editions.content import units as content
from giaoban.moments import iso
from giaoban.reports.free_text import FreeText, public_texts, texts_of
from giaoban.reports.report import Baseline, KnownStock, UnitDay
from giaoban.reports.state import Flag, State, flags_of, state_of, state_without_excuse
from giaoban.reports.views import findings_of

type Values = Mapping[str, int | bool]


@dataclass(frozen=True)
class Line:
    """A unit's day as it stood at `at`."""

    unit_day: UnitDay
    at: datetime

    @property
    def code(self) -> str:
        return self.unit_day.unit.code

    @property
    def kind(self) -> str:
        return self.unit_day.unit.kind

    @cached_property
    def state(self) -> State:
        return state_of(self.unit_day, self.at)

    @cached_property
    def was(self) -> State | None:
        return state_without_excuse(self.unit_day, self.at) if self.state is State.EXCUSED else None

    @cached_property
    def flags(self) -> list[Flag]:
        return flags_of(self.unit_day)

    @cached_property
    def figures(self) -> Values:
        """This day's, as far as the form knows them."""
        report, form = self.unit_day.current, self.unit_day.form
        return (
            {name: value for name, value in report.sent.figures.items() if _fits(name, value, form)} if report else {}
        )

    @cached_property
    def carried(self) -> Mapping[str, KnownStock]:
        """Last known stocks that this day's report does not give."""
        form = self.unit_day.form
        return {
            name: known
            for name, known in self.unit_day.baseline.stocks.items()
            if name not in self.figures and _fits(name, known.value, form) and form.figures[name].measure == "stock"
        }

    @cached_property
    def values(self) -> Values:
        """All that is known at the end of this day."""
        return {name: known.value for name, known in self.carried.items()} | dict(self.figures)

    @cached_property
    def findings(self) -> list[Finding]:
        return findings_of(self.unit_day)

    @cached_property
    def public_texts(self) -> list[FreeText]:
        """Of the unit's own words those that anybody may read."""
        return public_texts(texts_of(self.unit_day.current, self.findings), self.unit_day.decisions)

    @property
    def unexplained(self) -> int:
        return sum(finding.explanation is None for finding in self.findings)

    @property
    def has_past(self) -> bool:
        """Whether earlier days were known: a report can come before the tick that writes them down."""
        return self.unit_day.baseline != Baseline()

    def note(self, about: str) -> str:
        report = self.unit_day.current
        return report.sent.notes.get(about, "") if report else ""


def _fits(name: str, value: int | bool, form: Form) -> bool:
    """A figure may have been retired, or have become a yes or no, since its report came in."""
    return name in form.figures and type(value) is form.figures[name].type


def line_view(line: Line, record: list[content.DayState]) -> content.UnitLine:
    """`record`: the states of at most 6 days before, oldest first."""
    first, current = line.unit_day.first, line.unit_day.current
    view: content.UnitLine = {
        "unit": _names(line.unit_day.unit),
        "state": line.state.value,
        "was": line.was and line.was.value,
        "flags": [flag.value for flag in line.flags],
        "revision": line.unit_day.revision,
        "decisions": len(line.unit_day.decisions),
        "past": line.has_past,
        "first_received_at": iso(first.received_at) if first else None,
        "received_at": iso(current.received_at) if current else None,
        "receipt": current.receipt if current else None,
        "figures": dict(line.figures),
        "carried": {name: {"value": known.value, "day": known.day.isoformat()} for name, known in line.carried.items()},
        "findings": [_finding(each) for each in line.findings],
        "record": record,
    }
    # Left out when there is none: so editions from before there was any have the same bytes when made again.
    if line.public_texts:
        view["public"] = [_words(each) for each in line.public_texts]
    return view


def _names(unit: Unit) -> content.UnitNames:
    return {"code": unit.code, "kind": unit.kind, "names": unit.names.view()}


def _finding(found: Finding) -> content.Finding:
    return {
        "rule": found.rule,
        "figures": list(found.figures),
        **found.text.view(),
        "explanation": found.explanation,
    }


def _words(said: FreeText) -> content.Words:
    return {"about": said.about, "figures": list(said.figures), "text": said.text}
