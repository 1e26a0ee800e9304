"""The tired thumb: what is odd is asked where it was typed, what is to be mended is one tap away, nothing is boxed in."""

from playwright.sync_api import Page, expect

from tests.browser.fake_api import Service
from tests.browser.officer import FIRST, fill_and_send, review, wait_until_received

BOX = "() => { const drawn = getComputedStyle(document.querySelector('h1')); return [drawn.boxShadow, drawn.outlineStyle]; }"
ODD = {
    "rule": "odd",
    "figures": ["dossiers_online"],
    "vi": "Nhiều bất thường",
    "en": "Unusually many",
    "explanation": None,
}


def test_a_doubt_in_the_last_field_of_a_step_is_asked_there_before_the_page_goes_on(page: Page) -> None:
    page.evaluate("location.hash = '#buoc-9'")
    page.locator("#team_members").fill("1")
    page.get_by_role("button", name="Tiếp tục").tap()
    expect(page.locator("#team_members-remarks .finding")).to_be_visible()
    assert page.url.endswith("#buoc-9")
    page.get_by_role("button", name="Tiếp tục").tap()
    expect(page.locator("h1")).to_contain_text("phần 2")


def test_each_doubt_has_its_way_to_the_figure_on_the_review_and_on_the_receipt(page: Page, service: Service) -> None:
    service.findings = [ODD]
    fill_and_send(page, "9")
    wait_until_received(page)
    expect(page.locator(".findings")).to_contain_text("Báo cáo đã được nhận")
    expect(page.locator(".findings")).not_to_contain_text("gửi được")
    page.locator(".findings .mend").tap()
    expect(page.locator(FIRST)).to_be_focused()
    page.evaluate("location.hash = '#buoc-9'")
    page.locator("#team_members").fill("1")
    review(page)
    page.locator(".findings .mend").first.tap()
    expect(page.locator("#team_members")).to_be_focused()


def test_no_box_stands_round_a_steps_heading(page: Page) -> None:
    page.get_by_role("button", name="Tiếp tục").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()
    assert page.evaluate(BOX) == ["none", "none"]
