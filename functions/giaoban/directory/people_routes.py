"""One person: added, mended, stopped, deleted; and the reporter whom a unit's leader names."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from aws_lambda_powertools.event_handler import Response

from giaoban.access import Role
from giaoban.access.held import HeldLinks
from giaoban.campaign import Campaign, campaign_of
from giaoban.contact import Channel, Why
from giaoban.directory.bodies import read_entry
from giaoban.directory.items import changed
from giaoban.directory.leaving import ender, keeps_links, leaving
from giaoban.directory.naming import add_person, name_reporter
from giaoban.directory.person import Person, Stop
from giaoban.directory.routes import CHANGED, DIRECTORY, KEEP, author_of
from giaoban.directory.rows import PEOPLE
from giaoban.directory.store import DirectoryStore
from giaoban.directory.views import person_view
from giaoban.lists.importing import Author, tidy_up
from giaoban.problem import Conflict, Refused, Unknown, problem
from giaoban.web.answer import answer, nothing
from giaoban.web.request import received_at
from giaoban.web.routes import Router

PERSON = f"{DIRECTORY}/people/<id>"
_ID = re.compile(r"[A-Za-z0-9]+-[0-9a-f]{10}")


def people_routes(campaigns: Mapping[str, Campaign], store: DirectoryStore, links: HeldLinks) -> Router:
    """The routes of single people."""
    router = Router("directory")

    @router.put(
        PERSON,
        may=KEEP,
        takes="directory.person",
        answers={200: "person", 409: "person_conflict_answer"},
        refuses=CHANGED,
    )
    def change_person(c: str, id: str) -> Response[str]:
        """Mends what is known of somebody, stops channels or lets them speak again."""
        now, campaign = received_at(router.current_event), campaign_of(campaigns, c)
        body, person = router.body(), known_person(store, c, id)
        if body["base_version"] != person.version:
            raise Conflict("directory_changed", current=person_view(person, campaign.zone))
        entry = read_entry(body, person.entry.unit, campaign)
        _refuse_twice(store, c, replace(person, entry=entry))
        wanted = {Channel(each) for each in body["stopped"]}
        by = author_of(router)
        after = _stopped(replace(person, entry=entry), wanted, by, now)
        if (after.entry, after.stops) == (person.entry, person.stops):
            return answer(200, person_view(person, campaign.zone))
        after = changed(after, now, _what(person, after), by.role, by.via)
        with leaving(ender(links, now), c, [] if keeps_links(person.entry, entry) else [person]):
            if not store.change(c, after, now):
                raise Conflict("directory_changed", current=person_view(known_person(store, c, id), campaign.zone))
        return answer(200, person_view(after, campaign.zone))

    @router.delete(PERSON, may=KEEP, answers={204: None})
    def delete_person(c: str, id: str) -> Response[str]:
        """Deletes all that is known of somebody, at once, and ends every link and session that they have."""
        now, campaign = received_at(router.current_event), campaign_of(campaigns, c)
        person = known_person(store, campaign.slug, id)
        with leaving(ender(links, now), c, [person]):
            store.delete(c, person.id)
        tidy_up(store, c, now)
        return nothing()

    @router.post(
        "/v1/campaigns/<c>/units/<u>/people",
        may=KEEP,
        takes="directory.new_person",
        answers={201: "person", 409: "person_conflict_answer"},
        refuses=CHANGED,
    )
    def new_person(c: str, u: str) -> Response[str]:
        """Adds somebody for the unit; whoever stands there already stays."""
        now, campaign = received_at(router.current_event), campaign_of(campaigns, c)
        entry = read_entry(router.body(), campaign.unit(u).code, campaign)
        person = add_person(store, c, entry, author_of(router), now)
        return answer(201, person_view(person, campaign.zone))

    @router.post(
        "/v1/campaigns/<c>/units/<u>/reporter",
        may=KEEP | {Role.LEADER},
        takes="directory.reporter",
        answers={201: "person", 409: "person_conflict_answer"},
        refuses=CHANGED,
    )
    def new_reporter(c: str, u: str) -> Response[str]:
        """Names who reports for the unit from now on; whoever did so before is deleted, and their links end."""
        now, campaign = received_at(router.current_event), campaign_of(campaigns, c)
        entry = read_entry(router.body(), u, campaign)
        person = name_reporter(store, ender(links, now), c, entry, author_of(router), now)
        return answer(201, person_view(person, campaign.zone))

    return router


def known_person(store: DirectoryStore, campaign: str, id: str) -> Person:
    """Raises Unknown."""
    person = store.person(campaign, id) if _ID.fullmatch(id) else None
    if person is None:
        raise Unknown("unknown_person")
    return person


def _refuse_twice(store: DirectoryStore, campaign: str, person: Person) -> None:
    others = store.unit(campaign, person.entry.unit).people
    if any(PEOPLE.is_same(each.entry, person.entry) and each.id != person.id for each in others):
        raise Refused("directory_refused", [problem("/name", "already_listed")])


def _stopped(person: Person, wanted: set[Channel], by: Author, now: datetime) -> Person:
    """With exactly these channels stopped; what stopped one already is kept."""
    kept = {channel: stop for channel in wanted if (stop := person.stop_of(channel))}
    new = {each: Stop(now, Why.BY_HAND, by.via, person.entry.address(each) or "") for each in wanted - kept.keys()}
    return replace(person, stops={each: (kept | new)[each] for each in Channel if each in wanted})


def _what(before: Person, after: Person) -> str:
    if before.entry != after.entry:
        return "changed"
    return "stopped" if len(after.stops) >= len(before.stops) else "resumed"
