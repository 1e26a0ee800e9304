"""From 16:00 to 17:00: the draft beside yesterday's, remarks, one button, and what became of it."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.browser.axe import findings
from tests.browser.board.desk import refresh
from tests.browser.board.hour import TODAY, Edition, issue_button, move_clock, press_issue, stands, type_remarks
from tests.browser.screens import LAPTOP, PHONE
from tests.browser.system import running_with_form
from tests.contract.system import System

type OpenHour = Callable[..., Page]
# Documents wait in the queue for those of the days before, and two processors make them.
MADE_MS = 600_000


@pytest.fixture(scope="module")
def afternoon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """Half past four on the tenth day; the nine days before have what the clock has frozen of nothing.

    Here documents are made and sent; nobody looks at the public site.
    """
    with running_with_form(tmp_path_factory.mktemp("hour"), idle=["PublishFunction"]) as system:
        move_clock(system, "16:30")
        yield system


@pytest.fixture(scope="module")
def days_before() -> Iterator[str]:
    return (f"2025-07-{day}" for day in range(25, 32))


@pytest.fixture
def past(afternoon: System, days_before: Iterator[str]) -> Edition:
    """A day of which there is a provisional edition, and that no other test uses."""
    return Edition(afternoon, next(days_before))


@pytest.fixture
def open_hour(afternoon: System, contexts: Callable[..., BrowserContext]) -> OpenHour:
    def open_as(name: str = "dieu-phoi-1", day: str = "", view: str = "tong-hop", **options: object) -> Page:
        context = contexts(**options)
        token = {"Authorization": f"Bearer {afternoon.staff_token(name)}"}
        assert context.request.post(f"{afternoon.origin}/v1/staff-session", data={}, headers=token).ok
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
        page.goto(f"{afternoon.origin}/dieu-hanh#ngay={day}&xem={view}")
        page.wait_for_selector("#stands.stands, .row .open, .periods")
        return page

    return open_as


def test_the_hour_from_the_list_to_the_second_edition(open_hour: OpenHour, afternoon: System) -> None:
    edition = Edition(afternoon, TODAY)
    for unit in ("00004", "00008", "00025"):
        edition.day.send(unit)
    page = open_hour(view="")
    page.get_by_role("link", name="Bản tổng hợp").focus()
    page.keyboard.press("Enter")
    expect(stands(page)).to_contain_text("Chưa phát hành")
    expect(stands(page)).to_contain_text("Đến 16:55 mà chưa phát hành")
    expect(page.get_by_role("link", name="140 quá hạn, chưa gửi")).to_be_visible()
    expect(page.locator("#paper-summary")).to_contain_text("Đúng hạn")
    type_remarks(page, "Đề nghị các đơn vị gửi trước 16:00.")
    page.get_by_role("button", name="Lưu nhận xét").click()
    expect(page.locator("#remarks-fate")).to_contain_text("dieu-phoi-1")
    expect(page.locator("#paper-remarks")).to_contain_text("Đề nghị các đơn vị gửi trước 16:00.")
    issue_first(page, afternoon)
    its_documents_and_letters_go_out(page, edition)
    edition.day.send("00070", at=f"{TODAY}T16:34:00+07:00")
    move_clock(afternoon, "16:36")
    refresh(page)
    expect(stands(page)).to_contain_text("Từ đó có 1 đơn vị thay đổi")
    expect(page.locator("#paper-changes")).to_contain_text("Không báo cáo → Gửi chậm")
    issue_button(page).click()
    expect(page.locator("dialog")).to_contain_text(
        "Thay bản số 1. Bản số 1 vẫn giữ nguyên; bản mới nêu 1 đơn vị thay đổi."
    )
    press_issue(page)
    expect(stands(page)).to_contain_text("Đã phát hành bản số 2")
    expect(page.locator("#editions li b", has_text="Bản số")).to_have_text(["Bản số 2", "Bản số 1"])
    assert edition.kinds() == ["issued", "issued"]


def issue_first(page: Page, system: System) -> None:
    issue_button(page).click()
    dialog = page.locator("dialog")
    expect(dialog).to_contain_text("Chốt số liệu của 3/143 đơn vị")
    expect(dialog).to_contain_text("140 đơn vị không báo cáo")
    expect(dialog.locator(".sent-to li")).to_have_count(len(system.campaign.edition.mail))
    press_issue(page)
    expect(stands(page)).to_contain_text("Đã phát hành bản số 1")
    expect(stands(page)).to_contain_text("Từ đó chưa có gì thay đổi")
    expect(issue_button(page)).to_have_count(0)
    expect(page.locator('[data-part="read-1"]')).to_have_attribute("aria-pressed", "true")
    expect(page.locator("#deadline")).to_contain_text("Đã phát hành bản số 1")


def document(page: Page, label: str) -> Locator:
    return page.get_by_role("link", name=re.compile(f"^{label}.*, Bản số 1$"))


def its_documents_and_letters_go_out(page: Page, edition: Edition) -> None:
    expect(document(page, "PDF")).to_be_visible(timeout=MADE_MS)
    for name in ("PDF", "Word", "Excel", "JSON"):
        with page.expect_download() as loaded:
            document(page, name).click()
        assert loaded.value.path().stat().st_size > 1000, name
    expect(page.locator(".mail summary")).to_contain_text("Thư: 5/5 đã gửi", timeout=MADE_MS)
    page.get_by_role("button", name="Ghi số văn bản").click()
    page.fill("#registry-number", "123/BC-TTPVHCC")
    page.fill("#registry-date", "31/2/2025")
    press_issue(page)
    expect(page.locator("dialog [role=alert]")).to_contain_text("Xin ghi số và ngày")
    page.fill("#registry-date", "2/8/2025")
    press_issue(page)
    expect(page.locator(".registry")).to_contain_text("Số văn bản 123/BC-TTPVHCC, ngày 2/8")
    assert edition.listed()["editions"][0]["registry"]["date"] == TODAY


def test_two_who_press_at_once_make_one_edition(open_hour: OpenHour, past: Edition) -> None:
    first, second = open_hour("dieu-phoi-1", past.date), open_hour("dieu-phoi-2", past.date)
    expect(stands(first)).to_contain_text("Bản tạm số 1")
    issue_button(second).click()
    issue_button(first).click()
    press_issue(first)
    expect(stands(first)).to_contain_text("Đã phát hành bản số 2")
    press_issue(second)
    expect(second.locator("dialog [role=alert]")).to_contain_text("Bản số 2 đã có")
    expect(second.locator("dialog [role=alert]")).to_contain_text("dieu-phoi-1")
    expect(second.locator("dialog .ends .primary")).to_have_count(0)
    second.keyboard.press("Escape")
    expect(stands(second)).to_contain_text("Đã phát hành bản số 2")
    assert past.kinds() == ["provisional", "issued"]


def test_a_press_whose_answer_was_lost_is_pressed_again_and_makes_one(open_hour: OpenHour, past: Edition) -> None:
    page = open_hour(day=past.date)
    lost: list[str] = []

    def lose(route) -> None:  # type: ignore[no-untyped-def]
        if route.request.method == "POST" and not lost:
            lost.append(route.fetch().text())
            return route.abort("connectionreset")
        return route.continue_()

    page.route("**/editions", lose)
    issue_button(page).click()
    press_issue(page)
    expect(page.locator("dialog [role=alert]")).to_contain_text("xin bấm lại")
    press_issue(page)
    expect(stands(page)).to_contain_text("Đã phát hành bản số 2")
    assert len(lost) == 1
    assert past.kinds() == ["provisional", "issued"]


def test_what_is_typed_survives_a_reload_and_a_colleagues_words_stand_beside_it(
    open_hour: OpenHour, past: Edition
) -> None:
    page = open_hour(day=past.date)
    type_remarks(page, "Lời của tôi")
    page.reload()
    expect(page.locator("#remarks")).to_have_value("Lời của tôi")
    past.put_remarks("Lời của đồng nghiệp", 0)
    page.get_by_role("button", name="Lưu nhận xét").click()
    expect(page.locator(".theirs")).to_contain_text("Lời của đồng nghiệp")
    expect(page.locator("#remarks")).to_have_value("Lời của tôi")
    issue_button(page).click()
    press_issue(page)
    expect(page.locator("dialog [role=alert]")).to_contain_text("Đồng nghiệp vừa sửa nhận xét")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Lưu nhận xét của tôi thay bản này").click()
    expect(page.locator(".theirs")).to_have_count(0)
    assert past.listed()["remarks"]["text"] == "Lời của tôi"
    past.put_remarks("Lời sau cùng", 2)
    refresh(page)
    expect(page.locator("#remarks")).to_have_value("Lời sau cùng")


def test_remarks_that_are_still_being_typed_are_saved_before_it_is_issued(open_hour: OpenHour, past: Edition) -> None:
    page = open_hour(day=past.date)
    type_remarks(page, "Viết dở")
    issue_button(page).click()
    expect(page.locator("dialog")).to_contain_text("Lưu nhận xét đang viết, rồi mới phát hành")
    press_issue(page)
    expect(stands(page)).to_contain_text("Đã phát hành bản số 2")
    page.get_by_role("button", name="Bản số 2 · phát hành").click()
    expect(page.locator("#paper-remarks")).to_contain_text("Viết dở")


def test_a_count_leads_to_those_units_and_a_name_to_its_page(open_hour: OpenHour, past: Edition) -> None:
    past.day.send("00004", figures={"villages": 3, "community_teams": 9})
    page = open_hour(day=past.date)
    page.get_by_role("link", name="1 cần giải trình").click()
    expect(page.locator(".row")).to_have_count(1)
    page.get_by_role("link", name="Bản tổng hợp").click()
    page.locator("#paper-findings [data-names='00004']").click()
    expect(page.locator("#panel h2")).to_contain_text("Ba Đình")
    expect(stands(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#panel")).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.names") == "00004"


def test_a_viewer_reads_everything_and_presses_nothing(open_hour: OpenHour, past: Edition) -> None:
    past.put_remarks("Lời của Trung tâm", 0)
    page = open_hour("lanh-dao", past.date)
    expect(page.locator("#remarks-part")).to_contain_text("Lời của Trung tâm")
    expect(document(page, "JSON")).to_be_visible()
    assert page.locator("textarea, #stands button.primary, .registry button").count() == 0
    page.get_by_role("link", name="Tuần, tổng kết").click()
    expect(page.locator(".periods")).to_contain_text("Tuần 1")
    assert page.locator(".periods .button").count() == 0


def test_a_weekly_report_is_issued_once_its_days_are_over(open_hour: OpenHour, afternoon: System) -> None:
    page = open_hour(view="ky")
    expect(page.locator(".periods li", has_text="Tuần 2")).to_contain_text("chưa hết kỳ")
    page.locator('[data-part="issue-week-1"]').click()
    expect(page.locator("dialog")).to_contain_text("từ 24/7 đến 30/7")
    press_issue(page)
    expect(page.locator(".periods li", has_text="Tuần 1")).to_contain_text("Bản số 1 · phát hành")
    page.locator('[data-part="issue-week-1"]').click()
    press_issue(page)
    expect(page.locator("dialog [role=alert]")).to_contain_text("không có gì để phát hành")


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["1280", "360"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_hour: OpenHour, size: dict[str, object]) -> None:
    page = open_hour(day="2025-07-31", **size)
    expect(page.locator("#paper-remarks h3")).to_be_visible()
    type_remarks(page, "dài" * 400)
    issue_button(page).click()
    assert findings(page) == []
    page.keyboard.press("Escape")
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("link", name="Tuần, tổng kết").click()
    expect(page.locator(".periods")).to_be_visible()
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_list_does_not_wait_for_the_scripts_of_other_views(open_hour: OpenHour) -> None:
    page = open_hour(view="")
    names = page.evaluate("performance.getEntriesByType('resource').map(({name}) => name)")
    assert [name for name in names if re.search(r"/(edition|reminders)/\w+\.(js|css)", name)] == []
