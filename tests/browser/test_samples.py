"""The page of samples: all that pages share, seen in both schemes and sizes, and pictured."""

import mimetypes
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from tests.browser.axe import dark, findings
from tests.browser.pictures import picture
from tests.browser.screens import LAPTOP, PHONE
from tests.browser.test_xss import STICKING_OUT

SAMPLES = Path(__file__).parent / "samples"
APP = Path(__file__).parents[2] / "site" / "app"
ADDRESS = "http://samples.invalid/samples/"
SEEN = [pytest.param(size, id=str(size["viewport"]["width"])) for size in (LAPTOP, PHONE)]  # type: ignore[index]
Open = Callable[..., Page]


@pytest.fixture
def samples(contexts: Callable[..., BrowserContext]) -> Open:
    """Opens the page of samples; what is not there, or fails, fails the test."""

    def opened(**options: Any) -> Page:
        page = contexts(**options).new_page()
        page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
        page.route("**/*", _file)
        page.goto(ADDRESS)
        expect(page.locator(".card")).to_have_count(3)
        return page

    return opened


def _file(route: Route) -> None:
    path = route.request.url.removeprefix("http://samples.invalid/")
    file = SAMPLES.parent / path if path.startswith("samples/") else APP / path
    file = file / "index.html" if file.is_dir() else file
    route.fulfill(body=file.read_bytes(), content_type=mimetypes.guess_type(file.name)[0] or "text/javascript")


@pytest.mark.parametrize("size", SEEN)
def test_the_samples_look_as_they_are_pictured_and_serve_everybody(
    browser: Browser, samples: Open, size: dict[str, Any]
) -> None:
    page, width = samples(**size), size["viewport"]["width"]
    _pictured(browser, page, page, f"{width}")
    assert findings(page) == []
    assert page.evaluate(STICKING_OUT) == []
    page.click("#ask")
    page.locator("dialog .button.primary").click()
    expect(page.locator("dialog .refusal")).to_contain_text("Ngày này đã có phân công.")
    _pictured(browser, page, page.locator("dialog"), f"dialog-{width}")
    assert findings(page) == []


def _pictured(browser: Browser, page: Page, shown: Page | Locator, name: str) -> None:
    picture(browser, shown, f"{name}-light", full_page=True, folder=SAMPLES)
    with dark(page):
        picture(browser, shown, f"{name}-dark", full_page=True, folder=SAMPLES)


def test_the_keyboard_goes_from_row_to_row_and_the_focus_comes_back_from_a_question(samples: Open) -> None:
    page = samples()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    expect(page.locator("#search")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("End")
    expect(page.locator('[data-row="2"] [data-part="edit"]')).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Escape")
    expect(page.locator('[data-row="2"] [data-part="edit"]')).to_be_focused()
    assert page.locator(".card button:not([tabindex])").count() == 2
