"""What the reminders keep beside the messages in the outbox's table: what became of each wave, which milestones are reached.

Beside a day's messages `#wave#sms_before`; beside a campaign's switch `milestone#…`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from giaoban.moments import milliseconds, moment_of
from giaoban.outbox.items import Item, partition
from giaoban.outbox.store import Outbox

WAVE, MILESTONE = "#wave#", "milestone#"


@dataclass(frozen=True)
class Head:
    """What became of a wave: `made` with all its messages, `closed` when each has ended, or `missed` altogether."""

    wave: str
    slot: datetime
    state: str
    at: datetime
    version: int = 1


class ReminderStore(Outbox):
    """The outbox with what the reminders keep in it."""

    def heads(self, campaign: str, day: date) -> dict[str, Head]:
        """What became of the day's waves so far, by id. Raises Unavailable."""
        found = (head_of(item) for item in self.query(partition(campaign, day), WAVE))
        return {head.wave: head for head in found}

    def put_head(self, campaign: str, day: date, head: Head) -> bool:
        """The first version, or the next one. Raises Unavailable."""
        return self.put(head_item(self._items, campaign, day, head), before=head.version - 1 or None)

    def done_milestones(self, campaign: str) -> frozenset[str]:
        """Ids of milestones that are said to be reached. Raises Unavailable."""
        found = self.query(campaign, MILESTONE)
        return frozenset(item.message.removeprefix(MILESTONE) for item in found if item.data["done"])

    def reach(self, campaign: str, milestone: str, is_done: bool, by: str) -> bool:
        """Says whether a milestone is reached; False when somebody else says so at the same moment. Raises Unavailable."""
        stands = self.item(campaign, MILESTONE + milestone)
        before = int(stands.version) if stands else None
        said = {"done": is_done, "by": by}
        return self.put(self._items(campaign, MILESTONE + milestone, version=(before or 0) + 1, data=said), before)


def head_item(items: type[Item], campaign: str, day: date, head: Head) -> Item:
    key = partition(campaign, day), WAVE + head.wave
    slot, data = milliseconds(head.slot), {"at": milliseconds(head.at)}
    return items(*key, state=head.state, slot=slot, version=head.version, data=data)


def head_of(item: Item) -> Head:
    at = moment_of(item.data["at"])
    return Head(item.message.removeprefix(WAVE), moment_of(item.slot), item.state, at, int(item.version))


def closed(head: Head, at: datetime) -> Head:
    return replace(head, state="closed", at=at, version=head.version + 1)


def open_heads(heads: Iterable[Head]) -> list[Head]:
    """Waves in which something may still have to be said."""
    return [head for head in heads if head.state == "made"]
