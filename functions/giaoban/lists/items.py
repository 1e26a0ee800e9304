"""How a list stands in a table: an item for each entry, and a head that says which import counts.

What an import writes counts from the moment that the head's `current` reaches its number: the whole item of what is
new, `staged` of what was there before (`{"import": 7, "entry": {…} or null for what goes}`). Numbers of imports that
came to nothing stand in the head's `failed`, so that nothing of theirs ever counts.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pynamodb.attributes import JSONAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.models import Model

HEAD = "#head"
MAX_IMPORTS = 20
type Data = dict[str, Any]


class ListItem(Model):
    """Partition: whose list it is, a campaign. `number`: the import that wrote `entry`, 0 for what came by hand."""

    campaign = UnicodeAttribute(hash_key=True)
    key = UnicodeAttribute(range_key=True)
    version = NumberAttribute()
    number = NumberAttribute(null=True)
    entry = JSONAttribute(null=True)
    staged = JSONAttribute(null=True)
    history = JSONAttribute(null=True)
    head = JSONAttribute(null=True)


@dataclass(frozen=True)
class Head:
    """`current`: the last import that counts; `last`: the highest number given out; `lock`: who imports, since when."""

    current: int = 0
    last: int = 0
    lock: str | None = None
    since: datetime | None = None
    imports: tuple[Data, ...] = ()
    failed: tuple[int, ...] = ()
    version: int = 0

    def counts(self, number: int) -> bool:
        """Whether what this import wrote is to be seen; 0 stands for what was written by hand."""
        return number <= self.current and number not in self.failed

    def is_over(self, number: int) -> bool:
        """Whether this import has either come to count or come to nothing; another may be at work."""
        return number <= self.current or number in self.failed

    @property
    def digest(self) -> str | None:
        return self.imports[-1]["digest"] if self.imports else None


def head_of(item: ListItem | None) -> Head:
    if item is None:
        return Head()
    data = item.head
    since = data["since"] and datetime.fromisoformat(data["since"])
    imports, failed = tuple(data["imports"]), tuple(data["failed"])
    return Head(data["current"], data["last"], data["lock"], since, imports, failed, int(item.version))


def head_item[Item: ListItem](items: type[Item], campaign: str, head: Head) -> Item:
    data = {
        "current": head.current,
        "last": head.last,
        "lock": head.lock,
        "since": head.since and head.since.isoformat(),
        "imports": list(head.imports[-MAX_IMPORTS:]),
        "failed": list(head.failed),
    }
    return items(campaign, HEAD, version=head.version + 1, head=data)


def entry_in(item: ListItem, head: Head) -> Data | None:
    """What the item says now; None for what is not there yet, or not any more."""
    staged: Data | None = item.staged
    if staged and head.counts(staged["import"]):
        gone_or_new: Data | None = staged["entry"]
        return gone_or_new
    return item.entry if head.counts(int(item.number)) else None


def is_settled(item: ListItem, head: Head) -> bool:
    """Whether no import has anything left to do with it."""
    return item.staged is None and head.counts(int(item.number))


def is_left_over(item: ListItem, head: Head) -> bool:
    """Whether an import that is over has left something to do. What one at work has written is not to be touched."""
    numbers = [int(item.number), *([item.staged["import"]] if item.staged else [])]
    return not is_settled(item, head) and all(head.is_over(number) for number in numbers)
