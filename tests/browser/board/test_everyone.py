"""For everybody: accessible in both schemes and sizes, small, and deaf to markup in what others wrote."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.axe import findings
from tests.browser.board.conftest import Open
from tests.browser.board.desk import Day
from tests.browser.screens import LAPTOP, PHONE

ROOT = Path(__file__).parents[3]
HOSTILE = [
    "<img src=x onerror=window.hit=1>",
    "</textarea><script>window.hit=1</script>",
    '"><svg onload=window.hit=1>',
    "javascript:window.hit=1",
    "\u202e{{constructor.constructor('window.hit=1')()}}",
]


@pytest.fixture(scope="module")
def busy(built, past_days) -> Day:
    """A day with something of everything in it."""
    day = Day(built, next(past_days))
    day.send("00004", figures={"dossiers_online": 41, "team_members": 120}, notes={"difficulties": "Mạng yếu"})
    day.send("00008", at=f"{day.date}T16:20:00+07:00", complete=False)
    staff = day.staff()
    staff.post(f"{day.path('00025')}/excuse", {"reason": "Mất điện", "base_decision": 0})
    staff.post(f"{day.path('00004')}/return", {"fields": {"dossiers_online": "Xin xem lại"}, "base_decision": 0})
    next_day = date.fromisoformat(day.date) + timedelta(days=1)
    promise = {"outcome": "will_send", "send_by": f"{next_day}T12:10:00+07:00", "base_decision": 0}
    then = f"{next_day}T12:00:00+07:00"
    assert staff.post(f"{day.path('00070')}/calls", promise, at=then).status == 201
    return day


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["1280", "360"])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(open_board: Open, busy: Day, size):
    page = open_board(day=busy.date, **size)
    assert findings(page) == []
    page.goto(f"{page.url}&don-vi=00004")
    expect(page.locator(".story")).to_be_visible()
    assert findings(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for part in ("call", "return", "dictate"):
        page.locator(f'#panel [data-part="{part}"]').click()
        expect(page.locator("dialog")).to_be_visible()
        assert findings(page) == []
        page.keyboard.press("Escape")


def test_a_broken_promise_comes_back_to_the_top(open_board: Open, busy: Day):
    first = open_board(day=busy.date).locator(".row").first
    expect(first).to_contain_text("Phường Hoàn Kiếm")
    expect(first).to_contain_text("quá hẹn 12:10")


@pytest.mark.parametrize("name", ["dieu-phoi-1", "lanh-dao"])
def test_what_others_wrote_is_text_and_never_runs(open_board: Open, built, name: str):
    day, unit = Day(built, "2025-07-24"), {"dieu-phoi-1": "00004", "lanh-dao": "00008"}[name]
    hostile = " ".join(HOSTILE)
    day.send(unit, notes={"difficulties": hostile.replace("\u202e", ""), "proposals": HOSTILE[0]})
    staff = day.staff()
    assert (
        staff.post(f"{day.path(unit)}/calls", {"outcome": "reached", "note": HOSTILE[1], "base_decision": 0}).status
        == 201
    )
    fields = {"fields": {"dossiers_online": HOSTILE[2]}, "base_decision": 1}
    assert staff.post(f"{day.path(unit)}/return", fields).status == 201
    page = open_board(name, day.date, unit)
    expect(page.locator(".story")).to_contain_text("onload=window.hit")
    expect(page.locator("#panel .note").first).to_contain_text("<img src=x")
    page.wait_for_timeout(300)
    assert page.evaluate("window.hit") is None
    assert page.locator("#panel img, #panel script, #panel svg").count() == 0
