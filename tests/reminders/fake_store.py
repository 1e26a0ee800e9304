"""The outbox in memory: the store's own reading and rules, on a dictionary instead of a table."""

from collections.abc import Iterator
from typing import Any

from giaoban.outbox.capability import Allowance
from giaoban.outbox.items import Item, Row, Spent, row_of
from giaoban.reminders.store import ReminderStore
from tests.directory.fake_store import is_within


class FakeReminderStore(ReminderStore):
    def __init__(self) -> None:
        self._items = type("Item", (Item,), {"Meta": type("Meta", (), {"table_name": "fake"})})
        self.stored: dict[tuple[str, str], dict[str, Any]] = {}
        self.purses: dict[str, Spent] = {}

    def put(self, item: Item, before: int | None) -> bool:
        key = item.day, item.message
        stands = self.stored.get(key)
        if (int(stands["version"]["N"]) if stands else None) == before:
            self.stored[key] = item.to_dynamodb_dict()
            return True
        return stands == item.to_dynamodb_dict()

    def _rows(self, partition: str) -> Iterator[Row]:
        return (row_of(item) for (day, _), item in sorted(self.stored.items()) if day == partition)

    def query(self, partition: str, prefix: str, until: str | None = None) -> list[Item]:
        keys = sorted(key for key in self.stored if key[0] == partition and is_within(key[1], prefix, until))
        found = []
        for key in keys:
            item = self._items()
            item.from_dynamodb_dict(self.stored[key])
            found.append(item)
        return found

    @property
    def kept(self) -> Spent:
        """Of the waves' purse."""
        return self.purses.get("", Spent())

    def spent(self, campaign: str, purse: str = "") -> Spent:  # noqa: ARG002 - as the real one takes it
        return self.purses.get(purse, Spent())

    def spend(self, campaign: str, allowance: Allowance, parts: int) -> bool:  # noqa: ARG002
        kept, most = self.purses.get(allowance.purse, Spent()), allowance.altogether
        periods = kept.periods or {}
        total, now = kept.total + parts, periods.get(allowance.period, 0) + parts
        if now > allowance.parts or (most is not None and total > most):
            return False
        self.purses[allowance.purse] = Spent(total, {**periods, allowance.period: now})
        return True
