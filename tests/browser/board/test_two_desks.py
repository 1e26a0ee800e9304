"""Two coordinators, and those who may only look."""

from playwright.sync_api import expect

from tests.browser.board.conftest import Open
from tests.browser.board.desk import LAST_DAY, Day, refresh, row
from tests.contract.system import System


def test_the_second_to_decide_is_told_what_the_first_did_and_keeps_the_reason(open_board: Open, day: Day):
    first, second = open_board("dieu-phoi-1", day.date), open_board("dieu-phoi-2", day.date)
    row(second, "00004").get_by_role("button", name="Lý do").click()
    second.fill("#reason", "Mất mạng")
    row(first, "00004").get_by_role("button", name="Lý do").click()
    first.fill("#reason", "Mất điện")
    first.locator("dialog").get_by_role("button", name="Chấp nhận lý do").click()
    expect(row(first, "00004")).to_contain_text("Có lý do")
    second.locator("dialog").get_by_role("button", name="Chấp nhận lý do").click()
    expect(second.locator("dialog [role=alert]")).to_contain_text("dieu-phoi-1 chấp nhận lý do")
    expect(second.locator("dialog [role=alert]")).to_contain_text("Mất điện")
    expect(second.locator("#reason")).to_have_value("Mất mạng")
    expect(row(second, "00004")).to_contain_text("Có lý do")
    assert len(day.decisions("00004")) == 1


def test_the_second_to_move_the_deadline_is_told_what_the_first_did_and_decides_again(open_board: Open, day: Day):
    first, second = open_board("dieu-phoi-1", day.date), open_board("dieu-phoi-2", day.date)
    for page, hour, reason in ((second, "16:45", "Đứt cáp"), (first, "16:30", "Máy chủ hỏng")):
        page.get_by_role("button", name="Gia hạn").click()
        page.fill("#new-deadline", hour)
        page.fill("#reason", reason)
    first.locator("dialog").get_by_role("button", name="Gia hạn").click()
    expect(first.locator(".moved")).to_contain_text("dieu-phoi-1 đã gia hạn đến 16:30")
    second.locator("dialog").get_by_role("button", name="Gia hạn").click()
    expect(second.locator("dialog [role=alert]")).to_contain_text("dieu-phoi-1 đã gia hạn đến 16:30: Máy chủ hỏng")
    expect(second.locator("#reason")).to_have_value("Đứt cáp")
    second.locator("dialog").get_by_role("button", name="Gia hạn").click()
    expect(second.locator(".moved")).to_contain_text("dieu-phoi-2 đã gia hạn đến 16:45")


def test_everybody_sees_who_is_calling_whom(open_board: Open, day: Day):
    first, second = open_board("dieu-phoi-1", day.date), open_board("dieu-phoi-2", day.date)
    row(first, "00004").get_by_role("button", name="Gọi").click()
    first.get_by_role("button", name="Tôi đang gọi").click()
    expect(first.locator(".claim")).to_contain_text("bạn đang gọi")
    refresh(second)
    expect(row(second, "00004")).to_contain_text("dieu-phoi-1 đang gọi")
    row(second, "00004").get_by_role("button", name="Gọi").click()
    expect(second.locator(".claim")).to_contain_text("dieu-phoi-1 đang gọi")
    expect(second.get_by_role("button", name="Tôi đang gọi")).to_have_count(0)


def test_a_viewer_sees_everything_and_can_change_nothing(open_board: Open):
    page = open_board("lanh-dao", unit="00004")
    expect(page.locator(".figures, .story, #panel h3").first).to_be_visible()
    for name in ("Gọi", "Lý do", "Gia hạn", "Nhập báo cáo qua điện thoại", "Trả lại"):
        assert page.get_by_role("button", name=name, exact=True).count() == 0, name
    assert page.locator("input[type=checkbox]").count() == 0


def test_nobody_signed_in_is_asked_to_sign_in(open_board: Open):
    page = open_board(None)
    expect(page.locator(".gate h2")).to_have_text("Xin đăng nhập")
    expect(page.locator(".gate a")).to_have_attribute("href", "/dev")


def test_a_unit_and_an_administrator_are_told_that_the_board_is_not_theirs(open_board: Open, built: System):
    expect(open_board("quan-tri").locator(".gate")).to_contain_text("không mở được bảng điều hành")
    page = open_board(None)
    token = {"token": built.link("00008", LAST_DAY).token}
    assert page.context.request.post(f"{built.origin}/v1/session", data=token).ok
    page.reload()
    expect(page.locator(".gate")).to_contain_text("không mở được bảng điều hành")


def test_a_session_that_ends_while_typing_loses_nothing(open_board: Open, built: System, day: Day):
    page = open_board(day=day.date)
    row(page, "00004").get_by_role("button", name="Lý do").click()
    page.fill("#reason", "Mất điện từ sáng")
    page.context.clear_cookies()
    page.locator("dialog").get_by_role("button", name="Chấp nhận lý do").click()
    expect(page.locator("dialog [role=alert]")).to_contain_text("Phiên làm việc đã hết")
    expect(page.locator("#reason")).to_have_value("Mất điện từ sáng")
    token = {"Authorization": f"Bearer {built.staff_token('dieu-phoi-1')}"}
    assert page.context.request.post(f"{built.origin}/v1/staff-session", data={}, headers=token).ok
    page.locator("dialog").get_by_role("button", name="Chấp nhận lý do").click()
    expect(row(page, "00004")).to_contain_text("Có lý do")
