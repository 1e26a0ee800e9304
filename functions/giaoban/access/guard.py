"""Before any route that is declared: who is asking, may they, and is it their own unit."""

from collections.abc import Callable, Mapping
from datetime import datetime

from aws_lambda_powertools.event_handler import APIGatewayHttpResolver, Response
from aws_lambda_powertools.utilities.data_classes.common import BaseProxyEvent

from giaoban.access.actor import Actor
from giaoban.access.grant import Grant, read_cookie
from giaoban.access.hat import Owner, acts_by
from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign, campaign_of
from giaoban.problem import Forbidden, Unauthenticated
from giaoban.web.request import received_at, refuse_other_sites, session_cookie
from giaoban.web.routes import says_of

SAFE_METHODS = {"GET", "HEAD"}

type Next = Callable[[APIGatewayHttpResolver], Response[str]]


class Guard:
    """The middleware of every HTTP function. `origin` is the public site's, as browsers name it."""

    # Powertools names a middleware by its `__name__` when it debugs its stack.
    __name__ = "guard"

    def __init__(self, grants: GrantStore, campaigns: Mapping[str, Campaign], origin: str) -> None:
        self._grants = grants
        self._campaigns = campaigns
        self._origin = origin

    def __call__(self, app: APIGatewayHttpResolver, next_middleware: Next) -> Response[str]:
        """Raises Unknown for a campaign or unit that there is not, Unauthenticated, Forbidden."""
        event, request, says = app.current_event, app.request, says_of(app)
        if request.method not in SAFE_METHODS:
            refuse_other_sites(event, self._origin)
        if says["may"] is not None:
            grant = grant_of(event, self._grants, received_at(event))
            hat = acts_by(grant.hats, says["may"], says["capability"], self._owner(request.path_parameters))
            if hat is None:
                raise Forbidden("not_yours")
            app.append_context(actor=Actor(grant, hat.role))
        return next_middleware(app)

    def _owner(self, named: Mapping[str, str]) -> Owner:
        owner = Owner(named.get("c"), named.get("u"), named.get("provider"))
        if owner.campaign is not None:
            known = campaign_of(self._campaigns, owner.campaign)
            _ = owner.unit is not None and known.unit(owner.unit)
        return owner


def grant_of(event: BaseProxyEvent, grants: GrantStore, now: datetime) -> Grant:
    """Whose session the request carries, in one read. Raises Unauthenticated, Unavailable."""
    named = read_cookie(session_cookie(event))
    grant = grants.get(named[0]) if named else None
    if not named or not grant or not grant.admits(named[1], now):
        raise Unauthenticated("no_session")
    return grant
