"""Issuing a link: the reminder is the login (design decision 12)."""

from dataclasses import dataclass
from datetime import date, datetime

from giaoban.access.grant import MAX_SESSIONS, Grant, Place, link_id, new_secret
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
    store: GrantStore,
    campaign: Campaign,
    unit: Unit,
    day: date,
    recipient: str,
    role: Role = Role.REPORTER,
    now: datetime | None = None,
    lands: Place | None = None,
) -> Link:
    """A link that opens `unit`'s reports until corrections of `day` close. Raises Unavailable.

    It lands on `day` unless `lands` names another place. First it is noted who holds it, so that there is none that
    cannot be ended. `now`: of what has ended by then nothing is noted any more.
    """
    token = new_secret()
    grant = Grant(
        id=link_id(token) or "",
        hats=(Hat(role, own=Owner(campaign.slug, unit.code)),),
        recipient=recipient,
        expires_at=link_ends(role, campaign, campaign.opens(day)),
        lands=lands or Place(day),
    )
    last = link_ends(role, campaign, campaign.opens(campaign.last_day))
    store.note(grant, now or campaign.opens(campaign.first_day), last + campaign.retention.links)
    store.add(grant, campaign.retention.links)
    return Link(token, grant)


def enter(store: GrantStore, token: object, now: datetime) -> tuple[Grant, str] | None:
    """The grant that a link's token opens and the secret of a session; None when it opens nothing (any more).

    Whoever opens a link that has been opened so often already is let in by the token itself: nobody who holds a link
    signs anybody out or keeps anybody out by opening it.
    """
    grant_id = link_id(token)
    grant = store.get(grant_id) if grant_id else None
    if grant is None or not grant.is_open(now):
        return None
    if len(grant.sessions) >= MAX_SESSIONS:
        return grant, str(token)
    secret = new_secret()
    return (grant, secret) if store.open_session(grant, secret, grant.expires_at) else None
