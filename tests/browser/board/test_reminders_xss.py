"""What stands in names, reasons and messages is text in the views of reminders: nothing of it runs or is fetched."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.browser.hostile import CORPUS
from tests.browser.screens import LAPTOP, PHONE
from tests.browser.test_xss import Watched, missing
from tests.contract.system import System

UNIT = "00004"
AT = "2025-09-06T15:10:00+07:00"
ALL = " ".join(text for text in CORPUS if len(text) < 100)
SWITCH = {"paused": True, "reason": ALL, "by": CORPUS[0], "at": AT, "version": 1}


def named(text: str) -> dict[str, str]:
    return {"vi": text, "en": text}


def message(text: str) -> dict[str, Any]:
    return {"wave": text, "channel": "sms", "state": "SENT", "fate": "delivered", "at": AT, **named(text)}


def board(told: dict[str, Any]) -> dict[str, Any]:
    rows = [{**each, "messages": {"tried": 1, "last": message(CORPUS[12])}} for each in told["units"]]
    return {**told, "units": rows, "switch": SWITCH}


def reminders(told: dict[str, Any]) -> dict[str, Any]:
    waves = [{**told["waves"][0], "id": f"w{number}", "names": named(text)} for number, text in enumerate(CORPUS)]
    milestones = [{"id": f"m{number}", "names": named(text), "due": AT[:10], "done": False} for number, text in enumerate(CORPUS)]  # fmt: skip
    return {**told, "switch": SWITCH, "waves": waves, "milestones": milestones, "asked": {**told["asked"], "names": named(ALL)}}  # fmt: skip


def call_list(told: dict[str, Any]) -> dict[str, Any]:
    sent = [{**message(text), "recipient": text, "reason": text} for text in CORPUS[:3]]
    people = [
        {"id": f"p{number}", "name": text, "role": "leader", "phone": "+84000000001", "stopped": [], "messages": sent}
        for number, text in enumerate(CORPUS)
    ]
    return {**told, "units": [{"unit": told["units"][0]["unit"], "people": people}]}


def rehearsal(_: dict[str, Any]) -> dict[str, Any]:
    one = {"unit": UNIT, "role": "leader", "parts": 1, "cost_vnd": 800, "quiet": False}
    told = [
        {**one, "recipient": "x", "name": text, "channel": channel, "address": text, "text": f"{text}\n\n{text}"}
        for text in CORPUS
        for channel in ("sms", "email")
    ]
    return {"wave": "w0", "at": AT, "messages": told, "parts": 1, "cost_vnd": 800}


@pytest.fixture(params=[LAPTOP, PHONE], ids=["1280", "360"])
def watched(request: pytest.FixtureRequest, built: System, contexts: Callable[..., BrowserContext]) -> Watched:
    """The board of a coordinator, to whom every answer about reminders says the worst."""
    context = contexts(**request.param)
    token = {"Authorization": f"Bearer {built.staff_token('dieu-phoi-1')}"}
    assert context.request.post(f"{built.origin}/v1/staff-session", data={}, headers=token).ok
    page = context.new_page()

    def says(pattern: str, what: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        def answer(route: Route) -> None:
            route.fulfill(json=what({} if what is rehearsal else route.fetch().json()))

        page.route(pattern, answer)

    says("**/days/*", board)
    says("**/reminders", reminders)
    says("**/call-list", call_list)
    says("**/dry-run", rehearsal)
    page.route("**/chat", lambda route: route.fulfill(json=named(ALL)))
    watching = Watched(page)
    page.goto(f"{built.origin}/dieu-hanh")
    expect(page.locator("li[data-row]").first).to_be_visible()
    return watching


def test_on_the_list_and_on_a_units_page(watched: Watched) -> None:
    page = watched.page
    expect(page.locator(".notice.paused")).to_contain_text("constructor.constructor")
    watched.is_whole()
    page.evaluate(f"location.hash = '#don-vi={UNIT}'")
    expect(page.locator("#panel .told-line")).to_contain_text(CORPUS[12])
    watched.is_whole()


def test_in_the_day_of_waves_and_in_a_preview(watched: Watched) -> None:
    page = watched.page
    go(page, "nhac")
    expect(page.locator(".waves > li")).to_have_count(len(CORPUS) + 1)
    assert missing(page, ".waves", CORPUS) == []
    assert missing(page, "#milestones", CORPUS) == []
    assert missing(page, "#switch", [ALL, CORPUS[0]]) == []
    watched.is_whole()
    page.locator('[data-part="try-w0"]').click()
    more = page.get_by_role("button", name="Xem thêm")
    expect(more).to_be_visible()
    while more.count():
        more.click()
    assert missing(page, ".rehearsed", CORPUS) == []
    watched.is_whole()
    page.get_by_label("Tìm đơn vị hoặc người").fill(CORPUS[12])
    watched.is_whole()


def test_in_the_call_list(watched: Watched) -> None:
    page = watched.page
    go(page, "can-goi")
    expect(page.locator(".people > li")).to_have_count(len(CORPUS))
    assert missing(page, ".calls", CORPUS) == []
    watched.is_whole()


def go(page: Page, view: str) -> None:
    page.evaluate(f"location.hash = '#xem={view}'")
