"""The tick's duties: make the waves that are due, once; and see to it that something is said of every message in time."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import batched, chain, groupby

from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import ReminderRules
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.message import LATEST, Message
from giaoban.outbox.sweep import Queue, asked_for, sweep
from giaoban.reminders.audience import centre_messages, day_about, unit_messages
from giaoban.reminders.milestones import milestone_messages
from giaoban.reminders.rounds import ASKED, Round, due, watched_days
from giaoban.reminders.store import Head, ReminderStore, closed, open_heads
from giaoban.reports.store import ReportStore

MADE, MISSED = "made", "missed"
# Units whose messages are put, and asked for in one call.
AT_ONCE = 10
type Done = dict[str, object]


@dataclass(frozen=True)
class WaveStores:
    reports: ReportStore
    directory: DirectoryStore
    outbox: ReminderStore
    queue: Queue
    # How several are put at once; where each is waited for, threads are faster.
    each: Callable[[Callable[[Message], bool], Iterable[Message]], Iterable[bool]] = map


def remind(stores: WaveStores, campaign: Campaign, slot: datetime) -> Iterator[Done]:
    """Makes what is due at `slot` and sees after what was made before. Raises Unavailable; a next tick goes on."""
    if campaign.reminders is None:
        return
    for day in watched_days(campaign, slot):
        yield from _watch(stores, campaign, day, slot)
    yield from _make_due(stores, campaign, campaign.reminders, slot)


def _make_due(stores: WaveStores, campaign: Campaign, rules: ReminderRules, slot: datetime) -> Iterator[Done]:
    heads = stores.outbox.heads(campaign.slug, campaign.today(slot))
    for each, is_in_time in due(campaign, heads, slot):
        count = (_make if is_in_time else _miss)(stores, campaign, rules, each, slot)
        what = MADE if is_in_time else MISSED
        stores.outbox.put_head(campaign.slug, each.day, Head(each.id, each.slot, what, slot))
        yield {"day": each.day.isoformat(), "wave": each.id, what: count}


def _make(stores: WaveStores, campaign: Campaign, rules: ReminderRules, each: Round, _: datetime) -> int:
    """Puts what does not stand there yet: a second tick, or one after a crash, does no harm. How many there are.

    The first units' messages leave while the last units' are put.
    """
    count = 0
    by_unit = groupby(_messages(stores, campaign, rules, each), key=lambda message: message.key.unit)
    for units in batched((list(own) for _, own in by_unit), AT_ONCE, strict=False):
        messages = list(chain.from_iterable(units))
        count += len(list(stores.each(stores.outbox.add, messages)))
        stores.queue.ask([asked_for(message) for message in messages])
    return count


def _miss(stores: WaveStores, campaign: Campaign, _: ReminderRules, each: Round, slot: datetime) -> int:
    """Its ticks have all failed: it says so, also of the messages that one of them may have put."""
    sweep(stores.outbox, stores.queue, campaign.slug, each.day, each.id, slot)
    return 0


def _messages(stores: WaveStores, campaign: Campaign, rules: ReminderRules, each: Round) -> Iterator[Message]:
    wave = rules.wave(each.id)
    if wave and wave.to_centre:
        in_campaign = campaign.day_number(each.day) is not None
        return centre_messages(campaign, rules, wave.id, each.slot) if in_campaign else iter(())
    if wave is None:
        done = stores.outbox.done_milestones(campaign.slug)
        return milestone_messages(
            campaign, rules, stores.directory.by_unit(campaign.slug, brief=False), each.slot, done
        )
    about = day_about(wave, each.day)
    if campaign.day_number(about) is None:
        return iter(())
    day = stores.reports.day(campaign, about)
    return unit_messages(campaign, wave, day, stores.directory.by_unit(campaign.slug, brief=False), each.slot)


def _watch(stores: WaveStores, campaign: Campaign, day: date, slot: datetime) -> Iterator[Done]:
    heads = open_heads(stores.outbox.heads(campaign.slug, day).values())
    for head in heads:
        again, open_ones = sweep(stores.outbox, stores.queue, campaign.slug, day, head.wave, slot)
        if slot >= head.slot + LATEST and not open_ones:
            stores.outbox.put_head(campaign.slug, day, closed(head, slot))
        if again:
            yield {"day": day.isoformat(), "wave": head.wave, "asked_again": again}
    again, _ = sweep(stores.outbox, stores.queue, campaign.slug, day, ASKED, slot)
    if again:
        yield {"day": day.isoformat(), "wave": ASKED, "asked_again": again}
