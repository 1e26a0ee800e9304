"""The morning after: whoever missed yesterday, or got it back, comes to yesterday's form and knows that it is."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.fake_api import TOKEN, FakeServer, Service
from tests.browser.officer import RECEIVED, wait_until_received

YESTERDAY, LAST_DAY = "2025-08-01", "2025-09-06"
RETURNED = {"revision": 1, "at": "2025-08-01T16:10:00+07:00", "fields": {"help_raised": "Gấp mười hôm qua?"}}


def open_link(phone: BrowserContext, server: FakeServer) -> Page:
    page = phone.new_page()
    page.goto(f"{server.origin}/bao-cao#t={TOKEN}")
    page.wait_for_selector("main h1")
    return page


def test_the_message_about_yesterday_opens_yesterdays_form_which_says_so_also_after_a_reload(
    phone: BrowserContext, server: FakeServer, service: Service
) -> None:
    service.lands, service.states = {"day": YESTERDAY, "field": None}, {YESTERDAY: "missing"}
    page = open_link(phone, server)
    expect(page.locator("#notices")).to_contain_text("Đây là báo cáo ngày 1/8, không phải của hôm nay")
    page.reload()
    expect(page.locator("#notices")).to_contain_text("Nhận đến 16:00 3/8")
    page.get_by_role("button", name="Cả ngày không phát sinh").click()
    page.get_by_role("button", name="Gửi: cả ngày không phát sinh").click()
    wait_until_received(page)
    assert list(service.revisions) == [f"{YESTERDAY}/00004"]
    page.get_by_role("button", name="Mở báo cáo hôm nay").click()
    expect(page.locator(".past[aria-current]")).to_contain_text("Hôm nay 2/8")


def test_the_first_page_shows_yesterdays_hole_and_a_tap_opens_its_form(
    phone: BrowserContext, server: FakeServer, service: Service
) -> None:
    service.states = {YESTERDAY: "missing"}
    page = open_link(phone, server)
    expect(page.locator(".past")).to_have_count(3)
    page.locator(".past.missing").tap()
    expect(page.locator("#notices")).to_contain_text("báo cáo ngày 1/8")
    expect(page.locator("#dossiers_online")).to_be_visible()


def test_the_first_page_marks_yesterdays_report_that_the_centre_sent_back(
    phone: BrowserContext, server: FakeServer, service: Service
) -> None:
    service.store("00004", YESTERDAY, {"submission_id": "x", "figures": {"help_raised": 30}})
    service.returns = [RETURNED]
    page = open_link(phone, server)
    expect(page.locator(".past.sent_back")).to_contain_text("Bị trả lại")
    page.locator(".past.sent_back").tap()
    expect(page.locator("h1")).to_have_text(RECEIVED)
    expect(page.locator("#notices")).to_contain_text("Gấp mười hôm qua?")


def test_a_link_about_one_figure_opens_at_that_figure(
    phone: BrowserContext, server: FakeServer, service: Service
) -> None:
    service.store("00004", YESTERDAY, {"submission_id": "x", "figures": {"help_raised": 30}})
    service.returns, service.lands = [RETURNED], {"day": YESTERDAY, "field": "help_raised"}
    page = open_link(phone, server)
    expect(page.locator("#help_raised")).to_have_value("30")
    expect(page.locator("#notices")).to_contain_text("báo cáo ngày 1/8")


@pytest.mark.parametrize(
    "today, says", [("2025-08-02", None), ("2025-09-07", "Báo cáo ngày 6/9 còn nhận đến 16:00 8/9")]
)
def test_a_link_whose_day_is_in_order_begins_with_today_and_after_the_last_day_with_that(
    phone: BrowserContext, server: FakeServer, service: Service, today: str, says: str | None
) -> None:
    service.day, service.at = today, service.at.fromisoformat(f"{today}T08:20:00+07:00")
    service.store("00004", YESTERDAY, {"submission_id": "x", "figures": {"help_raised": 30}})
    service.lands = {"day": YESTERDAY, "field": None}
    page = open_link(phone, server)
    expect(page.locator(".past[aria-current]")).to_contain_text("Hôm nay 2/8" if says is None else "6/9")
    expect(page.locator("#dossiers_online")).to_have_value("")
    if says:
        expect(page.locator("#notices")).to_contain_text(says)


@pytest.mark.parametrize(
    "today, says", [("2025-07-23", "Chiến dịch bắt đầu ngày 24/7"), ("2025-09-09", "Chiến dịch đã kết thúc")]
)
def test_outside_the_campaign_the_page_says_so_and_offers_practice_before_it_begins(
    phone: BrowserContext, server: FakeServer, service: Service, today: str, says: str
) -> None:
    service.day, service.at = today, service.at.fromisoformat(f"{today}T08:20:00+07:00")
    page = open_link(phone, server)
    expect(page.locator("main h1")).to_have_text(says)
    assert page.locator("form .field").count() == 0
    if "bắt đầu" in says:
        page.locator("main").get_by_role("button", name="Luyện tập").tap()
        page.locator("#dossiers_online").fill("3")
        page.get_by_role("button", name="Thoát luyện tập").tap()
        expect(page.locator("main h1")).to_have_text(says)
    assert service.puts == []
