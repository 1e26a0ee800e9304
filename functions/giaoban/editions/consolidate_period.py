"""The report of a week or of the whole campaign, from the latest edition of each of its days and nothing else."""

from collections.abc import Mapping, Sequence
from datetime import date

from giaoban.campaign import Campaign
from giaoban.campaign.form_parts import parts_of
from giaoban.editions.alike import compare_days, known_of
from giaoban.editions.consolidate import campaign_view, number_of, replaced
from giaoban.editions.content.edition import Edition, Subject
from giaoban.editions.content.period import CoveredUnits, PeriodDay, PeriodEdition, PeriodKind, PeriodSubject
from giaoban.editions.counts import added_up
from giaoban.editions.edition import Frozen, Imprint
from giaoban.editions.period import Period
from giaoban.editions.period_figures import group_views, target_views
from giaoban.editions.period_units import unit_views
from giaoban.moments import iso
from giaoban.text import Both


def consolidate_period(
    campaign: Campaign, period: Period, dailies: Sequence[Frozen[Edition]], imprint: Imprint[PeriodEdition]
) -> PeriodEdition:
    """schemas/period.schema.json; lists called `values` have one value for each of `days`. `dailies` in order."""
    contents = [daily.content for daily in dailies]
    days = [content["day"] for content in contents]
    return {
        "schema": imprint.period_schema,
        "campaign": campaign_view(campaign),
        "period": period.name,
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "day_numbers": {"from": number_of(period.first, campaign), "to": number_of(period.last, campaign)},
        "edition": imprint.number,
        "kind": imprint.kind.value,
        "issued_at": iso(imprint.issued_at, campaign.zone),
        "issued_by": imprint.issued_by,
        "replaces": replaced(imprint.replaces) if imprint.replaces else None,
        "days": [_day(daily) for daily in dailies],
        "without": [day.isoformat() for day in period.days if day.isoformat() not in days],
        "counts": added_up([content["counts"] for content in contents]),
        "kinds": [_kind(kind, contents, campaign, imprint.rules) for kind in dict.fromkeys(_kinds(contents))],
        "coverage": [_coverage(content) for content in contents],
        "units": unit_views(contents, imprint.rules),
        "notes": {
            "difficulties": _subjects([content["notes"]["difficulties"] for content in contents]),
            "proposals": _subjects([content["notes"]["proposals"] for content in contents]),
        },
        "remarks": imprint.remarks.view(),
    }


def _day(daily: Frozen[Edition]) -> PeriodDay:
    said = daily.content
    return {
        "day": said["day"],
        "day_number": said["day_number"],
        "edition": daily.number,
        "kind": said["kind"],
        "sha256": daily.sha256,
        "weekday": date.fromisoformat(said["day"]).isoweekday(),
        "counts": said["counts"],
        "findings": said["findings"],
    }


def _kinds(contents: Sequence[Edition]) -> list[str]:
    return [kind["kind"] for content in reversed(contents) for kind in content["kinds"]]


def _kind(name: str, contents: Sequence[Edition], campaign: Campaign, rules: int) -> PeriodKind:
    by_day = [next((kind for kind in content["kinds"] if kind["kind"] == name), None) for content in contents]
    there, days = [kind for kind in by_day if kind], [content["day"] for content in contents]
    view: PeriodKind = {
        "kind": name,
        "names": there[-1]["names"],
        "counts": added_up([kind["counts"] for kind in there]),
        "groups": group_views(by_day),
        "targets": target_views(by_day, days, _flow_targets(name, campaign)),
    }
    if rules > 1 and name in campaign.forms:
        compare_days(view, parts_of(campaign.forms[name]), [known_of(content, name) for content in contents])
    return view


def _flow_targets(kind: str, campaign: Campaign) -> frozenset[str]:
    """Targets that only what happened on the day decides."""
    form = campaign.forms.get(kind)
    if form is None:
        return frozenset()
    parts = parts_of(form)
    stocks = {name for name, figure in form.figures.items() if figure.measure == "stock"}
    return frozenset(target.id for target in parts.targets if not stocks & parts.figures_of(target))


def _coverage(content: Edition) -> CoveredUnits | None:
    """How many communes had their supporters that day; null where nothing asks for it."""
    found = content["coverage"]
    if found is None:
        return None
    return {
        "units": found["units"],
        "enough": found["enough"],
        "short": len(found["short"]),
        "not_reported": len(found["not_reported"]),
    }


def _subjects(days: Sequence[Sequence[Subject]]) -> list[PeriodSubject]:
    """What units wrote about, day by day; the most frequent first."""
    by_day = [{group["subject"]: group for group in groups} for groups in days]
    names = {subject: group["names"] for groups in by_day for subject, group in groups.items()}
    found = [_subject(subject, names[subject], by_day) for subject in names]
    return sorted(found, key=lambda view: (-view["total"], view["subject"]))


def _subject(subject: str, names: Both, by_day: Sequence[Mapping[str, Subject]]) -> PeriodSubject:
    entries = [groups[subject]["entries"] if subject in groups else [] for groups in by_day]
    units = dict.fromkeys(entry["unit"] for day in entries for entry in day)
    return {
        "subject": subject,
        "names": names,
        "total": sum(len(day) for day in entries),
        "units": list(units),
        "values": [len(day) for day in entries],
    }
