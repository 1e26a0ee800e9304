"""“Send me my link again”: through the same outbox, to the unit's known contacts, whoever asks."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import Asker
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.message import Key, Message
from giaoban.outbox.queue import ToSend
from giaoban.reminders.asked_for import about_asking
from giaoban.reminders.audience import recipients
from giaoban.reminders.rounds import ASKED
from giaoban.reminders.store import ReminderStore


class Queue(Protocol):
    def ask(self, wanted: list[ToSend]) -> int: ...


@dataclass(frozen=True)
class LinkSender:
    directory: DirectoryStore
    outbox: ReminderStore
    queue: Queue

    def __call__(self, campaign: Campaign, unit: str, asker: Asker, now: datetime) -> int:
        """To how many it goes; after the campaign while its last day can be corrected. Raises Unavailable.

        What gets lost, the tick asks for.
        """
        rules, day = campaign.reminders, campaign.day_to_report(now)
        if rules is None or day is None:
            return 0
        people, about = self.directory.unit(campaign.slug, unit).people, about_asking(asker, now, campaign.zone)
        found = list(recipients(people, rules.asked.roles, rules.asked.channels))
        for person, channel in found:
            self.outbox.add(Message(Key(campaign.slug, day, ASKED, unit, channel, person.id, about), now))
        if found:
            self.queue.ask([ToSend(campaign.slug, day, ASKED, unit)])
        return len(found)
