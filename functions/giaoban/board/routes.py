"""The board of a day, and the decisions about many units at once."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace

from aws_lambda_powertools.event_handler import Response

from giaoban.access import DECIDE, WATCH, Role
from giaoban.access.actor import Actor, who_decides
from giaoban.board import decide, many
from giaoban.board.changes import messages_since, reports_since
from giaoban.board.mark import read_mark
from giaoban.board.views import board_view, deadline_view
from giaoban.campaign import Campaign, campaign_of
from giaoban.directory.person import Person
from giaoban.directory.store import DirectoryStore
from giaoban.reminders.on_the_board import messages_by_unit
from giaoban.reminders.store import ReminderStore
from giaoban.reports.report import Day
from giaoban.reports.store import ReportStore
from giaoban.web.answer import answer, private_with_tag
from giaoban.web.paths import DAY
from giaoban.web.request import received_at
from giaoban.web.routes import Router


def day_of(campaigns: Mapping[str, Campaign], store: ReportStore, slug: str, day: str) -> Day:
    """Every unit of the day, in one Query. Raises Unknown, Unavailable."""
    campaign = campaign_of(campaigns, slug)
    return store.day(campaign, campaign.day(day))


def board_routes(
    campaigns: Mapping[str, Campaign], store: ReportStore, directory: DirectoryStore, outbox: ReminderStore
) -> Router:
    """The routes of a whole day."""
    router = Router("board")

    @router.get(DAY, may=WATCH, query=("changes",), answers={200: "board_look", 304: None})
    def board(c: str, d: str) -> Response[str]:
        """One day of every unit, for the centre; unchanged, it has no body. Only coordinators see whom to ring.

        With `changes`, a page that stays open asks for what is another than its ETag says.
        """
        event = router.current_event
        campaign, now, had = campaign_of(campaigns, c), received_at(event), event.headers.get("if-none-match")
        match (event.query_string_parameters or {}).get("changes"):
            case "reports":
                return reports_since(store, outbox, campaign, campaign.day(d), read_mark(had), now)
            case "messages":
                return messages_since(whom_to_ring(c), outbox, campaign, campaign.day(d), read_mark(had), now)
        day = store.day(campaign, campaign.day(d))
        people = whom_to_ring(c)
        told = messages_by_unit(outbox, day.campaign, day.day)
        view = board_view(day, now, people, told, outbox.switch(c))
        body = json.dumps(view, ensure_ascii=False, separators=(",", ":"))
        tag = f'"{hashlib.sha256(body.encode()).hexdigest()[:22]}"'
        return private_with_tag(body, tag, had)

    def whom_to_ring(c: str) -> Mapping[str, Sequence[Person]]:
        actor: Actor = router.context["actor"]
        return directory.by_unit(c) if actor.role is Role.COORDINATOR else {}

    @router.post(
        f"{DAY}/excuse",
        may=DECIDE,
        takes="decisions.excuse_many",
        answers={200: "excused_many", 201: "excused_many"},
    )
    def excuse_many(c: str, d: str) -> Response[str]:
        """Excuses many units for one reason; those that need no excuse are left as they are and named."""
        now, body = received_at(router.current_event), router.body()
        day, by = day_of(campaigns, store, c, d), who_decides(router)
        excused, is_new = many.excuse_many(store, day, body, by, now)
        told = {
            "excused": [code for code in body["units"] if code in excused],
            "unchanged": [code for code in body["units"] if code not in excused],
        }
        return answer(201 if is_new else 200, told)

    @router.post(
        f"{DAY}/deadline",
        may=DECIDE,
        takes="decisions.deadline",
        answers={200: "moved_deadline", 201: "moved_deadline", 409: "decision_conflict_answer"},
        refuses={409: ("deadline_moved_meanwhile",)},
    )
    def deadline(c: str, d: str) -> Response[str]:
        """Moves the day's deadline for everybody, because the outage was ours."""
        now, body = received_at(router.current_event), router.body()
        day = day_of(campaigns, store, c, d)
        moved = decide.move_deadline(day, body, who_decides(router), now)
        if moved.stands_in(day.moves):
            return answer(200, deadline_view(day))
        decide.require_same_deadline(day, moved)
        if store.move_deadline(day.campaign, day.day, moved):
            return answer(201, deadline_view(replace(day, moved=moved)))
        stands = store.day(day.campaign, day.day)
        if not moved.stands_in(stands.moves):
            raise decide.moved_meanwhile(stands)
        # Our own write, whose reply was lost on its way to us.
        return answer(201, deadline_view(stands))

    return router
