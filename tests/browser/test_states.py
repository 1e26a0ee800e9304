"""Every state, in both languages and both schemes: axe-core finds nothing, nothing is cut off, and a picture is taken
at 360 px into build/screenshots, to be looked at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import findings
from tests.browser.conftest import PHONE
from tests.browser.fake_api import FakeServer, Service
from tests.browser.states import STATES, show
from tests.browser.system import PATIENCE

OTHER_WIDTHS = (320, 430)


@pytest.fixture(params=["light", "dark"])
def scheme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def schemed(browser: Browser, scheme: str) -> Iterator[Page]:
    context = browser.new_context(**PHONE, color_scheme=scheme, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("state", STATES)
def test_every_state_can_be_read_by_everybody(
    schemed: Page, server: FakeServer, service: Service, screenshots: Path, state: str, scheme: str
) -> None:
    show(state, schemed, server, service)
    for language in ("vi", "en"):
        schemed.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
        schemed.screenshot(path=screenshots / f"{state}-{scheme}-{language}.png", full_page=True)
        assert findings(schemed) == []
        assert cut_off(schemed) == []
        if language == "vi":
            schemed.get_by_role("button", name="English").click()


def cut_off(page: Page) -> list[str]:
    """Where something reaches beyond the screen: narrow, wide, and at 360 px with text twice as large."""
    found = []
    for width in OTHER_WIDTHS:
        page.set_viewport_size({"width": width, "height": 740})
        found += [f"{width} px"] if _too_wide(page, width) else []
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    found += ["text at 200%"] if _too_wide(page, 360) else []
    page.evaluate("document.documentElement.style.fontSize = ''")
    return found


def _too_wide(page: Page, width: int) -> bool:
    return int(page.evaluate("document.documentElement.scrollWidth")) > width
