"""What a test does at a coordinator's desk, and what the service then holds."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from playwright.sync_api import Locator, Page

from tests.contract.client import Client
from tests.contract.system import System

LAST_DAY = date(2025, 9, 6)


@dataclass(frozen=True)
class Day:
    """One past day of the built system."""

    system: System
    date: str

    def __str__(self) -> str:
        return self.date

    def path(self, unit: str) -> str:
        return f"/v1/campaigns/hanoi-45/days/{self.date}/reports/{unit}"

    def send(self, unit: str, **said: Any) -> dict[str, Any]:
        """A unit's own report, before the day's deadline unless `at` says otherwise."""
        at = said.pop("at", f"{self.date}T15:00:00+07:00")
        body = {"submission_id": str(uuid4()), "base_revision": 0, "figures": {"dossiers_online": 41}, **said}
        reporter = Client(self.system.origin, at=at)
        link = self.system.link(unit, date.fromisoformat(self.date))
        assert reporter.post("/v1/session", {"token": link.token}).status == 200
        answer = reporter.put(self.path(unit), body)
        assert answer.status == 201, answer.body
        return dict(answer.json)

    def staff(self, name: str = "dieu-phoi-1", at: str = f"{LAST_DAY}T15:20:00+07:00") -> Client:
        """Signed in beside the browser, at the browser's time."""
        client = Client(self.system.origin, at=at)
        token = {"Authorization": f"Bearer {self.system.staff_token(name)}"}
        assert client.post("/v1/staff-session", headers=token).status == 200
        return client

    def stored(self, unit: str) -> dict[str, Any]:
        """The unit's day as coordinators see it."""
        return dict(self.staff("dieu-phoi-2").get(f"{self.path(unit)}?revisions=all").json)

    def decisions(self, unit: str) -> list[dict[str, Any]]:
        return list(self.stored(unit)["decisions"])


def row(page: Page, unit: str) -> Locator:
    return page.locator(f'li[data-row="{unit}"]')


def refresh(page: Page) -> None:
    """As ten seconds later."""
    with page.expect_response(lambda answer: "/days/" in answer.url and "/reports/" not in answer.url):
        page.evaluate("dispatchEvent(new CustomEvent('giaoban:old'))")
    page.wait_for_timeout(150)


def focused_unit(page: Page) -> str | None:
    return page.evaluate("document.activeElement.closest('li[data-row]')?.dataset.row ?? null")  # type: ignore[no-any-return]
