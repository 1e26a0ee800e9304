"""What people write is text wherever it is read: nothing of it runs, is fetched, or puts a page out of shape.

Every free text that there is, on the board, on a unit's page and on the phone (ASVS 1.2.1, 1.3.5, 3.2.2). The pages'
policy forbids what is tried; an attempt that it stops is found here all the same, by its report.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.closing_phone import PHONE
from tests.browser.hostile import CORPUS
from tests.browser.planted import DAY, UNIT, Planted, plant
from tests.browser.screens import LAPTOP
from tests.browser.system import PATIENCE, running_with_form

ALARM = """
window.hits = [];
window.hit = (what) => { hits.push(`ran ${what}`); };
addEventListener('securitypolicyviolation', (event) => {
  hits.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
});
"""
# What neither page makes of itself within what it shows of people's words.
FOREIGN = "script, iframe, object, embed, link, style, base, meta, template, math, marquee, video, audio, form[action]"
ESCAPED = "a[href^='javascript' i], a[href^='data' i], [onload], [onerror], [onfocus], [onclick], [onmouseover]"


@dataclass
class Watched:
    """A page, and all that was tried on it."""

    page: Page
    seen: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.add_init_script(ALARM)
        self.page.on("dialog", lambda dialog: (self.seen.append(dialog.message), dialog.dismiss()))
        self.page.on("pageerror", lambda error: self.seen.append(f"error {error}"))
        self.page.on("request", lambda request: "xss" in request.url and self.seen.append(request.url))
        self.page.on("console", lambda told: "Content Security Policy" in told.text and self.seen.append(told.text))

    def tried(self) -> list[str]:
        self.page.wait_for_timeout(200)
        return [*self.seen, *self.page.evaluate("hits")]

    def is_whole(self) -> None:
        """Nothing ran; nothing became an element; nothing sticks out; every word keeps its direction to itself."""
        assert self.tried() == []
        assert self.page.locator(f":is(main, body > *) :is({FOREIGN}, {ESCAPED})").count() == 0
        assert self.page.evaluate(STICKING_OUT) == []
        assert self.page.evaluate(LOOSE) == []


# Whose edge makes the page scroll sideways; nothing when it does not.
STICKING_OUT = """
document.documentElement.scrollWidth <= innerWidth ? [] : [...document.body.querySelectorAll('*')]
  .filter((element) => element.getBoundingClientRect().right > innerWidth + 1)
  .map((element) => `${element.tagName} ${element.className} ${element.textContent.slice(0, 60)}`)
"""
# Text with marks of direction that stands outside of <bdi> turns what stands around it.
LOOSE = r"""
(() => {
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const loose = [];
  while (texts.nextNode()) {
    const { data, parentElement } = texts.currentNode;
    if (/[\u202e\u2067]/.test(data) && !parentElement.closest('bdi, textarea')) loose.push(data);
  }
  return loose;
})()
"""


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Planted]:
    """On a system of its own: what is planted here would stand in other tests' way."""
    with running_with_form(tmp_path_factory.mktemp("hostile")) as system:
        yield plant(system)


@pytest.fixture
def contexts(browser: Browser) -> Iterator[list[BrowserContext]]:
    opened: list[BrowserContext] = []
    yield opened
    for context in opened:
        context.close()


@pytest.fixture(params=[LAPTOP, PHONE], ids=["1280", "360"])
def board(
    request: pytest.FixtureRequest, browser: Browser, planted: Planted, contexts: list[BrowserContext]
) -> Watched:
    """The board as a coordinator sees it, on a laptop and on a phone."""
    context = browser.new_context(**request.param)
    contexts.append(context)
    context.set_default_timeout(PATIENCE)
    token = {"Authorization": f"Bearer {planted.system.staff_token('dieu-phoi-1')}"}
    assert context.request.post(f"{planted.system.origin}/v1/staff-session", data={}, headers=token).ok
    watched = Watched(context.new_page())
    watched.page.goto(f"{planted.system.origin}/dieu-hanh")
    expect(watched.page.locator("li[data-row]").first).to_be_visible()
    return watched


@pytest.fixture
def phone(browser: Browser, planted: Planted, contexts: list[BrowserContext]) -> Watched:
    """The form as the unit sees it, opened by its link."""
    context = browser.new_context(**PHONE)
    contexts.append(context)
    context.set_default_timeout(PATIENCE)
    watched = Watched(context.new_page())
    watched.page.goto(f"{planted.system.origin}/bao-cao#t={planted.system.link(UNIT).token}")
    expect(watched.page.locator("h1")).to_be_visible()
    return watched


def refresh(page: Page) -> None:
    with page.expect_response(lambda answer: answer.url.endswith(f"{DAY}?changes=reports")):
        page.evaluate("dispatchEvent(new CustomEvent('giaoban:old'))")


def test_on_the_board_every_reason_and_note_is_text(board: Watched, planted: Planted) -> None:
    page = board.page
    for reason in planted.reasons:
        planted.move_deadline(reason)
        refresh(page)
        expect(page.locator("main, body").first).to_contain_text(reason.split()[0][:40])
        board.is_whole()
    page.evaluate(f"location.hash = '#don-vi={UNIT}'")
    expect(page.locator("#panel .story")).to_contain_text("constructor.constructor")
    assert missing(page, "#panel", planted.everything) == []
    board.is_whole()
    page.locator('#panel [data-part="close"]').click()
    expect(page.locator("#panel")).to_be_hidden()
    page.locator("input[type=search]").first.fill("ba dinh")
    expect(page.locator(f'li[data-row="{UNIT}"]')).to_be_visible()
    board.is_whole()


def test_in_a_coordinators_questions_it_is_text(board: Watched) -> None:
    """What was noted stands in the dialogs again, as text and as values of fields."""
    page = board.page
    page.evaluate(f"location.hash = '#don-vi={UNIT}'")
    expect(page.locator("#panel .story")).to_be_visible()
    for part in ("call", "return", "dictate"):
        page.locator(f'#panel [data-part="{part}"]').click()
        expect(page.locator("dialog")).to_be_visible()
        board.is_whole()
        page.keyboard.press("Escape")


def test_on_the_phone_history_returns_and_reasons_are_text(phone: Watched, planted: Planted) -> None:
    page = phone.page
    for place in ("lich-su", "da-gui", "xem-lai", "buoc-1", "buoc-6", "buoc-13", "tren-may"):
        page.evaluate(f"location.hash = '#{place}'")
        expect(page.locator("h1")).to_be_visible()
        if place == "lich-su":
            expect(page.locator(".history")).to_contain_text("constructor.constructor")
            assert missing(page, ".history", planted.notes) == []
        phone.is_whole()
    page.evaluate("location.hash = '#buoc-1'")
    page.fill("#dossiers_online", "12")
    page.evaluate("location.hash = '#xem-lai'")
    expect(page.locator("dl").first).to_contain_text("12")
    phone.is_whole()


def missing(page: Page, place: str, texts: list[str]) -> list[str]:
    """What was written and cannot be read there: a page that shows nothing proves nothing."""
    shown = str(page.locator(place).first.evaluate("element => element.textContent"))
    return [text for text in texts if text not in shown]


def test_the_alarm_goes_off_for_what_would_run(phone: Watched) -> None:
    """Written as markup on a page of ours, the corpus is stopped by the policy alone, and each attempt is seen."""
    for text in (text for text in CORPUS if "http-equiv" not in text):
        phone.page.evaluate("text => { document.body.insertAdjacentHTML('beforeend', `<div>${text}</div>`); }", text)
    phone.page.wait_for_timeout(300)
    found = phone.tried()
    assert len([each for each in found if each.startswith("script-src")]) >= 15, found
    assert any("/xss" in each for each in found)
