"""A report that the centre sent back: the officer sees why at each figure, until a newer revision is sent."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fake_api import Service
from tests.browser.officer import FIRST, fill_and_send, review, send, step, wait_until_received

AT = "2025-08-02T16:12:00.000+07:00"


@pytest.fixture
def sent_back(page: Page, service: Service) -> Page:
    """Revision 1 is stored and was returned; the form is opened again."""
    fill_and_send(page, "410")
    wait_until_received(page)
    fields = {"dossiers_online": "Gấp mười lần hôm trước", "proposals": "Xin ghi rõ cần gì"}
    service.returns = [{"revision": 1, "at": AT, "fields": fields}]
    page.reload()
    expect(page.locator(".returned")).to_be_visible()
    return page


def test_who_asks_when_and_why_stand_at_the_top(sent_back: Page) -> None:
    notice = sent_back.locator(".returned")
    expect(notice).to_contain_text("Trung tâm trả lại lần 1 lúc 16:12")
    expect(notice.locator("li")).to_have_text(
        ["Hồ sơ tiếp nhận trực tuyến: Gấp mười lần hôm trước", "Kiến nghị, đề xuất: Xin ghi rõ cần gì"]
    )
    review(sent_back)
    expect(notice).to_be_visible()


def test_each_reason_leads_to_its_figure_and_stands_there(sent_back: Page) -> None:
    sent_back.locator(".returned a").first.click()
    expect(sent_back.locator(FIRST)).to_be_focused()
    expect(sent_back.locator("#dossiers_online-remarks")).to_contain_text("Trung tâm: Gấp mười lần hôm trước")
    expect(sent_back.locator(".asked")).to_have_count(1)
    step(sent_back, 13)
    expect(sent_back.locator("#proposals-asked")).to_contain_text("Xin ghi rõ cần gì")


def test_a_newer_revision_clears_it_everywhere(sent_back: Page) -> None:
    step(sent_back, 1)
    sent_back.fill(FIRST, "41")
    send(sent_back, "Gửi bản sửa")
    expect(sent_back.locator(".code")).to_have_text("K7QF-2M91")
    expect(sent_back.locator(".returned")).to_have_count(0)
    step(sent_back, 1)
    expect(sent_back.locator(".asked, .notice")).to_have_count(0)


def test_what_the_centre_wrote_is_text(page: Page, service: Service) -> None:
    fill_and_send(page, "410")
    wait_until_received(page)
    service.returns = [{"revision": 1, "at": AT, "fields": {"dossiers_online": "<img src=x onerror=window.hit=1>"}}]
    page.reload()
    expect(page.locator(".returned")).to_contain_text("<img src=x")
    assert page.evaluate("window.hit") is None


def test_the_history_names_the_unit_or_the_centre_and_no_number(sent_back: Page, service: Service) -> None:
    (stored,) = service.revisions.values()
    told = {**stored[0], "revision": 2, "by": {"role": "coordinator", "link": "s-1"}, "told_by": "Chị trực"}
    stored.append(told)
    sent_back.evaluate("location.hash = '#lich-su'")
    items = sent_back.locator(".history li")
    expect(items.nth(0)).to_contain_text("Trung tâm nhập thay, theo Chị trực báo qua điện thoại")
    expect(items.nth(1)).to_contain_text("qua liên kết của đơn vị")
    expect(sent_back.locator(".history")).not_to_contain_text("k3f9")
