"""The coordinators' hour in a browser: the view of the edition, and what the service then holds of it."""

import json
from dataclasses import dataclass
from typing import Any
from urllib.request import Request, urlopen

from playwright.sync_api import Locator, Page

from tests.browser.board.desk import Day
from tests.contract.system import System

TODAY = "2025-08-02"


@dataclass(frozen=True)
class Edition:
    """The editions of one day."""

    system: System
    date: str

    @property
    def day(self) -> Day:
        return Day(self.system, self.date)

    @property
    def path(self) -> str:
        return f"/v1/campaigns/hanoi-45/days/{self.date}"

    def listed(self) -> dict[str, Any]:
        return dict(self.day.staff("dieu-phoi-2", at=f"{TODAY}T16:40:00+07:00").get(f"{self.path}/editions").json)

    def kinds(self) -> list[str]:
        return [each["kind"] for each in self.listed()["editions"]]

    def put_remarks(self, text: str, base: int) -> None:
        """As another coordinator."""
        staff = self.day.staff("dieu-phoi-2", at=f"{TODAY}T16:40:00+07:00")
        assert staff.put(f"{self.path}/remarks", {"text": text, "base_remarks": base}).status == 201


def move_clock(system: System, hour: str) -> None:
    """A day's ticks are fired on the way: more than a client's usual patience on a busy machine."""
    body, kind = json.dumps({"at": f"{TODAY}T{hour}:00+07:00"}).encode(), {"Content-Type": "application/json"}
    urlopen(Request(f"{system.origin}/dev/clock", body, kind, method="PUT"), timeout=180).close()  # noqa: S310


def stands(page: Page) -> Locator:
    return page.locator("#stands")


def issue_button(page: Page) -> Locator:
    return page.locator('#stands [data-part="issue"]')


def press_issue(page: Page) -> None:
    """In the dialog that says what will happen."""
    page.locator("dialog .ends .primary").click()


def type_remarks(page: Page, text: str) -> None:
    page.locator("#remarks").fill(text)
