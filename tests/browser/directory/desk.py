"""What a test does with the directory's page, and what the service then holds."""

from base64 import b64encode
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Locator, Page

from tests.contract.system import System
from tests.directory.made import row, rows_csv

DIRECTORY = "/v1/campaigns/hanoi-45/directory"
REPORTER, DEPUTY, LEADER, OTHER = "Người báo cáo 00004", "Người thay 00004", "Lãnh đạo 00004", "Người báo cáo 00008"


def line(name: str, number: int, **otherwise: str) -> list[str]:
    """A row of a list about somebody invented: unit and role are those in the name."""
    role, _, unit = name.rpartition(" ")
    told = {"unit": unit, "unit_name": "", "role": role, "name": name, "phone": f"+84 000 000 {number:03}"}
    return row(**{**told, "email": f"nguoi-{number}@giaoban.invalid", **otherwise})


PEOPLE = [line(REPORTER, 101), line(DEPUTY, 102), line(LEADER, 103)]


@dataclass(frozen=True)
class Centre:
    """The built system's directory; `number` tells one test's list from another's."""

    system: System
    folder: Path
    number: int

    def begin(self) -> None:
        assert self.send(*PEOPLE, line(OTHER, 200 + self.number))["imported"]

    def send(self, *rows: list[str]) -> dict[str, Any]:
        """Imports a list beside the browser."""
        body = {"file": b64encode(rows_csv(*rows)).decode(), "dry_run": False}
        answer = self.system.staff("quan-tri").post(f"{DIRECTORY}/import", body)
        assert answer.status == 200, answer.body
        return dict(answer.json)

    def file(self, *rows: list[str], name: str = "danh-ba.csv") -> Path:
        """A list on the disk, to be chosen."""
        path = self.folder / name
        path.write_bytes(rows_csv(*rows))
        return path

    def people(self) -> dict[str, dict[str, Any]]:
        """Who stands in the directory now, by name."""
        return {each["name"]: each for each in self.system.staff("quan-tri").get(DIRECTORY).json["people"]}

    def mend(self, name: str, **otherwise: Any) -> None:
        """Changes somebody beside the browser."""
        known = self.people()[name]
        kept = {key: known[key] for key in ("role", "name", "phone", "email", "channels", "language", "quiet")}
        body = {**kept, "base_version": known["version"], "stopped": [], **otherwise}
        answer = self.system.staff("dieu-phoi-1").put(f"{DIRECTORY}/people/{known['id']}", body)
        assert answer.status == 200, answer.body


def person(page: Page, name: str) -> Locator:
    return page.locator(".person").filter(has=page.get_by_text(name, exact=True).first)


def press(page: Page, name: str, part: str) -> None:
    """A button of somebody's line: `edit`, `remove`, `channel-sms`, `channel-email`."""
    person(page, name).locator(f'[data-part="{part}"]').click()


def choose(page: Page, file: Path) -> None:
    """Chooses a list; the page looks at it by itself."""
    if not page.locator(".import[open]").count():
        page.locator(".import > summary").click()
    with page.expect_file_chooser() as chooser:
        page.locator("#file").click()
    chooser.value.set_files(file)


def confirm(page: Page) -> None:
    page.locator("dialog .primary").click()
