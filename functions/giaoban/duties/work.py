"""Doing what a duty asks for, and asking for what follows from it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from giaoban.campaign import Campaign, campaign_of
from giaoban.duties.duty import Duty, What
from giaoban.problem import GiaobanError
from giaoban.reminders import waves
from giaoban.reminders.rounds import due
from giaoban.reminders.waves import WaveStores
from giaoban.reports.open_days import Each, Opened, open_portion

type Done = dict[str, object]


class Asks(Protocol):
    def ask(self, duties: Sequence[Duty]) -> None: ...


@dataclass(frozen=True)
class Work:
    """`editions`: what the clock makes due of them, in order; `each`: how several revisions 0 are put at once."""

    campaigns: Mapping[str, Campaign]
    stores: WaveStores
    queue: Asks
    editions: Mapping[str, Callable[[Campaign, datetime], Iterator[Done]]]
    each: Each = map

    def do(self, duty: Duty) -> dict[str, list[Done]]:
        """What was done, by kind. Whatever follows is asked for before the duty is done; a second time does no harm.

        Raises Unavailable, and the duty comes again; Unknown.
        """
        campaign = campaign_of(self.campaigns, duty.campaign)
        if duty.what is What.CAMPAIGN:
            return {"opened": self._open(campaign, duty)}
        if duty.what is What.EDITIONS:
            return self._see_to_editions(campaign, duty)
        return {"reminded": self._remind(campaign, duty)}

    def _open(self, campaign: Campaign, duty: Duty) -> list[Done]:
        """Whoever is reminded waits for the opened day, and for nothing else."""
        failed, opened = None, None
        try:
            opened = open_portion(self.stores.reports, campaign, duty.slot, duty.day, duty.after, self.each)
        except GiaobanError as error:
            # What is due of the campaign does not wait for this: the duty fails in the end and comes again.
            failed = error
        if opened:
            self.queue.ask([replace(duty, day=opened.day, after=opened.after or "")])
            return [_said(opened)]
        self.queue.ask(list(self._following(campaign, duty.slot)))
        if failed:
            raise failed
        return []

    def _following(self, campaign: Campaign, slot: datetime) -> Iterator[Duty]:
        own = Duty(What.CAMPAIGN, campaign.slug, slot)
        if campaign.reminders:
            heads = self.stores.outbox.heads(campaign.slug, campaign.today(slot))
            for each in due(campaign, heads, slot):
                yield replace(own, what=What.WAVE, day=each.day, wave=each.id)
            for day, wave in waves.watched(self.stores, campaign, slot):
                yield replace(own, what=What.WATCH, day=day, wave=wave)
        yield replace(own, what=What.EDITIONS)

    def _remind(self, campaign: Campaign, duty: Duty) -> list[Done]:
        left = duty.open
        if duty.what is What.WAVE:
            made = waves.make_portion(self.stores, campaign, duty.slot, duty.wave, duty.after)
        else:
            day = duty.day or campaign.today(duty.slot)
            made, left = waves.watch_portion(self.stores, campaign, duty.slot, day, duty.wave, duty.after, left)
        if made.after is not None:
            self.queue.ask([replace(duty, after=made.after, open=left)])
        return [made.done] if made.done else []

    def _see_to_editions(self, campaign: Campaign, duty: Duty) -> dict[str, list[Done]]:
        """Each for itself: one that fails stops no other; the duty fails in the end and comes again."""
        done: dict[str, list[Done]] = {}
        failed: list[GiaobanError] = []
        for name, see_to in self.editions.items():
            try:
                done[name] = list(see_to(campaign, duty.slot))
            except GiaobanError as error:
                failed.append(error)
        if failed:
            raise failed[0]
        return done


def _said(opened: Opened) -> Done:
    return {"day": opened.day.isoformat(), "units": opened.units}
