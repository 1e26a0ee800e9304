"""Editions in DynamoDB: one consistent Query reads a period, every write is one conditional put of one item."""

from functools import partial
from typing import Any

from pynamodb.exceptions import PynamoDBException

from giaoban.dynamodb import Client, bound, written
from giaoban.editions.edition import Remarks
from giaoban.editions.items import (
    Item,
    edition_key,
    entry_data,
    kept_of,
    part_key,
    partition,
    registry_key,
    remarks_key,
)
from giaoban.editions.kept import Entry, Kept, Registered
from giaoban.editions.part import Part
from giaoban.problem import Unavailable


class EditionStore:
    """The lists of editions and what belongs to each; their content lies in the archive."""

    def __init__(self, table: str, client: Client | None = None) -> None:
        self._items = bound(Item, table, client)

    def kept(self, campaign: str, period: str) -> Kept:
        """All of a period. Raises Unavailable."""
        try:
            items = list(self._items.query(partition(campaign, period), consistent_read=True))
        except PynamoDBException as error:
            raise Unavailable("store_silent") from error
        return kept_of(campaign, period, items)

    def add_edition(self, campaign: str, period: str, entry: Entry) -> bool:
        """Makes it edition n; False when there is one. Raises Unavailable when that is not known."""
        return self._put(campaign, period, edition_key(entry.number), entry_data(entry))

    def add_remarks(self, campaign: str, period: str, remarks: Remarks, at: str) -> bool:
        """False when somebody else has written that number just now. Raises Unavailable."""
        said = {"text": remarks.text, "by": remarks.by}
        return self._put(campaign, period, remarks_key(remarks.number), said, at)

    def register(self, campaign: str, period: str, edition: int, given: Registered) -> bool:
        """False when somebody else has just written that order. Raises Unavailable."""
        said = {"number": given.number, "date": given.date, "at": given.at, "by": given.by}
        return self._put(campaign, period, registry_key(edition, given.order), said)

    def add_part(self, campaign: str, period: str, name: str, part: Part) -> bool:
        """What a capability says of a day, once; False when it has said so already. Raises Unavailable."""
        return self._put(campaign, period, part_key(name), {"sha256": part.sha256, "content": dict(part.content)})

    def mark(self, campaign: str, period: str, name: str, at: str) -> bool:
        """`alarm` or `closed`, once; False when it stands there. Raises Unavailable."""
        return self._put(campaign, period, name, None, at)

    def _put(self, campaign: str, period: str, key: str, data: dict[str, Any] | None, at: str | None = None) -> bool:
        item = self._items(partition(campaign, period), key, data=data, at=at)
        return written(partial(item.save, self._items.period.does_not_exist()))
