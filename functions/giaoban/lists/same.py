"""Who or what is the same in another row or another list."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Sameness[Entry]:
    """`known_by`: what an entry is known by, the surest first; None where it has no such thing.

    The first that two entries both have tells whether they are one. As many for every entry.
    """

    known_by: Callable[[Entry], Sequence[Hashable | None]]

    def is_same(self, one: Entry, other: Entry) -> bool:
        both = zip(self.known_by(one), self.known_by(other), strict=True)
        return next((mine == theirs for mine, theirs in both if mine is not None and theirs is not None), False)

    def repeated(self, entries: Sequence[Entry]) -> dict[int, int]:
        """The place of each that stands there already → the place where it stood first."""
        seen: dict[Hashable, list[int]] = {}
        found: dict[int, int] = {}
        for place, entry in enumerate(entries):
            keys = [(level, key) for level, key in enumerate(self.known_by(entry)) if key is not None]
            earlier = sorted({each for key in keys for each in seen.get(key, ())})
            first = next((each for each in earlier if self.is_same(entries[each], entry)), None)
            if first is not None:
                found[place] = first
            for key in keys:
                seen.setdefault(key, []).append(place)
        return found

    def paired(self, earlier: Sequence[Entry], later: Sequence[Entry]) -> dict[int, int]:
        """Place of the later → place of the earlier, where each is the only one left that it can be."""
        found: dict[int, int] = {}
        for level in range(len(self.known_by(later[0])) if later else 0):
            mine = self._alone(earlier, level, set(found.values()))
            theirs = self._alone(later, level, set(found))
            found |= {theirs[key]: mine[key] for key in theirs.keys() & mine.keys()}
        return found

    def _alone(self, entries: Sequence[Entry], level: int, without: set[int]) -> dict[Hashable, int]:
        places: dict[Hashable, list[int]] = {}
        for place, entry in enumerate(entries):
            key = self.known_by(entry)[level]
            if key is not None and place not in without:
                places.setdefault(key, []).append(place)
        return {key: found[0] for key, found in places.items() if len(found) == 1}
