"""What the clock makes due: each wave is made once, and something is said of every message of it in time.

A portion of the units at a time: whoever does one asks for the next. A wave is said to be made when its last portion is.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import batched, chain, groupby

from giaoban.campaign import Campaign
from giaoban.campaign.portion import portion
from giaoban.campaign.reminder_rules import ReminderRules
from giaoban.directory.person import Person
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.message import LATEST, Message
from giaoban.outbox.sweep import Queue, asked_for, sweep
from giaoban.reminders.audience import centre_messages, day_about, unit_messages
from giaoban.reminders.milestones import milestone_messages
from giaoban.reminders.rounds import ASKED, Round, round_of, watched_days
from giaoban.reminders.store import Head, ReminderStore, closed, open_heads
from giaoban.reports.store import ReportStore

MADE, MISSED = "made", "missed"
# Units whose messages are put, and asked for in one call.
AT_ONCE = 10
type Done = dict[str, object]


@dataclass(frozen=True)
class Portion:
    """What was done, nothing if that is nothing; and the unit after which to go on, None when all is done."""

    done: Done
    after: str | None


@dataclass(frozen=True)
class WaveStores:
    reports: ReportStore
    directory: DirectoryStore
    outbox: ReminderStore
    queue: Queue
    # How several are put at once; where each is waited for, threads are faster.
    each: Callable[[Callable[[Message], bool], Iterable[Message]], Iterable[bool]] = map


def is_made(stores: WaveStores, campaign: Campaign, slot: datetime, wave: str) -> bool:
    """Whether there is nothing to make of it any more. Raises Unavailable."""
    return wave in stores.outbox.heads(campaign.slug, campaign.today(slot))


def make_portion(stores: WaveStores, campaign: Campaign, slot: datetime, wave: str, after: str) -> Portion:
    """Puts what does not stand there yet of a wave that is due: a second time, or after a crash, does no harm.

    Raises Unavailable; a next tick begins again.
    """
    rules, each = campaign.reminders, round_of(campaign, slot, wave)
    if rules is None or each is None or is_made(stores, campaign, slot, wave):
        return Portion({}, None)
    if not each.is_in_time(slot):
        return _missed(stores, campaign, each, slot)
    part, further = portion(campaign, after)
    count = _put(stores, _messages(stores, campaign, part, rules, each, is_first=not after))
    if further is None:
        stores.outbox.put_head(campaign.slug, each.day, Head(each.id, each.slot, MADE, slot))
    return Portion({"day": each.day.isoformat(), "wave": each.id, MADE: count}, further)


def _missed(stores: WaveStores, campaign: Campaign, each: Round, slot: datetime) -> Portion:
    """Its ticks have all failed: it says so, also of the messages that one of them may have put."""
    sweep(stores.outbox, stores.queue, stores.outbox.of_wave(campaign.slug, each.day, each.id), slot)
    stores.outbox.put_head(campaign.slug, each.day, Head(each.id, each.slot, MISSED, slot))
    return Portion({"day": each.day.isoformat(), "wave": each.id, MISSED: 0}, None)


def _put(stores: WaveStores, found: Iterable[Message]) -> int:
    """How many there are. The first units' messages leave while the last units' are put."""
    count = 0
    by_unit = groupby(found, key=lambda message: message.key.unit)
    for units in batched((list(own) for _, own in by_unit), AT_ONCE, strict=False):
        messages = list(chain.from_iterable(units))
        count += len(list(stores.each(stores.outbox.add, messages)))
        stores.queue.ask([asked_for(message) for message in messages])
    return count


def _messages(
    stores: WaveStores, campaign: Campaign, part: Campaign, rules: ReminderRules, each: Round, is_first: bool
) -> Iterator[Message]:
    """Those to the units of a part; what goes to the centre goes with the first one."""
    wave = rules.wave(each.id)
    if wave and wave.to_centre:
        in_campaign = campaign.day_number(each.day) is not None and is_first
        return centre_messages(campaign, rules, wave.id, each.slot) if in_campaign else iter(())
    if wave is None:
        done, people = stores.outbox.done_milestones(campaign.slug), _people(stores, part)
        found = milestone_messages(campaign, rules, people, each.slot, done)
        return (message for message in found if is_first or message.key.unit in part.units)
    about = day_about(wave, each.day)
    if campaign.day_number(about) is None:
        return iter(())
    return unit_messages(part, wave, stores.reports.part_of_day(part, about), _people(stores, part), each.slot)


def _people(stores: WaveStores, part: Campaign) -> Mapping[str, Sequence[Person]]:
    codes = sorted(part.units)
    found: dict[str, list[Person]] = {}
    for person in stores.directory.units(part.slug, codes[0], codes[-1]).people:
        found.setdefault(person.entry.unit, []).append(person)
    return found


def watched(stores: WaveStores, campaign: Campaign, slot: datetime) -> list[tuple[date, str]]:
    """Days and waves of which something may still have to be said; links asked for among them. Raises Unavailable."""
    found: list[tuple[date, str]] = []
    for day in watched_days(campaign, slot):
        heads = open_heads(stores.outbox.heads(campaign.slug, day).values())
        found += [(day, head.wave) for head in heads] + [(day, ASKED)]
    return found


def watch_portion(
    stores: WaveStores, campaign: Campaign, slot: datetime, day: date, wave: str, after: str, still_open: int
) -> tuple[Portion, int]:
    """Says what is to be said; the wave is closed after its last portion, unless one of them has left something open.

    `still_open`: what earlier portions have. Raises Unavailable.
    """
    _, further = portion(campaign, after)
    # From the last unit of the portion before: what stands between two portions, such as the centre, is of one of them.
    messages = stores.outbox.of_units(campaign.slug, day, wave, after, further or "~")
    again, left = sweep(stores.outbox, stores.queue, messages, slot)
    head = stores.outbox.heads(campaign.slug, day).get(wave)
    if further is None and head and slot >= head.slot + LATEST and not left + still_open:
        stores.outbox.put_head(campaign.slug, day, closed(head, slot))
    done: Done = {"day": day.isoformat(), "wave": wave, "asked_again": again} if again else {}
    return Portion(done, further), left + still_open
