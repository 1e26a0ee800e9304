"""What a provider gives back with each receipt: which message it was, in the letters that SES allows in a tag.

So a receipt finds its message by itself, also when the process that sent it died before it could write an id down.
"""

import hashlib
from collections.abc import Mapping
from datetime import date

from giaoban.contact import Channel
from giaoban.outbox.message import Key

CAMPAIGN, DAY, WAVE, MESSAGE, MARK = "campaign", "day", "wave", "message", "mark"


def tags_of(key: Key, address: str) -> dict[str, str]:
    named = "_".join([key.unit, key.recipient, *([key.about] if key.about else [])])
    return {
        CAMPAIGN: key.campaign,
        DAY: key.day.isoformat(),
        WAVE: key.wave,
        MESSAGE: named,
        MARK: mark(address),
    }


def key_in(tags: Mapping[str, str], channel: Channel) -> Key | None:
    """None for a message of another sender."""
    try:
        unit, recipient, *about = tags[MESSAGE].split("_", 2)
        return Key(tags[CAMPAIGN], date.fromisoformat(tags[DAY]), tags[WAVE], unit, channel, recipient, *about)
    except (KeyError, ValueError):
        return None


def mark(address: str) -> str:
    """Tells a person's new address from the one that was written to, and gives nobody's away: 65,536 of them."""
    return hashlib.sha256(address.encode()).hexdigest()[:4]
