"""How many taps and keystrokes a full commune report takes, counted as the phone sees them."""

import json
from pathlib import Path
from typing import Any

from playwright.sync_api import BrowserContext, Page, expect

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
MOST_TAPS = 35


def test_a_full_report_takes_few_taps_and_keys(phone: BrowserContext, server: FakeServer, service: Service) -> None:
    form = json.loads(FORM.read_text(encoding="utf-8"))["properties"]
    stocks = {name: each["type"] for name, each in form.items() if each["measure"] == "stock"}
    service.stocks = {name: True if kind == "boolean" else STAY for name, kind in stocks.items()}
    phone.add_init_script(COUNT)
    page = phone.new_page()
    page.goto(f"{server.origin}/bao-cao#t={TOKEN}")
    page.wait_for_selector("form .field")
    page.get_by_role("button", name="Cả biểu mẫu: số liệu lũy kế như lần trước").tap()
    expect(page.locator("form")).to_contain_text(f"Đã điền {len(stocks)} số liệu như lần trước")
    while set(form) - set(fill_step(page, form)):
        heading = page.locator("h1").inner_text()
        page.get_by_role("button", name="Tiếp tục").tap()
        expect(page.locator("h1")).not_to_have_text(heading)
    page.get_by_role("link", name="Xem lại và gửi").tap()
    page.get_by_role("button", name="Gửi báo cáo").tap()
    wait_until_received(page)
    expect(page.locator(".fate")).not_to_contain_text("một phần")
    assert set(service.puts[0]["figures"]) == set(form)
    effort = page.evaluate("window.effort")
    total = effort["taps"] + effort["keys"]
    print(f"\n{len(form)} figures: {effort['taps']} taps + {effort['keys']} keys = {total} (aim {len(form) + 25})")
    assert total <= len(form) + 25
    assert effort["taps"] <= MOST_TAPS


def fill_step(page: Page, form: dict[str, Any]) -> list[str]:
    """Types what is to be typed here; what the whole report has by now."""
    for name in page.eval_on_selector_all(".field", "(all) => all.map((field) => field.id.replace('-field', ''))"):
        if name in TYPED:
            page.tap(f"#{name}")
            page.keyboard.type(TYPED[name])
        elif form[name]["type"] == "boolean" and form[name]["measure"] == "flow":
            page.tap(f"#{name}")
    button = page.get_by_role("button", name="Mục này trong ngày không phát sinh")
    if button.is_visible():
        button.tap()
    return list(page.evaluate("async () => Object.keys((await import('/bao-cao/state.js')).state.kept.typed)"))
