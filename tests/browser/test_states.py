"""Every state, in both languages and both schemes: axe-core finds nothing, nothing is cut off, and a picture is taken
at 360 px into build/screenshots, to be looked at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.axe import dark, findings, findings_in_the_light
from tests.browser.closing_phone import PHONE
from tests.browser.fake_api import FakeServer, Service
from tests.browser.states import STATES, show
from tests.browser.system import PATIENCE

OTHER_WIDTHS = (320, 430)


@pytest.fixture
def still(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**PHONE, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("state", STATES)
def test_every_state_can_be_read_by_everybody(
    still: Page, server: FakeServer, service: Service, screenshots: Path, state: str
) -> None:
    show(state, still, server, service)
    still.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    still.screenshot(path=screenshots / f"{state}-light-vi.png", full_page=True)
    with dark(still):
        still.screenshot(path=screenshots / f"{state}-dark-vi.png", full_page=True)
    assert findings(still) == []
    assert cut_off(still) == []
    still.get_by_role("button", name="English").click()
    still.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    still.screenshot(path=screenshots / f"{state}-light-en.png", full_page=True)
    assert findings_in_the_light(still) == []
    assert cut_off(still) == []


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
