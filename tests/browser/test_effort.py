"""How many taps and keystrokes a full commune report takes, counted as the phone sees them."""

import json
from pathlib import Path

from playwright.sync_api import BrowserContext, expect

from tests.browser.fake_api import TOKEN, FakeServer, Service
from tests.browser.officer import wait_until_received

FORM = Path(__file__).parents[2] / "schemas" / "campaigns" / "hanoi-45" / "forms" / "commune.json"
COUNT = """
window.effort = { taps: 0, keys: 0 };
addEventListener('click', (event) => { if (event.isTrusted) effort.taps += 1; }, true);
addEventListener('keydown', (event) => { if (event.isTrusted) effort.keys += 1; }, true);
"""
# An ordinary day: what changes is typed, stocks stay as they were.
TYPED = {"dossiers_online": "41", "dossiers_counter": "18", "dossiers_resolved_on_time": "52", "dossiers_pending": "47",
         "help_raised": "3", "help_resolved": "3", "supporters_enterprise": "1", "supporters_school": "2", "ai_helped": "5"}  # fmt: skip
STAY = 40


def test_a_full_report_takes_few_taps_and_keys(phone: BrowserContext, server: FakeServer, service: Service) -> None:
    form = json.loads(FORM.read_text(encoding="utf-8"))["properties"]
    stocks = {name: each["type"] for name, each in form.items() if each["measure"] == "stock"}
    service.stocks = {name: True if kind == "boolean" else STAY for name, kind in stocks.items()}
    phone.add_init_script(COUNT)
    page = phone.new_page()
    page.goto(f"{server.origin}/bao-cao#t={TOKEN}")
    page.wait_for_selector("form .field")
    while page.locator("form .field").count() and page.locator("textarea").count() == 0:
        heading = fill_step(page, form)
        page.get_by_role("button", name="Tiếp tục").click()
        expect(page.locator("h1")).not_to_have_text(heading)
    page.get_by_role("button", name="Tiếp tục").click()
    page.get_by_role("button", name="Gửi báo cáo").click()
    wait_until_received(page)
    expect(page.locator(".fate")).not_to_contain_text("một phần")
    assert set(service.puts[0]["figures"]) == set(form)
    effort = page.evaluate("window.effort")
    total = effort["taps"] + effort["keys"]
    print(f"\n{len(form)} figures: {effort['taps']} taps + {effort['keys']} keys = {total} (aim {len(form) + 25})")
    assert total <= len(form) + 25


def fill_step(page, form) -> str:  # type: ignore[no-untyped-def]
    """What the step is called."""
    heading = page.locator("h1").inner_text()
    names = page.eval_on_selector_all(".field", "(fields) => fields.map((field) => field.id.replace('-field', ''))")
    for name in names:
        if name in TYPED:
            page.tap(f"#{name}")
            page.keyboard.type(TYPED[name])
        elif form[name]["type"] == "boolean" and form[name]["measure"] == "flow":
            page.tap(f"#{name}")
    for shortcut in ("Các mục còn trống: như lần trước", "Mục này trong ngày không phát sinh"):
        button = page.get_by_role("button", name=shortcut)
        if button.is_visible():
            button.tap()
    assert page.locator("h1").inner_text() == heading
    return heading
