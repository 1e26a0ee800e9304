"""Whoever is deleted, replaced or reached elsewhere loses the links and sessions that they had.

They end before the directory is written, so that a store that falls silent afterwards leaves nobody in; and once more
after, for what was sent meanwhile. Whoever sends a link looks into the directory again once it is issued.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime

from giaoban.access.held import HeldLinks, end_links
from giaoban.contact import Channel, Duty
from giaoban.directory.importing import PeoplePlan, import_list, people_list
from giaoban.directory.person import Entry, Person
from giaoban.directory.store import DirectoryStore
from giaoban.lists.importing import Author

# Ends what a person (by id) of a campaign's unit holds.
type End = Callable[[str, str, str], object]


def ender(links: HeldLinks, now: datetime) -> End:
    """As of a moment."""
    return lambda campaign, unit, person: end_links(links, campaign, unit, now, person)


def keeps_links(before: Entry, after: Entry | None) -> bool:
    """Whether what somebody was sent is still in the right hands, and gives them what it should.

    A corrected name, other hours or one more address change nothing about who has the telephone.
    """
    if after is None or (Duty.LEADER in {before.role, after.role} and before.role is not after.role):
        return False
    return all(before.address(each) in {None, after.address(each)} for each in Channel)


@contextmanager
def leaving(end: End, campaign: str, people: Iterable[Person]) -> Iterator[None]:
    """Around the writing that lets them go. Raises Unavailable."""
    gone = list(people)
    _end(end, campaign, gone)
    yield
    _end(end, campaign, gone)


def _end(end: End, campaign: str, gone: Iterable[Person]) -> None:
    for person in gone:
        end(campaign, person.entry.unit, person.id)


def import_people(
    store: DirectoryStore,
    end: End,
    campaign: str,
    entries: Sequence[Entry],
    by: Author,
    now: datetime,
    token: str | None = None,
) -> PeoplePlan:
    """Makes the directory what the list says; see lists.importing. Who is on it no more, or elsewhere, loses their links."""
    plan = people_list(store).plan(campaign, entries, token)
    with leaving(end, campaign, gone_by(plan)):
        return import_list(store, campaign, entries, by, now, token)


def gone_by(plan: PeoplePlan) -> list[Person]:
    """Whose links an import ends."""
    return [*plan.removed, *(person for person, entry in plan.changed if not keeps_links(person.entry, entry))]
