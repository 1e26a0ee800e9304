"""What a coordinator turns off: everything, or the telling of a milestone that is reached."""

from aws_lambda_powertools.event_handler import Response

from giaoban.access import DECIDE
from giaoban.access.actor import who_decides
from giaoban.campaign import campaign_of
from giaoban.outbox.items import Switch
from giaoban.problem import Conflict, Unknown
from giaoban.reminders.routes import Sources, rules_of
from giaoban.reminders.views import switch_view
from giaoban.web.answer import answer
from giaoban.web.paths import CAMPAIGN
from giaoban.web.request import received_at
from giaoban.web.routes import Router

REMINDERS = f"{CAMPAIGN}/reminders"


def switch_routes(sources: Sources) -> Router:
    router = Router("reminders")

    @router.put(
        f"{REMINDERS}/switch",
        may=DECIDE,
        takes="reminders.switch",
        answers={200: "switch", 409: "switch_conflict_answer"},
        refuses={409: ("switched_meanwhile",)},
    )
    def turn(c: str) -> Response[str]:
        """Pauses every message of the campaign, or lets them go again."""
        now, body = received_at(router.current_event), router.body()
        campaign, by = campaign_of(sources.campaigns, c), who_decides(router)
        wanted = Switch(body["paused"], body["reason"], by, now, body["base_version"] + 1)
        if not sources.outbox.turn(c, wanted):
            raise Conflict("switched_meanwhile", current=switch_view(sources.outbox.switch(c), campaign.zone))
        return answer(200, switch_view(wanted, campaign.zone))

    @router.put(
        f"{REMINDERS}/milestones/<m>",
        may=DECIDE,
        takes="reminders.milestone",
        answers={200: "reached_milestone", 409: "switch_conflict_answer"},
        refuses={409: ("switched_meanwhile",)},
    )
    def reach(c: str, m: str) -> Response[str]:
        """Says that a milestone is reached, or that it is not after all."""
        body, campaign = router.body(), campaign_of(sources.campaigns, c)
        if m not in {each.id for each in rules_of(campaign).milestones.dated}:
            raise Unknown("unknown_milestone")
        if not sources.outbox.reach(c, m, body["done"], who_decides(router)):
            raise Conflict("switched_meanwhile")
        return answer(200, {"id": m, "done": body["done"]})

    return router
