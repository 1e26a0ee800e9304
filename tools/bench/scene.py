"""What the benches measure against: the engine with the template's tables, a campaign, signed-in units, their events."""

import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from uuid import uuid4

from botocore.client import BaseClient

from giaoban.access import Role
from giaoban.access.grant import Grant, digest, link_id, new_secret, staff_id
from giaoban.access.hat import Hat, Owner
from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign, Form, Unit, load_all
from giaoban.reports.report import Baseline, KnownStock, UnitDay
from giaoban.reports.store import ReportStore
from tools.runner import resources
from tools.runner.engine import Engine
from tools.runner.event import Call, http_event
from tools.runner.function import CREDENTIALS, REGION, program
from tools.runner.worker import Program
from tools.template import Node, load

BUILD = Path(__file__).parents[2] / "build"
SCRATCH = BUILD / "bench"
ENGINE = "ministack (in memory, a process of its own, on loopback)"
ORIGIN = "http://127.0.0.1:8000"
REPORT = "/v1/campaigns/{c}/days/{d}/reports/{u}"
AT = timedelta(hours=15, minutes=20)
type Event = dict[str, Node]


@dataclass(frozen=True)
class Scene:
    """A running engine and a campaign in which every unit's link has been opened."""

    campaign: Campaign
    tables: dict[str, str]
    endpoint: str
    client: BaseClient

    def program(self, name: str) -> Program:
        """How the runner would start this function of the template."""
        known = {**self.tables, "PublicOrigin": ORIGIN}
        function = next(each for each in load().functions if each.name == name)
        return program(function, known, {"AWS_ENDPOINT_URL_DYNAMODB": self.endpoint}, BUILD)

    @property
    def reports(self) -> ReportStore:
        return ReportStore(self.tables["ReportsTable"])

    def signed_in(self, unit: Unit | None = None) -> str:
        """The Cookie header of a unit whose link is open for the whole campaign; without a unit, of a coordinator."""
        secret = new_secret()
        ends = self.campaign.corrections_close(self.campaign.last_day)
        grant = Grant(
            id=(link_id(new_secret()) or "") if unit else staff_id("bench"),
            hats=(Hat(Role.REPORTER, own=Owner(self.campaign.slug, unit.code)) if unit else Hat(Role.COORDINATOR),),
            recipient="bench",
            expires_at=ends,
            sessions={digest(secret): ends},
        )
        GrantStore(self.tables["AccessTable"]).add(grant)
        return f"__Host-giaoban={grant.id}.{secret}"

    def opened(self, unit: Unit, day: date) -> None:
        """Puts the unit's revision 0 as a tick would after some days: every stock known, every flow usual."""
        figures = self.campaign.form_of(unit).figures.values()
        stocks = {
            each.id: KnownStock(each.type(1), day - timedelta(days=1)) for each in figures if each.measure == "stock"
        }
        usual = {each.id: 1 for each in figures if each.measure == "flow" and each.type is int}
        unit_day = UnitDay(self.campaign, unit, day, Baseline(stocks, usual))
        self.reports.add_baseline(unit_day, self.campaign.opening(day))

    def submission(self, unit: Unit, day: date, cookie: str, revision: int = 0) -> Event:
        """A PUT of a full report: every figure of the form, both notes."""
        body = full_report(self.campaign.form_of(unit), revision)
        return self.event("PUT", REPORT, {"c": self.campaign.slug, "d": day.isoformat(), "u": unit.code}, cookie, body)

    def event(
        self, method: str, path: str, names: dict[str, str], cookie: str = "", body: dict[str, object] | None = None
    ) -> Event:
        """What the gateway hands to the function, at 15:20 of the day named (or of the first)."""
        day = date.fromisoformat(names.get("d", self.campaign.first_day.isoformat()))
        at = datetime.combine(day, datetime.min.time(), self.campaign.zone) + AT
        headers = [("host", "127.0.0.1"), ("content-type", "application/json"), ("cookie", cookie), ("origin", ORIGIN)]
        sent = json.dumps(body).encode() if body is not None else b""
        return http_event(
            Call(method, path.format(**names), "", headers, sent, "127.0.0.1", at), f"{method} {path}", names
        )


def full_report(form: Form, revision: int) -> dict[str, object]:
    """The body of a report with every figure of the form and both notes."""
    return {
        "submission_id": str(uuid4()),
        "base_revision": revision,
        "figures": {each.id: each.type(1) for each in form.figures.values()},
        "notes": {"difficulties": "Đường truyền chậm. " * 5, "proposals": "Thêm máy quét. " * 5},
    }


@asynccontextmanager
async def scene() -> AsyncIterator[Scene]:
    """Starts the engine, points every store made in this process at it, and stops it."""
    SCRATCH.mkdir(parents=True, exist_ok=True)
    engine = Engine(SCRATCH)
    await engine.start()
    try:
        os.environ.update(CREDENTIALS, AWS_DEFAULT_REGION=REGION, AWS_ENDPOINT_URL_DYNAMODB=engine.endpoint)
        campaign = next(iter(load_all(BUILD / "functions" / "schemas" / "campaigns").values()))
        yield Scene(campaign, resources.create(engine, load()), engine.endpoint, engine.client("dynamodb"))
    finally:
        await engine.stop()
