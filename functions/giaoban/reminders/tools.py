"""What sending stands on, put together once where the function is composed."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from threading import Lock
from typing import Protocol

from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import ReminderRules
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.email import Email
from giaoban.outbox.outcome import Outcome
from giaoban.outbox.purse import Purse
from giaoban.reminders.store import ReminderStore
from giaoban.reports.decision import MovedDeadline
from giaoban.reports.store import ReportStore


class SendsEmail(Protocol):
    def send(self, address: str, letter: Email, tags: Mapping[str, str]) -> Outcome: ...


class SendsSms(Protocol):
    def send(self, number: str, text: str, tags: Mapping[str, str]) -> Outcome: ...


@dataclass(frozen=True)
class Tools:
    """`ring` raises an alarm by its name; `pause` waits so many seconds before a provider is asked again."""

    campaigns: Mapping[str, Campaign]
    reports: ReportStore
    directory: DirectoryStore
    grants: GrantStore
    outbox: ReminderStore
    mailer: SendsEmail
    texter: SendsSms
    origin: str
    ring: Callable[[str], object]
    pause: Callable[[float], object] = time.sleep


class Batch:
    """One invocation: its time, and what is read once for all of its messages."""

    def __init__(self, tools: Tools, received: datetime, seconds: Callable[[], float] = time.monotonic) -> None:
        """`received`: when the queue handed the batch over, on the campaign's clock; from there seconds are counted."""
        self.tools, self._received, self._seconds, self._began = tools, received, seconds, seconds()
        self._paused: dict[str, bool] = {}
        self._purses: dict[tuple[str, date], Purse] = {}
        self._lock = Lock()
        self._moved: dict[tuple[str, date], MovedDeadline | None] = {}

    def now(self) -> datetime:
        return self._received + timedelta(seconds=self._seconds() - self._began)

    def is_paused(self, campaign: str) -> bool:
        """Raises Unavailable."""
        if campaign not in self._paused:
            self._paused[campaign] = self.tools.outbox.switch(campaign).paused
        return self._paused[campaign]

    def purse(self, campaign: Campaign, rules: ReminderRules, day: date) -> Purse:
        """What SMS of a day are paid from."""
        limits, outbox = rules.limits, self.tools.outbox
        with self._lock:
            return self._purses.setdefault(
                (campaign.slug, day),
                Purse(lambda parts: outbox.spend(campaign.slug, day, parts, limits.sms_per_day, limits.sms_campaign)),
            )

    def close(self) -> None:
        """When every message of it has ended."""
        for purse in self._purses.values():
            purse.close()

    def deadline(self, campaign: Campaign, day: date) -> datetime:
        """The day's, which a coordinator may have moved. Raises Unavailable."""
        moved = self.moved(campaign, day)
        return moved.deadline if moved else campaign.deadline(day)

    def moved(self, campaign: Campaign, day: date) -> MovedDeadline | None:
        """Raises Unavailable."""
        key = (campaign.slug, day)
        if key not in self._moved:
            self._moved[key] = self.tools.reports.moved_deadline(campaign, day)
        return self._moved[key]
