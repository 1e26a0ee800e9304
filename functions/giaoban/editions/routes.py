"""A day's edition over HTTP: draft, issue, list, fetch."""

from collections.abc import Mapping

from aws_lambda_powertools.event_handler import Response

from giaoban.access import DECIDE, WATCH
from giaoban.access.actor import who_decides
from giaoban.campaign import Campaign, campaign_of
from giaoban.editions.draft import EditionStores, draft
from giaoban.editions.fetch import NO_DOCUMENT, TYPES, entry_numbered, fetch
from giaoban.editions.issue import Order, issue, require_begun
from giaoban.editions.kept import Kept, period_of
from giaoban.editions.views import entry_view, list_view
from giaoban.web.answer import answer
from giaoban.web.paths import DAY
from giaoban.web.request import received_at
from giaoban.web.routes import Router


def edition_routes(campaigns: Mapping[str, Campaign], stores: EditionStores) -> Router:
    """The routes of a day's edition."""
    router = Router("editions")

    def kept_of(c: str, d: str) -> tuple[Campaign, Kept]:
        campaign = campaign_of(campaigns, c)
        return campaign, stores.editions.kept(c, period_of(campaign.day(d)))

    @router.get(f"{DAY}/draft", may=WATCH, answers={200: "edition.edition"}, refuses={422: ("day_in_the_future",)})
    def read_draft(c: str, d: str) -> Response[str]:
        """The edition that would be issued now, computed from what has come."""
        campaign, now = campaign_of(campaigns, c), received_at(router.current_event)
        require_begun(campaign, campaign.day(d), now)
        _, kept = kept_of(c, d)
        return answer(200, draft(stores, campaign, campaign.day(d), now, kept).content)

    @router.get(f"{DAY}/editions", may=WATCH, answers={200: "editions"})
    def read_editions(c: str, d: str) -> Response[str]:
        """Every edition of the day, its documents, and who was sent it."""
        campaign, kept = kept_of(c, d)
        provisional = campaign.provisional(campaign.day(d)).isoformat()
        return answer(200, {**list_view(kept, campaign.edition.mail), "provisional_at": provisional})

    @router.post(
        f"{DAY}/editions",
        may=DECIDE,
        takes="decisions.issue",
        answers={200: "edition_entry", 201: "edition_entry", 409: "edition_conflict_answer"},
        refuses={409: ("issued_meanwhile",), 422: ("day_in_the_future",)},
    )
    def issue_edition(c: str, d: str) -> Response[str]:
        """Issues the day's edition as it stands; the same request again makes no second one."""
        body, now = router.body(), received_at(router.current_event)
        campaign = campaign_of(campaigns, c)
        order = Order(body["request_id"].lower(), body["base_edition"], who_decides(router))
        issued = issue(stores, campaign, campaign.day(d), order, now)
        return answer(201 if issued.is_new else 200, entry_view(issued.entry))

    @router.get(
        f"{DAY}/editions/<n>/<format>",
        may=WATCH,
        answers={200: "edition.edition", 304: None},
        files=tuple(TYPES.values()),
        refuses=NO_DOCUMENT,
    )
    def read_document(c: str, d: str, n: str, format: str) -> Response[bytes] | Response[str]:
        """An edition as JSON, PDF, DOCX or XLSX."""
        _, kept = kept_of(c, d)
        asked = router.current_event.headers.get("if-none-match")
        return fetch(stores.archive, kept, entry_numbered(kept, n), format, asked)

    return router
