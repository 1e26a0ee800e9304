"""One message's work, what it leads to, and what both need of each other."""

from collections.abc import Callable
from dataclasses import dataclass

from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import ReminderRules
from giaoban.directory.person import Person
from giaoban.outbox.message import Message
from giaoban.outbox.outcome import Outcome
from giaoban.outbox.purse import Purse
from giaoban.reminders.settle import settle
from giaoban.reminders.tools import Batch


@dataclass(frozen=True)
class Job:
    """A message and whom it is for: somebody of the directory, or (`person` None) a contact of the centre."""

    batch: Batch
    campaign: Campaign
    rules: ReminderRules
    person: Person | None

    @property
    def language(self) -> str:
        return self.person.entry.language if self.person else "vi"

    def address(self, message: Message) -> str:
        if self.person is not None:
            return self.person.entry.address(message.key.channel) or ""
        return next(each.email for each in self.rules.centre if each.id == message.key.recipient)

    def ends(self, mine: Message, ended: Message, instead: Message | None = None) -> "Out":
        """Writes down how a claimed message ended. Never raises."""
        settle(self.batch, mine, ended)
        return Out(ended, instead)

    def purse(self, message: Message) -> Purse:
        return self.batch.purse(self.campaign, self.rules, message.key.day)


@dataclass(frozen=True)
class Out:
    """How a message ended, and the one that goes by another channel instead."""

    message: Message
    instead: Message | None = None


@dataclass(frozen=True)
class Ready:
    """Everything is written that has to be before; `attempt` hands the message over. `parts`: of an SMS."""

    attempt: Callable[[], Outcome]
    parts: int = 0
