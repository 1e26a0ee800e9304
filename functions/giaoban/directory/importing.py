"""A whole list takes effect at once or not at all, without transactions.

Under a lock, each row is written so that nobody sees it yet; then one conditional put of the head makes the import
count, and everybody sees all of it. What follows only tidies up, and may as well be done by whoever comes next.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from giaoban.directory.person import Change, Entry, Person
from giaoban.directory.plan import Plan, inherited, make_plan
from giaoban.directory.store import DirectoryStore, is_locked, unlocked
from giaoban.directory.stored import Head, Item, entry_data, entry_in, is_left_over, new_id, sort_key
from giaoban.problem import Conflict, Unavailable

IMPORTED = "imported"
TRIES = 3


@dataclass(frozen=True)
class Author:
    """Who does it: role, and account of the staff or a link's short id."""

    role: str
    via: str


def import_list(
    store: DirectoryStore, campaign: str, entries: Sequence[Entry], by: Author, now: datetime, token: str | None = None
) -> Plan:
    """Makes the directory what the list says, and says what that was.

    `token`: of the plan that somebody has looked at; Conflict when it would be another by now, or during another
    import. Raises Unavailable when it is not known whether it went through; importing the same list again tells.
    """
    plan = _plan(store, campaign, entries, token)
    if plan.is_same_list:
        return plan
    head = _lock(store, campaign, now)
    try:
        _tidy(store, campaign, head)
        plan = _plan(store, campaign, entries, token)
        _stage(store, campaign, plan, head, by, now)
        head = _commit(store, campaign, plan, head, by, now)
    except Conflict:
        _give_up(store, campaign, head)
        raise
    try:
        _tidy(store, campaign, head)
    except Unavailable:
        return plan  # it counts all the same; the next import, or a deletion, tidies up
    return plan


def tidy_up(store: DirectoryStore, campaign: str, now: datetime) -> None:
    """Clears away what a crashed import has left, so that no copy of anybody stays unseen. Raises Unavailable."""
    head = store.head(campaign)
    if is_locked(head, now):
        return
    # Ended before its rows go: one that is only slow must not come to count without them.
    if head.lock is None or store.put_head(campaign, unlocked(head)):
        _tidy(store, campaign, unlocked(head))


def _plan(store: DirectoryStore, campaign: str, entries: Sequence[Entry], token: str | None) -> Plan:
    directory = store.read(campaign)
    plan = make_plan(directory.people, entries, directory.head.digest)
    if token is not None and token != plan.token:
        raise Conflict("directory_changed")
    return plan


def _lock(store: DirectoryStore, campaign: str, now: datetime) -> Head:
    head = store.head(campaign)
    if is_locked(head, now):
        raise Conflict("import_under_way")
    mine = replace(unlocked(head), last=head.last + 1, lock=secrets.token_hex(8), since=now)
    if not store.put_head(campaign, mine):
        raise Conflict("import_under_way")
    return replace(mine, version=head.version + 1)


def _stage(store: DirectoryStore, campaign: str, plan: Plan, head: Head, by: Author, now: datetime) -> None:
    """Raises Conflict when somebody was changed meanwhile."""
    items = {item.person: item for item in store.read(campaign).items}
    new = [
        Person(new_id(entry.unit), entry, inherited(entry, plan.stops), (Change(now, IMPORTED, by.role, by.via),), 1)
        for entry in plan.added
    ]
    store.put_all([store.staged(campaign, person, head.last) for person in new])
    wanted: list[tuple[Person, Entry | None]] = [*plan.changed, *((person, None) for person in plan.removed)]
    for person, changed in wanted:
        item = items.get(sort_key(person.id))
        if item is None:
            raise Conflict("directory_changed")
        item.staged = {"import": head.last, "entry": changed and entry_data(changed)}
        item.version = person.version + 1
        _must(store.put(item, before=person.version))


def _commit(store: DirectoryStore, campaign: str, plan: Plan, head: Head, by: Author, now: datetime) -> Head:
    """The one write that counts. Raises Conflict when the lock was taken over."""
    record = {"number": head.last, "at": now.isoformat(), "role": by.role, "via": by.via, "digest": plan.digest}
    counts = {"added": len(plan.added), "changed": len(plan.changed), "removed": len(plan.removed)}
    imports = (*head.imports, {**record, **counts})
    done = replace(head, current=head.last, lock=None, since=None, imports=imports)
    _must(store.put_head(campaign, done))
    return replace(done, version=head.version + 1)


def _give_up(store: DirectoryStore, campaign: str, head: Head) -> None:
    """Whoever took the lock over tidies up himself."""
    if store.put_head(campaign, unlocked(head)):
        _tidy(store, campaign, unlocked(head))


def _tidy(store: DirectoryStore, campaign: str, head: Head) -> None:
    """People who are gone first: nothing of theirs is to stay."""
    items = store.read(campaign).items
    for item in sorted(items, key=lambda item: entry_in(item, head) is not None):
        if is_left_over(item, head):
            _settle(store, item, head)


def _settle(store: DirectoryStore, item: Item, head: Head) -> None:
    """Brings an item to rest; somebody who stops a channel in this very moment is not overwritten."""
    found: Item | None = item
    for _ in range(TRIES):
        if found is None or not is_left_over(found, head) or _try_to_settle(store, found, head):
            return
        found = store.again(item)


def _try_to_settle(store: DirectoryStore, item: Item, head: Head) -> bool:
    entry, version = entry_in(item, head), int(item.version)
    if entry is None:
        return store.remove(item)
    made = next((each for each in head.imports if each["number"] == item.staged["import"]), None)
    if made:
        line = {"at": made["at"], "what": IMPORTED, "role": made["role"], "via": made["via"]}
        item.history, item.number = [*item.history, line], made["number"]
    item.entry, item.staged, item.version = entry, None, version + 1
    return store.put(item, before=version)


def _must(went_through: bool) -> None:
    if not went_through:
        raise Conflict("directory_changed")
