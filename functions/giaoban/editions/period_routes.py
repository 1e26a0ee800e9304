"""Weekly and final reports over HTTP: which there are, issue one, fetch one."""

from collections.abc import Mapping
from datetime import datetime

from aws_lambda_powertools.event_handler import Response

from giaoban.access import DECIDE, WATCH
from giaoban.access.actor import who_decides
from giaoban.campaign import Campaign, campaign_of
from giaoban.editions.draft import EditionStores
from giaoban.editions.fetch import NO_DOCUMENT, TYPES, entry_numbered, fetch
from giaoban.editions.issue import Order
from giaoban.editions.issue_period import issue_period
from giaoban.editions.kept import Kept
from giaoban.editions.period import Period, period_named, periods_of
from giaoban.editions.views import View, entry_view, list_view
from giaoban.web.answer import answer
from giaoban.web.paths import PERIODS
from giaoban.web.request import received_at
from giaoban.web.routes import Router


def period_routes(campaigns: Mapping[str, Campaign], stores: EditionStores) -> Router:
    """The routes of a campaign's weeks and of the whole."""
    router = Router("editions")

    def kept_of(c: str, p: str) -> Kept:
        return stores.editions.kept(c, period_named(campaign_of(campaigns, c), p).name)

    @router.get(PERIODS, may=WATCH, answers={200: "periods"})
    def read_periods(c: str) -> Response[str]:
        """The campaign's weeks and the whole: from when to when, and the last edition of each."""
        campaign, now = campaign_of(campaigns, c), received_at(router.current_event)
        return answer(
            200, {"periods": [_view(campaign, each, kept_of(c, each.name), now) for each in periods_of(campaign)]}
        )

    @router.get(f"{PERIODS}/<p>/editions", may=WATCH, answers={200: "editions"})
    def read_period_editions(c: str, p: str) -> Response[str]:
        """Every edition of the period, its documents, and who was sent it."""
        return answer(200, list_view(kept_of(c, p), campaign_of(campaigns, c).edition.mail))

    @router.post(
        f"{PERIODS}/<p>/editions",
        may=DECIDE,
        takes="decisions.issue",
        answers={200: "edition_entry", 201: "edition_entry", 409: "edition_conflict_answer"},
        refuses={409: ("issued_meanwhile",)},
    )
    def issue_period_edition(c: str, p: str) -> Response[str]:
        """Issues the period's report from the latest edition of each of its days."""
        body, now = router.body(), received_at(router.current_event)
        campaign = campaign_of(campaigns, c)
        order = Order(body["request_id"].lower(), body["base_edition"], who_decides(router))
        issued = issue_period(stores, campaign, period_named(campaign, p), order, now)
        return answer(201 if issued.is_new else 200, entry_view(issued.entry))

    @router.get(
        f"{PERIODS}/<p>/editions/<n>/<format>",
        may=WATCH,
        answers={200: "period.period", 304: None},
        files=tuple(TYPES.values()),
        refuses=NO_DOCUMENT,
    )
    def read_period_document(c: str, p: str, n: str, format: str) -> Response[bytes] | Response[str]:
        """A period's report as JSON, PDF, DOCX or XLSX."""
        kept = kept_of(c, p)
        asked = router.current_event.headers.get("if-none-match")
        return fetch(stores.archive, kept, entry_numbered(kept, n), format, asked)

    return router


def _view(campaign: Campaign, period: Period, kept: Kept, now: datetime) -> View:
    """`over` from the hour at which its last day has an edition at the latest."""
    return {
        "period": period.name,
        "from": period.first.isoformat(),
        "to": period.last.isoformat(),
        "over": now >= campaign.provisional(period.last),
        "last": entry_view(kept.last) if kept.last else None,
    }
