"""What an import would do: what is added, changed, removed. A list is the whole list; looking at it changes nothing."""

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from giaoban.lists.same import Sameness

DIGEST_LETTERS = 22


class Kept[Entry](Protocol):
    """Somebody or something of a list as it is kept: `version` counts the changes of its item."""

    @property
    def id(self) -> str: ...
    @property
    def entry(self) -> Entry: ...
    @property
    def version(self) -> int: ...


@dataclass(frozen=True)
class EntryRules[Entry]:
    """`data`: all that an entry says, as JSON."""

    sameness: Sameness[Entry]
    data: Callable[[Entry], Mapping[str, Any]]


@dataclass(frozen=True)
class Plan[Keeps: Kept[Any], Entry]:
    """`digest` names the list's content, `token` what exactly would happen to what `stood` when it was made."""

    digest: str
    token: str
    added: tuple[Entry, ...] = ()
    changed: tuple[tuple[Keeps, Entry], ...] = ()
    removed: tuple[Keeps, ...] = ()
    unchanged: int = 0
    is_same_list: bool = False
    stood: tuple[Keeps, ...] = ()

    @property
    def is_empty(self) -> bool:
        return not (self.added or self.changed or self.removed)


def make_plan[Keeps: Kept[Any], Entry](
    stood: Sequence[Keeps], entries: Sequence[Entry], last_digest: str | None, rules: EntryRules[Entry]
) -> Plan[Keeps, Entry]:
    """The list that was imported last changes nothing: what has been mended by hand since then stays."""
    digest = _list_digest(entries, rules)
    if digest == last_digest:
        return Plan(digest, _token(digest, [], [], [], rules), unchanged=len(stood), is_same_list=True)
    same = rules.sameness.paired([each.entry for each in stood], entries)
    pairs = [(stood[same[place]] if place in same else None, entry) for place, entry in enumerate(entries)]
    listed = {each.id for each, _ in pairs if each}
    added = [entry for each, entry in pairs if each is None]
    changed = [(each, entry) for each, entry in pairs if each and each.entry != entry]
    removed = [each for each in stood if each.id not in listed]
    return Plan(
        digest,
        _token(digest, added, changed, removed, rules),
        added=tuple(added),
        changed=tuple(changed),
        removed=tuple(removed),
        unchanged=sum(each is not None and each.entry == entry for each, entry in pairs),
        stood=tuple(stood),
    )


def _list_digest[Entry](entries: Iterable[Entry], rules: EntryRules[Entry]) -> str:
    """The same for the same entries, in whatever order, encoding or kind of file."""
    return _digest(sorted(json.dumps(rules.data(each), sort_keys=True) for each in entries))


def _token[Keeps: Kept[Any], Entry](
    digest: str,
    added: Sequence[Entry],
    changed: Sequence[tuple[Keeps, Entry]],
    removed: Sequence[Keeps],
    rules: EntryRules[Entry],
) -> str:
    said = [
        [rules.data(each) for each in added],
        [[each.id, each.version, rules.data(entry)] for each, entry in changed],
        [[each.id, each.version] for each in removed],
    ]
    return _digest([digest, said])


def _digest(value: object) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()[:DIGEST_LETTERS]
