"""Somebody is named for a unit: one more, or who reports from now on in place of whoever did so before."""

from dataclasses import replace
from datetime import datetime

from giaoban.contact import Duty
from giaoban.directory.items import changed, new_id
from giaoban.directory.leaving import End, keeps_links, leaving
from giaoban.directory.person import Entry, Person
from giaoban.directory.rows import PEOPLE
from giaoban.directory.stops import inherited, stops_by_address
from giaoban.directory.store import DirectoryStore
from giaoban.lists.importing import Author
from giaoban.problem import Conflict, Refused, problem

NAMED = "named"


def add_person(store: DirectoryStore, campaign: str, entry: Entry, by: Author, now: datetime) -> Person:
    """One more for the unit; nobody else goes. Sent twice, it is done once.

    Raises Refused for somebody who stands there already with something else, Conflict, Unavailable.
    """
    people = store.unit(campaign, entry.unit).people
    same = next((each for each in people if PEOPLE.is_same(each.entry, entry)), None)
    if same and same.entry != entry:
        raise Refused("directory_refused", [problem("/name", "already_listed")])
    return _stored(store, campaign, same, Person(new_id(entry.unit), entry), by, now)


def name_reporter(store: DirectoryStore, end: End, campaign: str, entry: Entry, by: Author, now: datetime) -> Person:
    """The new reporter. The earlier one's links end, and so do the new one's to another address.

    Named twice, it is done once; between the two writes a unit has two reporters, never none. Raises
    Refused for the unit's own leader, Conflict when somebody else changes the same person, Unavailable.
    """
    people = store.unit(campaign, entry.unit).people
    same = next((each for each in people if PEOPLE.is_same(each.entry, entry)), None)
    if same and same.entry.role is Duty.LEADER:
        raise Refused("directory_refused", [problem("/name", "already_listed")])
    moved = [same] if same and not keeps_links(same.entry, entry) else []
    with leaving(end, campaign, moved):
        person = _stored(store, campaign, same, Person(new_id(entry.unit), entry), by, now)
    earlier = [each for each in people if each.entry.role is Duty.REPORTER and each.id != person.id]
    with leaving(end, campaign, earlier):
        for each in earlier:
            store.delete(campaign, each.id)
    return person


def _stored(
    store: DirectoryStore, campaign: str, same: Person | None, new: Person, by: Author, now: datetime
) -> Person:
    if same and same.entry == new.entry:
        return same
    if same:
        person = changed(replace(same, entry=new.entry), now, NAMED, by.role, by.via)
        went_through = store.change(campaign, person, now)
    else:
        stops = inherited(new.entry, stops_by_address(store.unit(campaign, new.entry.unit).people))
        person = changed(replace(new, stops=stops), now, NAMED, by.role, by.via)
        went_through = store.add(campaign, person)
    if not went_through:
        raise Conflict("directory_changed")
    return person
