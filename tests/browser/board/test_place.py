"""Working down a long list: what is decided at a row takes nobody away from where they were."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.board.conftest import Open
from tests.browser.board.desk import Day, focused_unit, row
from tests.browser.board.test_deciding import press


def standing_at(page: Page, number: int) -> list[str]:
    """Scrolls so that this row stands in the middle, and says the list's order."""
    page.wait_for_load_state("networkidle")  # rows keep their height from now on
    order: list[str] = page.locator("li[data-row]").evaluate_all("rows => rows.map((row) => row.dataset.row)")
    row(page, order[number]).evaluate("row => row.scrollIntoView({ block: 'center' })")
    return order


def top_of(page: Page, unit: str) -> float:
    """Where it stands in the window."""
    return float(row(page, unit).evaluate("row => row.getBoundingClientRect().top"))


def excuse(page: Page, unit: str) -> None:
    row(page, unit).get_by_role("button", name="Lý do").click()
    page.fill("#reason", "Mất điện")
    press(page, "Chấp nhận lý do")


def promise(page: Page, unit: str) -> None:
    """With the claim before, that puts the row at the list's head."""
    row(page, unit).get_by_role("button", name="Gọi").click()
    press(page, "Tôi đang gọi")
    expect(page.locator(".claim")).to_contain_text("Đồng nghiệp thấy bạn đang gọi")
    page.get_by_label("Sẽ gửi trước").check()
    press(page, "Ghi kết quả")


@pytest.mark.parametrize("decide", [excuse, promise])
def test_after_a_decision_the_list_stays_and_the_next_unit_has_the_focus(open_board: Open, day: Day, decide):
    page = open_board(day=day.date)
    order = standing_at(page, 70)
    before = top_of(page, order[71])
    decide(page, order[70])
    expect(page.locator("dialog")).to_have_count(0)
    assert focused_unit(page) == order[71]
    assert abs(top_of(page, order[71]) - before) < 100  # a row's height
    page.locator("#said").get_by_role("button", name="Xem").click()
    expect(row(page, order[70])).to_be_in_viewport()
    assert focused_unit(page) == order[70]


def test_a_unit_decided_on_its_page_takes_nobody_along_when_the_page_is_closed(open_board: Open, day: Day):
    page = open_board(day=day.date, viewport={"width": 1280, "height": 720})
    order = standing_at(page, 70)
    row(page, order[70]).locator(".open").click()
    page.locator("#panel .actions").get_by_role("button", name="Chấp nhận lý do").click()
    page.fill("#reason", "Mất điện")
    press(page, "Chấp nhận lý do")
    expect(page.locator("#panel")).to_contain_text("Có lý do")
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    assert focused_unit(page) == order[71]
    expect(row(page, order[72])).to_be_in_viewport()


def test_on_a_phone_the_list_is_found_where_it_was_left(open_board: Open, day: Day):
    page = open_board(day=day.date, viewport={"width": 360, "height": 640})
    order = standing_at(page, 70)
    before = top_of(page, order[70])
    row(page, order[70]).locator(".open").click()
    page.locator("#panel").get_by_role("button", name="Đóng").click()
    assert focused_unit(page) == order[70]
    assert abs(top_of(page, order[70]) - before) < 200
