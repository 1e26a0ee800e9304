"""What another capability says of a day: one dated item, put once and named by its hash, from which editions are made.

An edition never reads a register: what that says changes, and an edition made again would be another.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from giaoban.editions.canonical import canonical, sha256
from giaoban.editions.content.edition import PartOfEdition


class PartLost(RuntimeError):
    """An edition names a part whose item is not there, or is another than it was."""


@dataclass(frozen=True)
class Part:
    """`content` is JSON of the capability's own shape."""

    sha256: str
    content: Mapping[str, object]

    @property
    def is_whole(self) -> bool:
        """Whether the content is what its hash names."""
        return sha256(canonical(self.content)) == self.sha256

    def view(self) -> PartOfEdition:
        return {"sha256": self.sha256, "content": dict(self.content)}


def part_of(content: Mapping[str, object]) -> Part:
    """The content as it is now, named by its hash. Raises NotCanonical."""
    written = canonical(content)
    return Part(sha256(written), json.loads(written))


def parts_named(names: Sequence[str], kept: Mapping[str, Part]) -> dict[str, PartOfEdition | None]:
    """Of the parts that the campaign's data name; None for one that had put nothing."""
    return {name: kept[name].view() if name in kept else None for name in names}


def as_named(said: Mapping[str, PartOfEdition | None], kept: Mapping[str, Part]) -> dict[str, Part]:
    """The items of the parts that an edition names. Raises PartLost."""
    return {name: _found(name, named, kept.get(name)) for name, named in said.items() if named}


def _found(name: str, named: PartOfEdition, part: Part | None) -> Part:
    if part is None:
        raise PartLost(f"{name}: no item; the edition was made of {named['sha256']}")
    if part.sha256 != named["sha256"] or not part.is_whole:
        raise PartLost(f"{name}: another item than {named['sha256']}")
    return part
