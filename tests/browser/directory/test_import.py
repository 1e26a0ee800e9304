"""A list from a file: looked at first, then all of it or nothing."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from playwright.sync_api import Page, expect

from tests.browser.directory.conftest import Open
from tests.browser.directory.desk import DEPUTY, LEADER, OTHER, PEOPLE, REPORTER, Centre, choose, confirm, line, person

TAKE = '[data-part="take"]'
NEW = line("Người báo cáo 00025", 301)


def counts(page: Page) -> list[str]:
    return page.locator(".plan-counts li").all_inner_texts()


def test_a_list_with_problems_is_told_by_row_and_column_and_nothing_is_written(open_directory: Open, centre: Centre):
    before, page = centre.people(), open_directory()
    bad = [line(REPORTER, 101, phone="024 3825 0000"), line(DEPUTY, 102, unit="99999"), line(LEADER, 103, email="x")]
    choose(page, centre.file(*bad))
    rows = page.locator(".problems tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.nth(0).locator("td")).to_have_text(["2", "Điện thoại di động", "Đây là số máy cố định, không nhận được tin nhắn. Xin ghi số di động."])  # fmt: skip
    expect(rows.nth(1)).to_contain_text("Mã đơn vị")
    expect(rows.nth(2)).to_contain_text("Thư điện tử")
    expect(page.locator("#trial h3")).to_be_focused()
    expect(page.locator(TAKE)).to_have_count(0)
    assert centre.people() == before


def test_the_trial_run_tells_who_is_added_changed_and_removed_and_writes_nothing(open_directory: Open, centre: Centre):
    before, page = centre.people(), open_directory()
    choose(page, centre.file(PEOPLE[0], line(DEPUTY, 109), PEOPLE[2], NEW))
    expect(page.locator(TAKE)).to_be_visible()
    assert counts(page) == ["1 thêm mới", "1 thay đổi", "1 bị xóa", "2 giữ nguyên"]
    for summary in page.locator(".who-list summary").all():
        summary.click()
    expect(page.locator(".who-list").nth(0)).to_contain_text(f"{OTHER}, Người báo cáo, Phường Ngọc Hà")
    expect(page.locator(".who-list").nth(1)).to_contain_text("điện thoại, thư điện tử")
    page.locator(TAKE).click()
    expect(page.locator("dialog")).to_contain_text(
        "Danh bạ đang có 4 người. Sau khi nhập sẽ có 4 người: thêm 1, thay đổi 1, xóa 1, giữ nguyên 2."
    )
    expect(page.locator("dialog .warning")).to_contain_text("mất ngay")
    expect(page.get_by_role("button", name="Hủy")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(TAKE)).to_be_focused()
    assert centre.people() == before


def test_the_list_that_was_looked_at_is_imported(open_directory: Open, centre: Centre):
    page = open_directory()
    choose(page, centre.file(PEOPLE[0], NEW, name="danh sách tháng 8.csv"))
    expect(page.locator("#trial")).to_contain_text("danh sách tháng 8.csv")
    page.locator(TAKE).click()
    confirm(page)
    expect(page.locator("#trial")).to_have_text("Đã nhập danh sách: thêm 1, thay đổi 0, xóa 3, giữ nguyên 1.")
    expect(person(page, "Người báo cáo 00025")).to_be_visible()
    expect(person(page, OTHER)).to_have_count(0)
    assert set(centre.people()) == {REPORTER, "Người báo cáo 00025"}


def test_a_directory_that_changed_after_the_trial_run_is_looked_at_again(open_directory: Open, centre: Centre):
    page = open_directory()
    choose(page, centre.file(*PEOPLE))
    page.locator(TAKE).click()
    centre.mend(REPORTER, phone="+84 000 000 777")
    confirm(page)
    expect(page.locator("#trial [role=alert]")).to_contain_text("chưa ghi gì")
    assert counts(page) == ["0 thêm mới", "1 thay đổi", "1 bị xóa", "2 giữ nguyên"]
    assert OTHER in centre.people()


def test_the_list_imported_last_is_nothing_to_import(open_directory: Open, centre: Centre):
    page = open_directory()
    choose(page, centre.file(*PEOPLE, line(OTHER, 200 + centre.number)))
    expect(page.locator("#trial h3")).to_contain_text("danh sách đã nhập lần cuối")
    expect(page.locator(TAKE)).to_have_count(0)


def test_a_file_that_is_too_large_never_leaves_the_machine(open_directory: Open, centre: Centre):
    page, sent = open_directory(), []
    page.on("request", lambda request: sent.append(request.url))
    large = centre.folder / "lon.csv"
    large.write_bytes(b"x" * (1024 * 1024 + 1))
    choose(page, large)
    expect(page.locator("#trial [role=alert]")).to_contain_text("lớn hơn 1 MB")
    assert sent == []


def test_what_is_no_list_is_refused_with_a_reason(open_directory: Open, centre: Centre):
    page = open_directory()
    odd = centre.folder / "anh.xlsx"
    odd.write_bytes(b"\x89PNG\r\n" * 40)
    choose(page, odd)
    expect(page.locator(".problems tbody tr").first).to_contain_text("cả tệp")


def test_the_same_file_mended_can_be_chosen_again(open_directory: Open, centre: Centre):
    page = open_directory()
    choose(page, centre.file(line(REPORTER, 101, phone="1")))
    expect(page.locator(".problems")).to_be_visible()
    with page.expect_file_chooser() as chooser:
        page.locator("#file").click()
    chooser.value.set_files(centre.file(*PEOPLE))
    expect(page.locator(TAKE)).to_be_visible()


@pytest.mark.parametrize("name", ["quan-tri", "dieu-phoi-1"])
def test_the_lists_are_there_to_take_away(open_directory: Open, centre: Centre, name: str):
    page = open_directory(name)
    with page.expect_download() as known:
        page.get_by_role("link", name="Tải danh sách hiện có, tệp CSV").click()
    assert REPORTER in Path(known.value.path()).read_text(encoding="utf-8-sig")
    with page.expect_download() as blank:
        page.get_by_role("link", name="Tải mẫu trống, tệp XLSX").click()
    saved = centre.folder / "mau.xlsx"
    blank.value.save_as(saved)
    assert load_workbook(saved).worksheets[0]["A1"].value == "Mã đơn vị"
    assert blank.value.suggested_filename == "danh-ba-hanoi-45.xlsx"


def test_a_coordinator_imports_nothing(open_directory: Open):
    page = open_directory("dieu-phoi-1")
    expect(person(page, REPORTER)).to_be_visible()
    expect(page.locator(".import, #file")).to_have_count(0)
