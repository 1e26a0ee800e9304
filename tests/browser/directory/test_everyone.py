"""For everybody: accessible in both schemes and sizes, deaf to markup in names, small, and leaving nothing behind."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Route, expect

from giaoban.access import Role
from tests.browser.axe import dark, findings
from tests.browser.directory.conftest import Open
from tests.browser.directory.desk import DIRECTORY, PEOPLE, REPORTER, Centre, choose, line, press
from tests.browser.hostile import CORPUS
from tests.browser.screens import LAPTOP, PHONE
from tests.browser.test_xss import STICKING_OUT, Watched

BAD = [line(REPORTER, 101, phone="1"), line("Người thay 00004", 102, unit="9")]


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["1280", "360"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    open_directory: Open, centre: Centre, screenshots: Path, size: dict[str, Any]
):
    page = open_directory(**size)
    width = size["viewport"]["width"]

    def looks_right(name: str) -> None:
        page.wait_for_timeout(150)
        page.screenshot(path=screenshots / f"danh-ba-{name}-{width}-light.png")
        with dark(page):
            page.screenshot(path=screenshots / f"danh-ba-{name}-{width}-dark.png")
        assert findings(page) == [], name
        assert page.evaluate(STICKING_OUT) == [], name

    looks_right("list")
    for part in ("channel-sms", "edit", "remove"):
        press(page, REPORTER, part)
        looks_right(part)
        page.keyboard.press("Escape")
    choose(page, centre.file(*BAD))
    expect(page.locator(".problems")).to_be_visible()
    looks_right("problems")
    choose(page, centre.file(*PEOPLE[1:]))
    page.locator(".who-list summary").first.click()
    looks_right("plan")
    page.locator('[data-part="take"]').click()
    looks_right("sure")


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["1280", "360"])
def test_axe_finds_nothing_on_the_leaders_screen(
    contexts: Callable[..., BrowserContext], centre: Centre, size: dict[str, Any]
):
    page = contexts(**size).new_page()
    page.goto(f"{centre.system.origin}/bao-cao#t={centre.system.link('00004', role=Role.LEADER).token}")
    page.wait_for_selector("form .field")
    page.goto(f"{centre.system.origin}/danh-ba")
    page.get_by_role("button", name="Cử người này").click()
    assert findings(page) == []
    assert page.evaluate(STICKING_OUT) == []


def hostile(known: dict[str, Any]) -> dict[str, Any]:
    """The directory as a service would tell it that had taken anything for a name."""
    person = known["people"][0]
    people = [
        {**person, "id": f"00004-{number:010x}", "name": text[:254], "email": text[:254], "phone": "+84000000101",
         "stopped": [{"channel": "sms", "why": text[:20], "by": text, "at": person["history"][0]["at"]}],
         "history": [{**person["history"][0], "via": text, "what": text}], "quiet": [text[:9], text[:9]]}
        for number, text in enumerate(CORPUS)
    ]  # fmt: skip
    return {**known, "people": people, "last_import": {**known["last_import"], "by": CORPUS[0]}}


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["1280", "360"])
def test_what_stands_in_a_name_is_text_and_never_runs(open_directory: Open, centre: Centre, size: dict[str, Any]):
    page = open_directory("quan-tri", **size)
    watched = Watched(page)
    told = [{"path": "/rows/2/name", "rule": text, "vi": text, "en": text, "row": 2, "column": {"vi": text, "en": text}} for text in CORPUS]  # fmt: skip

    def people(route: Route) -> None:
        route.fulfill(json=hostile(route.fetch().json()))

    def plan(route: Route) -> None:
        trial = route.fetch().json()
        some = [{"unit": "00004", "role": "reporter", "name": text, "fields": ["name"]} for text in CORPUS]
        route.fulfill(json={**trial, **({"added": some, "removed": some} if trial["added"] else {"problems": told})})

    page.route(f"**{DIRECTORY}", people)
    page.route(f"**{DIRECTORY}/import", plan)
    page.reload()
    expect(page.locator(".person")).to_have_count(len(CORPUS))
    watched.is_whole()
    page.locator('.person [data-part="edit"]').nth(3).click()
    watched.is_whole()
    page.keyboard.press("Escape")
    page.locator('.person [data-part="remove"]').nth(CORPUS.index("\u202egpj.exe tốt\u202c")).click()
    watched.is_whole()
    page.keyboard.press("Escape")
    page.fill("#search", CORPUS[12])
    watched.is_whole()
    for rows in ([line("Người báo cáo 00025", 900)], PEOPLE):
        choose(page, centre.file(*rows, name="<img src=x onerror=hit(1)>.csv"))
        expect(page.locator("#trial")).to_contain_text("<img src=x onerror=hit(1)>.csv")
        for summary in page.locator(".who-list summary").all():
            summary.click()
        watched.is_whole()
    expect(page.locator(".problems tbody tr")).to_have_count(len(CORPUS))


def test_nothing_personal_is_in_an_address_or_kept_by_the_browser(open_directory: Open, centre: Centre):
    page, asked = open_directory(), []
    page.on("request", lambda request: asked.append(request.url))
    page.fill("#search", "Người báo cáo 00004")
    press(page, REPORTER, "edit")
    page.fill("#phone", "+84 000 000 321")
    page.get_by_role("button", name="Lưu").click()
    expect(page.locator("dialog")).to_have_count(0)
    choose(page, centre.file(*PEOPLE[:2]))
    page.locator('[data-part="take"]').click()
    page.locator("dialog .primary").click()
    expect(page.locator("#trial .notice")).to_be_visible()
    assert len(asked) > 3
    assert [url for url in asked if not url.startswith(f"{centre.system.origin}/v1/")] == []
    assert not [url for url in [*asked, page.url] if "321" in url or "Ng" in url or "#" in url]
    assert page.evaluate("Object.keys(localStorage).filter((key) => key !== 'giaoban.language')") == []
    assert page.evaluate("[sessionStorage.length, document.cookie]") == [0, ""]
    assert page.evaluate("indexedDB.databases().then((all) => all.length)") == 0


def test_the_whole_page_speaks_english_too(open_directory: Open, centre: Centre):
    page = open_directory()
    choose(page, centre.file(*BAD))
    expect(page.locator(".problems")).to_be_visible()
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator(".problems tbody tr").first).to_contain_text("Mobile phone")
    expect(page.get_by_role("button", name="Tiếng Việt")).to_be_focused()
    assert page.locator(".person").first.inner_text().count("Reporter") == 1
