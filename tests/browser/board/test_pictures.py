"""The board at twenty-five past four on the tenth day of the campaign: what a coordinator sees then, pictures of it in
build/screenshots, to be looked at, and those of the guide and of README."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.axe import dark, findings
from tests.browser.board.desk import Day
from tests.browser.board.hour import issue_button
from tests.browser.pictures import SHARP, picture
from tests.browser.screens import LAPTOP, PHONE
from tests.browser.system import ROOT, running_with_form
from tests.contract.system import System

TODAY = "2025-08-02"
NOW = f"{TODAY}T16:25:00+07:00"


@pytest.fixture(scope="module")
def afternoon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """Nine days and the tenth until 16:25, as the replay tells them, with what two coordinators did since 16:00."""
    folder = tmp_path_factory.mktemp("afternoon")
    with running_with_form(folder) as system:
        run = ["--run", str(folder / "run.json")]
        giaoban = Path(sys.executable).with_name("giaoban")
        command = [str(giaoban), "replay", "--days", "9", "--until", NOW, *run]
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=900)
        decide(Day(system, TODAY))
        yield system


def decide(day: Day) -> None:
    """Calls, an excuse and a return, by the first units that need them."""
    rows = day.staff(at=NOW).get(day.path("").removesuffix("/reports/")).json["units"]
    missing = [each["unit"]["code"] for each in rows if each["state"] == "missing"]
    doubtful = next(each["unit"]["code"] for each in rows if each["unexplained"])
    first, second, third, fourth, fifth = missing[:5]
    done = [
        ("dieu-phoi-1", first, "calls", "16:01", {"outcome": "will_send", "send_by": f"{TODAY}T16:15:00+07:00"}),
        ("dieu-phoi-2", second, "calls", "16:02", {"outcome": "will_send", "send_by": f"{TODAY}T16:40:00+07:00"}),
        ("dieu-phoi-1", third, "calls", "16:04", {"outcome": "no_answer"}),
        ("dieu-phoi-2", fourth, "calls", "16:22", {"outcome": "calling"}),
        ("dieu-phoi-1", fifth, "excuse", "16:06", {"reason": "Mất điện cả phường từ 14 giờ"}),
        ("dieu-phoi-2", doubtful, "return", "16:07", {"fields": {"dossiers_pending": "Xin đối chiếu với sổ"}}),
    ]
    for name, unit, what, hour, said in done:
        staff = day.staff(name, at=f"{TODAY}T{hour}:00+07:00")
        assert staff.post(f"{day.path(unit)}/{what}", {**said, "base_decision": 0}).status == 201, (unit, what)


@pytest.fixture
def language() -> str:
    return "vi"


@pytest.fixture
def page(browser: Browser, afternoon: System, size: dict[str, object], language: str) -> Iterator[Page]:
    sharp = {"device_scale_factor": SHARP, "reduced_motion": "reduce"}
    context = browser.new_context(**size, **sharp)  # type: ignore[arg-type]
    token = {"Authorization": f"Bearer {afternoon.staff_token('dieu-phoi-1')}"}
    assert context.request.post(f"{afternoon.origin}/v1/staff-session", data={}, headers=token).ok
    page = context.new_page()
    page.goto(f"{afternoon.origin}/dieu-hanh")
    page.wait_for_selector(".row .open")
    # The day's share, and the day before's at the same hour, which is asked for by itself.
    expect(page.get_by_text("/143)")).to_have_count(2)
    if language == "en":
        page.click("#other-language")
    yield page
    context.close()


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["1280", "360"])
def test_in_the_last_hour_the_board_says_whom_to_call(page: Page, screenshots: Path, size) -> None:
    width = page.viewport_size["width"] if page.viewport_size else 0
    expect(page.locator(".band h3").first).to_have_text("Quá giờ hẹn, chưa gửi · 1")
    expect(page.locator(".share .before")).to_contain_text("Hôm trước cùng giờ")
    expect(page.locator("#deadline")).to_contain_text("Bản tổng hợp 17:00 · còn")
    taken(page, screenshots / f"dieu-hanh-{width}")
    assert findings(page) == []
    page.locator('[data-part="count-returned"]').click()
    page.locator(".row .open").click()
    expect(page.locator(".story")).to_contain_text("dieu-phoi-2 trả lại")
    expect(page.locator(".strip .to-come")).to_have_count(35)
    expect(page.locator('.strip a[title$="đang xem"]')).to_have_count(0)
    taken(page, screenshots / f"dieu-hanh-don-vi-{width}")
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def taken(page: Page, name: Path) -> None:
    """In both schemes."""
    page.screenshot(path=f"{name}-light.png")
    with dark(page):
        page.screenshot(path=f"{name}-dark.png")


def open_edition(page: Page) -> None:
    """The draft, whole: every list of it is there."""
    page.goto(f"{page.url.partition('#')[0]}#xem=tong-hop")
    expect(issue_button(page)).to_be_visible()
    expect(page.locator("#paper-remarks h3")).to_be_visible()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", [LAPTOP], ids=["1280"])
def test_the_centres_guide_shows_the_board_and_the_edition_as_they_are(
    browser: Browser, page: Page, language: str
) -> None:
    picture(browser, page, f"dieu-hanh-{language}")
    page.locator('.row [data-part^="call"]').first.click()
    picture(browser, page.locator("dialog"), f"dieu-hanh-goi-{language}")
    page.keyboard.press("Escape")
    page.locator('[data-part="count-returned"]').click()
    page.locator(".row .open").click()
    expect(page.locator(".story")).to_be_visible()
    picture(browser, page, f"dieu-hanh-don-vi-{language}")
    open_edition(page)
    picture(browser, page, f"tong-hop-{language}")
    issue_button(page).click()
    picture(browser, page.locator("dialog"), f"tong-hop-phat-hanh-{language}")


@pytest.mark.parametrize("size", [PHONE], ids=["360"])
def test_readme_shows_the_board_and_the_edition_on_a_phone(browser: Browser, page: Page) -> None:
    picture(browser, page, "dieu-hanh-360")
    open_edition(page)
    picture(browser, page, "tong-hop-360")
