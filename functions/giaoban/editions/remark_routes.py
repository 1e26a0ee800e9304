"""What people add to a day's edition over HTTP: the centre's remarks before it, the registry's number after it."""

from collections.abc import Mapping

from aws_lambda_powertools.event_handler import Response

from giaoban.access import DECIDE, WATCH
from giaoban.access.actor import who_decides
from giaoban.campaign import Campaign, campaign_of
from giaoban.editions.draft import EditionStores
from giaoban.editions.fetch import entry_numbered
from giaoban.editions.kept import Kept, Registered, period_of
from giaoban.editions.remark import write_remarks
from giaoban.editions.views import registry_view
from giaoban.moments import iso
from giaoban.problem import Conflict
from giaoban.web.answer import answer
from giaoban.web.paths import DAY
from giaoban.web.request import received_at
from giaoban.web.routes import Router


def remark_routes(campaigns: Mapping[str, Campaign], stores: EditionStores) -> Router:
    """The routes of remarks and registry numbers."""
    router = Router("editions")

    def kept_of(c: str, d: str) -> tuple[Campaign, Kept]:
        campaign = campaign_of(campaigns, c)
        return campaign, stores.editions.kept(c, period_of(campaign.day(d)))

    def on_clock(campaign: Campaign) -> str:
        return iso(received_at(router.current_event), campaign.zone)

    @router.get(f"{DAY}/remarks", may=WATCH, answers={200: "remarks"})
    def read_remarks(c: str, d: str) -> Response[str]:
        """The centre's words above the figures, as they stand."""
        return answer(200, kept_of(c, d)[1].remark.view())

    @router.put(
        f"{DAY}/remarks",
        may=DECIDE,
        takes="decisions.remarks",
        answers={201: "remarks", 409: "edition_conflict_answer"},
        refuses={409: ("remarks_meanwhile",)},
    )
    def send_remarks(c: str, d: str) -> Response[str]:
        """Writes the remarks anew; they go into the next edition."""
        body = router.body()
        campaign, kept = kept_of(c, d)
        said = body["text"], body["base_remarks"], who_decides(router), on_clock(campaign)
        return answer(201, write_remarks(stores, kept, *said).view())

    @router.post(
        f"{DAY}/editions/<n>/registry",
        may=DECIDE,
        takes="decisions.registry",
        answers={201: "registry", 409: "edition_conflict_answer"},
        refuses={409: ("registered_meanwhile",)},
    )
    def register(c: str, d: str, n: str) -> Response[str]:
        """Notes the number that the city's registry gave to an edition; a mistaken one is followed by another."""
        body = router.body()
        campaign, kept = kept_of(c, d)
        entry, by = entry_numbered(kept, n), who_decides(router)
        order = len(kept.registered.get(entry.number, ())) + 1
        given = Registered(order, body["number"], body["date"], on_clock(campaign), by)
        if not stores.editions.register(c, kept.period, entry.number, given):
            raise Conflict("registered_meanwhile")
        return answer(201, registry_view(given))

    return router
