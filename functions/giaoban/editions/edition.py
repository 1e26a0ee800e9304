"""An edition and what it says of itself: the consolidated report of a day, numbered, frozen, never overwritten."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from giaoban.editions.canonical import canonical, sha256

# An edition's content as JSON: schemas/edition.schema.json.
type Json = Mapping[str, Any]

SCHEMA = "urn:giaoban:edition:1"


class Kind(StrEnum):
    """`issued` by a coordinator; by the clock `provisional` in time, `correction` when corrections have closed."""

    DRAFT = "draft"
    ISSUED = "issued"
    PROVISIONAL = "provisional"
    CORRECTION = "correction"


@dataclass(frozen=True)
class Remarks:
    """What the centre writes above the figures; each change is a new number. 0: nothing written yet."""

    text: str = ""
    by: str | None = None
    number: int = 0

    def view(self) -> dict[str, object]:
        return {"text": self.text, "by": self.by, "number": self.number}


@dataclass(frozen=True)
class Frozen:
    """An edition as it is kept: its content, and the hash that names it."""

    sha256: str
    content: Json

    @property
    def number(self) -> int:
        number: int = self.content["edition"]
        return number

    @property
    def kind(self) -> Kind:
        return Kind(self.content["kind"])


@dataclass(frozen=True)
class Imprint:
    """All of an edition that does not come from reports. `previous` is the last one of the day before."""

    number: int
    kind: Kind
    issued_at: datetime
    issued_by: str | None = None
    remarks: Remarks = Remarks()
    previous: Frozen | None = None
    replaces: Frozen | None = None


def frozen(content: Json) -> Frozen:
    """Names the content by its hash. Raises NotCanonical."""
    return Frozen(sha256(canonical(content)), content)
