"""What a unit has been told on a day, in short, for its line on the board."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from giaoban.campaign import Campaign
from giaoban.moments import iso
from giaoban.outbox.message import Message, MessageState
from giaoban.reminders.call_list import channel_text, fate_text
from giaoban.reminders.rounds import ASKED, rounds
from giaoban.reminders.store import ReminderStore

# What has left us, as far as anybody knows; and what could not.
TRIED = {MessageState.SENT, MessageState.UNKNOWN, MessageState.FAILED}


def messages_by_unit(outbox: ReminderStore, campaign: Campaign, day: date) -> Mapping[str, Sequence[Message]]:
    """In one Query. Raises Unavailable."""
    found: dict[str, list[Message]] = {}
    for message in outbox.of_day(campaign.slug, day):
        found.setdefault(message.key.unit, []).append(message)
    return found


def messages_to_unit(outbox: ReminderStore, campaign: Campaign, day: date, unit: str, now: datetime) -> list[Message]:
    """A small Query for each wave whose hour has come, by which keys begin, and not all of the day's messages.

    Raises Unavailable.
    """
    waves = [each.id for each in rounds(campaign, day) if each.slot <= now]
    return [message for wave in (*waves, ASKED) for message in outbox.of_unit(campaign.slug, day, wave, unit)]


def line_view(messages: Iterable[Message], campaign: Campaign) -> dict[str, object]:
    """How many have left, and what became of the last one; no person stands in it."""
    tried = sorted(
        (each for each in messages if each.state in TRIED), key=lambda each: (each.slot, each.at or each.slot)
    )
    if not tried:
        return {"tried": 0, "last": None}
    last = tried[-1]
    return {
        "tried": len(tried),
        "last": {
            "wave": last.key.wave,
            "channel": last.key.channel,
            "state": last.state,
            "fate": last.fate,
            "at": iso(last.at or last.slot, campaign.zone),
            "vi": f"{channel_text(last).vi}: {fate_text(last).vi}",
            "en": f"{channel_text(last).en}: {fate_text(last).en}",
        },
    }
