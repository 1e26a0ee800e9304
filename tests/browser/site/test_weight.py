"""What a visit costs a phone, and what a build costs the job."""

import gzip
from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser.site.conftest import Built

FIRST_VISIT_BYTES, FIRST_VISIT_REQUESTS, LATER_BYTES = 120_000, 6, 20_000
PER_ANSWER = 400  # headers, about
BUILD_MEGABYTES = 1024


def _answers(page: Page, path: str) -> list[int]:
    sizes: list[int] = []
    page.on("response", lambda answer: sizes.append(int(answer.headers.get("content-length", 0)) + PER_ANSWER))
    page.goto(path)
    page.wait_for_load_state("networkidle")
    return sizes


def test_a_first_visit_is_light_and_later_pages_lighter(visit: Callable[..., Page], whole: Built) -> None:
    page = visit("/khong-co/")
    page.context.clear_cookies()
    fresh = page.context.browser.new_context().new_page()  # type: ignore[union-attr]
    first = _answers(fresh, whole.origin + "/")
    assert sum(first) <= FIRST_VISIT_BYTES
    assert len(first) <= FIRST_VISIT_REQUESTS
    fresh.context.close()


def test_no_page_weighs_more_than_a_later_page_may(whole: Built) -> None:
    heavy = {
        page.relative_to(whole.folder).as_posix(): size
        for page in whole.folder.rglob("*.html")
        if (size := len(gzip.compress(page.read_bytes()))) + PER_ANSWER > LATER_BYTES
    }
    assert heavy == {}


def test_all_45_days_are_built_in_little_memory(whole: Built) -> None:
    print(f"45 days: {whole.seconds:.1f} s, {whole.megabytes} MB")
    assert whole.megabytes <= BUILD_MEGABYTES
