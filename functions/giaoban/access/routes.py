"""Signing in by link or as staff, who am I, signing out, asking for the link again."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import cast

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.shared.cookies import Cookie
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from giaoban.access.actor import Actor
from giaoban.access.asking import Asking, asker_of
from giaoban.access.grant import STAFF_SESSION, Grant, Place, digest, new_secret, read_cookie, staff_id
from giaoban.access.hat import Hat, staff_hats
from giaoban.access.links import enter
from giaoban.access.role import Role
from giaoban.access.store import GrantStore
from giaoban.access.who import routes_of
from giaoban.campaign import Campaign, campaign_of
from giaoban.campaign.reminder_rules import Asker
from giaoban.problem import Forbidden, Unauthenticated
from giaoban.text import sentence
from giaoban.web.answer import answer, no_cookie, nothing
from giaoban.web.answer import session_cookie as new_cookie
from giaoban.web.request import json_body, received_at, session_cookie, staff_claims
from giaoban.web.routes import ANYONE, Router

type Campaigns = Mapping[str, Campaign]
# Sends a unit of a campaign its link, at a moment; to how many.
type SendLink = Callable[[Campaign, str, Asker, datetime], int]


def session_routes(campaigns: Campaigns, grants: GrantStore, send_link: SendLink) -> Router:
    """The routes of /v1/session."""
    router = Router()

    @router.post(
        "/v1/session",
        may=ANYONE,
        takes="link_token",
        answers={200: "session"},
        headers=("Set-Cookie",),
        refuses={401: ("link_opens_nothing",)},
    )
    def sign_in_by_link() -> Response[str]:
        """Turns a link's token into a session cookie."""
        now = received_at(router.current_event)
        body, _ = json_body(router.current_event)
        entered = enter(grants, body.get("token"), now)
        if entered is None:
            raise Unauthenticated("link_opens_nothing")
        grant, secret = entered
        kept_for = campaign_of(campaigns, grant.hat.own.campaign or "").retention.links
        return answer(200, _who(grant, campaigns), [_cookie(grant, secret, now, kept_for)])

    @router.get("/v1/session", may=frozenset(Role), answers={200: "session"})
    def who_am_i() -> Response[str]:
        """Who the session belongs to and what it may do."""
        actor: Actor = router.context["actor"]
        return answer(200, _who(actor.grant, campaigns))

    @router.delete("/v1/session", may=ANYONE, answers={204: None}, headers=("Set-Cookie",))
    def sign_out() -> Response[str]:
        """Ends this session; without one there is nothing to end."""
        if named := read_cookie(session_cookie(router.current_event)):
            grants.close_session(*named)
        return nothing([no_cookie()])

    @router.post("/v1/session/request", may=ANYONE, takes="link_request", answers={202: "text"})
    def ask_for_link() -> Response[str]:
        """Asks that a unit's link be sent again to its known contacts.

        The answer is the same for everybody but whoever shows a link of that unit, however old, by the cookie of a session
        or in `link`: they count apart, and are told when nothing is sent.
        """
        now, event = received_at(router.current_event), router.current_event
        body, _ = json_body(event)
        for campaign in _asked(campaigns, body, now):
            unit = cast(str, body["unit"])
            asker = asker_of(grants, body.get("link"), session_cookie(event), campaign.slug, unit)
            is_sent = _is_sent(grants, send_link, campaign, unit, asker, now)
            if asker is Asker.HOLDER and not is_sent:
                return answer(202, sentence("link_not_sent").view())
        return answer(202, sentence("link_asked_for").view())

    return router


def staff_routes(campaigns: Campaigns, grants: GrantStore) -> Router:
    """The one route behind the gateway's JWT authorizer."""
    router = Router()

    @router.post(
        "/v1/staff-session",
        may=ANYONE,
        by_pool=True,
        answers={200: "session"},
        headers=("Set-Cookie",),
        refuses={403: ("not_staff",)},
    )
    def sign_in_staff() -> Response[str]:
        """Turns a token of the staff pool into the same kind of session cookie."""
        event = cast(APIGatewayProxyEventV2, router.current_event)
        claims = staff_claims(event)
        now = received_at(event)
        grant, secret = _staff_grant(claims, now)
        if not grants.sign_in_staff(grant, secret):
            raise Forbidden("not_staff")
        return answer(200, _who(grant, campaigns), [_cookie(grant, secret, now)])

    return router


def _is_sent(
    grants: GrantStore, send_link: SendLink, campaign: Campaign, unit: str, asker: Asker, now: datetime
) -> bool:
    if campaign.reminders is None:
        return False
    asking = Asking(asker, campaign.reminders.asked.hourly[asker])
    return grants.ask(campaign.slug, unit, asking, now, campaign.retention.links) and bool(
        send_link(campaign, unit, asker, now)
    )


def _cookie(grant: Grant, secret: str, now: datetime, kept_for: timedelta = timedelta()) -> Cookie:
    """A phone keeps it after its end: it opens nothing then, and tells its unit's people from strangers."""
    return new_cookie(grant.id, secret, int((grant.expires_at + kept_for - now).total_seconds()))


def _staff_grant(claims: Mapping[str, str], now: datetime) -> tuple[Grant, str]:
    hats = staff_hats(_groups(claims.get("cognito:groups", "")))
    if "sub" not in claims:
        raise Unauthenticated("no_session")
    if not hats:
        raise Forbidden("not_staff")
    secret, ends = new_secret(), (now + STAFF_SESSION).replace(microsecond=0)
    grant_id = staff_id(claims["sub"])
    return Grant(grant_id, hats, claims.get("username", grant_id), ends, sessions={digest(secret): ends}), secret


def _groups(claim: str | list[str]) -> frozenset[str]:
    """HTTP API writes the list of groups as “[a b]”."""
    return frozenset(claim.strip("[]").replace(",", " ").split() if isinstance(claim, str) else claim)


def _asked(campaigns: Campaigns, body: Mapping[str, object], now: datetime) -> list[Campaign]:
    """The campaign that a request names, where its unit is known in it.

    Unnamed, the one that runs and knows the unit: departments have the same code in many, and none is guessed.
    """
    unit, slug = body.get("unit"), body.get("campaign")
    if not isinstance(unit, str):
        return []
    if slug is not None:
        named = [campaigns[slug]] if isinstance(slug, str) and slug in campaigns else []
        return [each for each in named if unit in each.units]
    running = [each for each in campaigns.values() if unit in each.units and each.day_number(each.today(now))]
    return running if len(running) == 1 else []


def _who(grant: Grant, campaigns: Campaigns) -> dict[str, object]:
    hat, own = grant.hat, grant.hat.own
    unit = campaign_of(campaigns, own.campaign).unit(own.unit) if own.campaign and own.unit else None
    told: dict[str, object] = {
        "role": hat.role,
        "campaign": own.campaign,
        "unit": unit and unit.view(),
        "link": grant.short_id,
        "account": grant.account,
        "expires_at": _on_clock(grant, campaigns),
        "lands": grant.lands and _place(grant.lands),
        "may": routes_of(grant.hats),
    }
    return told if grant.is_plain else {**told, "hats": [_hat_view(each) for each in grant.hats]}


def _place(lands: Place) -> dict[str, object]:
    return {"day": lands.day.isoformat(), "field": lands.field}


def _hat_view(hat: Hat) -> dict[str, object]:
    own = hat.own
    return {
        "role": hat.role,
        "capability": hat.capability,
        "campaign": own.campaign,
        "unit": own.unit,
        "provider": own.provider,
    }


def _on_clock(grant: Grant, campaigns: Campaigns) -> str:
    """On the campaign's clock; for staff, who have no campaign of their own, on the first one's."""
    slug = grant.hat.own.campaign
    campaign = campaigns[slug] if slug else next(iter(campaigns.values()))
    return grant.expires_at.astimezone(campaign.zone).isoformat()
