"""People in DynamoDB: a campaign is one partition, a person one item; every write is one conditional put."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from pynamodb.exceptions import PynamoDBException

from giaoban.directory.person import Person
from giaoban.directory.stored import (
    HEAD,
    Head,
    Item,
    head_item,
    head_of,
    is_settled,
    person_item,
    person_of,
    sort_key,
)
from giaoban.dynamodb import Client, bound, client_of, written
from giaoban.problem import Conflict, Unavailable

# An import that has not ended by now has crashed: no function lives as long.
LOCK_LASTS = timedelta(seconds=60)
TRIES = 3
# What whom-to-ring is made of.
BRIEF = ("person", "version", "number", "entry", "staged", "head")


@dataclass(frozen=True)
class Directory:
    """Everybody of a campaign (or of one unit) as one import left them, and what was mended since."""

    head: Head
    people: tuple[Person, ...]
    items: tuple[Item, ...]


class DirectoryStore:
    """Who is told for each unit. Every read is consistent."""

    def __init__(self, table: str, client: Client | None = None) -> None:
        self._items = bound(Item, table, client)

    @property
    def client(self) -> Client:
        return client_of(self._items)

    def read(self, campaign: str, brief: bool = False) -> Directory:
        """Everybody, in the order of units: one Query, of 1 MB a page. Raises Unavailable."""
        for _ in range(TRIES):
            items = self._query(campaign, only=BRIEF if brief else None)
            head = head_of(next((item for item in items if item.person == HEAD), None))
            people = [item for item in items if item.person != HEAD]
            if self._is_whole(campaign, head, people):
                return _directory(head, people)
        raise Unavailable("store_silent")

    def unit(self, campaign: str, unit: str) -> Directory:
        """The people of one unit. Raises Unavailable."""
        return self.units(campaign, unit, unit)

    def units(self, campaign: str, first: str, last: str) -> Directory:
        """The people of all units from `first` to `last`. Raises Unavailable."""
        for _ in range(TRIES):
            head = self.head(campaign)
            people = self._query(campaign, f"{first}#", until=f"{last}#~")
            if self._is_whole(campaign, head, people):
                return _directory(head, people)
        raise Unavailable("store_silent")

    def by_unit(self, campaign: str, brief: bool = True) -> dict[str, list[Person]]:
        """Everybody by their unit's code; in brief without stops and history: half the cost. Raises Unavailable."""
        found: dict[str, list[Person]] = {}
        for person in self.read(campaign, brief=brief).people:
            found.setdefault(person.entry.unit, []).append(person)
        return found

    def head(self, campaign: str) -> Head:
        """Which import counts. Raises Unavailable."""
        return head_of(next(iter(self._query(campaign, HEAD)), None))

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
        if item.staged and not self._break_lock(campaign, item.staged["import"], now):
            raise Conflict("import_under_way")
        return self.put(person_item(self._items, campaign, after), before=after.version - 1)

    def note(self, campaign: str, after: Person) -> bool:
        """Stores stops and history only, also in the middle of an import, which keeps them. Raises Unavailable."""
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

    def put(self, item: Item, before: int | None) -> bool:
        """Stores an item of which `before` is the version that stands (None: none); False when it is another.

        An answer that was lost looks like a refusal: then what stands there tells (design decision 4).
        """
        model = self._items
        condition = model.person.does_not_exist() if before is None else model.version == before
        if written(partial(item.save, condition)):
            return True
        stands = next(iter(self._query(item.campaign, item.person)), None)
        return stands is not None and stands.to_dynamodb_dict() == item.to_dynamodb_dict()

    def remove(self, item: Item) -> bool:
        """Deletes this version of an item; False when it is another."""
        return written(partial(item.delete, self._items.version == item.version))

    def put_head(self, campaign: str, head: Head) -> bool:
        """Stores what follows this version of the head; False when somebody else was faster."""
        return self.put(head_item(self._items, campaign, head), before=head.version or None)

    def staged(self, campaign: str, person: Person, number: int) -> Item:
        """Somebody new, who is there from the moment that import `number` counts."""
        return person_item(self._items, campaign, person, number)

    def put_all(self, items: Sequence[Item]) -> None:
        """Stores items that nobody else can know of yet, 25 a call. Raises Unavailable."""
        try:
            with self._items.batch_write() as batch:
                for item in items:
                    batch.save(item)
        except PynamoDBException as error:
            raise Unavailable("store_silent") from error

    def again(self, item: Item) -> Item | None:
        """The item as it stands now."""
        return next(iter(self._query(item.campaign, item.person)), None)

    def _break_lock(self, campaign: str, number: int, now: datetime) -> bool:
        """Whether import `number` is not at work any more; one that has crashed is ended, so that it stays so."""
        head = self.head(campaign)
        if head.lock is None or head.last != number:
            return True
        if is_locked(head, now):
            return False
        return self.put_head(campaign, unlocked(head))

    def _is_whole(self, campaign: str, head: Head, items: Sequence[Item]) -> bool:
        """Whether no import came to count between the reading of the head and that of the last item."""
        if all(is_settled(item, head) for item in items):
            return True
        return self.head(campaign).current == head.current

    def _query(
        self, campaign: str, prefix: str | None = None, only: Sequence[str] | None = None, until: str | None = None
    ) -> list[Item]:
        key = self._items.person
        condition = (key.between(prefix, until) if until else key.startswith(prefix)) if prefix else None
        try:
            return list(
                self._items.query(campaign, condition, consistent_read=True, attributes_to_get=only and list(only))
            )
        except PynamoDBException as error:
            raise Unavailable("store_silent") from error


def is_locked(head: Head, now: datetime) -> bool:
    """Whether somebody imports at this moment; the clock of a demonstration may jump either way."""
    return head.lock is not None and head.since is not None and abs(now - head.since) < LOCK_LASTS


def unlocked(head: Head) -> Head:
    """Without the import that is under way: it has come to nothing, for good."""
    failed = head.failed if head.lock is None else (*head.failed, head.last)
    return replace(head, lock=None, since=None, failed=failed)


def _directory(head: Head, items: Sequence[Item]) -> Directory:
    found = (person_of(item, head) for item in items)
    return Directory(head, tuple(person for person in found if person), tuple(items))
