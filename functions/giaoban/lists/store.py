"""Lists in DynamoDB: a campaign's is one partition, an entry one item; every write is one conditional put."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from pynamodb.exceptions import PynamoDBException

from giaoban.dynamodb import Client, bound, client_of, written
from giaoban.lists.items import HEAD, Head, ListItem, head_item, head_of, is_settled
from giaoban.problem import Unavailable

# An import that has not ended by now has crashed: no function lives as long.
LOCK_LASTS = timedelta(seconds=60)
TRIES = 3


@dataclass(frozen=True)
class Standing[Item: ListItem]:
    """The items of a list, or of a part of it, as one import left them, and what was mended since."""

    head: Head
    items: tuple[Item, ...]


class ListStore[Item: ListItem]:
    """What every list needs of its table. Every read is consistent."""

    def __init__(self, items: type[Item], table: str, client: Client | None = None) -> None:
        self._items = bound(items, table, client)

    @property
    def client(self) -> Client:
        return client_of(self._items)

    def head(self, campaign: str) -> Head:
        """Which import counts. Raises Unavailable."""
        return head_of(next(iter(self._query(campaign, HEAD)), None))

    def put_head(self, campaign: str, head: Head) -> bool:
        """Stores what follows this version of the head; False when somebody else was faster."""
        return self.put(head_item(self._items, campaign, head), before=head.version or None)

    def standing(self, campaign: str, only: Sequence[str] | None = None) -> Standing[Item]:
        """All of a list: one Query, of 1 MB a page; `only` these attributes. Raises Unavailable."""
        for _ in range(TRIES):
            items = self._query(campaign, only=only)
            head = head_of(next((item for item in items if item.key == HEAD), None))
            entries = [item for item in items if item.key != HEAD]
            if self._is_whole(campaign, head, entries):
                return Standing(head, tuple(entries))
        raise Unavailable("store_silent")

    def between(self, campaign: str, first: str, last: str) -> Standing[Item]:
        """What stands from one key to another. Raises Unavailable."""
        for _ in range(TRIES):
            head, items = self.head(campaign), self._query(campaign, first, until=last)
            if self._is_whole(campaign, head, items):
                return Standing(head, tuple(items))
        raise Unavailable("store_silent")

    def put(self, item: Item, before: int | None) -> bool:
        """Stores an item of which `before` is the version that stands (None: none); False when it is another.

        An answer that was lost looks like a refusal: then what stands there tells (design decision 4).
        """
        model = self._items
        condition = model.key.does_not_exist() if before is None else model.version == before
        if written(partial(item.save, condition)):
            return True
        stands = self.again(item)
        return stands is not None and stands.to_dynamodb_dict() == item.to_dynamodb_dict()

    def put_all(self, items: Sequence[Item]) -> None:
        """Stores items that nobody else can know of yet, 25 a call. Raises Unavailable."""
        try:
            with self._items.batch_write() as batch:
                for item in items:
                    batch.save(item)
        except PynamoDBException as error:
            raise Unavailable("store_silent") from error

    def remove(self, item: Item) -> bool:
        """Deletes this version of an item; False when it is another."""
        return written(partial(item.delete, self._items.version == item.version))

    def again(self, item: Item) -> Item | None:
        """The item as it stands now. Raises Unavailable."""
        return next(iter(self._query(item.campaign, item.key)), None)

    def break_lock(self, campaign: str, number: int, now: datetime) -> bool:
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
        key = self._items.key
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
