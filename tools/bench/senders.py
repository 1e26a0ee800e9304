"""Units of a running system, signed in through their links, and the reports that they send."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import cast

import httpx

from giaoban.access.links import issue
from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign, Unit, load_all
from tools.bench.open_loop import Due
from tools.bench.scene import full_report
from tools.cli.system import System, use
from tools.replay.sender import AT, COOKIE


@dataclass(frozen=True)
class Senders:
    """`cookies` by the unit's code; `runner` is the process that serves `origin`."""

    origin: str
    campaign: Campaign
    cookies: Mapping[str, str]
    runner: int

    def report(self, unit: Unit) -> bytes:
        """A first report: every figure of the form, both notes."""
        return json.dumps(full_report(self.campaign.form_of(unit), 0)).encode()

    def due(self, at: float, unit: Unit, day: date, body: bytes, received: datetime) -> Due:
        """The report, sent `at` seconds after the start and received at that moment of the campaign."""
        headers = {
            "Content-Type": "application/json",
            "Cookie": f"{COOKIE}={self.cookies[unit.code]}",
            "Origin": self.origin,
            AT: received.isoformat(),
        }
        return Due(at, f"/v1/campaigns/{self.campaign.slug}/days/{day}/reports/{unit.code}", headers, body)

    def open_days(self, days: int) -> None:
        """Fires the ticks that open so many days, one after the other. Raises HTTPStatusError."""
        for number in range(days):
            slot = self.campaign.opening(self.campaign.first_day + timedelta(days=number)).isoformat()
            httpx.post(f"{self.origin}/dev/ticks", json={"slot": slot}, timeout=60, trust_env=False).raise_for_status()


def signed_in(run_file: Path) -> Senders:
    """Every unit of the campaign, with a link that lasts as long as the campaign. Raises KeyError without a cookie."""
    run = json.loads(run_file.read_text(encoding="utf-8"))
    system = use(System.read(run))
    campaign, grants = load_all()[str(system.campaign)], GrantStore(system.table("ACCESS_TABLE"))
    with httpx.Client(base_url=system.origin, trust_env=False, timeout=30) as client:
        cookies = {unit.code: _cookie(client, grants, campaign, unit) for unit in campaign.units.values()}
    return Senders(system.origin, campaign, cookies, cast("int", run["pid"]))


def _cookie(client: httpx.Client, grants: GrantStore, campaign: Campaign, unit: Unit) -> str:
    link = issue(grants, campaign, unit, campaign.last_day, recipient="bench")
    answer = client.post("/v1/session", json={"token": link.token})
    client.cookies.clear()
    return answer.headers["set-cookie"].partition(";")[0].partition("=")[2]
