"""Decisions from the board: each stored once, told to everybody, nothing typed is lost."""

from datetime import datetime

from playwright.sync_api import Page, expect

from tests.browser.board.conftest import Open
from tests.browser.board.desk import Day, row


def press(page: Page, name: str) -> None:
    page.locator("dialog").get_by_role("button", name=name, exact=True).click()


def test_a_unit_is_excused_and_the_excuse_taken_back(open_board: Open, day: Day):
    page = open_board(day=day.date)
    row(page, "00004").get_by_role("button", name="Lý do").click()
    press(page, "Chấp nhận lý do")
    expect(page.locator("dialog [role=alert]")).to_have_text("Xin ghi lý do.")
    page.fill("#reason", "Mất điện cả phường")
    press(page, "Chấp nhận lý do")
    expect(page.locator("dialog")).to_have_count(0)
    expect(row(page, "00004")).to_contain_text("Có lý do")
    expect(page.locator("#said")).to_contain_text("Đã chấp nhận lý do của Phường Ba Đình")
    assert [(each["kind"], each["reason"], each["by"]) for each in day.decisions("00004")] == [
        ("excuse", "Mất điện cả phường", "dieu-phoi-1")
    ]
    row(page, "00004").locator(".open").click()
    page.get_by_role("button", name="Rút lại").click()
    page.fill("#reason", "Nhầm đơn vị")
    press(page, "Rút lại")
    expect(row(page, "00004")).to_contain_text("Không báo cáo")
    expect(page.locator(".story")).to_contain_text("Nhầm đơn vị")


def test_many_units_are_excused_at_once(open_board: Open, day: Day):
    day.send("00025")
    page = open_board(day=day.date)
    for unit in ("00004", "00008", "00025"):
        row(page, unit).locator("input").check()
    page.locator("#chosen").get_by_role("button", name="Chấp nhận lý do").click()
    page.fill("#reason", "Đường truyền của Trung tâm hỏng")
    press(page, "Chấp nhận lý do")
    expect(page.locator("#said")).to_contain_text("Đã chấp nhận 2 đơn vị; 1 đơn vị không đổi.")
    expect(row(page, "00008")).to_contain_text("Có lý do")
    expect(page.locator("#chosen")).to_be_hidden()
    assert not day.decisions("00025")


def test_a_call_is_claimed_and_its_promise_stands_in_the_row(open_board: Open, day: Day):
    page = open_board(day=day.date)
    row(page, "00004").get_by_role("button", name="Gọi").click()
    press(page, "Tôi đang gọi")
    expect(page.locator(".claim")).to_contain_text("Đồng nghiệp thấy bạn đang gọi")
    page.get_by_label("Sẽ gửi trước").check()
    press(page, "+30 phút")
    press(page, "Ghi kết quả")
    expect(row(page, "00004")).to_contain_text("sẽ gửi trước")
    called = day.decisions("00004")
    assert [each["outcome"] for each in called] == ["calling", "will_send"]
    promised = datetime.fromisoformat(called[1]["send_by"]) - datetime.fromisoformat(called[1]["at"])
    assert 28 * 60 <= promised.total_seconds() <= 30 * 60


def test_an_hour_is_read_as_people_write_it_and_an_hour_gone_by_is_refused(open_board: Open, day: Day):
    page = open_board(day=day.date)
    row(page, "00004").get_by_role("button", name="Gọi").click()
    page.get_by_label("Sẽ gửi trước").check()
    page.fill("#send-by", "25:99")
    press(page, "Ghi kết quả")
    expect(page.locator("dialog [role=alert]")).to_contain_text("16:20")
    page.fill("#send-by", "9h05")
    press(page, "Ghi kết quả")
    expect(page.locator("dialog [role=alert]")).to_contain_text("phải sau thời điểm hiện tại")


def test_a_report_is_returned_with_fields_and_reasons(open_board: Open, day: Day):
    day.send("00004")
    page = open_board(day=day.date, unit="00004")
    page.locator("#panel").get_by_role("button", name="Trả lại").click()
    page.locator("#field-0").select_option("dossiers_online")
    page.fill("#why-0", "Gấp mười lần hôm trước")
    press(page, "Trả lại")
    expect(row(page, "00004")).to_contain_text("bị trả lại")
    assert day.decisions("00004")[0]["fields"] == {"dossiers_online": "Gấp mười lần hôm trước"}


def test_a_dictated_report_is_entered_and_its_problems_stand_at_their_fields(open_board: Open, day: Day):
    page = open_board(day=day.date, unit="00004")
    page.get_by_role("button", name="Nhập báo cáo qua điện thoại").click()
    press(page, "Ghi báo cáo")
    expect(page.locator("#d-told_by-error")).to_have_text("Xin ghi người báo số liệu.")
    page.get_by_label("Người báo số liệu qua điện thoại").fill("Chị trực văn phòng")
    expect(page.locator("dialog")).to_contain_text("Người nhập: dieu-phoi-1")
    page.locator("#d-figures-team_members").fill("1.200")
    page.locator("#d-figures-members_trained").fill("1.300")
    press(page, "Ghi báo cáo")
    expect(page.locator("#d-figures-members_trained-error")).not_to_be_empty()
    expect(page.locator("#d-figures-members_trained")).to_have_value("1.300")
    page.locator("#d-figures-members_trained").fill("900")
    press(page, "Ghi báo cáo")
    expect(row(page, "00004")).to_contain_text("qua điện thoại")
    stored = day.stored("00004")
    assert (stored["told_by"], stored["entered_by"]) == ("Chị trực văn phòng", "dieu-phoi-1")
    assert stored["figures"] == {"team_members": 1200, "members_trained": 900}


def test_the_days_deadline_is_moved_for_everybody(open_board: Open, day: Day):
    day.send("00004", at=f"{day}T16:10:00+07:00")
    page = open_board(day=day.date)
    expect(row(page, "00004")).to_contain_text("Gửi chậm")
    page.get_by_role("button", name="Gia hạn").click()
    page.fill("#new-deadline", "16:30")
    page.fill("#reason", "Máy chủ của Trung tâm hỏng")
    page.locator("dialog").get_by_role("button", name="Gia hạn").click()
    expect(row(page, "00004")).to_contain_text("Đúng hạn")
    expect(page.locator(".moved")).to_contain_text("dieu-phoi-1 đã gia hạn đến 16:30")
