"""Search: with and without diacritics, loaded when first used, nothing of the index becomes markup."""

import gzip
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site.conftest import Built

type Visit = Callable[..., Page]


def test_nothing_of_the_search_is_loaded_before_it_is_used(visit: Visit) -> None:
    page = visit("/")
    page.wait_for_load_state("networkidle")
    loaded = "performance.getEntriesByType('resource').map((entry) => entry.name).filter((name) => name.includes('search')).length"
    assert page.evaluate(loaded) == 0
    page.click("[data-search-open]")
    expect(page.locator("dialog.search")).to_be_visible()
    expect(page.locator("dialog.search input")).to_be_focused()
    page.fill("dialog.search input", "ba dinh")
    expect(page.locator("dialog.search .results a").first).to_be_visible()
    assert page.evaluate(loaded) == 2


@pytest.mark.parametrize(
    "asked, found",
    [
        ("bao cao", "Báo cáo"),
        ("báo cáo", "Báo cáo"),
        ("dien thoai", "điện thoại"),
        ("điện thoại", "điện thoại"),
        ("dong da", "Phường Đống Đa"),
        ("Đống Đa", "Phường Đống Đa"),
        ("hoa xa", "Xã Hòa Xá"),
        ("Hoà Xá", "Xã Hòa Xá"),
        ("Hòa Xá", "Xã Hòa Xá"),
    ],
)
def test_words_are_found_with_and_without_diacritics_and_in_former_spelling(
    visit: Visit, asked: str, found: str
) -> None:
    page = visit("/")
    page.click("[data-search-open]")
    page.fill("dialog.search input", asked)
    results = page.locator("dialog.search .results")
    expect(results).to_contain_text(re.compile(re.escape(found), re.IGNORECASE))


def test_the_search_page_searches_what_its_address_asks(visit: Visit) -> None:
    page = visit("/tim-kiem/?q=ba+dinh")
    expect(page.locator(".results a").first).to_have_text("Phường Ba Đình")


def test_a_communes_name_finds_the_commune_alone_and_the_rest_behind_a_button(visit: Visit) -> None:
    page = visit("/tim-kiem/?q=hoan+kiem")
    shown = page.locator(".results li:not([hidden]) a")
    expect(shown).to_have_text(["Phường Hoàn Kiếm"])
    page.fill("#q", "đống đa")
    expect(shown).to_have_text(["Phường Đống Đa"])


def test_what_is_not_there_is_said(visit: Visit) -> None:
    page = visit("/en/")
    page.keyboard.press("/")
    page.fill("dialog.search input", "zzzz")
    expect(page.locator("dialog.search [role=status]")).to_have_text("Nothing found.")
    page.keyboard.press("Escape")
    expect(page.locator("dialog.search")).not_to_be_visible()


def test_an_index_that_does_not_come_is_said_and_asked_for_again(visit: Visit) -> None:
    page = visit("/")
    page.route("**/search.vi*.json", lambda route: route.abort())
    page.click("[data-search-open]")
    page.fill("dialog.search input", "ba")
    expect(page.locator("dialog.search [role=status]")).to_contain_text("Xin thử lại")
    page.unroute("**/search.vi*.json")
    page.fill("dialog.search input", "ba dinh")
    expect(page.locator("dialog.search .results a").first).to_have_text("Phường Ba Đình")


@pytest.mark.parametrize(
    "asked, first", [("ba dinh", "Phường Ba Đình"), ("hoà xá", "Xã Hòa Xá"), ("DONG DA", "Phường Đống Đa")]
)
def test_the_list_of_communes_narrows_as_one_types(visit: Visit, asked: str, first: str) -> None:
    page = visit("/xa-phuong/")
    page.fill(".finder input", asked)
    shown = page.locator(".units li:not([hidden]) a")
    expect(shown).to_have_count(1)
    expect(shown).to_have_text(first)
    page.press(".finder input", "Enter")
    expect(page.locator("h1")).to_have_text(first)


def test_the_box_on_the_home_page_leads_to_the_commune(visit: Visit) -> None:
    page = visit("/")
    page.fill(".finder input", "hoan kiem")
    page.press(".finder input", "Enter")
    expect(page.locator(".units li:not([hidden]) a")).to_have_text("Phường Hoàn Kiếm")


def test_the_index_is_small_and_holds_no_table(whole: Built) -> None:
    for index in (whole.folder / "assets").glob("search.*.json"):
        text = index.read_bytes()
        assert len(gzip.compress(text)) <= 60 * 1024
        # A whole hash stands in the table of editions only.
        assert not re.search(rb"[0-9a-f]{64}", text)
