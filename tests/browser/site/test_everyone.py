"""For everybody: screen readers, both schemes, both languages, small screens, no script."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.axe import findings, findings_in_the_light
from tests.browser.site.pages import PAGES

type Visit = Callable[..., Page]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_axe_finds_nothing_on_any_type_of_page_and_none_is_wider_than_a_small_phone(
    visit: Visit, language: str
) -> None:
    found, wide = [], []
    for path in PAGES[language]:
        page = visit(path)
        # The types of page are the same in both languages, and so are their colours.
        found += [(path, each) for each in (findings(page) if language == "vi" else findings_in_the_light(page))]
        page.set_viewport_size({"width": 320, "height": 740})
        wide += [path] if page.evaluate("document.documentElement.scrollWidth > innerWidth") else []
        page.context.close()
    assert found == []
    assert wide == []


def test_without_script_text_tables_and_charts_are_there(visit: Visit) -> None:
    page = visit("/", script=False)
    expect(page.locator("h1")).to_contain_text("Ngày thứ 45 trong 45 ngày")
    expect(page.locator("svg.squares rect")).to_have_count(126)
    expect(page.locator("svg.bar")).to_have_count(10)
    assert page.locator("svg.squares").bounding_box()["width"] > 250  # type: ignore[index]
    page = visit("/tien-do/members-trained/", script=False)
    expect(page.locator("svg.narrow")).to_be_visible()
    page.locator("summary").first.click()
    expect(page.locator("details table tbody tr")).to_have_count(44)
    page = visit("/xa-phuong/phuong-ba-dinh/", script=False)
    expect(page.locator("svg.strip rect")).to_have_count(45)
    expect(page.locator("table.figures")).to_be_visible()
    page = visit("/chuong-trinh/", script=False)
    expect(page.locator(".budget svg rect")).to_have_count(2)
    expect(page.locator(".budget td").first).to_have_text("578 tỷ đồng")


def test_every_chart_has_its_table_on_the_same_page(visit: Visit) -> None:
    for path in [
        "/",
        "/tien-do/",
        "/tien-do/online/",
        "/xa-phuong/phuong-ba-dinh/",
        "/chuong-trinh/",
        "/en/programme/",
    ]:
        page = visit(path)
        assert page.locator("svg[role=img]").count() == 0 or page.locator("table").count() > 0, path


def test_the_first_thing_a_keyboard_reaches_leads_to_the_content(visit: Visit) -> None:
    page = visit("/tien-do/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_the_chosen_scheme_stays_and_there_is_no_flash_of_the_other(visit: Visit) -> None:
    page = visit("/")
    page.click("[data-scheme-switch]")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"
    page.goto(page.url + "tien-do/")
    assert page.evaluate("document.documentElement.dataset.scheme") == "dark"


def test_language_leads_to_the_same_page_in_the_other(visit: Visit) -> None:
    page = visit("/tien-do/members-trained/")
    page.click("a.language")
    expect(page.locator("h1")).to_have_text("Community team members trained")
    page.click("a.language")
    expect(page.locator("h1")).to_have_text("Thành viên Tổ Chuyển đổi số cộng đồng đã tập huấn")
