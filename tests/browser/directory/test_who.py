"""Who sees the directory, and the one screen of it that a unit's leader has."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from giaoban.access import Role
from tests.browser.directory.conftest import Open
from tests.browser.directory.desk import REPORTER, Centre
from tests.browser.screens import PHONE


def open_link(context: BrowserContext, centre: Centre, role: Role) -> Page:
    page = context.new_page()
    page.goto(f"{centre.system.origin}/bao-cao#t={centre.system.link('00004', role=role).token}")
    page.wait_for_selector("form .field")
    return page


def test_a_viewer_is_refused(open_directory: Open):
    page = open_directory("lanh-dao")
    expect(page.locator(".gate")).to_contain_text("không mở được danh bạ")
    assert REPORTER not in page.content()


def test_nobody_is_asked_to_sign_in_and_the_list_comes_then(open_directory: Open, centre: Centre):
    page = open_directory(None)
    expect(page.locator(".gate h2")).to_have_text("Xin đăng nhập")
    token = {"Authorization": f"Bearer {centre.system.staff_token('quan-tri')}"}
    page.context.request.post(f"{centre.system.origin}/v1/staff-session", data={}, headers=token)
    page.get_by_role("button", name="Tôi đã đăng nhập").click()
    expect(page.get_by_text(REPORTER, exact=True).first).to_be_visible()


def test_who_signs_out_leaves_nothing_on_the_page(open_directory: Open):
    page = open_directory()
    page.get_by_role("button", name="Đăng xuất").click()
    expect(page.locator(".gate h2")).to_have_text("Xin đăng nhập")
    assert REPORTER not in page.content()


def test_a_session_that_ended_is_told_in_the_dialog_that_keeps_what_was_typed(open_directory: Open):
    page = open_directory("dieu-phoi-1")
    page.locator('.person [data-part="edit"]').first.click()
    page.fill("#name", "Người mới")
    page.context.clear_cookies()
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("dialog [role=alert]")).to_contain_text("Phiên làm việc đã hết")
    expect(page.locator("#name")).to_have_value("Người mới")


def test_a_reporter_has_no_way_to_it(contexts: Callable[..., BrowserContext], centre: Centre):
    page = open_link(contexts(**PHONE), centre, Role.REPORTER)
    expect(page.locator("#links a")).to_have_text(["Báo cáo trên máy này"])
    page.goto(f"{centre.system.origin}/danh-ba")
    expect(page.locator(".gate")).to_contain_text("không mở được danh bạ")
    expect(page.get_by_role("link", name="Về trang báo cáo")).to_have_attribute("href", "/bao-cao")


def test_a_leader_names_a_new_reporter_and_sees_nobody(contexts: Callable[..., BrowserContext], centre: Centre):
    page = open_link(contexts(**PHONE), centre, Role.LEADER)
    page.get_by_role("link", name="Cử người báo cáo mới").click()
    expect(page.locator("form")).to_contain_text("Người báo cáo trước bị xóa khỏi danh bạ")
    assert REPORTER not in page.content()
    page.fill("#name", "Người kế nhiệm")
    page.get_by_role("button", name="Cử người này").click()
    expect(page.locator("#phone-error")).to_contain_text("số di động hoặc địa chỉ thư")
    page.fill("#phone", "+84 000 000 444")
    page.get_by_role("button", name="Cử người này").click()
    expect(page.locator(".gate h2")).to_have_text("Đã ghi người báo cáo mới")
    assert "Người kế nhiệm" not in page.content()
    assert REPORTER not in centre.people()
    assert centre.people()["Người kế nhiệm"]["phone"] == "+84000000444"


@pytest.mark.parametrize("name, count", [("dieu-phoi-1", 1), ("quan-tri", 1), ("lanh-dao", 0)])
def test_the_board_leads_to_it_for_those_who_may_read_it(open_directory: Open, name: str, count: int):
    page = open_directory(name, "/dieu-hanh")
    expect(page.locator('header a[href="/danh-ba"]')).to_have_count(count)


def test_an_administrator_who_opens_the_board_is_led_to_the_directory(open_directory: Open):
    page = open_directory("quan-tri", "/dieu-hanh")
    expect(page.locator(".gate")).not_to_contain_text("xin hỏi quản trị viên")
    page.get_by_role("link", name="Mở danh bạ").click()
    expect(page.locator(".person").first).to_be_visible()


# Of every row that stands in the window, what its edge or the page beside it cuts off.
CUT_OFF = """() => {
    const beside = document.querySelector('#panel').getBoundingClientRect().left;
    const rows = [...document.querySelectorAll('li.row')].filter((row) => row.getBoundingClientRect().top < innerHeight);
    return rows.flatMap((row) => [row, ...row.querySelectorAll('a, button, bdi, span')])
        .filter((each) => each.getBoundingClientRect().right > beside || each.scrollWidth > each.clientWidth + 1 && each.clientWidth)
        .map((each) => each.outerHTML.slice(0, 120));
}"""


def test_with_a_unit_open_beside_it_the_list_cuts_no_number_and_hides_no_button(open_directory: Open):
    page = open_directory("dieu-phoi-1", "/dieu-hanh#don-vi=00004")
    expect(page.locator("#panel .contacts li")).to_have_count(3)
    shown = page.locator('li[data-row="00004"]')
    shown.scroll_into_view_if_needed()
    for part in ("ring", "call", "excuse"):
        expect(shown.locator(f'[data-part="{part}"]')).to_be_in_viewport(ratio=1)
    assert page.evaluate(CUT_OFF) == []


@pytest.mark.parametrize("size", [{}, PHONE], ids=["1280", "360"])
def test_the_board_tells_a_coordinator_whom_to_ring(open_directory: Open, size: dict[str, object]):
    page = open_directory("dieu-phoi-1", "/dieu-hanh", **size)
    ring = page.locator('li[data-row="00004"] [data-part="ring"]')
    expect(ring).to_have_attribute("href", "tel:+84000000101")
    page.goto(f"{page.url}#don-vi=00004")
    expect(page.locator("#panel .contacts li")).to_have_count(3)
    page.locator('#panel [data-part="call"]').click()
    expect(page.locator("dialog .contacts a").first).to_have_attribute("href", "tel:+84000000101")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_board_tells_a_viewer_of_nobody(open_directory: Open):
    page = open_directory("lanh-dao", "/dieu-hanh#don-vi=00004")
    expect(page.locator("#panel h3").first).to_be_visible()
    assert not re.search(r"tel:\+84|Người báo cáo 0", page.content())
