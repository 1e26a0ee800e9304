"""For everybody: screen readers, keyboards, thumbs; and nothing from elsewhere."""

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.fake_api import TOKEN, FakeServer, Service
from tests.browser.officer import FIRST, SECOND, fill_and_send, find, send, wait_until_received


def test_the_form_can_be_sent_with_the_keyboard_alone(page: Page, service: Service) -> None:
    page.focus(FIRST)
    page.keyboard.type("3")
    tab_to(page, lambda: text_of_focus(page) == "Xem lại và gửi")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_focused()
    tab_to(page, lambda: text_of_focus(page).startswith("Gửi phần đã có"))
    page.keyboard.press("Space")
    wait_until_received(page)
    assert service.puts[0]["figures"] == {"dossiers_online": 3}


def tab_to(page: Page, there: Callable[[], bool]) -> None:
    for _ in range(60):
        page.keyboard.press("Tab")
        if there():
            return
    raise AssertionError("Tab never gets there")


def text_of_focus(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent"))


def test_every_entry_has_a_label_and_its_remarks_are_announced(page: Page) -> None:
    page.fill(FIRST, "x")
    page.press(FIRST, "Tab")
    expect(page.get_by_label("Hồ sơ tiếp nhận trực tuyến")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("#dossiers_online-remarks")).to_have_attribute("aria-live", "polite")
    assert "dossiers_online-remarks" in str(page.get_attribute(FIRST, "aria-describedby"))


def test_what_became_of_the_report_is_spoken_once(page: Page) -> None:
    fill_and_send(page)
    expect(page.locator("#said")).to_have_text("Trung tâm đã nhận báo cáo")


def test_targets_are_large_enough_for_a_thumb(page: Page) -> None:
    find(page, "supporters_enterprise")
    for target in page.locator("main button:visible, main input[type=text], .choices label").all():
        box = target.bounding_box()
        assert box
        assert box["height"] >= 44, target.text_content()


def test_nothing_breaks_the_content_policy_and_nothing_is_asked_of_others(
    phone: BrowserContext, server: FakeServer, service: Service
) -> None:
    page = phone.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.goto(f"{server.origin}/bao-cao#t={TOKEN}")
    fill_and_send(page)
    wait_until_received(page)
    page.get_by_role("button", name="English").click()
    assert [url for url in asked if not url.startswith((server.origin, "blob:", "data:"))] == []
    assert [text for text in said if "Content Security Policy" in text] == []


def test_the_token_is_sent_in_no_address_and_kept_in_no_storage(phone: BrowserContext, server: FakeServer) -> None:
    page = phone.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{server.origin}/bao-cao#t={TOKEN}")
    page.fill(FIRST, "1")
    page.fill(SECOND, "2")
    send(page)
    wait_until_received(page)
    assert [url for url in asked if TOKEN in url.split("#")[0]] == []
    assert TOKEN not in page.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
