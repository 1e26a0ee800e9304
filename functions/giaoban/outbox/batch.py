"""One invocation that sends: what it stands on, its time, and what is read once for all of its messages."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock
from typing import Protocol

from giaoban.outbox.capability import Allowance, Capability
from giaoban.outbox.email import Email
from giaoban.outbox.message import Message
from giaoban.outbox.outcome import SendOutcome
from giaoban.outbox.purse import Purse
from giaoban.outbox.store import Outbox


class SendsEmail(Protocol):
    def send(self, address: str, email: Email, tags: Mapping[str, str]) -> SendOutcome: ...


class SendsSms(Protocol):
    def send(self, number: str, text: str, tags: Mapping[str, str]) -> SendOutcome: ...


@dataclass(frozen=True)
class PostOffice:
    """Put together once where the function is composed.

    `ring` raises an alarm by its name; `pause` waits so many seconds before a provider is asked again.
    """

    outbox: Outbox
    mailer: SendsEmail
    texter: SendsSms
    ring: Callable[[str], object]
    pause: Callable[[float], object] = time.sleep


class Batch:
    """The messages of one invocation, all of one capability."""

    def __init__(
        self,
        office: PostOffice,
        capability: Capability,
        received: datetime,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """`received`: when the queue handed the batch over, on the campaign's clock; from there seconds are counted."""
        self.office, self.capability, self._received = office, capability, received
        self._seconds, self._began = seconds, seconds()
        self._paused: dict[str, bool] = {}
        self._purses: dict[tuple[str, Allowance], Purse] = {}
        self._lock = Lock()

    def now(self) -> datetime:
        return self._received + timedelta(seconds=self._seconds() - self._began)

    def is_paused(self, campaign: str) -> bool:
        """Raises Unavailable."""
        if campaign not in self._paused:
            self._paused[campaign] = self.office.outbox.switch(campaign).paused
        return self._paused[campaign]

    def purse(self, message: Message) -> Purse:
        """What its SMS is paid from."""
        allowance, campaign, outbox = self.capability.allowance(message), message.key.campaign, self.office.outbox
        with self._lock:
            return self._purses.setdefault(
                (campaign, allowance), Purse(lambda parts: outbox.spend(campaign, allowance, parts))
            )

    def close(self) -> None:
        """When every message of it has ended."""
        for purse in self._purses.values():
            purse.close()
