"""The directory for the centre: who is told, the list to fill in, its import."""

from collections.abc import Mapping

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router

from giaoban.access.actor import Actor
from giaoban.campaign import Campaign, campaign_of
from giaoban.directory.bodies import read_import
from giaoban.directory.importing import Author, import_list
from giaoban.directory.list_file import FORMATS, list_file
from giaoban.directory.plan import make_plan
from giaoban.directory.reading import read_list
from giaoban.directory.store import DirectoryStore
from giaoban.directory.views import directory_view, plan_view
from giaoban.problem import Refused, Unknown
from giaoban.web.answer import answer, private_file
from giaoban.web.request import received_at

DIRECTORY = "/v1/campaigns/<c>/directory"


def author_of(router: Router) -> Author:
    """The account's name for staff; for a unit's people the short id of the link."""
    actor: Actor = router.context["actor"]
    grant = actor.grant
    return Author(grant.role, grant.short_id if grant.unit else grant.recipient)


def directory_routes(campaigns: Mapping[str, Campaign], store: DirectoryStore) -> Router:
    """The routes of the whole list."""
    router = Router()

    def asked(name: str) -> str | None:
        return (router.current_event.query_string_parameters or {}).get(name)

    @router.get(DIRECTORY)
    def directory(c: str) -> Response[str]:
        """Who is told for each unit, or for the one unit asked for."""
        campaign, code = campaign_of(campaigns, c), asked("unit")
        units = list(campaign.units) if code is None else [campaign.unit(code).code]
        return answer(200, directory_view(campaign, store.read(c), units))

    @router.get(f"{DIRECTORY}/template/<format>")
    def directory_template(c: str, format: str) -> Response[bytes]:
        """The list to fill in, a line for each unit; with `people=current` also with everybody who is known."""
        campaign = campaign_of(campaigns, c)
        if format not in FORMATS:
            raise Unknown("unknown_file_format")
        known = store.read(c).people if asked("people") == "current" else ()
        content = list_file(format, campaign, [person.entry for person in known])
        return private_file(content, FORMATS[format], f"danh-ba-{c}.{format}")

    @router.post(f"{DIRECTORY}/import")
    def import_directory(c: str) -> Response[str]:
        """Makes the directory what a list says, all of it or nothing; a trial run says what that would be."""
        now, campaign = received_at(router.current_event), campaign_of(campaigns, c)
        body, content = read_import(router.current_event)
        entries, problems = read_list(content, campaign)
        if body["dry_run"]:
            found = store.read(c)
            plan = make_plan(found.people, [] if problems else entries, found.head.digest)
            return answer(200, {"imported": False, **plan_view(plan, entries, problems, campaign.units)})
        if problems:
            raise Refused("directory_refused", problems)
        plan = import_list(store, c, entries, author_of(router), now, body.get("plan"))
        return answer(200, {"imported": True, **plan_view(plan, entries, [], campaign.units)})

    return router
