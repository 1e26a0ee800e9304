"""What a queue message asks for: all that is open for one unit in one wave."""

from collections import Counter, deque
from dataclasses import dataclass
from datetime import date
from typing import Any

from giaoban.campaign import campaign_of
from giaoban.reminders.hand_over import Job, hand_over
from giaoban.reminders.message import may_be_claimed
from giaoban.reminders.tools import Batch


@dataclass(frozen=True)
class Asked:
    """Ids only: no name, number or address ever stands in the queue."""

    campaign: str
    day: date
    wave: str
    unit: str

    def body(self) -> dict[str, str]:
        return {"campaign": self.campaign, "day": self.day.isoformat(), "wave": self.wave, "unit": self.unit}


def read_asked(body: Any) -> Asked:
    """Raises KeyError, TypeError or ValueError for what is no such message."""
    return Asked(body["campaign"], date.fromisoformat(body["day"]), body["wave"], body["unit"])


def send_unit(batch: Batch, asked: Asked) -> Counter[str]:
    """How many messages ended how. Raises Unavailable, and what was not handed over comes again; Unknown."""
    campaign = campaign_of(batch.tools.campaigns, asked.campaign)
    rules, counts = campaign.reminders, Counter[str]()
    if rules is None:
        return counts
    found = batch.tools.outbox.of_unit(asked.campaign, asked.day, asked.wave, asked.unit)
    open_ones = deque(each for each in found if may_be_claimed(each, batch.now()))
    if not open_ones:
        return counts
    people = {each.id: each for each in batch.tools.directory.unit(asked.campaign, asked.unit).people}
    while open_ones:
        message = open_ones.popleft()
        out = hand_over(Job(batch, campaign, rules, people.get(message.key.recipient)), message)
        if out is not None:
            counts[out.message.state] += 1
            open_ones.extend([out.instead] if out.instead else [])
    return counts
