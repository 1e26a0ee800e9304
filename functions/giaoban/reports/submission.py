"""What a unit sent: the body of a PUT, checked in full before anything is decided about it."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, cast

from giaoban.campaign import Form
from giaoban.problem import Problem, Refused, problem
from giaoban.schema_problems import SchemaCheck
from giaoban.schemas import schemas_folder


@dataclass(frozen=True)
class Device:
    """The phone's own evidence of when the report was finished; it proves nothing, it supports a decision."""

    finished_at: datetime | None
    clock_offset_ms: int

    @property
    def finished(self) -> datetime | None:
        """When the report was finished, on the server's clock; None when the phone did not say it legibly."""
        try:
            return self.finished_at and self.finished_at + timedelta(milliseconds=self.clock_offset_ms)
        except OverflowError:
            return None


@dataclass(frozen=True)
class Submission:
    """A report as sent. `figures` and `notes` are flat; what is absent is blank, which is not 0."""

    id: str
    base_revision: int
    nothing_to_report: bool
    complete: bool
    figures: Mapping[str, int | bool]
    notes: Mapping[str, str]
    explanations: Mapping[str, str]
    device: Device
    told_by: str | None = None
    entered_by: str | None = None
    # The hash of the form that it answers; None when it does not say.
    form: str | None = None

    @property
    def content(self) -> tuple[object, ...]:
        """What must be the same for a repeated `id` to be the same report; a phone's clock is not part of it."""
        told = (self.nothing_to_report, self.complete, self.told_by, self.entered_by)
        return (dict(self.figures), dict(self.notes), dict(self.explanations), *told)


@cache
def _check() -> SchemaCheck:
    path = schemas_folder() / "report.schema.json"
    return SchemaCheck(json.loads(path.read_text(encoding="utf-8")))


def read_submission(body: Mapping[str, Any], form: Form, already: list[Problem]) -> Submission:
    """The submission in a JSON object. Raises Refused with every problem, those found `already` included."""
    problems = already + _check().problems(body)
    figures = body.get("figures", {})
    if isinstance(figures, dict):
        problems += form.problems(figures)
        problems += _silence(body.get("nothing_to_report", False), form, figures)
    if problems:
        raise Refused("refused", problems)
    return _read(body, form.whole(figures))


def _silence(nothing: object, form: Form, figures: Mapping[str, object]) -> list[Problem]:
    """A report says something, or says that there is nothing to say; not both (stocks stand whatever the day brought)."""
    if not figures and nothing is False:
        return [problem("/figures", "says_nothing")]
    happened = [name for name, value in form.whole(figures).items() if value and form.figures[name].measure == "flow"]
    return [problem(f"/figures/{name}", "nothing_yet_figures") for name in happened if nothing is True]


def _read(body: Mapping[str, Any], figures: Mapping[str, int | bool]) -> Submission:
    return Submission(
        id=body["submission_id"].lower(),
        base_revision=int(body["base_revision"]),
        nothing_to_report=body.get("nothing_to_report", False),
        complete=body.get("complete", True),
        figures=figures,
        notes=_said(body.get("notes", {})),
        explanations=_said(body.get("explanations", {})),
        device=read_device(body.get("device", {})),
        told_by=body.get("told_by"),
        entered_by=body.get("entered_by"),
        form=body.get("form"),
    )


def _said(texts: Mapping[str, str]) -> dict[str, str]:
    return {name: text for name, text in texts.items() if text}


def read_device(device: Mapping[str, object]) -> Device:
    """A phone with an absurd clock must not lose its report: what cannot be read of it is left out."""
    try:
        finished = datetime.fromisoformat(cast(str, device.get("finished_at", "")))
    except ValueError:
        return Device(None, 0)
    offset = device.get("clock_offset_ms", 0)
    return Device(finished if finished.tzinfo else None, offset if isinstance(offset, int) else 0)
