"""The guide's pictures of the form, and that every picture of every guide is what its page says it is."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.closing_phone import PHONE
from tests.browser.fake_api import FakeServer, Service
from tests.browser.pictures import FOLDER, LIKE, SHARP, distance, picture
from tests.browser.states import show
from tests.browser.system import PATIENCE
from tests.contract.system import System

ROOT = Path(__file__).parents[2]
STATES = {
    "bao-cao-nhap": "first_step",
    "bao-cao-hoi-ly-do": "odd",
    "bao-cao-xem-lai": "full_review",
    "bao-cao-da-nhan": "received",
}
SHOWN = re.compile(r"!\[([^\]]*)\]\(([^)]+\.(?:webp|png))\)(?:\{([^}]*)\})?")


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(**PHONE, device_scale_factor=SHARP, reduced_motion="reduce")
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", STATES)
def test_the_reporters_guide_shows_the_form_as_it_is(
    browser: Browser, page: Page, server: FakeServer, service: Service, name: str, language: str
) -> None:
    show(STATES[name], page, server, service)
    if language == "en":
        page.get_by_role("button", name="English").click()
    page.evaluate("document.activeElement.blur(); scrollTo(0, 0)")
    if STATES[name] == "odd":
        page.locator("#team_members-field").evaluate("(field) => scrollTo(0, field.offsetTop - 90)")
    picture(browser, page, f"{name}-{language}")


def test_the_engineers_guide_shows_the_dev_page_as_it_is(browser: Browser, built: System) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800}, device_scale_factor=SHARP)
    page.goto(f"{built.origin}/dev", wait_until="networkidle")
    picture(browser, page, "chay-thu-dev")
    page.close()


@pytest.mark.parametrize("page", sorted((ROOT / "site" / "docs").rglob("*.md")), ids=lambda page: page.stem)
def test_a_picture_says_what_it_shows_and_keeps_its_place_while_it_loads(browser: Browser, page: Path) -> None:
    english = "en" in page.relative_to(ROOT / "site" / "docs").parts
    for alt, address, given in SHOWN.findall(page.read_text("utf-8")):
        file = FOLDER / Path(address).name
        assert len(alt) > 20, address
        # The dev page speaks both at once.
        assert file.stem.endswith(("-en" if english else "-vi", "-dev")), address
        assert 'loading="lazy"' in given, address
        stated = [int(size) for size in re.findall(r'(?:width|height)="(\d+)"', given)]
        assert stated == [side // SHARP for side in _size(browser, file)], address


def test_every_picture_is_shown_somewhere() -> None:
    texts = [page.read_text("utf-8") for page in (*(ROOT / "site" / "docs").rglob("*.md"), ROOT / "README.md")]
    assert [file.name for file in sorted(FOLDER.iterdir()) if not any(file.name in text for text in texts)] == []


def test_a_picture_of_another_screen_is_noticed(browser: Browser) -> None:
    desk = browser.new_page()
    first, *others = ((FOLDER / f"{name}-vi.webp").read_bytes() for name in STATES)
    assert all(distance(desk, first, other) > LIKE for other in others)
    assert distance(desk, first, first) == 0
    desk.close()


def _size(browser: Browser, file: Path) -> list[int]:
    desk = browser.new_page()
    data = list(file.read_bytes())
    size: list[int] = desk.evaluate(
        "async (bytes) => { const image = await createImageBitmap(new Blob([new Uint8Array(bytes)]));"
        " return [image.width, image.height]; }",
        data,
    )
    desk.close()
    return size
