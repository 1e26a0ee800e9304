"""The outbox in DynamoDB: every read is consistent, every write is one conditional write of one item."""

from collections.abc import Iterator
from datetime import date
from functools import partial as prepared

from pynamodb.attributes import MapAttribute
from pynamodb.exceptions import PynamoDBException

from giaoban.dynamodb import Client, bound, written
from giaoban.outbox.capability import Allowance
from giaoban.outbox.items import (
    SWITCH,
    Item,
    Row,
    Spent,
    Switch,
    message_item,
    message_of,
    partition,
    row_of,
    sort_key,
    spent_key,
    switch_item,
    switch_of,
)
from giaoban.outbox.message import Key, Message
from giaoban.problem import Unavailable


class Outbox:
    """Messages, the switch and what was spent."""

    def __init__(self, table: str, client: Client | None = None) -> None:
        self._items = bound(Item, table, client)

    def add(self, message: Message) -> bool:
        """Stores a message that does not exist yet; False when it does. Raises Unavailable."""
        return self.put(message_item(self._items, message), before=None)

    def replace(self, after: Message) -> bool:
        """Stores the next version in place of the one that it was made from; False when that is not it any more."""
        return self.put(message_item(self._items, after), before=after.version - 1)

    def get(self, key: Key) -> Message | None:
        """Raises Unavailable."""
        found = self.item(partition(key.campaign, key.day), sort_key(key))
        return message_of(found) if found else None

    def of_unit(self, campaign: str, day: date, wave: str, unit: str) -> list[Message]:
        """A unit's messages in a wave. Raises Unavailable."""
        return [message_of(item) for item in self.query(partition(campaign, day), f"{wave}#{unit}#")]

    def of_units(self, campaign: str, day: date, wave: str, first: str, last: str) -> list[Message]:
        """The messages in a wave of all units from `first` to `last`. Raises Unavailable."""
        return [
            message_of(item) for item in self.query(partition(campaign, day), f"{wave}#{first}#", f"{wave}#{last}#~")
        ]

    def of_wave(self, campaign: str, day: date, wave: str) -> list[Message]:
        """Raises Unavailable."""
        return [message_of(item) for item in self.query(partition(campaign, day), f"{wave}#")]

    def of_day(self, campaign: str, day: date) -> list[Message]:
        """All of a day, in the order of waves and units. Raises Unavailable."""
        found = self._rows(partition(campaign, day))
        return [message_of(row) for row in found if not row.message.startswith("#")]

    def switch(self, campaign: str) -> Switch:
        """Raises Unavailable."""
        return switch_of(self.item(campaign, SWITCH))

    def turn(self, campaign: str, switch: Switch) -> bool:
        """The next version of the switch; False when somebody else has turned it meanwhile. Raises Unavailable."""
        return self.put(switch_item(self._items, campaign, switch), before=switch.version - 1 or None)

    def spent(self, campaign: str, purse: str = "") -> Spent:
        """Raises Unavailable."""
        item = self.item(campaign, spent_key(purse))
        if item is None:
            return Spent()
        periods = (item.days or MapAttribute()).as_dict()
        return Spent(int(item.total), {period: int(parts) for period, parts in periods.items()})

    def spend(self, campaign: str, allowance: Allowance, parts: int) -> bool:
        """Counts parts of SMS; False, and nothing counted, when that would be more than is allowed. Raises Unavailable.

        Counted before they are handed over, so that a crash may waste some but never exceeds a limit.
        """
        key, period, most = spent_key(allowance.purse), allowance.period, allowance.parts
        item, model = self._items(campaign, key), self._items
        actions = [model.total.set(model.total + parts), model.days[period].set((model.days[period] | 0) + parts)]
        fits_period = model.days[period].does_not_exist() | (model.days[period] <= most - parts)
        fits = fits_period if parts <= most else model.total < 0
        if allowance.altogether is not None:
            fits = (model.total <= allowance.altogether - parts) & fits
        fits = model.day.exists() & fits
        if written(prepared(item.update, actions, fits)):
            return True
        # Refused by a limit, or by there being nothing yet to count on; whoever puts that first, all may go on.
        written(prepared(self._items(campaign, key, total=0, days={}).save, model.day.does_not_exist()))
        return written(prepared(item.update, actions, fits))

    def put(self, item: Item, before: int | None) -> bool:
        """In place of version `before` (None: of nothing); a lost answer is told apart by reading what stands there."""
        model = self._items
        condition = model.day.does_not_exist() if before is None else model.version == before
        try:
            if written(prepared(item.save, condition)):
                return True
        except Unavailable:
            if not self._stands(item):
                raise
            return True
        return self._stands(item)

    def _stands(self, item: Item) -> bool:
        stands = self.item(item.day, item.message)
        return stands is not None and stands.to_dynamodb_dict() == item.to_dynamodb_dict()

    def _rows(self, partition: str) -> Iterator[Row]:
        """A whole day has many items; as models they would cost the board twice as much."""
        table, after = self._items._get_connection(), None
        try:
            while True:
                page = table.query(
                    partition, attributes_to_get=[*Row._fields], consistent_read=True, exclusive_start_key=after
                )
                yield from map(row_of, page["Items"])
                if (after := page.get("LastEvaluatedKey")) is None:
                    return
        except PynamoDBException as error:
            raise Unavailable("store_silent") from error

    def item(self, partition: str, key: str) -> Item | None:
        """The one of this very key: another's may begin with it."""
        return next(iter(self.query(partition, key, key)), None)

    def query(self, partition: str, prefix: str, until: str | None = None) -> list[Item]:
        """Those that begin with `prefix`, or all from it to `until`."""
        key = self._items.message
        condition = key.between(prefix, until) if until else key.startswith(prefix)
        try:
            return list(self._items.query(partition, condition, consistent_read=True))
        except PynamoDBException as error:
            raise Unavailable("store_silent") from error
