"""The whole API in one application, on stores in memory: real routes, real guard, real rules."""

from dataclasses import dataclass, field, replace
from typing import Any

from aws_lambda_powertools import Logger

from giaoban.access.guard import Guard
from giaoban.access.routes import session_routes, staff_routes
from giaoban.board.routes import board_routes
from giaoban.board.unit_routes import decision_routes
from giaoban.campaign import Campaign
from giaoban.campaign.routes import campaign_routes
from giaoban.directory.link_routes import link_routes
from giaoban.directory.people_routes import people_routes
from giaoban.directory.routes import directory_routes
from giaoban.editions.period_routes import period_routes
from giaoban.editions.remark_routes import remark_routes
from giaoban.editions.routes import edition_routes
from giaoban.outbox.queue import ToSend
from giaoban.reminders.link_on_request import LinkSender
from giaoban.reminders.routes import Sources, reminder_routes
from giaoban.reminders.switch_routes import switch_routes
from giaoban.reports.routes import report_routes
from giaoban.web.app import make_app, make_handler
from giaoban.web.routes import Router
from tests.access.fake_grants import FakeGrantStore
from tests.directory.fake_store import FakeDirectoryStore
from tests.editions.fakes import FakeStores
from tests.reminders.fake_store import FakeReminderStore
from tests.reports.fake_store import FakeReportStore
from tests.web.event import ORIGIN, event


@dataclass
class Api:
    """`lang-sen` and, with the same units, `lang-que`."""

    campaign: Campaign
    more: tuple[Router, ...] = ()
    grants: FakeGrantStore = field(default_factory=FakeGrantStore)
    reports: FakeReportStore = field(default_factory=FakeReportStore)
    made: FakeStores = field(default_factory=FakeStores)
    directory: FakeDirectoryStore = field(default_factory=FakeDirectoryStore)
    reminders: FakeReminderStore = field(default_factory=FakeReminderStore)
    queued: list[ToSend] = field(default_factory=list)

    def __post_init__(self) -> None:
        campaigns = {slug: replace(self.campaign, slug=slug) for slug in ("lang-sen", "lang-que")}
        self.made.reports = self.reports
        stores = self.made.stores
        sources = Sources(campaigns, self.reports, self.directory, self.reminders, ORIGIN)  # type: ignore[arg-type]
        self.routers = (
            campaign_routes(campaigns),
            report_routes(campaigns, self.reports),  # type: ignore[arg-type]
            board_routes(campaigns, self.reports, self.directory, self.reminders),  # type: ignore[arg-type]
            decision_routes(campaigns, self.reports, self.directory, self.reminders),  # type: ignore[arg-type]
            directory_routes(campaigns, self.directory, self.grants),
            people_routes(campaigns, self.directory, self.grants),
            link_routes(campaigns, self.directory, self.grants),
            reminder_routes(sources),
            switch_routes(sources),
            edition_routes(campaigns, stores),
            remark_routes(campaigns, stores),
            period_routes(campaigns, stores),
            session_routes(campaigns, self.grants, LinkSender(self.directory, self.reminders, self)),  # type: ignore[arg-type]
            staff_routes(campaigns, self.grants),  # type: ignore[arg-type]
            *self.more,
        )
        guard = Guard(self.grants, campaigns, ORIGIN)  # type: ignore[arg-type]
        self._handler = make_handler(make_app(guard, *self.routers), Logger(level="CRITICAL"))

    def ask(self, wanted: list[ToSend]) -> int:
        """In place of the queue."""
        self.queued += wanted
        return len(wanted)

    def call(self, method: str, path: str, **given: Any) -> dict[str, Any]:
        return self._handler(event(method, path, **given), None)
