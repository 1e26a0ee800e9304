"""An edition and what it says of itself: the consolidated report of a day, numbered, frozen, never overwritten."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TypeIs

from giaoban.editions.canonical import canonical, sha256
from giaoban.editions.content.edition import Edition, PublicEdition, RemarksText
from giaoban.editions.content.period import PeriodEdition
from giaoban.editions.part import Part

type AnyEdition = Edition | PeriodEdition

# By which rules an edition is made: the version that stands behind its schema. Older editions are made again by theirs.
# 1: a period's rates were cut, and sums compared with sums; 2: one rule for all shares, and like compared with like.
RULES = 2
_DAY, _PERIOD = "urn:giaoban:edition", "urn:giaoban:period"


class EditionKind(StrEnum):
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

    def view(self) -> RemarksText:
        return {"text": self.text, "by": self.by, "number": self.number}


@dataclass(frozen=True)
class Frozen[Content: AnyEdition]:
    """An edition as it is kept: its content, and the hash that names it."""

    sha256: str
    content: Content

    @property
    def number(self) -> int:
        return self.content["edition"]

    @property
    def kind(self) -> EditionKind:
        return EditionKind(self.content["kind"])


@dataclass(frozen=True)
class Imprint[Content: AnyEdition]:
    """All of an edition that does not come from reports. `previous` is the last one of the day before; `parts` are the
    items that other capabilities have put for the day."""

    number: int
    kind: EditionKind
    issued_at: datetime
    issued_by: str | None = None
    remarks: Remarks = Remarks()
    previous: Frozen[Edition] | None = None
    replaces: Frozen[Content] | None = None
    parts: Mapping[str, Part] = field(default_factory=dict)
    rules: int = RULES

    @property
    def schema(self) -> str:
        """Of a day's edition."""
        return f"{_DAY}:{self.rules}"

    @property
    def period_schema(self) -> str:
        return f"{_PERIOD}:{self.rules}"


def rules_of(content: AnyEdition | PublicEdition) -> int:
    """The version of the rules that it was made by."""
    return int(content["schema"].rpartition(":")[2])


def is_period(content: AnyEdition) -> TypeIs[PeriodEdition]:
    """Whether it sums up a week or the whole campaign, and is no day's."""
    return content["schema"].startswith(_PERIOD)


def frozen[Content: AnyEdition](content: Content) -> Frozen[Content]:
    """Names the content by its hash. Raises NotCanonical."""
    return Frozen(sha256(canonical(content)), content)
