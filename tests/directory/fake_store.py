"""The directory in memory: the store's own reading and rules, on a dictionary instead of a table."""

from collections.abc import Sequence
from typing import Any

from giaoban.directory.items import Item, sort_key
from giaoban.directory.store import DirectoryStore


def is_within(key: str, prefix: str, until: str | None) -> bool:
    return prefix <= key <= until if until else key.startswith(prefix)


class FakeDirectoryStore(DirectoryStore):
    def __init__(self) -> None:
        self._items = type("Item", (Item,), {"Meta": type("Meta", (), {"table_name": "fake"})})
        self.stored: dict[tuple[str, str], dict[str, Any]] = {}

    def put(self, item: Item, before: int | None) -> bool:
        stands = self.stored.get((item.campaign, item.key))
        if (int(stands["version"]["N"]) if stands else None) != before:
            return False
        self.stored[item.campaign, item.key] = item.to_dynamodb_dict()
        return True

    def put_all(self, items: Sequence[Item]) -> None:
        for item in items:
            self.stored[item.campaign, item.key] = item.to_dynamodb_dict()

    def remove(self, item: Item) -> bool:
        stands = self.stored.get((item.campaign, item.key))
        if stands is None or int(stands["version"]["N"]) != item.version:
            return False
        del self.stored[item.campaign, item.key]
        return True

    def delete(self, campaign: str, person_id: str) -> None:
        self.stored.pop((campaign, sort_key(person_id)), None)

    def _query(
        self,
        campaign: str,
        prefix: str | None = None,
        only: object = None,  # noqa: ARG002 - as the real one takes it
        until: str | None = None,
    ) -> list[Item]:
        keys = sorted(key for key in self.stored if key[0] == campaign and is_within(key[1], prefix or "", until))
        found = []
        for key in keys:
            item = self._items()
            item.from_dynamodb_dict(self.stored[key])
            found.append(item)
        return found
