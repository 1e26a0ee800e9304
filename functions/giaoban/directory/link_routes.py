"""Ending what a person or a whole unit holds, without anybody having the link itself."""

from collections.abc import Mapping

from aws_lambda_powertools.event_handler import Response

from giaoban.access.held import HeldLinks, end_links
from giaoban.campaign import Campaign, campaign_of
from giaoban.directory.people_routes import PERSON, known_person
from giaoban.directory.routes import KEEP
from giaoban.directory.store import DirectoryStore
from giaoban.web.answer import answer
from giaoban.web.request import received_at
from giaoban.web.routes import Router


def link_routes(campaigns: Mapping[str, Campaign], store: DirectoryStore, links: HeldLinks) -> Router:
    """The routes of what people hold."""
    router = Router("directory")

    @router.delete(f"{PERSON}/links", may=KEEP, answers={200: "ended_links"})
    def end_persons_links(c: str, id: str) -> Response[str]:
        """Ends every link that somebody holds, with every session opened by it; they can be sent a new one."""
        now, person = received_at(router.current_event), known_person(store, campaign_of(campaigns, c).slug, id)
        return answer(200, {"ended": end_links(links, c, person.entry.unit, now, person.id)})

    @router.delete("/v1/campaigns/<c>/units/<u>/links", may=KEEP, answers={200: "ended_links"})
    def end_units_links(c: str, u: str) -> Response[str]:
        """Ends every link of a unit, whoever holds it, with every session opened by it."""
        return answer(200, {"ended": end_links(links, c, u, received_at(router.current_event))})

    return router
