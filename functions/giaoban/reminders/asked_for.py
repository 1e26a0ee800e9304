"""Of a link that was asked for: at which minute, by whom, and from which purse its SMS is paid."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from giaoban.campaign.reminder_rules import Asker, ReminderRules
from giaoban.outbox.capability import Allowance
from giaoban.outbox.message import Message

_MARKS = {Asker.HOLDER: "h", Asker.STRANGER: "s"}


def about_asking(asker: Asker, now: datetime, zone: ZoneInfo) -> str:
    """`1524s`: what tells a message from another to the same person, and whose it is."""
    return f"{now.astimezone(zone):%H%M}{_MARKS[asker]}"


def purse_of_asked(message: Message, rules: ReminderRules) -> Allowance:
    """The hour's own, of this kind of asker: no wave pays for it, and nobody who asks pays for a wave."""
    key = message.key
    asker = Asker.HOLDER if key.about.endswith(_MARKS[Asker.HOLDER]) else Asker.STRANGER
    return Allowance(rules.asked.hourly[asker].sms_parts, key.about[:2], _purse(asker, key.day))


def purses_of_asked(day: date) -> list[str]:
    """Of all that is asked for on a day."""
    return [_purse(asker, day) for asker in Asker]


def _purse(asker: Asker, day: date) -> str:
    return f"{asker}#{day.isoformat()}"
