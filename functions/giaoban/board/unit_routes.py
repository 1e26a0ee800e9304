"""Decisions about one unit's day: each is one conditional write, undone by another decision.

The same sent again (a reply was lost) is recognised, and answered with the unit's line as it stands.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime

from aws_lambda_powertools.event_handler import Response
from aws_lambda_powertools.event_handler.api_gateway import Router

from giaoban.board import decide
from giaoban.board.bodies import Body, read_body
from giaoban.board.routes import day_of, who_decides
from giaoban.board.views import row_view
from giaoban.campaign import Campaign
from giaoban.problem import Conflict, Refused, problem
from giaoban.reports.decision import Decision, stands_already
from giaoban.reports.report import UnitDay
from giaoban.reports.store import ReportStore
from giaoban.web.answer import answer
from giaoban.web.request import received_at

REPORT = "/v1/campaigns/<c>/days/<d>/reports/<u>"

type Read = Callable[[UnitDay, Body, str, datetime], Decision]


def decision_routes(campaigns: Mapping[str, Campaign], store: ReportStore) -> Router:
    """The routes of one unit's day that only coordinators use."""
    router = Router()

    def decided(c: str, d: str, u: str, kind: str, read: Read) -> Response[str]:
        now, body = received_at(router.current_event), read_body(router.current_event, kind)
        unit_day = day_of(campaigns, store, c, d).units[u]
        decision = read(unit_day, body, who_decides(router), now)
        if stands_already(unit_day.decisions, decision):
            return answer(200, row_view(unit_day, now))
        _require_same_sight(unit_day, body, now)
        decide.require(unit_day, decision, now)
        if store.decide(unit_day, decision):
            return answer(201, row_view(replace(unit_day, decisions=(*unit_day.decisions, decision)), now))
        stands = day_of(campaigns, store, c, d).units[u]
        if not stands_already(stands.decisions, decision):
            raise _overtaken(stands, now)
        # Our own write, whose reply was lost on its way to us.
        return answer(201, row_view(stands, now))

    @router.post(f"{REPORT}/excuse")
    def excuse(c: str, d: str, u: str) -> Response[str]:
        """Excuses a unit's day, or takes the excuse back."""
        return decided(c, d, u, "excuse", decide.excuse)

    @router.post(f"{REPORT}/return")
    def send_back(c: str, d: str, u: str) -> Response[str]:
        """Sends a report back with the figures to mend and why."""
        return decided(c, d, u, "return", decide.send_back)

    @router.post(f"{REPORT}/calls")
    def call(c: str, d: str, u: str) -> Response[str]:
        """Notes a telephone call: begun, unanswered, promised, reached."""
        return decided(c, d, u, "call", decide.call)

    return router


def _require_same_sight(unit_day: UnitDay, body: Body, now: datetime) -> None:
    if body["base_decision"] > len(unit_day.decisions):
        raise Refused("decision_refused", [problem("/base_decision", "base_decision_unknown")])
    if body["base_decision"] < len(unit_day.decisions):
        raise _overtaken(unit_day, now)


def _overtaken(unit_day: UnitDay, now: datetime) -> Conflict:
    return Conflict("decided_meanwhile", current=row_view(unit_day, now))
