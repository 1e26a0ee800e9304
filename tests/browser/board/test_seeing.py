"""The board: every unit, found and sorted, kept up to date without disturbing whoever reads it."""

import pytest
from playwright.sync_api import expect

from tests.browser.board.conftest import Open
from tests.browser.board.desk import Day, focused_unit, refresh, row


def test_every_unit_of_the_day_has_a_row_and_the_counts_agree(open_board: Open, day: Day):
    page = open_board(day=day.date)
    assert page.locator(".row").count() == 143
    assert page.locator('[data-part="count-missing"] b').inner_text() == "143"
    expect(page.locator(".row").first).to_contain_text("Không báo cáo")


@pytest.mark.parametrize("typed", ["Hòa Xá", "hoà xá", "HOA XA", "xa  hoa xa"])
def test_the_search_takes_every_spelling(open_board: Open, typed: str):
    page = open_board()
    page.keyboard.press("/")
    page.keyboard.type(typed)
    expect(page.locator(".row .open").first).to_have_text("Xã Hòa Xá")


def test_the_search_takes_d_for_đ_and_a_code(open_board: Open):
    page = open_board()
    page.fill("#search", "ba dinh")
    expect(page.locator(".row .open")).to_have_text(["Phường Ba Đình"])
    page.fill("#search", "00004")
    expect(page.locator(".row .open")).to_have_text(["Phường Ba Đình"])


def test_a_count_shows_only_its_units_and_shows_all_again(open_board: Open, day: Day):
    day.send("00004")
    page = open_board(day=day.date)
    page.click('[data-part="count-on_time"]')
    expect(page.locator(".row .open")).to_have_text(["Phường Ba Đình"])
    assert page.evaluate("document.activeElement.dataset.part") == "count-on_time"
    page.click('[data-part="count-on_time"]')
    expect(page.locator(".row")).to_have_count(143)
    assert row(page, "00004").evaluate("row => row === row.parentElement.lastElementChild"), "what is in order is last"


def test_the_keyboard_reaches_everything(open_board: Open, day: Day):
    page = open_board(day=day.date)
    page.keyboard.press("ArrowDown")
    first = focused_unit(page)
    page.keyboard.press("ArrowDown")
    assert focused_unit(page) not in {None, first}
    page.keyboard.press("ArrowUp")
    page.keyboard.press("x")
    expect(page.locator("#chosen")).to_contain_text("Đã chọn 1 đơn vị")
    page.keyboard.press("Enter")
    expect(page.locator("#panel h2")).to_be_focused()
    page.keyboard.press("Escape")
    assert focused_unit(page) == first
    expect(page.locator("#panel")).to_be_hidden()
    page.keyboard.press("g")
    expect(page.locator("dialog")).to_be_visible()
    page.keyboard.press("Escape")
    assert focused_unit(page) == first


def test_a_refresh_keeps_focus_ticks_scroll_and_the_rows_that_have_not_changed(open_board: Open, day: Day):
    page = open_board(day=day.date)
    unit = page.locator(".row").nth(60).get_attribute("data-row") or ""
    other = page.locator(".row").nth(5).get_attribute("data-row") or ""
    row(page, unit).locator("input").check()
    row(page, unit).locator(".open").focus()
    page.evaluate("unit => { document.querySelector(`li[data-row='${unit}'] .open`).kept = true }", unit)
    top = row(page, unit).evaluate("row => row.getBoundingClientRect().top")
    day.send(other)
    refresh(page)
    expect(row(page, other)).to_contain_text("Đúng hạn")
    assert focused_unit(page) == unit
    assert row(page, unit).locator("input").is_checked()
    assert row(page, unit).locator(".open").evaluate("link => link.kept === true")
    assert abs(row(page, unit).evaluate("row => row.getBoundingClientRect().top") - top) < 2


def test_an_unchanged_board_is_asked_with_its_tag_and_answered_without_a_body(open_board: Open, day: Day):
    page = open_board(day=day.date)
    with page.expect_response(lambda answer: answer.url.endswith(f"{day.date}?changes=reports")) as found:
        page.evaluate("dispatchEvent(new CustomEvent('giaoban:old'))")
    assert found.value.status == 304


def test_days_go_back_and_forward_but_not_beyond_today(open_board: Open):
    page = open_board()
    expect(page.get_by_role("button", name="Ngày sau")).to_be_disabled()
    page.get_by_role("button", name="Ngày trước").click()
    expect(page.locator(".date")).to_have_text("Thứ Sáu, 5/9/2025")
    assert page.url.endswith("#ngay=2025-09-05")
    page.get_by_role("button", name="Ngày sau").click()
    expect(page.locator(".date")).to_have_text("Thứ Bảy, 6/9/2025")


def test_a_unit_page_tells_the_report_its_history_and_the_days_so_far(open_board: Open, day: Day):
    day.send("00004", figures={"dossiers_online": 41, "team_members": 120})
    day.send("00004", base_revision=1, figures={"dossiers_online": 44, "team_members": 120})
    page = open_board(day=day.date, unit="00004")
    expect(page.locator(".story")).to_contain_text("41 → 44")
    expect(page.locator(".figures")).to_contain_text("120")
    expect(page.locator(".strip a")).to_have_count(45)
    expect(page.locator('.strip a[title$="đang xem"]')).to_have_count(0)
    expect(page.locator("#panel")).to_contain_text("Chưa có danh bạ")


def test_english_is_one_tap_away(open_board: Open):
    page = open_board()
    page.get_by_role("button", name="English").click()
    expect(page.locator(".columns")).to_contain_text("Last call")
    assert page.evaluate("document.documentElement.lang") == "en"
    expect(page.locator("#other-language")).to_be_focused()
