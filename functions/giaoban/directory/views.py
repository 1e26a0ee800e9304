"""What the directory says of people, and to whom."""

from collections.abc import Iterable, Sequence
from datetime import datetime, tzinfo

from giaoban.campaign import Campaign
from giaoban.contact import Duty
from giaoban.directory.columns import COLUMNS
from giaoban.directory.importing import PeoplePlan, changed_fields
from giaoban.directory.person import Entry, Person, Stop
from giaoban.directory.store import Directory
from giaoban.lists.views import problem_view
from giaoban.moments import iso
from giaoban.problem import Problem

type View = dict[str, object]

MAX_TOLD = 1000


def directory_view(campaign: Campaign, directory: Directory, units: Sequence[str]) -> View:
    """People in the campaign's order of units; who is told first stands first."""
    order = {code: place for place, code in enumerate(campaign.units)}
    people = [person for person in directory.people if person.entry.unit in units]
    last = directory.head.imports[-1] if directory.head.imports else None
    return {
        "campaign": campaign.slug,
        "units": [campaign.units[code].view() for code in units],
        "last_import": last and {"at": iso(datetime.fromisoformat(last["at"]), campaign.zone), "by": last["via"]},
        "units_without_reporter": without_reporter((each.entry for each in people), units),
        "people": [
            person_view(each, campaign.zone) for each in sorted(people, key=lambda each: _place(each.entry, order))
        ],
    }


def _place(entry: Entry, order: dict[str, int]) -> tuple[int, int, str]:
    return order.get(entry.unit, len(order)), list(Duty).index(entry.role), entry.name


def person_view(person: Person, zone: tzinfo) -> View:
    """Times as the campaign's clock shows them."""
    return {
        "id": person.id,
        "version": person.version,
        **entry_view(person.entry),
        "stopped": [
            {"channel": channel, **_stop_view(stop, zone)}
            for channel in person.stops
            if (stop := person.stop_of(channel))
        ],
        "history": [
            {"at": iso(each.at, zone), "what": each.what, "role": each.role, "via": each.via} for each in person.history
        ],
    }


def entry_view(entry: Entry) -> View:
    return {
        "unit": entry.unit,
        "role": entry.role,
        "name": entry.name,
        "phone": entry.phone,
        "email": entry.email,
        "channels": list(entry.channels),
        "language": entry.language,
        "quiet": entry.quiet and [f"{each:%H:%M}" for each in entry.quiet],
    }


def contacts_view(people: Iterable[Person], zone: tzinfo) -> list[View]:
    """Whom a coordinator rings, in that order, and what each wrote back last."""
    order = sorted(people, key=lambda each: (list(Duty).index(each.entry.role), each.entry.name))
    return [_contact_view(each, zone) for each in order]


def _contact_view(person: Person, zone: tzinfo) -> View:
    answer = person.answer and {"at": iso(person.answer.at, zone), "text": person.answer.text}
    entry = person.entry
    known = {"id": person.id, "name": entry.name, "role": entry.role, "phone": entry.phone}
    return {**known, **({"answer": answer} if answer else {})}


def plan_view(plan: PeoplePlan, entries: Sequence[Entry], problems: Sequence[Problem], units: Iterable[str]) -> View:
    """What an import would do, or has done; with problems it does nothing."""
    return {
        "plan": plan.token,
        "same_list": plan.is_same_list,
        "added": [_brief(each) for each in plan.added],
        "changed": [
            {**_brief(person.entry), "fields": changed_fields(person.entry, entry)} for person, entry in plan.changed
        ],
        "removed": [{**_brief(each.entry), "since": each.history[-1].what} for each in plan.removed],
        "unchanged": plan.unchanged,
        "units_without_reporter": without_reporter(entries, units),
        "problems": [problem_view(each, COLUMNS) for each in problems[:MAX_TOLD]],
    }


def without_reporter(entries: Iterable[Entry], units: Iterable[str]) -> list[str]:
    told = {each.unit for each in entries if each.role is Duty.REPORTER}
    return [code for code in units if code not in told]


def _brief(entry: Entry) -> View:
    return {"unit": entry.unit, "role": entry.role, "name": entry.name}


def _stop_view(stop: Stop, zone: tzinfo) -> View:
    return {"at": iso(stop.at, zone), "why": stop.why, "by": stop.by}
