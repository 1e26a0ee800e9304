"""The pictures of the public site in the guide for readers."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pictures import SHARP, picture
from tests.browser.site.conftest import Built
from tests.publish.made import built
from tools.bench.site_server import serving

PAGES = {
    "trang-chi-tieu": {"vi": "/tien-do/members-trained/", "en": "/en/progress/members-trained/"},
    "trang-dinh-chinh": {"vi": "/dinh-chinh/", "en": "/en/corrections/"},
}

BEFORE = {
    "trang-dau-moi": {"vi": "/", "en": "/en/"},
    "trang-chi-tieu-moi": PAGES["trang-chi-tieu"],
}


@pytest.fixture(scope="module")
def unbegun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A campaign without any edition."""
    with serving(built([], tmp_path_factory.mktemp("unbegun"))) as origin:
        yield origin


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=SHARP, locale="vi-VN")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", PAGES)
def test_the_readers_guide_shows_the_site_as_it_is(
    browser: Browser, page: Page, whole: Built, name: str, language: str
) -> None:
    page.goto(whole.origin + PAGES[name][language])
    picture(browser, page, f"{name}-{language}")


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", BEFORE)
def test_the_guide_to_a_new_campaign_shows_the_site_before_its_first_edition(
    browser: Browser, page: Page, unbegun: str, name: str, language: str
) -> None:
    page.goto(unbegun + BEFORE[name][language])
    picture(browser, page, f"{name}-{language}")
