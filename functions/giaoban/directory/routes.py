"""The directory for the centre: who is told, the list to fill in, its import."""

from collections.abc import Mapping

from aws_lambda_powertools.event_handler import Response

from giaoban.access import Role
from giaoban.access.actor import Actor
from giaoban.access.held import HeldLinks
from giaoban.campaign import Campaign, campaign_of
from giaoban.directory.bodies import read_import
from giaoban.directory.importing import people_list
from giaoban.directory.leaving import ender, import_people
from giaoban.directory.list_file import list_file
from giaoban.directory.reading import read_list
from giaoban.directory.store import DirectoryStore
from giaoban.directory.views import directory_view, plan_view
from giaoban.lists.importing import Author
from giaoban.lists.list_file import FORMATS
from giaoban.problem import Refused, Unknown
from giaoban.web.answer import answer, private_file
from giaoban.web.request import received_at
from giaoban.web.routes import Router

DIRECTORY = "/v1/campaigns/<c>/directory"
KEEP = frozenset({Role.COORDINATOR, Role.ADMIN})
CHANGED: Mapping[int, tuple[str, ...]] = {409: ("directory_changed", "import_under_way")}


def author_of(router: Router) -> Author:
    """The account's name for staff; for a unit's people the short id of the link."""
    actor: Actor = router.context["actor"]
    return Author(actor.role, actor.grant.account or actor.grant.short_id)


def directory_routes(campaigns: Mapping[str, Campaign], store: DirectoryStore, links: HeldLinks) -> Router:
    """The routes of the whole list."""
    router = Router("directory")

    def asked(name: str) -> str | None:
        return (router.current_event.query_string_parameters or {}).get(name)

    @router.get(DIRECTORY, may=KEEP, query=("unit",), answers={200: "directory"}, refuses={404: ("unknown_unit",)})
    def directory(c: str) -> Response[str]:
        """Who is told for each unit, or for the one unit asked for."""
        campaign, code = campaign_of(campaigns, c), asked("unit")
        units = list(campaign.units) if code is None else [campaign.unit(code).code]
        return answer(200, directory_view(campaign, store.read(c), units))

    @router.get(
        f"{DIRECTORY}/template/<format>",
        may=KEEP,
        query=("people",),
        answers={200: None},
        files=tuple(kind.partition(";")[0] for kind in FORMATS.values()),
        headers=("Cache-Control",),
        refuses={404: ("unknown_file_format",)},
    )
    def directory_template(c: str, format: str) -> Response[bytes]:
        """The list to fill in, a line for each unit; with `people=current` also with everybody who is known."""
        campaign = campaign_of(campaigns, c)
        if format not in FORMATS:
            raise Unknown("unknown_file_format")
        known = store.read(c).people if asked("people") == "current" else ()
        content = list_file(format, campaign, [person.entry for person in known])
        return private_file(content, FORMATS[format], f"danh-ba-{c}.{format}")

    @router.post(
        f"{DIRECTORY}/import",
        may=frozenset({Role.ADMIN}),
        takes="directory.import",
        answers={200: "import_plan", 409: "person_conflict_answer"},
        refuses={**CHANGED, 413: ("file_too_large",)},
    )
    def import_directory(c: str) -> Response[str]:
        """Makes the directory what a list says, all of it or nothing; a trial run says what that would be.

        Who is on it no more, or with another address, loses their links and sessions.
        """
        now, campaign = received_at(router.current_event), campaign_of(campaigns, c)
        body, content = read_import(router)
        entries, problems = read_list(content, campaign)
        if body["dry_run"]:
            plan = people_list(store).plan(c, [] if problems else entries)
            return answer(200, {"imported": False, **plan_view(plan, entries, problems, campaign.units)})
        if problems:
            raise Refused("directory_refused", problems)
        plan = import_people(store, ender(links, now), c, entries, author_of(router), now, body.get("plan"))
        return answer(200, {"imported": True, **plan_view(plan, entries, [], campaign.units)})

    return router
