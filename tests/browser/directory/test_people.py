"""Single people: found, mended, stopped, deleted, named."""

import pytest
from playwright.sync_api import expect

from tests.browser.directory.conftest import Open
from tests.browser.directory.desk import DEPUTY, LEADER, OTHER, PEOPLE, REPORTER, Centre, line, person, press


def test_who_is_told_stands_under_their_unit_with_number_and_channels(open_directory: Open):
    page = open_directory("dieu-phoi-1")
    unit = page.locator('[data-unit="00004"]')
    expect(unit.locator("h3")).to_have_text("Phường Ba Đình 00004")
    expect(unit.locator(".whom b")).to_have_text([REPORTER, DEPUTY, LEADER])
    expect(unit.locator("a.number").first).to_have_text("+84 000 000 101")
    expect(unit.locator("a.number").first).to_have_attribute("href", "tel:+84000000101")
    expect(page.locator(".warning")).to_have_text("141 đơn vị chưa có người báo cáo")


@pytest.mark.parametrize("words", ["nguoi thay", "ba đình thay", "84000000102", "000 000 102", "nguoi-102@"])
def test_somebody_is_found_without_accents_and_by_their_number(open_directory: Open, words: str):
    page = open_directory("dieu-phoi-1")
    page.keyboard.press("/")
    page.keyboard.type(words)
    expect(page.locator(".person")).to_have_count(1)
    expect(person(page, DEPUTY)).to_be_visible()
    assert "thay" not in page.url


def test_what_the_service_refuses_stands_at_its_field_and_what_was_typed_stays(open_directory: Open, centre: Centre):
    page = open_directory("dieu-phoi-1")
    press(page, REPORTER, "edit")
    page.fill("#phone", "024 3825 0000")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#phone-error")).to_contain_text("số máy cố định")
    expect(page.locator("#phone")).to_be_focused()
    expect(page.locator("#phone")).to_have_value("024 3825 0000")
    page.fill("#phone", "")
    page.fill("#email", "")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("#phone-error")).to_contain_text("số di động hoặc địa chỉ thư")
    assert centre.people()[REPORTER]["phone"] == "+84000000101"


def test_somebody_is_mended(open_directory: Open, centre: Centre):
    page = open_directory("dieu-phoi-1")
    press(page, REPORTER, "edit")
    page.fill("#phone", "+84 000 000 555")
    page.select_option("#channels", "email_sms")
    page.fill("#quiet", "22h")
    page.fill("#until", "6:00")
    page.get_by_role("button", name="Lưu").click()
    expect(person(page, REPORTER)).to_contain_text("+84 000 000 555")
    expect(person(page, REPORTER)).to_contain_text("không nhắn 22:00–06:00")
    expect(person(page, REPORTER).locator('[data-part="edit"]')).to_be_focused()
    stored = centre.people()[REPORTER]
    assert (stored["channels"], stored["quiet"]) == (["email", "sms"], ["22:00", "06:00"])


def test_a_colleagues_change_is_not_overwritten(open_directory: Open, centre: Centre):
    page = open_directory("dieu-phoi-1")
    press(page, REPORTER, "edit")
    page.fill("#name", "Người khác")
    centre.mend(REPORTER, phone="+84 000 000 888")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("dialog [role=alert]")).to_contain_text("vừa được sửa ở nơi khác")
    expect(page.locator("#name")).to_have_value("Người khác")
    page.keyboard.press("Escape")
    expect(person(page, REPORTER)).to_contain_text("+84 000 000 888")
    assert centre.people()[REPORTER]["phone"] == "+84000000888"


def test_a_channel_is_stopped_and_resumed_with_the_keyboard_alone(open_directory: Open, centre: Centre):
    page = open_directory("dieu-phoi-1")
    person(page, REPORTER).locator('[data-part="channel-sms"]').focus()
    page.keyboard.press("Enter")
    expect(page.locator("dialog .about")).to_contain_text(REPORTER)
    expect(page.get_by_role("button", name="Ngừng", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    expect(person(page, REPORTER)).to_contain_text("Tin nhắn đã ngừng")
    expect(person(page, REPORTER).locator('[data-part="channel-sms"]')).to_be_focused()
    stopped = centre.people()[REPORTER]["stopped"]
    assert [(each["channel"], each["why"], each["by"]) for each in stopped] == [("sms", "by_hand", "dieu-phoi-1")]
    page.keyboard.press("Enter")
    expect(page.locator("dialog")).to_contain_text("Cho nhận lại")
    page.keyboard.press("Enter")
    expect(person(page, REPORTER).locator(".off")).to_have_count(0)
    assert centre.people()[REPORTER]["stopped"] == []


def test_stopping_the_last_channel_says_what_it_means(open_directory: Open, centre: Centre):
    centre.send(*PEOPLE[:2], line(LEADER, 103, email=""), line(OTHER, 900))
    page = open_directory("dieu-phoi-1")
    press(page, LEADER, "channel-sms")
    expect(page.locator("dialog .warning")).to_contain_text("kênh duy nhất")


def test_somebody_is_deleted_at_once_and_the_dialog_says_so(open_directory: Open, centre: Centre):
    page = open_directory("dieu-phoi-1")
    press(page, REPORTER, "remove")
    dialog = page.locator("dialog")
    expect(dialog).to_contain_text(REPORTER)
    expect(dialog).to_contain_text("xóa ngay")
    expect(dialog).to_contain_text("trong vòng 35 ngày")
    expect(dialog.locator(".warning")).to_contain_text("người báo cáo duy nhất")
    page.keyboard.press("Enter")
    assert REPORTER in centre.people(), "the way out has the focus"
    press(page, REPORTER, "remove")
    dialog.get_by_role("button", name="Xóa").click()
    expect(person(page, REPORTER)).to_have_count(0)
    expect(page.locator('[data-unit="00004"] .lacking')).to_have_text("Chưa có người báo cáo")
    assert REPORTER not in page.content()
    assert REPORTER not in centre.people()


def test_a_unit_without_a_reporter_is_given_one(open_directory: Open, centre: Centre):
    page = open_directory("dieu-phoi-1")
    page.select_option("#show", "unreported")
    page.locator('[data-unit="00025"] [data-part="name"]').click()
    page.fill("#name", "Người báo cáo 00025")
    page.fill("#phone", "+84 000 000 025")
    page.get_by_role("button", name="Cử người này").click()
    expect(page.locator('[data-unit="00025"]')).to_have_count(0)
    assert centre.people()["Người báo cáo 00025"]["role"] == "reporter"


def test_a_unit_is_given_a_second_person_and_keeps_the_first(open_directory: Open, centre: Centre):
    page = open_directory("dieu-phoi-1")
    page.locator('[data-unit="00008"]').get_by_role("button", name="Thêm người").click()
    expect(page.locator("#role")).to_have_value("deputy")
    page.fill("#name", "Người dự phòng 00008")
    page.get_by_role("button", name="Thêm", exact=True).click()
    expect(page.locator("#phone-error")).to_contain_text("số di động hoặc địa chỉ thư")
    page.fill("#phone", "+84 000 000 008")
    page.get_by_role("button", name="Thêm", exact=True).click()
    expect(page.locator('[data-unit="00008"] .whom b')).to_have_text([OTHER, "Người dự phòng 00008"])
    assert centre.people()["Người dự phòng 00008"]["role"] == "deputy"


def test_the_arrow_keys_go_from_person_to_person_and_one_is_in_the_tab_order(open_directory: Open):
    page = open_directory("dieu-phoi-1")
    person(page, REPORTER).locator('[data-part="edit"]').focus()
    page.keyboard.press("ArrowDown")
    expect(person(page, DEPUTY).locator('[data-part="edit"]')).to_be_focused()
    reachable = page.locator(".person :is(a, button):not([tabindex='-1'])")
    expect(reachable).to_have_count(person(page, DEPUTY).locator("a, button").count())


def test_what_somebody_holds_is_ended_from_their_line_and_what_a_unit_holds_from_its_own(
    open_directory: Open, centre: Centre
):
    opened = centre.system.reporter("00004")
    page = open_directory("dieu-phoi-1")
    press(page, REPORTER, "end-links")
    expect(page.locator("dialog")).to_contain_text(REPORTER)
    expect(page.locator("dialog")).to_contain_text("hết dùng được ngay")
    page.get_by_role("button", name="Thu hồi liên kết", exact=True).click()
    expect(page.get_by_text("Đã thu hồi 0 liên kết.")).to_be_attached()
    assert opened.get("/v1/session").status == 200
    page.locator('[data-unit="00004"] [data-part="end-units-links"]').click()
    page.locator("dialog").get_by_role("button", name="Thu hồi liên kết", exact=True).click()
    expect(page.locator("dialog")).to_have_count(0)
    assert opened.get("/v1/session").status == 401
