"""The consolidated report (III.5): a day's reports and rules in, one object out. The same in, the same out, always.

schemas/edition.schema.json describes the object; nothing in it depends on a clock, on chance, or on what came later.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from giaoban.campaign import Campaign
from giaoban.campaign.form_parts import Target, parts_of
from giaoban.editions.alike import compare, known_of
from giaoban.editions.canonical import canonical, sha256
from giaoban.editions.changes import change_views
from giaoban.editions.content.edition import (
    CampaignNames,
    Edition,
    FindingCounts,
    MovedDeadline,
    Previous,
    Replaced,
)
from giaoban.editions.content.figures import Coverage, KindOfUnit
from giaoban.editions.content.units import Change, UnitLine
from giaoban.editions.counts import counts_of
from giaoban.editions.cut import known_at
from giaoban.editions.edition import AnyEdition, Frozen, Imprint
from giaoban.editions.figures import group_views
from giaoban.editions.line import Line, line_view
from giaoban.editions.measures import measure_views
from giaoban.editions.notes import notes_view
from giaoban.editions.part import parts_named
from giaoban.editions.record import records_of
from giaoban.editions.targets import coverage_of, target_view
from giaoban.moments import iso
from giaoban.reports import decision
from giaoban.reports.report import Day


def consolidate(day: Day, imprint: Imprint[Edition]) -> Edition:
    """The edition of `day` as it was known at the imprint's moment."""
    campaign, day = day.campaign, known_at(day, imprint.issued_at)
    previous = imprint.previous.content if imprint.previous else None
    lines = [Line(unit_day, imprint.issued_at) for unit_day in day.units.values()]
    records = records_of(previous)
    rows = [line_view(line, records.get(line.code, [])) for line in lines]
    content: Edition = {
        "schema": imprint.schema,
        "campaign": campaign_view(campaign),
        "day": day.day.isoformat(),
        "day_number": number_of(day.day, campaign),
        "edition": imprint.number,
        "kind": imprint.kind.value,
        "issued_at": iso(imprint.issued_at, campaign.zone),
        "issued_by": imprint.issued_by,
        "deadline": day.deadline.isoformat(),
        "deadline_moved": _moved(day.moved) if day.moved else None,
        "edition_deadline": campaign.edition_deadline(day.day).isoformat(),
        "previous": _previous(imprint.previous) if imprint.previous else None,
        "replaces": replaced(imprint.replaces) if imprint.replaces else None,
        "counts": counts_of(lines),
        "kinds": [_kind(kind, lines, campaign, previous, imprint.rules) for kind in campaign.forms],
        "coverage": _coverage(lines, campaign),
        "units": rows,
        "measures": measure_views(lines, records, campaign.edition),
        "findings": _findings(lines),
        "notes": notes_view(lines, campaign.edition.subjects),
        "remarks": imprint.remarks.view(),
        "changes": _changes(lines, rows, imprint.replaces, campaign),
    }
    # Left out when the campaign's data name none: so editions from before there were any have the same bytes.
    if names := campaign.edition.parts:
        content["parts"] = parts_named(names, imprint.parts)
    return content


def data_sha256(campaign: Campaign) -> str:
    """Names the campaign's data, whose files the edition keeps beside it."""
    return sha256(canonical(dict(campaign.files)))


def campaign_view(campaign: Campaign) -> CampaignNames:
    """The campaign, and the hash of its data as they are."""
    return {
        "slug": campaign.slug,
        "names": campaign.names.view(),
        "first_day": campaign.first_day.isoformat(),
        "days": campaign.days,
        "data_sha256": data_sha256(campaign),
    }


def number_of(day: date, campaign: Campaign) -> int:
    """A day that has an edition is one of the campaign's."""
    number = campaign.day_number(day)
    if number is None:
        raise ValueError(f"{day} is no day of {campaign.slug}")
    return number


def replaced(edition: Frozen[AnyEdition]) -> Replaced:
    """The edition that another replaces, by its hash."""
    said = edition.content
    return {"sha256": edition.sha256, "edition": said["edition"], "kind": said["kind"]}


def _previous(edition: Frozen[Edition]) -> Previous:
    return {"sha256": edition.sha256, "day": edition.content["day"], "edition": edition.content["edition"]}


def _moved(moved: decision.MovedDeadline) -> MovedDeadline:
    return {
        "number": moved.number,
        "at": iso(moved.at),
        "by": moved.by,
        "reason": moved.reason,
    }


def _kind(kind: str, lines: Sequence[Line], campaign: Campaign, previous: Edition | None, rules: int) -> KindOfUnit:
    form, own = campaign.forms[kind], [line for line in lines if line.kind == kind]
    parts, before = parts_of(form), _of_kind(kind, previous)
    view: KindOfUnit = {
        "kind": kind,
        "names": campaign.edition.kinds[kind].view(),
        "counts": counts_of(own),
        "groups": group_views(own, form, parts, _totals(before)),
        "targets": [target_view(target, own, parts, _values(before)) for target in parts.targets],
    }
    # The first rules told the changes of sums and shares against sums and shares, whoever they were of.
    if rules > 1:
        compare(view, parts, known_of(previous, kind), {line.code: line.values for line in own})
    return view


def _of_kind(kind: str, edition: Edition | None) -> KindOfUnit | None:
    kinds = edition["kinds"] if edition else []
    return next((each for each in kinds if each["kind"] == kind), None)


def _totals(before: KindOfUnit | None) -> dict[str, int | None]:
    groups = before["groups"] if before else []
    return {each["id"]: each["total"] for group in groups for each in [*group["figures"], *group["totals"]]}


def _values(before: KindOfUnit | None) -> dict[str, int | None]:
    return {each["id"]: each["value"] for each in before["targets"]} if before else {}


def _coverage(lines: Sequence[Line], campaign: Campaign) -> Coverage | None:
    """Of the first kind of unit that has such a target."""
    found = (
        coverage_of([line for line in lines if line.kind == kind], targets) for kind, targets in _targets(campaign)
    )
    return next((each for each in found if each), None)


def _targets(campaign: Campaign) -> Iterator[tuple[str, tuple[Target, ...]]]:
    return ((kind, parts_of(form).targets) for kind, form in campaign.forms.items())


def _findings(lines: Sequence[Line]) -> FindingCounts:
    unexplained = sum(line.unexplained for line in lines)
    return {"open": unexplained, "explained": sum(len(line.findings) for line in lines) - unexplained}


def _changes(
    lines: Sequence[Line], rows: list[UnitLine], before: Frozen[Edition] | None, campaign: Campaign
) -> list[Change]:
    return change_views(lines, rows, before.content, campaign.edition) if before else []
