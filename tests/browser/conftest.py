"""A real Chromium at 360 px, against the stand-in service or the built system."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright

from tests.browser.closing_phone import FLAGS, PHONE, ClosingPhone
from tests.browser.fake_api import TOKEN, FakeServer, Service
from tests.browser.fonts import ENVIRONMENT
from tests.browser.screens import LAPTOP
from tests.browser.system import PATIENCE, built, commune, free_communes  # noqa: F401 - fixtures
from tools.setup.chromium import for_tests


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


@pytest.fixture
def closing_phone(playwright: Playwright, chromium: str | None, tmp_path: Path) -> Iterator[ClosingPhone]:
    phone = ClosingPhone(playwright, chromium, tmp_path)
    yield phone
    phone.close()


@pytest.fixture(scope="session")
def screenshots() -> Path:
    folder = Path(__file__).parents[2] / "build" / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    return folder
