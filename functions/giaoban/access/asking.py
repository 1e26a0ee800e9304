"""Who asks for a unit's link: somebody who shows one of theirs, however old, counts apart from whoever comes."""

from dataclasses import dataclass
from typing import Protocol

from giaoban.access.grant import Grant, link_id, read_cookie
from giaoban.access.role import OF_A_UNIT
from giaoban.campaign.reminder_rules import Asker, Share


@dataclass(frozen=True)
class Asking:
    asker: Asker
    share: Share


class Grants(Protocol):
    def get(self, grant_id: str) -> Grant | None: ...


def asker_of(grants: Grants, link: object, cookie: str, campaign: str, unit: str) -> Asker:
    """By the token of a link, else by the session that one has opened; their end is no matter. Raises Unavailable."""
    grant = _shown(grants, link, cookie)
    is_of_unit = grant is not None and any(
        hat.role in OF_A_UNIT and (hat.own.campaign, hat.own.unit) == (campaign, unit) for hat in grant.hats
    )
    return Asker.HOLDER if is_of_unit else Asker.STRANGER


def _shown(grants: Grants, link: object, cookie: str) -> Grant | None:
    """What was revoked is shown by somebody who is no more of the unit."""
    grant_id, secret = (link_id(link), str(link)) if link else read_cookie(cookie) or (None, "")
    grant = grants.get(grant_id) if grant_id else None
    return grant if grant and grant.knows(secret) else None
