"""Issuing a link: the reminder is the login (design decision 12)."""

from dataclasses import dataclass
from datetime import date, datetime

from giaoban.access.grant import Grant, link_id, new_secret
from giaoban.access.hat import Hat, Owner
from giaoban.access.lasting import link_ends
from giaoban.access.role import Role
from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign, Unit


@dataclass(frozen=True)
class Link:
    """A token for one recipient of one unit; the token is told once and kept nowhere."""

    token: str
    grant: Grant

    def address(self, origin: str) -> str:
        """The token stands in the fragment, which no server and no log ever sees."""
        return f"{origin}/bao-cao#t={self.token}"


def issue(
    store: GrantStore, campaign: Campaign, unit: Unit, day: date, recipient: str, role: Role = Role.REPORTER
) -> Link:
    """A link that opens `unit`'s reports until corrections of `day` close. Raises Unavailable."""
    token = new_secret()
    grant = Grant(
        id=link_id(token) or "",
        hats=(Hat(role, own=Owner(campaign.slug, unit.code)),),
        recipient=recipient,
        expires_at=link_ends(role, campaign, campaign.opens(day)),
    )
    store.add(grant, campaign.retention.links)
    return Link(token, grant)


def enter(store: GrantStore, token: object, now: datetime) -> tuple[Grant, str] | None:
    """The grant that a link's token opens and the secret of a new session; None when it opens nothing (any more)."""
    grant_id = link_id(token)
    grant = store.get(grant_id) if grant_id else None
    if grant is None or not grant.is_open(now):
        return None
    secret = new_secret()
    return (grant, secret) if store.open_session(grant, secret, grant.expires_at) else None
