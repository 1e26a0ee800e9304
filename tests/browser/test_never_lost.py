"""No report is lost and none is doubled: without a network, with answers that never come, between two people."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.closing_phone import PHONE, ClosingPhone
from tests.browser.fake_api import OTHER, TOKEN, FakeServer, Service
from tests.browser.officer import FIRST, SECOND, fill_and_send, review, send, wait_until_received, wait_until_saved

REPORT = "2025-08-02/00004"


def wait_until_offline_ready(page: Page) -> None:
    """The worker holds the form's files."""
    expect(page.locator("html")).to_have_attribute("data-offline", "ready", timeout=8000)


def test_offline_closed_reopened_online_makes_exactly_one_revision(
    closing_phone: ClosingPhone, server: FakeServer, service: Service
) -> None:
    page = closing_phone.open(f"{server.origin}/bao-cao#t={TOKEN}")
    page.wait_for_selector(FIRST)
    wait_until_offline_ready(page)
    server.stop()
    fill_and_send(page, "41")
    expect(page.locator(".fate.waiting")).to_be_visible()
    closing_phone.close()

    page = closing_phone.open(f"{server.origin}/bao-cao")
    expect(page.locator(".fate.waiting")).to_be_visible()
    server.start()
    page.evaluate("dispatchEvent(new Event('online'))")
    wait_until_received(page)
    assert [each["figures"] for each in service.revisions[REPORT]] == [{"dossiers_online": 41}]


def test_the_form_opens_and_can_be_filled_in_without_a_network(page: Page, server: FakeServer) -> None:
    wait_until_offline_ready(page)
    server.stop()
    page.reload()
    page.fill(FIRST, "9")
    wait_until_saved(page)
    page.reload()
    expect(page.locator(FIRST)).to_have_value("9")


def test_an_answer_lost_on_the_way_back_makes_exactly_one_revision(page: Page, service: Service) -> None:
    service.lose_answers = True
    fill_and_send(page)
    expect(page.locator(".fate.waiting")).to_contain_text("an toàn")
    service.lose_answers = False
    page.get_by_role("button", name="Gửi lại ngay").click()
    wait_until_received(page)
    assert len(service.revisions[REPORT]) == 1


def test_typing_on_after_a_lost_answer_corrects_our_own_revision(page: Page, service: Service) -> None:
    service.lose_answers = True
    fill_and_send(page, "1")
    expect(page.locator(".fate.waiting")).to_contain_text("an toàn")
    service.lose_answers = False
    page.click("text=Sửa tiếp")
    page.fill(FIRST, "2")
    send(page)
    wait_until_received(page)
    assert [each["figures"]["dossiers_online"] for each in service.revisions[REPORT]] == [1, 2]


def test_a_waiting_report_is_sent_by_itself_when_the_page_is_seen_again(page: Page, service: Service) -> None:
    service.refuse = 503
    fill_and_send(page)
    expect(page.locator(".fate.waiting")).to_contain_text("an toàn")
    service.refuse = None
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    wait_until_received(page)


def test_a_session_that_ends_in_mid_form_keeps_the_report_and_asks_for_the_newest_link(
    page: Page, service: Service, server: FakeServer
) -> None:
    page.fill(FIRST, "55")
    service.sessions = False
    send(page)
    expect(page.locator(".fate.waiting")).to_contain_text("mở liên kết mới nhất")
    page.get_by_role("button", name="Gửi lại liên kết cho tôi").click()
    expect(page.locator("#notices")).to_contain_text("link mới đang được gửi")
    assert service.asked_for_link == ["00004"]
    service.sessions = True
    page.goto(f"{server.origin}/bao-cao#t={TOKEN}")
    wait_until_received(page)
    assert [each["figures"] for each in service.revisions[REPORT]] == [{"dossiers_online": 55}]


def test_a_colleagues_revision_is_compared_field_by_field(page: Page, service: Service) -> None:
    page.fill(FIRST, "10")
    page.fill(SECOND, "20")
    service.store(
        "00004",
        "2025-08-02",
        {"submission_id": "theirs", "base_revision": 0, "figures": {"dossiers_online": 11, "dossiers_post": 3}},
    )
    send(page)
    expect(page.locator("h1")).to_have_text("Có hai bản khác nhau")
    page.get_by_role("button", name="Dùng các số đã chọn").click()
    expect(page.locator("[role=alert]")).to_contain_text("Còn 1 dòng chưa chọn")
    page.locator("fieldset", has_text="trực tuyến").get_by_label(re.compile("Của tôi")).check()
    page.get_by_role("button", name="Dùng các số đã chọn").click()
    page.get_by_role("button", name="Gửi phần đã có").click()
    wait_until_received(page)
    assert service.revisions[REPORT][-1]["figures"] == {
        "dossiers_online": 10,
        "dossiers_counter": 20,
        "dossiers_post": 3,
    }
    assert service.revisions[REPORT][-1]["base_revision"] == 1


def test_a_colleagues_revision_is_announced_when_the_page_is_seen_again(page: Page, service: Service) -> None:
    page.fill(FIRST, "10")
    wait_until_saved(page)
    service.store(
        "00004", "2025-08-02", {"submission_id": "theirs", "base_revision": 0, "figures": {"dossiers_online": 11}}
    )
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("#notices")).to_contain_text("Đồng nghiệp vừa gửi lần 1")
    expect(page.locator(FIRST)).to_have_value("10")


FORBIDDEN = {
    "forbidden": "indexedDB.open = () => { throw new DOMException('no', 'SecurityError') }; Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })",
    "full": "IDBObjectStore.prototype.put = () => { throw new DOMException('full', 'QuotaExceededError') }",
    "mute": "indexedDB.open = () => ({})",
}


@pytest.mark.parametrize("script", FORBIDDEN.values(), ids=FORBIDDEN.keys())
def test_storage_that_is_full_or_forbidden_is_said_and_the_form_still_sends(
    phone: BrowserContext, server: FakeServer, service: Service, script: str
) -> None:
    phone.add_init_script(script)
    page = phone.new_page()
    page.goto(f"{server.origin}/bao-cao#t={TOKEN}")
    page.fill(FIRST, "6")
    expect(page.locator("#notices")).to_contain_text("xin đừng đóng trang")
    service.refuse = 503
    send(page)
    expect(page.locator(".fate.waiting")).to_contain_text("Xin để trang này mở")
    expect(page.locator(".fate.waiting")).not_to_contain_text("an toàn")
    service.refuse = None
    page.get_by_role("button", name="Gửi lại ngay").click()
    wait_until_received(page)
    assert len(service.revisions[REPORT]) == 1


def test_a_storage_that_the_browser_closed_in_the_background_is_opened_again(page: Page, phone: BrowserContext) -> None:
    page.fill(FIRST, "6")
    wait_until_saved(page)
    phone.new_cdp_session(page).send(
        "Storage.clearDataForOrigin", {"origin": page.evaluate("origin"), "storageTypes": "indexeddb"}
    )
    page.fill(FIRST, "67")
    wait_until_saved(page)
    page.reload()
    expect(page.locator(FIRST)).to_have_value("67")


def test_two_tabs_of_one_report_keep_both_values_and_ask(page: Page, phone: BrowserContext, server: FakeServer) -> None:
    other = phone.new_page()
    other.goto(f"{server.origin}/bao-cao")
    other.fill(FIRST, "10")
    wait_until_saved(other)
    # A window that gets the focus would look again and ask nothing.
    other.evaluate("addEventListener('focus', (event) => event.stopImmediatePropagation(), true)")
    page.fill(SECOND, "5")
    expect(page.locator(FIRST)).to_have_value("10")
    other.fill(SECOND, "7")
    wait_until_saved(other)
    expect(other.locator("#notices")).to_contain_text("thẻ khác")
    send(other)
    expect(other.locator("h1")).to_have_text("Hai thẻ đã nhập khác nhau")
    other.get_by_label(re.compile("Ở thẻ kia")).check()
    other.get_by_role("button", name="Dùng các số đã chọn").click()
    other.get_by_role("button", name="Gửi phần đã có").click()
    wait_until_received(other)
    assert [each["figures"] for each in server.service.revisions[REPORT]] == [
        {"dossiers_online": 10, "dossiers_counter": 5}
    ]


@pytest.mark.parametrize("shift", [-86_400_000, 86_400_000], ids=["a day slow", "a day fast"])
def test_a_phone_whose_clock_is_wrong_by_a_day_shows_server_time(
    phone: BrowserContext, server: FakeServer, service: Service, shift: int
) -> None:
    phone.add_init_script(f"const real = Date.now; Date.now = () => real() + {shift};")
    page = phone.new_page()
    page.goto(f"{server.origin}/bao-cao#t={TOKEN}")
    page.fill(FIRST, "6")
    expect(page.locator("#status")).to_contain_text("còn 40 phút")
    expect(page.locator("#status")).to_contain_text("15:20")
    send(page)
    wait_until_received(page)
    sent = service.puts[0]["device"]
    assert sent["finished_at"].endswith("+07:00")
    assert isinstance(sent["clock_offset_ms"], int)


def test_without_a_service_worker_the_form_still_sends_what_waited(
    browser: Browser, server: FakeServer, service: Service
) -> None:
    context = browser.new_context(
        **PHONE, service_workers="block", user_agent="Mozilla/5.0 (Linux; Android 9; wv) Zalo android/12"
    )
    context.add_init_script("delete Navigator.prototype.serviceWorker")
    page = context.new_page()
    page.goto(f"{server.origin}/bao-cao#t={TOKEN}")
    expect(page.locator("#notices")).to_contain_text("Mở bằng trình duyệt")
    page.fill(FIRST, "6")
    service.refuse = 503
    send(page)
    expect(page.locator(".fate.waiting")).to_contain_text("an toàn")
    service.refuse = None
    page.reload()
    wait_until_received(page)
    assert len(service.revisions[REPORT]) == 1
    context.close()


def test_another_units_link_replaces_the_session_and_keeps_both_drafts_apart(page: Page, server: FakeServer) -> None:
    page.fill(FIRST, "10")
    wait_until_saved(page)
    page.goto(f"{server.origin}/bao-cao#t={OTHER}")
    expect(page.locator("#unit")).to_contain_text("Phường Ngọc Hà")
    expect(page.locator(FIRST)).to_have_value("")
    expect(page.locator("#notices")).to_contain_text("còn 1 báo cáo khác chưa gửi")


def test_an_unsent_report_can_be_saved_as_a_file_and_deleted(page: Page) -> None:
    page.fill(FIRST, "1.234")
    wait_until_saved(page)
    page.get_by_role("link", name="Báo cáo trên máy này").click()
    with page.expect_download() as saving:
        page.get_by_role("button", name="Lưu thành tệp").click()
    text = Path(saving.value.path()).read_text(encoding="utf-8")
    assert "Hồ sơ tiếp nhận trực tuyến: 1.234" in text
    page.once("dialog", lambda dialog: dialog.accept())
    page.get_by_role("button", name="Xóa").click()
    expect(page.locator("main")).to_contain_text("Không còn báo cáo nào chưa gửi")
    page.evaluate("location.hash = '#buoc-1'")
    expect(page.locator(FIRST)).to_have_value("")


def test_an_expired_link_on_a_new_phone_asks_for_the_unit_and_sends_the_link(
    phone: BrowserContext, server: FakeServer, service: Service
) -> None:
    page = phone.new_page()
    page.goto(f"{server.origin}/bao-cao#t=AAAAAAAAAAAAAAAAAAAAAA")
    expect(page.locator("h1")).to_have_text("Xin mở liên kết mới nhất")
    page.fill("#unit-name", "Đình")
    expect(page.locator(".found button")).to_have_text(["Phường Ba Đình", "Xã Hà Đình"])
    page.get_by_role("button", name="Gửi lại liên kết cho tôi").click()
    assert service.asked_for_link == [], "nobody's link is guessed"
    page.fill("#unit-name", "ba dinh")
    page.get_by_role("button", name="Phường Ba Đình").tap()
    page.get_by_role("button", name="Gửi lại liên kết cho tôi").click()
    expect(page.locator("main")).to_contain_text("link mới đang được gửi")
    assert service.asked_for_link == ["00004"]


def test_practice_sends_nothing_and_leaves_the_real_draft_alone(page: Page, service: Service) -> None:
    page.fill(FIRST, "10")
    wait_until_saved(page)
    page.get_by_role("button", name="Luyện tập").click()
    expect(page.locator("#practice")).to_contain_text("LUYỆN TẬP")
    page.fill(FIRST, "99")
    send(page)
    expect(page.locator(".code")).to_have_text("LUYỆN TẬP")
    page.get_by_role("button", name="Thoát luyện tập").click()
    expect(page.locator(FIRST)).to_have_value("10")
    assert service.puts == []


def test_the_receipt_can_be_copied_for_the_chat_group(page: Page) -> None:
    fill_and_send(page)
    wait_until_received(page)
    expect(page.locator(".chat")).to_contain_text("Phường Ba Đình đã gửi báo cáo ngày 2/8, lần 1")
    review(page)
