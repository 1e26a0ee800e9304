"""Every state a person can see, each brought about as it comes about."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.fake_api import TOKEN, FakeServer, Service
from tests.browser.officer import (
    FIRST,
    SECOND,
    fill_and_send,
    find,
    review,
    send,
    step,
    wait_until_received,
    wait_until_saved,
)

COLLEAGUE = {"submission_id": "theirs", "base_revision": 0, "figures": {"dossiers_online": 11, "dossiers_post": 3}}


def first_step(page: Page, service: Service) -> None:
    page.fill(FIRST, "1.234")
    wait_until_saved(page)


def error(page: Page, service: Service) -> None:
    page.fill(FIRST, "12a")
    page.press(FIRST, "Tab")
    expect(page.locator(".error").first).to_be_visible()


def yes_or_no(page: Page, service: Service) -> None:
    find(page, "centre_technician")
    page.check("#centre_technician")


def odd(page: Page, service: Service) -> None:
    find(page, "team_members")
    page.fill("#team_members", "100")
    page.press("#team_members", "Tab")
    expect(page.locator(".finding")).to_be_visible()


def notes(page: Page, service: Service) -> None:
    step(page, 13)
    page.fill("#difficulties", "Đường truyền chậm vào giờ cao điểm.")


def empty_review(page: Page, service: Service) -> None:
    review(page)


def full_review(page: Page, service: Service) -> None:
    odd(page, service)
    step(page, 1)
    page.fill(FIRST, "12")
    review(page)


def refused(page: Page, service: Service) -> None:
    page.fill(SECOND, "3")
    error(page, service)
    send(page)
    expect(page.locator("#summary")).to_be_focused()


def waiting(page: Page, service: Service) -> None:
    service.refuse = 503
    fill_and_send(page)
    expect(page.locator(".fate.waiting")).to_contain_text("an toàn")


def received(page: Page, service: Service) -> None:
    fill_and_send(page)
    wait_until_received(page)
    expect(page.locator(".days li")).to_have_count(5)


def received_odd(page: Page, service: Service) -> None:
    service.state = "late"
    service.findings = [{"rule": "odd", "figures": ["dossiers_online"], "vi": "Hồ sơ trực tuyến (1.234) nhiều hơn thường lệ (40).", "en": "Many more dossiers online (1,234) than usual (40)."}]  # fmt: skip
    received(page, service)


def sent_back(page: Page, service: Service) -> None:
    fill_and_send(page, "410")
    wait_until_received(page)
    reasons = {"dossiers_online": "Gấp mười lần hôm trước", "difficulties": "Xin ghi rõ nơi mất mạng"}
    service.returns = [{"revision": 1, "at": "2025-08-02T16:12:00.000+07:00", "fields": reasons}]
    page.reload()
    expect(page.locator(".returned")).to_contain_text("16:12")


def sent_back_field(page: Page, service: Service) -> None:
    sent_back(page, service)
    page.locator(".returned a").first.click()
    expect(page.locator("#dossiers_online-field .asked")).to_be_visible()


def history(page: Page, service: Service) -> None:
    fill_and_send(page, "3")
    page.click("text=Sửa số liệu và gửi lại")
    page.locator("a.change").first.click()
    page.fill(FIRST, "4")
    send(page, "Gửi bản sửa")
    expect(page.locator(".code")).to_have_text("K7QF-2M91")
    page.click("text=Các lần gửi trong ngày")
    expect(page.locator(".changes")).to_be_visible()


def conflict(page: Page, service: Service) -> None:
    page.fill(FIRST, "10")
    page.fill(SECOND, "20")
    service.store("00004", "2025-08-02", COLLEAGUE)
    send(page)
    expect(page.locator(".versus")).to_have_count(3)


def session_ended(page: Page, service: Service) -> None:
    page.fill(FIRST, "55")
    service.sessions = False
    send(page)
    expect(page.locator("#notices form")).to_be_visible()


def unsent(page: Page, service: Service) -> None:
    first_step(page, service)
    page.evaluate("location.hash = '#tren-may'")
    expect(page.get_by_role("button", name="Xóa")).to_be_visible()


def turned_away(page: Page, service: Service) -> None:
    service.refuse = 410
    fill_and_send(page)
    expect(page.locator("#notices .bad")).to_be_visible()


def practice(page: Page, service: Service) -> None:
    page.get_by_role("button", name="Luyện tập").click()
    expect(page.locator("#practice")).to_contain_text("LUYỆN TẬP")


def no_session(page: Page, service: Service) -> None:
    """Opened with a link that has expired, on a phone that knows nothing yet."""


def last_minutes(page: Page, service: Service) -> None:
    page.fill(FIRST, "1")
    expect(page.locator("#status.soon")).to_be_visible()


def late(page: Page, service: Service) -> None:
    page.fill(FIRST, "1")
    expect(page.locator("#status.late")).to_be_visible()


STATES: dict[str, Callable[[Page, Service], None]] = {
    each.__name__: each
    for each in (
        *(
            first_step,
            error,
            yes_or_no,
            odd,
            notes,
            empty_review,
            full_review,
            refused,
            waiting,
            received,
            received_odd,
            sent_back,
            sent_back_field,
        ),
        *(history, conflict, session_ended, unsent, turned_away, practice, no_session, last_minutes, late),
    )
}
_CLOCKS = {"last_minutes": "15:51", "late": "16:04"}


def show(state: str, page: Page, server: FakeServer, service: Service) -> None:
    """Opens the form by the unit's link and brings about the state."""
    if clock := _CLOCKS.get(state):
        hour, minute = map(int, clock.split(":"))
        service.at = service.at.replace(hour=hour, minute=minute)
    service.sessions = state != "no_session"
    page.goto(f"{server.origin}/bao-cao#t={TOKEN}")
    page.wait_for_selector("h1")
    STATES[state](page, service)
