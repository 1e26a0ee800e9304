"""The consolidated report (III.5): a day's reports and rules in, one object out. The same in, the same out, always.

schemas/edition.schema.json describes the object; nothing in it depends on a clock, on chance, or on what came later.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from giaoban.campaign import Campaign
from giaoban.campaign.form_parts import Target, parts_of
from giaoban.editions.canonical import canonical, sha256
from giaoban.editions.changes import change_views
from giaoban.editions.counts import counts_of
from giaoban.editions.cut import known_at
from giaoban.editions.edition import SCHEMA, Frozen, Imprint
from giaoban.editions.figures import group_views
from giaoban.editions.line import Line, View, line_view
from giaoban.editions.measures import measure_views
from giaoban.editions.notes import notes_view
from giaoban.editions.record import records_of
from giaoban.editions.targets import coverage_of, target_view
from giaoban.moments import iso
from giaoban.reports.report import Day

type Json = Mapping[str, Any]


def consolidate(day: Day, imprint: Imprint) -> dict[str, object]:
    """The edition of `day` as it was known at the imprint's moment."""
    campaign, day = day.campaign, known_at(day, imprint.issued_at)
    previous = imprint.previous.content if imprint.previous else None
    lines = [Line(unit_day, imprint.issued_at) for unit_day in day.units.values()]
    records = records_of(previous)
    rows = [line_view(line, records.get(line.code, [])) for line in lines]
    return {
        "schema": SCHEMA,
        "campaign": campaign_view(campaign),
        **_imprint(day, imprint),
        "counts": counts_of(lines),
        "kinds": [_kind(kind, lines, campaign, previous) for kind in campaign.forms],
        "coverage": _coverage(lines, campaign),
        "units": rows,
        "measures": measure_views(lines, records, campaign.edition),
        "findings": _findings(lines),
        "notes": notes_view(lines, campaign.edition.subjects),
        "remarks": imprint.remarks.view(),
        "changes": _changes(lines, rows, imprint.replaces, campaign),
    }


def data_sha256(campaign: Campaign) -> str:
    """Names the campaign's data, whose files the edition keeps beside it."""
    return sha256(canonical(dict(campaign.files)))


def campaign_view(campaign: Campaign) -> View:
    """The campaign, and the hash of its data as they are."""
    return {
        "slug": campaign.slug,
        "names": campaign.names.view(),
        "first_day": campaign.first_day.isoformat(),
        "days": campaign.days,
        "data_sha256": data_sha256(campaign),
    }


def _imprint(day: Day, imprint: Imprint) -> View:
    campaign, moved = day.campaign, day.moved
    return {
        "day": day.day.isoformat(),
        "day_number": campaign.day_number(day.day),
        "edition": imprint.number,
        "kind": imprint.kind.value,
        "issued_at": iso(imprint.issued_at, campaign.zone),
        "issued_by": imprint.issued_by,
        "deadline": day.deadline.isoformat(),
        "deadline_moved": moved
        and {
            "number": moved.number,
            "at": iso(moved.at),
            "by": moved.by,
            "reason": moved.reason,
        },
        "edition_deadline": campaign.edition_deadline(day.day).isoformat(),
        "previous": imprint.previous and named(imprint.previous, "day", "edition"),
        "replaces": imprint.replaces and named(imprint.replaces, "edition", "kind"),
    }


def named(edition: Frozen, *what: str) -> View:
    """Another edition, by its hash and some of what it says of itself."""
    return {"sha256": edition.sha256, **{name: edition.content[name] for name in what}}


def _kind(kind: str, lines: Sequence[Line], campaign: Campaign, previous: Json | None) -> View:
    form, own = campaign.forms[kind], [line for line in lines if line.kind == kind]
    parts, before = parts_of(form), _of_kind(kind, previous)
    return {
        "kind": kind,
        "names": campaign.edition.kinds[kind].view(),
        "counts": counts_of(own),
        "groups": group_views(own, form, parts, _totals(before)),
        "targets": [target_view(target, own, parts, _values(before)) for target in parts.targets],
    }


def _of_kind(kind: str, edition: Json | None) -> Json | None:
    kinds = edition["kinds"] if edition else []
    return next((each for each in kinds if each["kind"] == kind), None)


def _totals(before: Json | None) -> dict[str, int | None]:
    groups = before["groups"] if before else []
    return {each["id"]: each["total"] for group in groups for each in [*group["figures"], *group["totals"]]}


def _values(before: Json | None) -> dict[str, int | None]:
    return {each["id"]: each["value"] for each in before["targets"]} if before else {}


def _coverage(lines: Sequence[Line], campaign: Campaign) -> View | None:
    """Of the first kind of unit that has such a target."""
    found = (
        coverage_of([line for line in lines if line.kind == kind], targets) for kind, targets in _targets(campaign)
    )
    return next((each for each in found if each), None)


def _targets(campaign: Campaign) -> Iterator[tuple[str, tuple[Target, ...]]]:
    return ((kind, parts_of(form).targets) for kind, form in campaign.forms.items())


def _findings(lines: Sequence[Line]) -> View:
    unexplained = sum(line.unexplained for line in lines)
    return {"open": unexplained, "explained": sum(len(line.findings) for line in lines) - unexplained}


def _changes(lines: Sequence[Line], rows: list[View], replaced: Frozen | None, campaign: Campaign) -> list[View]:
    return change_views(lines, rows, replaced.content, campaign.edition) if replaced else []
