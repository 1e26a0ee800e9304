"""Which links a unit's people hold: so they can be ended by whoever does not have the link itself."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True)
class Held:
    """One of a unit's links; `recipient` is the directory's id of a person, or what the command line was told."""

    grant_id: str
    ends: datetime
    recipient: str


class HeldLinks(Protocol):
    """Of the store of grants."""

    def held(self, campaign: str, unit: str) -> list[Held]: ...
    def revoke(self, grant_id: str) -> bool: ...
    def let_go(self, campaign: str, unit: str, links: Collection[Held]) -> None: ...


def end_links(links: HeldLinks, campaign: str, unit: str, now: datetime, recipient: str | None = None) -> int:
    """Ends all that a unit's people hold, or what one of them does, with every session; how many could still be opened.

    Raises Unavailable, and a second try ends the rest. A link that is only now being written stays noted: whoever
    issues it looks once more whether its recipient is still there.
    """
    found = [each for each in links.held(campaign, unit) if recipient in {None, each.recipient}]
    ended = [each for each in found if links.revoke(each.grant_id)]
    links.let_go(campaign, unit, ended)
    return sum(now < each.ends for each in ended)
