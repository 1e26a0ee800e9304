"""People in DynamoDB: a list as every other, read by units too, and mended person by person."""

from dataclasses import dataclass
from datetime import datetime

from pynamodb.exceptions import PynamoDBException

from giaoban.directory.items import Item, person_item, person_of, sort_key
from giaoban.directory.person import Person
from giaoban.dynamodb import Client
from giaoban.lists.items import Head
from giaoban.lists.store import ListStore, Standing
from giaoban.problem import Conflict, Unavailable

# What whom-to-ring is made of.
BRIEF = ("person", "version", "number", "entry", "staged", "head")


@dataclass(frozen=True)
class Directory:
    """Everybody of a campaign (or of one unit) as one import left them, and what was mended since."""

    head: Head
    people: tuple[Person, ...]
    items: tuple[Item, ...]


class DirectoryStore(ListStore[Item]):
    """Who is told for each unit. Every read is consistent."""

    def __init__(self, table: str, client: Client | None = None) -> None:
        super().__init__(Item, table, client)

    def read(self, campaign: str, brief: bool = False) -> Directory:
        """Everybody, in the order of units: one Query, of 1 MB a page. Raises Unavailable."""
        return _directory(self.standing(campaign, BRIEF if brief else None))

    def unit(self, campaign: str, unit: str) -> Directory:
        """The people of one unit. Raises Unavailable."""
        return self.units(campaign, unit, unit)

    def units(self, campaign: str, first: str, last: str) -> Directory:
        """The people of all units from `first` to `last`. Raises Unavailable."""
        return _directory(self.between(campaign, f"{first}#", f"{last}#~"))

    def by_unit(self, campaign: str, brief: bool = True) -> dict[str, list[Person]]:
        """Everybody by their unit's code; in brief without stops and history: half the cost. Raises Unavailable."""
        found: dict[str, list[Person]] = {}
        for person in self.read(campaign, brief=brief).people:
            found.setdefault(person.entry.unit, []).append(person)
        return found

    def person(self, campaign: str, person_id: str) -> Person | None:
        """Raises Unavailable."""
        found = self.unit(campaign, person_id.rsplit("-", 1)[0]).people
        return next((each for each in found if each.id == person_id), None)

    def add(self, campaign: str, person: Person) -> bool:
        """Stores somebody new. Raises Unavailable."""
        return self.put(person_item(self._items, campaign, person), before=None)

    def change(self, campaign: str, after: Person, now: datetime) -> bool:
        """Stores the next version; False when another came first. Raises Conflict during an import, Unavailable."""
        item = next(iter(self._query(campaign, sort_key(after.id))), None)
        if item is None or item.version != after.version - 1:
            return False
        if item.staged and not self.break_lock(campaign, item.staged["import"], now):
            raise Conflict("import_under_way")
        return self.put(person_item(self._items, campaign, after), before=after.version - 1)

    def note(self, campaign: str, after: Person) -> bool:
        """Stores stops, history and answer only, also in the middle of an import, which keeps them. Raises Unavailable."""
        item = next(iter(self._query(campaign, sort_key(after.id))), None)
        if item is None or item.version != after.version - 1:
            return False
        noted = person_item(self._items, campaign, after, int(item.number))
        noted.entry, noted.staged = item.entry, item.staged
        return self.put(noted, before=after.version - 1)

    def delete(self, campaign: str, person_id: str) -> None:
        """Everything of a person, at once, whatever else is under way. Raises Unavailable."""
        try:
            self._items(campaign, sort_key(person_id)).delete()
        except PynamoDBException as error:
            raise Unavailable("store_silent") from error

    def staged(self, campaign: str, person: Person, number: int) -> Item:
        """Somebody new, who is there from the moment that import `number` counts."""
        return person_item(self._items, campaign, person, number)


def _directory(found: Standing[Item]) -> Directory:
    people = (person_of(item, found.head) for item in found.items)
    return Directory(found.head, tuple(person for person in people if person), found.items)
