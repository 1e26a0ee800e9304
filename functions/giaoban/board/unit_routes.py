"""Decisions about one unit's day: each is one conditional write, undone by another decision.

The same sent again (a reply was lost) is recognised, and answered with the unit's line as it stands.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial

from aws_lambda_powertools.event_handler import Response

from giaoban.access import DECIDE
from giaoban.access.actor import who_decides
from giaoban.board import decide
from giaoban.board.views import View, row_view
from giaoban.campaign import Campaign, campaign_of
from giaoban.directory.store import DirectoryStore
from giaoban.problem import Conflict, Refused, problem
from giaoban.reminders.on_the_board import messages_to_unit
from giaoban.reminders.store import ReminderStore
from giaoban.reports.decision import Decision, stands_already
from giaoban.reports.report import UnitDay
from giaoban.reports.store import ReportStore
from giaoban.web.answer import answer
from giaoban.web.checked import Body
from giaoban.web.paths import REPORT
from giaoban.web.request import received_at
from giaoban.web.routes import Router

ROW: Mapping[int, str | None] = {200: "board_row", 201: "board_row", 409: "decision_conflict_answer"}
OVERTAKEN: Mapping[int, tuple[str, ...]] = {409: ("decided_meanwhile",)}

type Read = Callable[[UnitDay, Body, str, datetime], Decision]


def decision_routes(
    campaigns: Mapping[str, Campaign], store: ReportStore, directory: DirectoryStore, outbox: ReminderStore
) -> Router:
    """The routes of one unit's day that only coordinators use."""
    router, row = Router("board"), partial(_row, directory, outbox)

    def decided(c: str, d: str, u: str, read: Read) -> Response[str]:
        now, body = received_at(router.current_event), router.body()
        campaign = campaign_of(campaigns, c)
        day, unit = campaign.day(d), campaign.unit(u)
        unit_day = store.unit_day(campaign, unit, day, now)
        decision = read(unit_day, body, who_decides(router), now)
        if stands_already(unit_day.decisions, decision):
            return answer(200, row(unit_day, now))
        if not _is_same_sight(unit_day, body):
            raise Conflict("decided_meanwhile", current=row(unit_day, now))
        decide.require(unit_day, decision, now)
        if store.decide(unit_day, decision):
            return answer(201, row(replace(unit_day, decisions=(*unit_day.decisions, decision)), now))
        stands = store.unit_day_under(campaign, unit, day, unit_day.moved)
        if not stands_already(stands.decisions, decision):
            raise Conflict("decided_meanwhile", current=row(stands, now))
        # Our own write, whose reply was lost on its way to us.
        return answer(201, row(stands, now))

    @router.post(f"{REPORT}/excuse", may=DECIDE, takes="decisions.excuse", answers=ROW, refuses=OVERTAKEN)
    def excuse(c: str, d: str, u: str) -> Response[str]:
        """Excuses a unit's day, or takes the excuse back."""
        return decided(c, d, u, decide.excuse)

    @router.post(f"{REPORT}/return", may=DECIDE, takes="decisions.return", answers=ROW, refuses=OVERTAKEN)
    def send_back(c: str, d: str, u: str) -> Response[str]:
        """Sends a report back with the figures to mend and why."""
        return decided(c, d, u, decide.send_back)

    @router.post(
        f"{REPORT}/calls",
        may=DECIDE,
        takes="decisions.call",
        answers=ROW,
        refuses={409: ("decided_meanwhile", "somebody_is_calling")},
    )
    def call(c: str, d: str, u: str) -> Response[str]:
        """Notes a telephone call: begun, unanswered, promised, reached."""
        return decided(c, d, u, decide.call)

    @router.post(f"{REPORT}/public", may=DECIDE, takes="decisions.public", answers=ROW, refuses=OVERTAKEN)
    def make_public(c: str, d: str, u: str) -> Response[str]:
        """Makes one text of the report public from the next edition on, or takes that back."""
        return decided(c, d, u, decide.make_public)

    return router


def _row(directory: DirectoryStore, outbox: ReminderStore, unit_day: UnitDay, now: datetime) -> View:
    """With whom to ring, who decides may see it, and what they were told."""
    campaign, unit = unit_day.campaign, unit_day.unit.code
    told = messages_to_unit(outbox, campaign, unit_day.day, unit, now)
    return row_view(unit_day, now, directory.unit(campaign.slug, unit).people, told)


def _is_same_sight(unit_day: UnitDay, body: Body) -> bool:
    """Whether nobody has decided since. Raises Refused for a decision that does not exist."""
    if body["base_decision"] > len(unit_day.decisions):
        raise Refused("decision_refused", [problem("/base_decision", "base_decision_unknown")])
    return bool(body["base_decision"] == len(unit_day.decisions))
