"""A whole list takes effect at once or not at all, without transactions.

Under a lock, each row is written so that nobody sees it yet; then one conditional put of the head makes the import
count, and everybody sees all of it. What follows only tidies up, and may as well be done by whoever comes next.
"""

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from giaoban.lists.items import Head, ListItem, entry_in, is_left_over
from giaoban.lists.plan import EntryRules, Kept, Plan, make_plan
from giaoban.lists.store import ListStore, is_locked, unlocked
from giaoban.problem import Conflict, Unavailable

IMPORTED = "imported"
TRIES = 3


@dataclass(frozen=True)
class Author:
    """Who does it: role, and account of the staff or a link's short id."""

    role: str
    via: str


@dataclass(frozen=True)
class Import:
    """One that is under way: its number, who does it and when."""

    number: int
    by: Author
    at: datetime

    def line(self) -> dict[str, str]:
        """What an entry's history says of it."""
        return {"at": self.at.isoformat(), "what": IMPORTED, "role": self.by.role, "via": self.by.via}


@dataclass(frozen=True)
class KeptList[Keeps: Kept[Any], Entry, Item: ListItem]:
    """One kind of list, and how it is kept.

    `kept`: what an item says now, None for what is not there; `key`: of the item that keeps it; `new`: the items of
    what is added. `changed`: the sentence for whoever looked at a plan that would be another by now.
    """

    store: ListStore[Item]
    rules: EntryRules[Entry]
    kept: Callable[[Item, Head], Keeps | None]
    key: Callable[[Keeps], str]
    new: Callable[[str, Plan[Keeps, Entry], Import], list[Item]]
    changed: str

    def plan(self, campaign: str, entries: Sequence[Entry], token: str | None = None) -> Plan[Keeps, Entry]:
        """What importing these would do. Raises Conflict when that is another plan than `token`, Unavailable."""
        found = self.store.standing(campaign)
        stood = [kept for item in found.items if (kept := self.kept(item, found.head))]
        plan = make_plan(stood, entries, found.head.digest, self.rules)
        if token is not None and token != plan.token:
            raise Conflict(self.changed)
        return plan

    def must(self, went_through: bool) -> None:
        if not went_through:
            raise Conflict(self.changed)


def import_list[Keeps: Kept[Any], Entry, Item: ListItem](
    kind: KeptList[Keeps, Entry, Item],
    campaign: str,
    entries: Sequence[Entry],
    by: Author,
    now: datetime,
    token: str | None = None,
) -> Plan[Keeps, Entry]:
    """Makes what is kept what the list says, and says what that was.

    `token`: of the plan that somebody has looked at; Conflict when it would be another by now, or during another
    import. Raises Unavailable when it is not known whether it went through; importing the same list again tells.
    """
    plan = kind.plan(campaign, entries, token)
    if plan.is_same_list:
        return plan
    head = _lock(kind.store, campaign, now)
    try:
        _tidy(kind.store, campaign, head)
        plan = kind.plan(campaign, entries, token)
        _stage(kind, campaign, plan, Import(head.last, by, now))
        head = _commit(kind, campaign, plan, head, Import(head.last, by, now))
    except Conflict:
        _give_up(kind.store, campaign, head)
        raise
    try:
        _tidy(kind.store, campaign, head)
    except Unavailable:
        return plan  # it counts all the same; the next import, or a deletion, tidies up
    return plan


def tidy_up[Item: ListItem](store: ListStore[Item], campaign: str, now: datetime) -> None:
    """Clears away what a crashed import has left, so that no copy of anybody stays unseen. Raises Unavailable."""
    head = store.head(campaign)
    if is_locked(head, now):
        return
    # Ended before its rows go: one that is only slow must not come to count without them.
    if head.lock is None or store.put_head(campaign, unlocked(head)):
        _tidy(store, campaign, unlocked(head))


def _lock[Item: ListItem](store: ListStore[Item], campaign: str, now: datetime) -> Head:
    head = store.head(campaign)
    if is_locked(head, now):
        raise Conflict("import_under_way")
    mine = replace(unlocked(head), last=head.last + 1, lock=secrets.token_hex(8), since=now)
    if not store.put_head(campaign, mine):
        raise Conflict("import_under_way")
    return replace(mine, version=head.version + 1)


def _stage[Keeps: Kept[Any], Entry, Item: ListItem](
    kind: KeptList[Keeps, Entry, Item], campaign: str, plan: Plan[Keeps, Entry], made: Import
) -> None:
    """Raises Conflict when something was changed meanwhile."""
    items = {item.key: item for item in kind.store.standing(campaign).items}
    kind.store.put_all(kind.new(campaign, plan, made))
    wanted: list[tuple[Keeps, Entry | None]] = [*plan.changed, *((each, None) for each in plan.removed)]
    for kept, changed in wanted:
        item = items.get(kind.key(kept))
        if item is None:
            raise Conflict(kind.changed)
        item.staged = {"import": made.number, "entry": changed and kind.rules.data(changed)}
        item.version = kept.version + 1
        kind.must(kind.store.put(item, before=kept.version))


def _commit[Keeps: Kept[Any], Entry, Item: ListItem](
    kind: KeptList[Keeps, Entry, Item], campaign: str, plan: Plan[Keeps, Entry], head: Head, made: Import
) -> Head:
    """The one write that counts. Raises Conflict when the lock was taken over."""
    by, at = made.by, made.at.isoformat()
    record = {"number": made.number, "at": at, "role": by.role, "via": by.via, "digest": plan.digest}
    counts = {"added": len(plan.added), "changed": len(plan.changed), "removed": len(plan.removed)}
    imports = (*head.imports, {**record, **counts})
    done = replace(head, current=head.last, lock=None, since=None, imports=imports)
    kind.must(kind.store.put_head(campaign, done))
    return replace(done, version=head.version + 1)


def _give_up[Item: ListItem](store: ListStore[Item], campaign: str, head: Head) -> None:
    """Whoever took the lock over tidies up himself."""
    if store.put_head(campaign, unlocked(head)):
        _tidy(store, campaign, unlocked(head))


def _tidy[Item: ListItem](store: ListStore[Item], campaign: str, head: Head) -> None:
    """What is gone first: nothing of it is to stay."""
    items = store.standing(campaign).items
    for item in sorted(items, key=lambda item: entry_in(item, head) is not None):
        if is_left_over(item, head):
            _settle(store, item, head)


def _settle[Item: ListItem](store: ListStore[Item], item: Item, head: Head) -> None:
    """Brings an item to rest; somebody who changes it in this very moment is not overwritten."""
    found: Item | None = item
    for _ in range(TRIES):
        if found is None or not is_left_over(found, head) or _try_to_settle(store, found, head):
            return
        found = store.again(item)


def _try_to_settle[Item: ListItem](store: ListStore[Item], item: Item, head: Head) -> bool:
    entry, version = entry_in(item, head), int(item.version)
    if entry is None:
        return store.remove(item)
    made = next((each for each in head.imports if each["number"] == item.staged["import"]), None)
    if made:
        line = {"at": made["at"], "what": IMPORTED, "role": made["role"], "via": made["via"]}
        item.history, item.number = [*item.history, line], made["number"]
    item.entry, item.staged, item.version = entry, None, version + 1
    return store.put(item, before=version)
