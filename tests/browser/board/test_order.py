"""What needs doing first, on any width; and the days with what was ticked on each."""

from playwright.sync_api import Page, expect

from tests.browser.board.conftest import Open
from tests.browser.board.desk import LAST_DAY, Day, refresh, row
from tests.browser.screens import PHONE

ODD = {"figures": {"members_trained": 5, "team_members": 120, "dossiers_online": 9000}}


def names_under(page: Page, need: str) -> list[str]:
    """The units between this heading and the next."""
    return page.evaluate(  # type: ignore[no-any-return]
        """need => {
            const found = [];
            let next = document.querySelector(`.band.${need}`)?.nextElementSibling;
            for (; next && next.matches('.row'); next = next.nextElementSibling) found.push(next.dataset.row);
            return found;
        }""",
        need,
    )


def call(day: Day, unit: str, name: str = "dieu-phoi-1", at: str = "", **said: str) -> None:
    staff, moment = day.staff(name), at or f"{LAST_DAY}T15:20:00+07:00"
    stands = next(
        each for each in staff.get(day.path(unit).split("/reports")[0]).json["units"] if each["unit"]["code"] == unit
    )
    assert (
        staff.post(f"{day.path(unit)}/calls", {**said, "base_decision": stands["last_decision"]}, at=moment).status
        == 201
    )


def test_the_list_says_what_to_do_and_whom_a_colleague_looks_after(open_board: Open, day: Day):
    day.send("00004")
    day.send("00008", at=f"{day}T16:20:00+07:00")
    call(day, "00070", outcome="will_send", send_by=f"{LAST_DAY}T12:10:00+07:00", at=f"{LAST_DAY}T12:00:00+07:00")
    call(day, "00082", outcome="will_send", send_by=f"{LAST_DAY}T23:50:00+07:00")
    call(day, "00091", outcome="no_answer")
    page = open_board(day=day.date)
    expect(page.locator(".band h3").first).to_have_text("Quá giờ hẹn, chưa gửi · 1")
    assert names_under(page, "promise") == ["00070"]
    assert names_under(page, "in_hand") == ["00082"]
    assert names_under(page, "late") == ["00008"]
    assert names_under(page, "fine") == ["00004"]
    assert names_under(page, "to_call")[-1] == "00091", "who was called already comes after those nobody has called"
    call(day, "00091", "dieu-phoi-2", outcome="calling", at=f"{LAST_DAY}T15:30:00+07:00")
    page.select_option("#sort", "name")
    expect(page.locator(".band")).to_have_count(0)
    page.select_option("#sort", "findings")
    expect(page.locator(".row")).to_have_count(143)


def test_the_unit_that_i_am_calling_is_the_first_until_i_say_what_became_of_it(open_board: Open, day: Day):
    page = open_board(day=day.date)
    row(page, "00091").get_by_role("button", name="Gọi").click()
    page.get_by_role("button", name="Tôi đang gọi").click()
    expect(page.locator(".claim")).to_contain_text("bạn đang gọi")
    page.keyboard.press("Escape")
    expect(page.locator(".row").first).to_contain_text("Bạn đang gọi")
    assert names_under(page, "own_call") == ["00091"]
    page.get_by_role("button", name="đang gọi, đã hẹn").click()
    expect(page.locator(".row")).to_have_count(0)


def test_what_was_ticked_stays_with_its_day_and_the_unit_stays_open(open_board: Open, day: Day):
    page = open_board(day=day.date, unit="00004")
    row(page, "00008").locator("input").check()
    row(page, "00025").locator("input").check()
    page.get_by_role("button", name="Ngày sau").click()
    expect(page.locator(".days select")).not_to_have_value(day.date)
    expect(page.locator("#chosen")).to_be_hidden()
    expect(page.locator("#panel h2")).to_have_text("Phường Ba Đình")
    page.get_by_role("button", name="Ngày trước").click()
    expect(page.locator("#chosen")).to_contain_text("Đã chọn 2 đơn vị")
    expect(page.get_by_role("button", name="Ngày trước")).to_be_focused()
    assert row(page, "00008").locator("input").is_checked()


def test_at_the_campaigns_ends_the_focus_stays_where_it_is(open_board: Open):
    page = open_board(day="2025-07-25")
    page.get_by_role("button", name="Ngày trước").click()
    expect(page.locator(".date")).to_contain_text("24/7/2025")
    expect(page.get_by_role("button", name="Ngày trước")).to_be_focused()
    expect(page.get_by_role("button", name="Ngày trước")).to_be_disabled()
    page.keyboard.press("Enter")
    expect(page.locator(".date")).to_contain_text("24/7/2025")


def test_the_share_stands_beside_the_day_before(open_board: Open, built):
    before, day = Day(built, "2025-07-29"), Day(built, "2025-07-30")
    for unit in ("00004", "00008", "00025"):
        before.send(unit)
    day.send("00004")
    page = open_board(day=day.date)
    expect(page.locator(".share")).to_contain_text("0,7% đúng hạn cả ngày (1/143)")
    expect(page.locator(".share")).to_contain_text("Hôm trước cùng giờ 2,1% (3/143)")
    expect(page.locator(".bar .mark")).to_have_count(1)
    expect(page.locator(".chart rect.before")).to_have_count(1)


def test_a_phone_shows_a_unit_on_its_first_screen(open_board: Open, day: Day):
    page = open_board(day=day.date, **PHONE)
    height = page.viewport_size["height"] if page.viewport_size else 0
    assert page.locator(".row").first.evaluate("row => row.getBoundingClientRect().bottom") < height
    expect(page.locator(".chart svg")).to_be_hidden()
    page.locator(".chart summary").click()
    expect(page.locator(".chart svg")).to_be_visible()
    day.send("00004")
    refresh(page)
    expect(page.locator(".chart svg")).to_be_visible()
    page.locator(".more summary").click()
    page.select_option("#kind", "department")
    expect(page.locator(".row")).to_have_count(17)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_143_rows_at_1280_are_read_without_scrolling_sideways(open_board: Open, day: Day):
    day.send("00004", **ODD, complete=False)
    call(day, "00008", outcome="no_answer")
    page = open_board(day=day.date)
    expect(page.locator(".row")).to_have_count(143)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    too_wide = "rows => rows.filter(row => row.scrollWidth > row.clientWidth + 1).map(row => row.dataset.row)"
    assert page.locator(".row").evaluate_all(too_wide) == []


def test_the_unit_sees_on_its_phone_why_its_report_was_returned(open_board: Open, built, day: Day):
    day.send("00004")
    page = open_board(day=day.date, unit="00004")
    page.locator("#panel").get_by_role("button", name="Trả lại").click()
    page.locator("#field-0").select_option("dossiers_online")
    page.fill("#why-0", "Gấp mười lần hôm trước")
    page.locator("dialog").get_by_role("button", name="Trả lại", exact=True).click()
    expect(page.locator(".story")).to_contain_text("dieu-phoi-1 trả lại lần 1")
    stored = day.stored("00004")
    assert [each["fields"] for each in stored["returns"]] == [{"dossiers_online": "Gấp mười lần hôm trước"}]
    assert {"revision", "at", "fields"} == set(stored["returns"][0])
