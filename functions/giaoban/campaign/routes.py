"""What anyone may know of a campaign: its days, its deadlines, its forms, and the server's time."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime

from aws_lambda_powertools.event_handler import Response

from giaoban import __version__
from giaoban.campaign.campaign import Campaign, campaign_of
from giaoban.moments import iso
from giaoban.problem import Unknown
from giaoban.schemas import schemas_folder
from giaoban.web.answer import answer, cacheable
from giaoban.web.paths import CAMPAIGN
from giaoban.web.request import received_at
from giaoban.web.routes import ANYONE, Router

FORM_KEPT_FOR_SECONDS = 300

type Campaigns = Mapping[str, Campaign]


def campaign_routes(campaigns: Campaigns) -> Router:
    """The public routes."""
    router = Router()

    @router.get("/v1/health", may=ANYONE, answers={200: "health"})
    def health() -> Response[str]:
        """Whether the service answers, and which version."""
        return answer(200, {"status": "ok", "version": __version__})

    @router.get("/v1/openapi.json", may=ANYONE, answers={200: "openapi", 304: None})
    def openapi() -> Response[str]:
        """This description (OpenAPI 3.1)."""
        return _published((schemas_folder() / "openapi.json").read_text(encoding="utf-8"), _asked(router))

    @router.get(CAMPAIGN, may=ANYONE, answers={200: "campaign"})
    def campaign(c: str) -> Response[str]:
        """The campaign's days, deadlines and forms, and the server's time."""
        return answer(200, campaign_view(campaign_of(campaigns, c), received_at(router.current_event)))

    @router.get(f"{CAMPAIGN}/units", may=ANYONE, answers={200: "units", 304: None})
    def units(c: str) -> Response[str]:
        """The units that report, by name: whoever has no link finds theirs here."""
        listed = [unit.view() for unit in campaign_of(campaigns, c).units.values()]
        return _published(json.dumps({"units": listed}, ensure_ascii=False), _asked(router))

    @router.get(f"{CAMPAIGN}/forms/<kind>", may=ANYONE, answers={200: "form", 304: None})
    def form(c: str, kind: str) -> Response[str]:
        """The form of one kind of unit, as JSON Schema."""
        forms = campaign_of(campaigns, c).forms
        if kind not in forms:
            raise Unknown("unknown_form")
        return cacheable(forms[kind].published, f'"{forms[kind].hash}"', _asked(router), FORM_KEPT_FOR_SECONDS)

    return router


def campaign_view(campaign: Campaign, now: datetime) -> dict[str, object]:
    """Deadlines are today's; `day_number` is null before the first day and after the last."""
    today = campaign.today(now)
    return {
        "slug": campaign.slug,
        "names": campaign.names.view(),
        "first_day": campaign.first_day.isoformat(),
        "days": campaign.days,
        "today": today.isoformat(),
        "day_number": campaign.day_number(today),
        "deadlines": {
            "report": campaign.deadline(today).isoformat(),
            "edition": campaign.edition_deadline(today).isoformat(),
        },
        "corrections_close": campaign.corrections_close(today).isoformat(),
        "server_time": iso(now, campaign.zone),
        "forms": {
            kind: {"title": form.title.view(), "href": f"/v1/campaigns/{campaign.slug}/forms/{kind}"}
            for kind, form in campaign.forms.items()
        },
        "help": {**campaign.help.view(), "phone": campaign.help_phone},
        "practice": campaign.practice,
    }


def _published(body: str, asked: str | None) -> Response[str]:
    etag = f'"{hashlib.sha256(body.encode()).hexdigest()[:16]}"'
    return cacheable(body, etag, asked, FORM_KEPT_FOR_SECONDS)


def _asked(router: Router) -> str | None:
    return router.current_event.headers.get("if-none-match")
