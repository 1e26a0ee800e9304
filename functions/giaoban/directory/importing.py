"""The directory as a list that is imported whole: who is the same person, and what somebody new brings along."""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime

from giaoban.directory.items import Item, entry_data, new_id, person_of, sort_key
from giaoban.directory.person import Change, Entry, Person
from giaoban.directory.rows import PEOPLE
from giaoban.directory.stops import inherited, stops_by_address
from giaoban.directory.store import DirectoryStore
from giaoban.lists import importing
from giaoban.lists.importing import IMPORTED, Author, Import, KeptList
from giaoban.lists.plan import EntryRules, Plan

type PeoplePlan = Plan[Person, Entry]


def people_list(store: DirectoryStore) -> KeptList[Person, Entry, Item]:
    def new(campaign: str, plan: PeoplePlan, made: Import) -> list[Item]:
        stops = stops_by_address(plan.stood)
        line = Change(made.at, IMPORTED, made.by.role, made.by.via)
        people = [Person(new_id(each.unit), each, inherited(each, stops), (line,), 1) for each in plan.added]
        return [store.staged(campaign, person, made.number) for person in people]

    rules = EntryRules(PEOPLE, entry_data)
    return KeptList(store, rules, person_of, lambda person: sort_key(person.id), new, "directory_changed")


def import_list(
    store: DirectoryStore, campaign: str, entries: Sequence[Entry], by: Author, now: datetime, token: str | None = None
) -> PeoplePlan:
    """Makes the directory what the list says, and says what that was; see lists.importing."""
    return importing.import_list(people_list(store), campaign, entries, by, now, token)


def changed_fields(before: Entry, after: Entry) -> list[str]:
    """Their names only."""
    return [each.name for each in fields(Entry) if getattr(before, each.name) != getattr(after, each.name)]
