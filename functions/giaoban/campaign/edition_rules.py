"""What a campaign says of its editions: when they are due, who is sent them, what is proposed, how free text is sorted.

How their documents are headed is read where they are made, from the campaign as it was frozen (`documents/letterhead`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import time

from giaoban.campaign.read_form import Json
from giaoban.text import Text


@dataclass(frozen=True)
class Measure:
    """What to propose about a unit from its `times`th problem within so many days on; the last that applies counts."""

    id: str
    names: Text
    times: int
    within_days: int


@dataclass(frozen=True)
class Subject:
    """What difficulties and proposals are about; `words` are folded. The last subject has none and takes the rest."""

    id: str
    names: Text
    words: tuple[str, ...]


@dataclass(frozen=True)
class Recipient:
    """Who is sent each edition."""

    id: str
    names: Text
    email: str


@dataclass(frozen=True)
class EditionRules:
    """`counted_with`: problem → the problems that count together with it; `changes`: why a line changed, in words;
    `kinds`: what the units of a kind are called together; `parts`: what other capabilities add to an edition.
    """

    alarm_at: time
    provisional_at: time
    mail: tuple[Recipient, ...]
    measures: tuple[Measure, ...]
    counted_with: Mapping[str, tuple[str, ...]]
    subjects: tuple[Subject, ...]
    changes: Mapping[str, Text]
    kinds: Mapping[str, Text]
    parts: tuple[str, ...] = ()


def read_edition_rules(data: Json) -> EditionRules:
    """From the `edition` of a campaign.json that its schema has passed."""
    return EditionRules(
        alarm_at=time.fromisoformat(data["alarm_at"]),
        provisional_at=time.fromisoformat(data["provisional_at"]),
        mail=tuple(Recipient(each["id"], Text.read(each["names"]), each["email"]) for each in data["mail"]),
        measures=tuple(
            Measure(each["id"], Text.read(each["names"]), each["times"], each["within_days"])
            for each in data["measures"]["steps"]
        ),
        counted_with={name: tuple(others) for name, others in data["measures"]["counted_with"].items()},
        subjects=tuple(
            Subject(each["id"], Text.read(each["names"]), tuple(each["words"])) for each in data["subjects"]
        ),
        changes={name: Text.read(names) for name, names in data["changes"].items()},
        kinds={kind: Text.read(names) for kind, names in data["kinds"].items()},
        parts=tuple(data.get("parts", ())),
    )
