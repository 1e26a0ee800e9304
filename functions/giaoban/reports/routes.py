"""A unit's report of a day: read it, send it, correct it."""

from collections.abc import Mapping

from aws_lambda_powertools.event_handler import Response

from giaoban.access import DECIDE, OF_A_UNIT, STAFF, WATCH
from giaoban.access.actor import Actor
from giaoban.campaign import Campaign, campaign_of
from giaoban.reports.report import Author, UnitDay, signed, with_what_its_form_does_not_ask
from giaoban.reports.store import ReportStore
from giaoban.reports.submission import read_submission
from giaoban.reports.submit import submit
from giaoban.reports.views import decision_view, history_view, receipt_view, texts_view, unit_day_view
from giaoban.web.answer import answer
from giaoban.web.paths import REPORT
from giaoban.web.request import json_body, received_at
from giaoban.web.routes import Router


def report_routes(campaigns: Mapping[str, Campaign], store: ReportStore) -> Router:
    """The routes of one unit's day."""
    router = Router("reports")

    @router.get(REPORT, may=OF_A_UNIT | WATCH, query=("revisions",), answers={200: "unit_day"})
    def read_report(c: str, d: str, u: str) -> Response[str]:
        """The current report or revision 0; with `revisions=all` its history."""
        campaign, now = campaign_of(campaigns, c), received_at(router.current_event)
        found = store.unit_day(campaign, campaign.unit(u), campaign.day(d), now)
        return answer(200, unit_day_view(found, now) | _history(found))

    def _history(found: UnitDay) -> dict[str, object]:
        """What coordinators noted is for staff: a call's note may name somebody."""
        actor: Actor = router.context["actor"]
        if (router.current_event.query_string_parameters or {}).get("revisions") != "all":
            return {}
        told: dict[str, object] = {"history": history_view(found)}
        if actor.role not in STAFF:
            return told
        return {**told, "decisions": [decision_view(each) for each in found.decisions], "texts": texts_view(found)}

    @router.put(
        REPORT,
        may=OF_A_UNIT | DECIDE,
        takes="report",
        answers={200: "receipt", 201: "receipt", 409: "conflict_answer"},
        refuses={
            409: ("another_came_first", "same_id_other_content"),
            410: ("corrections_closed",),
            422: ("refused", "day_in_the_future"),
        },
    )
    def send_report(c: str, d: str, u: str) -> Response[str]:
        """Stores a new revision; the same submission again changes nothing."""
        campaign, now = campaign_of(campaigns, c), received_at(router.current_event)
        unit, day = campaign.unit(u), campaign.day(d)
        body, problems = json_body(router.current_event)
        actor: Actor = router.context["actor"]
        author = Author(actor.role, actor.grant.short_id, actor.grant.account, actor.grant.person)
        form = campaign.form_named(unit, body.get("form"))
        sent = signed(read_submission(body, form, problems), author)
        unit_day = store.unit_day(campaign, unit, day, now)
        taken = submit(store, unit_day, with_what_its_form_does_not_ask(sent, form, unit_day), author, now)
        return answer(201 if taken.is_new else 200, receipt_view(taken.unit_day, now))

    return router
