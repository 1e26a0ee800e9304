"""A real Chromium at 360 px, against the stand-in service or the built system."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.fake_api import TOKEN, FakeServer, Service
from tests.browser.fonts import ENVIRONMENT
from tests.browser.screens import LAPTOP
from tests.browser.system import PATIENCE, Commune, running_with_form
from tests.contract.system import System
from tools.setup.chromium import for_tests

PHONE = {"viewport": {"width": 360, "height": 740}, "has_touch": True, "is_mobile": True, "locale": "vi-VN"}
# The headless shell hints letters for coarse screens unless it is told not to, and its lines break elsewhere.
FLAGS = ["--no-sandbox", "--disable-background-networking", "--font-render-hinting=none"]


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def chromium() -> str | None:
    """The machine's own, or None for Playwright's."""
    return for_tests()


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str | None) -> Iterator[Browser]:
    started = playwright.chromium.launch(executable_path=chromium, args=FLAGS, env=ENVIRONMENT)
    yield started
    started.close()


@pytest.fixture
def service() -> Service:
    return Service(stocks={"dossiers_pending": 40, "help_open": 2, "team_members": 120, "emergency_team": True})


@pytest.fixture
def server(service: Service) -> Iterator[FakeServer]:
    running = FakeServer(service)
    yield running
    running.stop()


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(**PHONE)
    context.set_default_timeout(PATIENCE)
    yield context
    context.close()


@pytest.fixture
def page(phone: BrowserContext, server: FakeServer) -> Page:
    """The form, opened by the unit's link; a script error on it fails the test."""
    opened = phone.new_page()
    opened.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
    opened.goto(f"{server.origin}/bao-cao#t={TOKEN}")
    opened.wait_for_selector("form .field")
    return opened


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Makes browsers of a desk, each as if nobody had been there before."""
    opened: list[BrowserContext] = []

    def make(**options: Any) -> BrowserContext:
        opened.append(browser.new_context(**{**LAPTOP, **options}))
        opened[-1].set_default_timeout(PATIENCE)
        return opened[-1]

    yield make
    for context in opened:
        context.close()


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


@pytest.fixture
def closing_phone(playwright: Playwright, chromium: str | None, tmp_path: Path) -> Iterator[ClosingPhone]:
    phone = ClosingPhone(playwright, chromium, tmp_path)
    yield phone
    phone.close()


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    with running_with_form(tmp_path_factory.mktemp("build")) as system:
        yield system


@pytest.fixture(scope="session")
def free_communes(built: System) -> Iterator[str]:
    return iter(unit.code for unit in built.campaign.units.values() if unit.kind == "commune")


@pytest.fixture
def commune(built: System, free_communes: Iterator[str]) -> Commune:
    return Commune(built, next(free_communes))


@pytest.fixture(scope="session")
def screenshots() -> Path:
    folder = Path(__file__).parents[2] / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
