"""Filling in: what the fields accept, what is said at them, and what is never filled in by itself."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.fake_api import Service
from tests.browser.officer import FIRST, SECOND, find, review, send, step, wait_until_received, wait_until_saved


@pytest.mark.parametrize("typed", ["1.234", "1234", "1 234", "1,234"])
def test_a_number_is_read_as_people_write_it(page: Page, typed: str) -> None:
    page.fill(FIRST, typed)
    page.press(FIRST, "Tab")
    expect(page.locator(FIRST)).to_have_value("1.234")


@pytest.mark.parametrize("typed", ["-1", "1,5", "mười", "12a"])
def test_what_is_no_whole_number_is_said_at_the_field(page: Page, typed: str) -> None:
    page.fill(FIRST, typed)
    page.press(FIRST, "Tab")
    expect(page.locator("#dossiers_online-remarks")).to_contain_text("Xin nhập số nguyên")
    expect(page.locator(FIRST)).to_have_attribute("aria-invalid", "true")


def test_fields_ask_for_the_numeric_keyboard_as_text(page: Page) -> None:
    expect(page.locator(FIRST)).to_have_attribute("inputmode", "numeric")
    expect(page.locator(FIRST)).to_have_attribute("type", "text")


def test_no_step_asks_more_than_five_questions(page: Page) -> None:
    asked = 0
    for number in range(1, 13):
        step(page, number)
        count = page.locator(".field").count()
        assert 1 <= count <= 5
        asked += count
    assert asked == 35


def test_yesterdays_value_is_offered_but_never_filled_in(page: Page) -> None:
    find(page, "team_members")
    expect(page.locator("#team_members")).to_have_value("")
    page.get_by_role("button", name="Như hôm qua: 120").click()
    expect(page.locator("#team_members")).to_have_value("120")
    expect(page.get_by_role("button", name="Như hôm qua: 120")).to_have_attribute("aria-pressed", "true")


def test_one_tap_takes_over_all_stocks_of_a_step_that_are_still_blank(page: Page, service: Service) -> None:
    find(page, "emergency_team")
    page.get_by_role("button", name="Các mục còn trống: như lần trước").click()
    expect(page.locator("#emergency_team")).to_be_checked()
    expect(page.locator("#emergency_members")).to_have_value("")


def test_nothing_in_a_group_fills_its_flows_with_zero_and_leaves_what_was_typed(page: Page) -> None:
    page.fill(SECOND, "7")
    page.get_by_role("button", name="Mục này trong ngày không phát sinh").click()
    expect(page.locator(FIRST)).to_have_value("0")
    expect(page.locator(SECOND)).to_have_value("7")


def test_blank_is_sent_as_blank_and_zero_as_zero(page: Page, service: Service) -> None:
    page.fill(FIRST, "0")
    page.fill(SECOND, "")
    send(page)
    wait_until_received(page)
    assert service.puts[0]["figures"] == {"dossiers_online": 0}


def test_totals_are_calculated(page: Page) -> None:
    find(page, "supporters_enterprise")
    page.fill("#supporters_enterprise", "2")
    page.fill("#supporters_school", "3")
    page.press("#supporters_school", "Tab")
    expect(page.locator(".sums dd")).to_have_text("5")


def test_what_is_impossible_is_said_while_typing(page: Page) -> None:
    find(page, "members_trained")
    page.evaluate("history.back()")
    find(page, "team_members")
    page.fill("#team_members", "10")
    find(page, "members_trained")
    page.fill("#members_trained", "11")
    expect(page.locator("#members_trained-remarks .error")).to_be_visible()
    page.fill("#members_trained", "9")
    expect(page.locator("#members_trained-remarks .error")).to_have_count(0)


def test_what_is_odd_asks_for_a_reason_and_lets_the_person_go_on(page: Page) -> None:
    find(page, "team_members")
    page.fill("#team_members", "100")
    page.press("#team_members", "Tab")
    expect(page.locator("#team_members-remarks .finding")).to_contain_text("giảm từ 120 xuống 100")
    page.get_by_role("button", name="Tiếp tục").click()
    expect(page.locator("#members_trained")).to_be_visible()


def test_english_is_one_tap_away_and_keeps_what_was_typed(page: Page) -> None:
    page.fill(FIRST, "1.234")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("button", name="Continue")).to_be_visible()
    expect(page.locator(FIRST)).to_have_value("1,234")
    page.reload()
    expect(page.get_by_role("button", name="Continue")).to_be_visible()


def test_the_draft_says_when_it_was_saved_and_survives_a_reload(page: Page) -> None:
    page.fill(FIRST, "31")
    expect(page.locator("#status")).to_contain_text("Đã lưu trên máy 15:20")
    page.reload()
    expect(page.locator(FIRST)).to_have_value("31")


def test_enter_goes_to_the_next_field_and_from_the_last_to_the_next_step(page: Page) -> None:
    page.focus(FIRST)
    page.keyboard.type("1")
    page.keyboard.press("Enter")
    expect(page.locator(SECOND)).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    expect(page.locator("#dossiers_resolved_on_time")).to_be_focused()


def test_the_back_button_goes_one_step_back_and_keeps_everything(page: Page) -> None:
    page.fill(FIRST, "8")
    page.get_by_role("button", name="Tiếp tục").click()
    page.fill("#dossiers_resolved_late", "1")
    page.go_back()
    expect(page.locator(FIRST)).to_have_value("8")
    page.go_forward()
    expect(page.locator("#dossiers_resolved_late")).to_have_value("1")


def test_back_after_sending_does_not_send_again(page: Page, service: Service) -> None:
    page.fill(FIRST, "8")
    wait_until_saved(page)
    send(page)
    wait_until_received(page)
    page.go_back()
    page.go_forward()
    wait_until_received(page)
    assert len(service.puts) == 1


def test_the_review_shows_blanks_as_blank(page: Page) -> None:
    page.fill(FIRST, "8")
    review(page)
    expect(page.locator("main")).to_contain_text("Còn 34 số liệu để trống")


def test_the_first_tap_on_the_way_on_asks_what_is_odd_and_the_second_goes_on(page: Page) -> None:
    page.evaluate("location.hash = '#buoc-9'")
    heading = page.locator("h1").inner_text()
    page.tap("#team_members")
    page.keyboard.type("100")  # fewer than yesterday's 120: the page asks for a reason, and moves
    onward = page.get_by_role("button", name="Tiếp tục")
    onward.scroll_into_view_if_needed()
    box = onward.bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("#team_members-remarks .finding")).to_be_visible()
    onward.tap()
    expect(page.locator("h1")).not_to_have_text(heading)
    expect(page).to_have_url(re.compile("#buoc-10"))


def test_an_address_that_names_no_screen_shows_the_form(page: Page) -> None:
    page.evaluate("location.hash = '#constructor'")
    expect(page.locator("h1")).to_be_visible()
