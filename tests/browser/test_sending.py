"""The main path: a link, a few figures, a receipt, a correction; and every way the service can say no."""

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.fake_api import OTHER, TOKEN, FakeServer, Service
from tests.browser.officer import FIRST, fill_and_send, find, review, send, wait_until_received


def test_a_report_is_sent_and_its_receipt_shown(page: Page, service: Service) -> None:
    fill_and_send(page, "1.234")
    wait_until_received(page)
    expect(page.locator(".code")).to_have_text("K7QF-2M90")
    [sent] = service.puts
    assert sent["figures"] == {"dossiers_online": 1234}
    assert sent["form"] == "f0f0f0f0f0f0f0f0", "the form that was shown"
    assert (sent["complete"], sent["base_revision"], sent["nothing_to_report"]) == (False, 0, False)


def test_a_report_waits_for_its_own_units_link_when_another_tab_has_opened_another_units(
    page: Page, phone: BrowserContext, server: FakeServer, service: Service
) -> None:
    page.fill(FIRST, "7")
    other = phone.new_page()
    other.goto(f"{server.origin}/bao-cao#t={OTHER}")
    expect(other.locator("#unit")).to_contain_text("Ngọc Hà")
    send(page)
    expect(page.locator(".fate")).to_contain_text("mở lại liên kết của Phường Ba Đình")
    assert service.revisions == {}
    other.goto("about:blank")
    page.goto(f"{server.origin}/bao-cao#t={TOKEN}")
    wait_until_received(page)
    assert [put["figures"] for put in service.revisions["2025-08-02/00004"]] == [{"dossiers_online": 7}]


def test_a_report_that_waits_is_asked_about_before_another_units_link_replaces_its_session(
    page: Page, phone: BrowserContext, server: FakeServer, service: Service
) -> None:
    service.refuse = 503
    fill_and_send(page, "7")
    expect(page.locator(".fate")).to_contain_text("Chưa gửi được")
    page.close()
    other = phone.new_page()
    other.goto(f"{server.origin}/bao-cao#t={OTHER}")
    expect(other.locator("main")).to_contain_text("Báo cáo của Phường Ba Đình, ngày 2/8, chưa gửi được")
    assert {each["value"] for each in phone.cookies()} == {TOKEN}, "its own unit's session stands"
    service.refuse = None
    other.get_by_role("button", name="Gửi báo cáo này trước").click()
    expect(other.locator("#unit")).to_contain_text("Ngọc Hà")
    assert [put["figures"] for put in service.revisions["2025-08-02/00004"]] == [{"dossiers_online": 7}]


def test_the_token_leaves_the_address_bar(page: Page) -> None:
    assert "t=" not in page.url


def test_a_correction_follows_the_revision_it_corrects(page: Page, service: Service) -> None:
    fill_and_send(page, "3")
    page.click("text=Sửa số liệu và gửi lại")
    expect(page.locator("h1")).to_have_text("Xem lại trước khi gửi")
    page.locator("a.change").first.click()
    page.fill(FIRST, "4")
    send(page, "Gửi bản sửa")
    expect(page.locator(".code")).to_have_text("K7QF-2M91")
    assert [put["base_revision"] for put in service.puts] == [0, 1]
    page.click("text=Các lần gửi trong ngày")
    expect(page.locator(".changes")).to_contain_text("3 → 4")


def test_a_day_without_figures_is_sent_as_nothing_to_report(page: Page, service: Service) -> None:
    page.click("text=Cả ngày không phát sinh")
    page.click("text=Gửi: cả ngày không phát sinh")
    wait_until_received(page)
    assert service.puts[0]["nothing_to_report"] is True
    assert service.puts[0]["figures"] == {}


def test_two_quick_taps_send_one_report(page: Page, service: Service) -> None:
    page.fill(FIRST, "5")
    review(page)
    page.evaluate("""() => { const button = [...document.querySelectorAll('button')].find((b) => b.textContent.startsWith('Gửi báo cáo'));
                    button.click(); button.click(); }""")
    wait_until_received(page)
    assert len({put["submission_id"] for put in service.puts}) == 1
    assert len(service.revisions["2025-08-02/00004"]) == 1


def test_what_is_impossible_stays_here_and_the_summary_takes_the_focus(page: Page, service: Service) -> None:
    page.fill(FIRST, "12a")
    send(page)
    expect(page.locator("#summary")).to_be_focused()
    expect(page.locator("#summary")).to_contain_text("Xin nhập số nguyên")
    page.click("#summary a")
    expect(page.locator(FIRST)).to_be_focused()
    assert service.puts == []


def test_a_problem_found_by_the_service_goes_to_its_field(page: Page, service: Service) -> None:
    service.problems = [
        {"path": "/figures/dossiers_online", "rule": "x", "vi": "Không thể nhiều như vậy.", "en": "Too many."}
    ]
    fill_and_send(page)
    expect(page.locator("#summary")).to_contain_text("Không thể nhiều như vậy.")
    page.click("#summary a")
    expect(page.locator("#dossiers_online-remarks")).to_contain_text("Không thể nhiều như vậy.")
    service.problems = []
    page.fill(FIRST, "2")
    send(page)
    wait_until_received(page)


@pytest.mark.parametrize("status", [400, 404, 410, 413, 415])
def test_a_refusal_is_said_in_the_services_words_and_nothing_typed_is_lost(
    page: Page, service: Service, status: int
) -> None:
    service.refuse = status
    fill_and_send(page, "77")
    expect(page.locator("#notices")).to_contain_text(f"Lỗi {status}")
    page.reload()
    expect(page.locator(FIRST).or_(page.locator(".group").first)).to_contain_text("77") if page.url.endswith(
        "xem-lai"
    ) else None
    page.evaluate("location.hash = '#buoc-1'")
    expect(page.locator(FIRST)).to_have_value("77")


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_service_in_trouble_is_asked_again_with_the_same_submission(
    page: Page, service: Service, status: int
) -> None:
    service.refuse = status
    fill_and_send(page)
    expect(page.locator(".fate.waiting")).to_contain_text("an toàn trên máy này")
    service.refuse = None
    page.get_by_role("button", name="Gửi lại ngay").click()
    wait_until_received(page)
    assert len({put["submission_id"] for put in service.puts}) == 1
    assert len(service.puts) == 2


def test_a_reason_for_an_odd_figure_is_sent_with_it(page: Page, service: Service) -> None:
    find(page, "team_members")
    page.fill("#team_members", "100")
    page.press("#team_members", "Tab")
    page.fill(".finding input", "Hai người đã nghỉ")
    send(page)
    wait_until_received(page)
    assert service.puts[0]["explanations"] == {"stock_fell:team_members": "Hai người đã nghỉ"}


def test_a_reason_can_be_given_after_sending(page: Page, service: Service) -> None:
    service.findings = [
        {"rule": "odd", "figures": ["dossiers_online"], "vi": "Nhiều bất thường.", "en": "Unusually many."}
    ]
    fill_and_send(page)
    page.fill(".finding input", "Ngày hội chuyển đổi số")
    page.get_by_role("button", name="Gửi lý do").click()
    expect(page.locator(".finding")).to_contain_text("Ngày hội chuyển đổi số")
    assert service.puts[-1]["explanations"] == {"odd": "Ngày hội chuyển đổi số"}


def test_text_that_looks_like_markup_is_shown_as_it_was_written(page: Page, service: Service) -> None:
    page.evaluate("location.hash = '#buoc-13'")
    page.fill("#difficulties", "<img src=x onerror=alert(1)> \u202eabc")
    page.evaluate("location.hash = '#buoc-1'")
    fill_and_send(page)
    wait_until_received(page)
    assert service.puts[0]["notes"] == {"difficulties": "<img src=x onerror=alert(1)> \u202eabc"}
    review(page)
    expect(page.locator("bdi.written")).to_contain_text("<img src=x")
    assert page.locator("main img").count() == 0
