"""A phone of 360 px, and one that can be closed and opened again."""

from pathlib import Path

from playwright.sync_api import Page, Playwright

from tests.browser.fonts import ENVIRONMENT
from tests.browser.system import PATIENCE

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "locale": "vi-VN"}
# The headless shell hints letters for coarse screens unless it is told not to, and its lines break elsewhere.
FLAGS = ["--no-sandbox", "--disable-background-networking", "--font-render-hinting=none"]


class ClosingPhone:
    """A browser with a profile on disk, so that it can be closed and opened again."""

    def __init__(self, playwright: Playwright, chromium: str | None, profile: Path) -> None:
        self._playwright, self._chromium, self._profile = playwright, chromium, profile

    def open(self, address: str) -> Page:
        self._context = self._playwright.chromium.launch_persistent_context(
            self._profile, executable_path=self._chromium, args=FLAGS, env=ENVIRONMENT, **PHONE
        )
        self._context.set_default_timeout(PATIENCE)
        page = self._context.pages[0]
        page.goto(address)
        return page

    def close(self) -> None:
        self._context.close()
