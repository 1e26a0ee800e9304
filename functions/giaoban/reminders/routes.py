"""Reminders for the centre: a day's waves, the call list, text for chat groups, a wave tried dry."""

from collections.abc import Mapping
from dataclasses import dataclass

from aws_lambda_powertools.event_handler import Response

from giaoban.access import DECIDE, WATCH
from giaoban.campaign import Campaign, campaign_of
from giaoban.campaign.reminder_rules import ReminderRules
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.message import Message
from giaoban.problem import Unknown
from giaoban.reminders.asked_for import purses_of_asked
from giaoban.reminders.audience import day_about
from giaoban.reminders.call_list import call_list
from giaoban.reminders.chat import chat_text
from giaoban.reminders.dry_run import preview_view, rehearse
from giaoban.reminders.rounds import ASKED, Round, rounds
from giaoban.reminders.store import ReminderStore
from giaoban.reminders.views import call_list_view, waves_view
from giaoban.reports.store import ReportStore
from giaoban.web.answer import answer
from giaoban.web.paths import DAY
from giaoban.web.routes import Router


@dataclass(frozen=True)
class Sources:
    """What the routes read from."""

    campaigns: Mapping[str, Campaign]
    reports: ReportStore
    directory: DirectoryStore
    outbox: ReminderStore
    origin: str


def rules_of(campaign: Campaign) -> ReminderRules:
    """Raises Unknown for a campaign that reminds nobody."""
    if campaign.reminders is None:
        raise Unknown("unknown_wave")
    return campaign.reminders


def reminder_routes(sources: Sources) -> Router:
    """The routes of a day's reminders."""
    router = Router("reminders")
    outbox = sources.outbox

    @router.get(f"{DAY}/reminders", may=WATCH, answers={200: "reminders"}, refuses={404: ("unknown_wave",)})
    def waves(c: str, d: str) -> Response[str]:
        """The day's waves: how many messages got how far, and what they cost. No person stands in it."""
        campaign = campaign_of(sources.campaigns, c)
        rules, day = rules_of(campaign), campaign.day(d)
        messages: dict[str, list[Message]] = {
            each: [] for each in [ASKED, *(each.id for each in rounds(campaign, day))]
        }
        for message in outbox.of_day(c, day):
            messages.setdefault(message.key.wave, []).append(message)
        heads, switch, spent = outbox.heads(c, day), outbox.switch(c), outbox.spent(c)
        asked_for, done = sum(outbox.spent(c, each).total for each in purses_of_asked(day)), outbox.done_milestones(c)
        return answer(200, waves_view(campaign, rules, day, heads, messages, switch, spent, asked_for, done))

    @router.get(f"{DAY}/call-list", may=DECIDE, answers={200: "call_list"})
    def whom_to_ring(c: str, d: str) -> Response[str]:
        """Units that are missing: their people, what they were sent, and what became of it."""
        campaign = campaign_of(sources.campaigns, c)
        day = campaign.day(d)
        calls = call_list(
            sources.reports.day(campaign, day), sources.directory.by_unit(c, brief=False), outbox.of_day(c, day)
        )
        return answer(200, call_list_view(campaign, day, calls))

    @router.get(f"{DAY}/chat", may=WATCH, answers={200: "text"}, refuses={404: ("unknown_wave",)})
    def chat(c: str, d: str) -> Response[str]:
        """Text to paste into a chat group: units only, no person and no link."""
        campaign = campaign_of(sources.campaigns, c)
        day = sources.reports.day(campaign, campaign.day(d))
        return answer(200, chat_text(day, rules_of(campaign), sources.origin).view())

    @router.post(f"{DAY}/reminders/<wave>/dry-run", may=DECIDE, takes="reminders.dry_run", answers={200: "rehearsal"})
    def try_dry(c: str, d: str, wave: str) -> Response[str]:
        """Who would get what of a wave, as things stand; nothing is sent."""
        router.body()
        campaign = campaign_of(sources.campaigns, c)
        rules, each = rules_of(campaign), _round(campaign, d, wave)
        found = rules.wave(wave)
        if found is None or found.to_centre:
            raise Unknown("unknown_wave")
        about = day_about(found, each.day)
        previews = []
        if campaign.day_number(about) is not None:
            people = sources.directory.by_unit(c, brief=False)
            day = sources.reports.day(campaign, about)
            previews = list(rehearse(campaign, rules, found, each, day, people, sources.origin))
        told = [preview_view(preview, rules) for preview in previews]
        parts = sum(preview.parts for preview in previews if not preview.is_quiet)
        body = {"wave": wave, "at": each.slot.isoformat(), "messages": told, "parts": parts}
        return answer(200, {**body, "cost_vnd": parts * rules.limits.cost_per_part_vnd})

    return router


def _round(campaign: Campaign, day: str, wave: str) -> Round:
    found = next((each for each in rounds(campaign, campaign.day(day)) if each.id == wave), None)
    if found is None:
        raise Unknown("unknown_wave")
    return found
