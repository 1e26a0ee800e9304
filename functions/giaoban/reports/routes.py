"""A unit's report of a day: read it, send it, correct it."""

from collections.abc import Mapping

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router

from giaoban.campaign import Campaign, campaign_of
from giaoban.reports.report import Author, UnitDay
from giaoban.reports.store import ReportStore
from giaoban.reports.submission import read_submission
from giaoban.reports.submit import submit
from giaoban.reports.views import history_view, receipt_view, unit_day_view
from giaoban.web.answer import answer
from giaoban.web.request import Actor, json_body, received_at

PATH = "/v1/campaigns/<c>/days/<d>/reports/<u>"


def report_routes(campaigns: Mapping[str, Campaign], store: ReportStore) -> Router:
    """The routes of one unit's day."""
    router = Router()

    def unit_day(c: str, d: str, u: str) -> UnitDay:
        campaign = campaign_of(campaigns, c)
        return store.unit_day(campaign, campaign.unit(u), campaign.day(d))

    @router.get(PATH)
    def read_report(c: str, d: str, u: str) -> Response[str]:
        """The current report or revision 0; with `revisions=all` its history."""
        found, now = unit_day(c, d, u), received_at(router.current_event)
        wants_all = (router.current_event.query_string_parameters or {}).get("revisions") == "all"
        history = {"history": history_view(found)} if wants_all else {}
        return answer(200, unit_day_view(found, now) | history)

    @router.put(PATH)
    def send_report(c: str, d: str, u: str) -> Response[str]:
        """Stores a new revision; the same submission again changes nothing."""
        campaign, now = campaign_of(campaigns, c), received_at(router.current_event)
        unit, day = campaign.unit(u), campaign.day(d)
        body, problems = json_body(router.current_event)
        sent = read_submission(body, campaign.form_of(unit), problems)
        actor: Actor = router.context["actor"]
        author = Author(actor.grant.role, actor.grant.short_id)
        taken = submit(store, store.unit_day(campaign, unit, day), sent, author, now)
        return answer(201 if taken.is_new else 200, receipt_view(taken.unit_day, now))

    return router
