"""Reminders on the board: what was sent and what became of it, a wave tried dry, the switch, the call list, the chat."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from pypdf import PdfReader

from giaoban.fold import unaccented
from tests.browser.axe import dark, findings
from tests.browser.board.desk import refresh, row
from tests.browser.board.hour import TODAY, press_issue
from tests.browser.board.reminding import UNITS, Reminding
from tests.browser.screens import LAPTOP, PHONE
from tests.browser.system import running_with_form

type OpenView = Callable[..., Page]
REASON = "Nhà mạng đang lỗi, tin đến trễ hàng giờ"


@pytest.fixture(scope="module")
def reminding(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reminding]:
    """Five past four: three units were in before 15:30, one at 15:50; SMS to deputies and leaders were refused."""
    with running_with_form(tmp_path_factory.mktemp("reminders")) as system:
        made = Reminding(system)
        made.people()
        for unit in made.codes[:3]:
            made.day.send(unit)
        made.pass_by("15:30", "sms_before")
        made.provider("sms", "refusing")
        made.pass_by("15:46", "sms_leaders")
        made.provider("sms", "prompt")
        made.day.send(made.codes[3], at=f"{TODAY}T15:50:00+07:00")
        made.pass_by("16:05", "late")
        yield made


@pytest.fixture
def going(reminding: Reminding) -> Iterator[Reminding]:
    """Nobody has paused anything, and nobody does when the test is over."""
    yield reminding
    if reminding.told()["switch"]["paused"]:
        reminding.turn(False, "Hết thử")


@pytest.fixture
def open_view(reminding: Reminding, contexts: Callable[..., BrowserContext]) -> OpenView:
    def open_as(name: str = "dieu-phoi-1", view: str = "nhac", **options: object) -> Page:
        context, system = contexts(**options), reminding.system
        token = {"Authorization": f"Bearer {system.staff_token(name)}"}
        assert context.request.post(f"{system.origin}/v1/staff-session", data={}, headers=token).ok
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
        page.goto(f"{system.origin}/dieu-hanh#xem={view}")
        page.wait_for_selector(".waves, .calls, .row .open")
        return page

    return open_as


def test_a_row_says_what_was_sent_last_and_what_became_of_it(open_view: OpenView, reminding: Reminding) -> None:
    page = open_view(view="")
    missing, reported = reminding.codes[5], reminding.codes[0]
    expect(row(page, missing).locator(".told.well")).to_have_text(re.compile(r"✓ 16:\d\d SMS: đã tới nơi"))
    assert row(page, reported).locator(".told").count() == 0
    row(page, missing).locator(".open").click()
    expect(page.locator("#panel .told-line")).to_contain_text("SMS: đã tới nơi (6 tin trong ngày)")
    page.get_by_role("button", name="English").click()
    expect(page.locator("#panel .told-line")).to_contain_text("SMS: delivered")


def test_the_waves_say_what_became_of_their_messages_and_what_they_cost(open_view: OpenView) -> None:
    page = open_view(view="")
    page.get_by_role("link", name="Nhắc báo cáo").focus()
    page.keyboard.press("Enter")
    before = page.locator('[data-wave="sms_before"]')
    expect(before).to_contain_text(f"{UNITS - 3} đã gửi")
    expect(before).to_contain_text(f"{UNITS - 3} đã tới nơi")
    expect(before).to_contain_text(f"{UNITS - 3} phần SMS · {(UNITS - 3) * 800 / 1000:.3f} đ")
    leaders = page.locator('[data-wave="sms_leaders"]')
    expect(leaders.locator(".bad")).to_have_text(f"{2 * (UNITS - 3)} không gửi được")
    expect(page.locator('[data-wave="call_list"]')).to_contain_text("sắp tới")
    expect(page.locator('[data-wave="link_of_day"]')).to_contain_text("đã lỡ")
    parts = UNITS - 3 + UNITS - 4
    expect(page.locator("#spent")).to_contain_text(f"{parts}/800 phần")
    expect(page.locator("#spent")).to_contain_text(f"{parts * 800 // 1000}.{parts * 800 % 1000:03}/640.000 đ")
    expect(page.locator(".waves .asked")).to_contain_text("Gửi lại liên kết theo yêu cầu")


def test_a_wave_tried_dry_shows_every_word_and_sends_nothing(open_view: OpenView, reminding: Reminding) -> None:
    page = open_view()
    sent = reminding.told()["waves"]
    page.locator('[data-part="try-sms_leaders"]').focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog")
    expect(dialog).to_contain_text("không có tin nào được gửi")
    count = 2 * (UNITS - 4)
    expect(dialog).to_contain_text(f"{count} tin cho {UNITS - 4} đơn vị: {count} SMS, 0 thư.")
    expect(dialog).to_contain_text(f"Tổng cộng {count} phần SMS · {count * 800 // 1000}.{count * 800 % 1000:03} đ.")
    expect(dialog.locator(".rehearsed > li")).to_have_count(min(20, count))
    expect(dialog.locator(".exact").first).to_contain_text(re.compile(r"sap qua han bao cao 2/8 \(han 16:00\): http"))
    unit = reminding.system.campaign.units[reminding.codes[5]].names.vi
    dialog.get_by_label("Tìm đơn vị hoặc người").fill(unaccented(unit).lower())
    expect(dialog.locator(".rehearsed > li")).to_have_count(2)
    expect(dialog.locator(".rehearsed b").first).to_have_text(unit)
    page.keyboard.press("Escape")  # empties the search, as everywhere
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    assert page.evaluate("document.activeElement.dataset.part") == "try-sms_leaders"
    assert reminding.told()["waves"] == sent


def test_a_long_wave_is_shown_twenty_at_a_time(open_view: OpenView) -> None:
    page = open_view()
    one = {
        "unit": "00004",
        "recipient": "x",
        "name": "Ai",
        "role": "leader",
        "channel": "sms",
        "address": "+84000000001",
    }
    message = {**one, "text": "Bao cao", "parts": 1, "cost_vnd": 800, "quiet": False}
    many = {"wave": "late", "at": f"{TODAY}T16:00:00+07:00", "messages": [message] * 45, "parts": 45, "cost_vnd": 36000}
    page.route("**/dry-run", lambda route: route.fulfill(json=many))
    page.locator('[data-part="try-late"]').click()
    for shown in (20, 40, 45):
        expect(page.locator(".rehearsed > li")).to_have_count(shown)
        if shown < 45:
            page.get_by_role("button", name="Xem thêm").click()
    expect(page.get_by_role("button", name="Xem thêm")).to_have_count(0)


def test_everything_is_paused_with_a_reason_and_every_board_says_so(open_view: OpenView, going: Reminding) -> None:
    page = open_view()
    page.locator('[data-part="turn"]').click()
    press_issue(page)
    expect(page.locator("dialog [role=alert]")).to_contain_text("Xin ghi lý do")
    page.locator("#reason").fill(REASON)
    press_issue(page)
    expect(page.locator("#switch")).to_contain_text("Đang tạm dừng mọi tin nhắn")
    expect(page.locator("#switch")).to_contain_text(re.compile(rf"dieu-phoi-1, 16:\d\d: {REASON}"))
    expect(page.locator('[data-wave="call_list"]')).to_contain_text("sẽ không gửi khi còn tạm dừng")
    viewer = open_view("lanh-dao", view="")
    expect(viewer.locator(".notice.paused")).to_contain_text(f"dieu-phoi-1: {REASON}")
    assert findings(viewer) == []
    viewer.get_by_role("link", name="Xem phần nhắc báo cáo").click()
    expect(viewer.locator("#switch")).to_contain_text(REASON)
    assert viewer.locator('[data-part="turn"]').count() == 0
    page.locator('[data-part="turn"]').click()
    page.locator("#reason").fill("Nhà mạng đã chạy lại")
    press_issue(page)
    expect(page.locator("#switch")).to_contain_text("dieu-phoi-1 cho tiếp tục gửi")
    refresh(page)
    expect(page.locator(".notice.paused")).to_have_count(0)


def test_who_comes_second_reads_who_was_first_and_keeps_the_reason(open_view: OpenView, going: Reminding) -> None:
    page = open_view()
    page.locator('[data-part="turn"]').click()
    page.locator("#reason").fill(REASON)
    going.turn(True, "Tôi thử đường truyền")
    press_issue(page)
    said = page.locator("dialog [role=alert]")
    expect(said).to_contain_text("dieu-phoi-2 vừa tạm dừng")
    expect(said).to_contain_text("Tôi thử đường truyền")
    expect(page.locator("#reason")).to_have_value(REASON)
    press_issue(page)
    expect(page.locator("dialog")).to_have_count(0)
    expect(page.locator("#switch")).to_contain_text(REASON)
    assert going.told()["switch"]["by"] == "dieu-phoi-1"


def test_a_press_whose_answer_was_lost_is_pressed_again_and_done(open_view: OpenView, going: Reminding) -> None:
    page = open_view()
    lost: list[str] = []

    def lose(route) -> None:  # type: ignore[no-untyped-def]
        if not lost:
            lost.append(route.fetch().text())
            return route.abort("connectionreset")
        return route.continue_()

    page.route("**/reminders/switch", lose)
    page.locator('[data-part="turn"]').click()
    page.locator("#reason").fill(REASON)
    press_issue(page)
    expect(page.locator("dialog [role=alert]")).to_contain_text("xin bấm lại")
    version = going.told()["switch"]["version"]
    press_issue(page)
    expect(page.locator("dialog")).to_have_count(0)
    assert going.told()["switch"]["version"] == version


def test_a_milestone_is_said_to_be_done_and_taken_back(open_view: OpenView, reminding: Reminding) -> None:
    page = open_view()
    box = page.get_by_label("Đã xong: Hệ thống thông tin giải quyết thủ tục hành chính")
    expect(page.locator("#milestones")).to_contain_text("quá hạn 2 ngày")
    box.check()
    expect(page.locator("#said")).to_contain_text("không nhắc nữa")
    assert [each["id"] for each in reminding.told()["milestones"] if each["done"]] == ["procedure_system"]
    box.uncheck()
    expect(page.locator("#said")).to_contain_text("sẽ nhắc lại")
    assert [each for each in reminding.told()["milestones"] if each["done"]] == []


def test_the_call_list_has_numbers_to_tap_and_begins_a_call(open_view: OpenView, reminding: Reminding) -> None:
    page = open_view(view="", **PHONE)
    page.get_by_role("link", name="Cần gọi").click()
    unit = page.locator(f'[data-call="{reminding.codes[5]}"]')
    expect(unit.locator(".people > li")).to_have_count(3)
    expect(unit.locator(".told.bad").first).to_contain_text("SMS: không gửi được")
    number = unit.locator('a[href^="tel:+84"]').first
    box = number.bounding_box()
    assert box
    assert box["height"] >= 44
    assert box["width"] >= 44
    assert page.locator(f'[data-call="{reminding.codes[0]}"]').count() == 0
    unit.get_by_role("button", name="Gọi").click()
    page.get_by_role("button", name="Tôi đang gọi").click()
    expect(page.locator("dialog .claim")).to_contain_text("Đồng nghiệp thấy bạn đang gọi")
    page.get_by_label("Không nghe máy").check()
    press_issue(page)
    expect(unit).to_contain_text("không nghe máy")
    assert page.evaluate("document.activeElement.dataset.part") == f"call-{reminding.codes[5]}"


def test_the_call_list_fits_on_paper(open_view: OpenView) -> None:
    page = open_view(view="can-goi", color_scheme="dark")
    page.evaluate("document.querySelectorAll('.calls > li').forEach((each, index) => index < 40 || each.remove())")
    pages = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
    assert len(pages) <= 2
    text = pages[0].extract_text()
    assert "Danh sách cần gọi" in text
    assert "+84 000 000" in text
    assert "Đăng xuất" not in text


def test_the_text_for_chat_groups_is_copied_or_selected(open_view: OpenView) -> None:
    page = open_view()
    text = page.get_by_label("Nội dung để dán").input_value()
    assert text.startswith("Báo cáo ngày 2/8: đã có 4/143 đơn vị")
    assert "#t=" not in text
    assert "Người báo cáo" not in text
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="Chép").click()
    expect(page.locator("#said")).to_contain_text("Đã chép")
    assert page.evaluate("navigator.clipboard.readText()") == text
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('forbidden')); }")
    page.get_by_role("button", name="Chép").click()
    expect(page.locator("#said")).to_contain_text("Ctrl+C")
    box = "(({id, selectionStart, selectionEnd}) => [id, selectionStart, selectionEnd])(document.activeElement)"
    assert page.evaluate(box) == ["chat-text", 0, len(text)]


def test_a_viewer_sees_counts_and_nobody(open_view: OpenView, reminding: Reminding) -> None:
    answers: list[str] = []
    page = open_view("lanh-dao")
    page.on("response", lambda answer: answers.append(answer.url))
    expect(page.locator('[data-wave="sms_before"]')).to_contain_text(f"{UNITS - 3} đã gửi")
    assert page.get_by_role("link", name="Cần gọi").count() == 0
    assert page.locator(".waves .button, #milestones input, a[href^='tel:']").count() == 0
    assert re.search(r"Người báo cáo|Lãnh đạo 0|\+84", page.locator("main").inner_text()) is None
    page.goto(f"{reminding.system.origin}/dieu-hanh#xem=can-goi")
    expect(page.locator("#view")).to_contain_text("chỉ điều phối viên xem được")
    assert [url for url in answers if "call-list" in url] == []


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["1280", "360"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    open_view: OpenView, going: Reminding, screenshots: Path, size: dict[str, object]
) -> None:
    page = open_view(**size)
    width = page.viewport_size["width"] if page.viewport_size else 0

    def looks_right(name: str) -> None:
        page.wait_for_timeout(150)
        page.screenshot(path=screenshots / f"dieu-hanh-{name}-{width}-light.png")
        with dark(page):
            page.screenshot(path=screenshots / f"dieu-hanh-{name}-{width}-dark.png")
        assert findings(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name

    looks_right("nhac")
    page.locator('[data-part="try-late"]').click()
    looks_right("xem-thu")
    page.keyboard.press("Escape")
    page.locator('[data-part="turn"]').click()
    page.locator("#reason").fill("dài" * 300)
    press_issue(page)
    expect(page.locator("#switch")).to_contain_text("Đang tạm dừng")
    looks_right("tam-dung")
    page.get_by_role("link", name="Cần gọi").click()
    expect(page.locator(".calls")).to_be_visible()
    looks_right("can-goi")
    page.get_by_role("link", name="Danh sách đơn vị").click()
    looks_right("danh-sach-tam-dung")
