"""The directory's page on the built system; each test begins with a list of its own."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.directory.desk import Centre
from tests.browser.system import running_with_form
from tests.contract.system import System

type Open = Callable[..., Page]

_lists = count(1)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """A system of the directory's own: its lists would be others' people."""
    with running_with_form(tmp_path_factory.mktemp("build")) as system:
        yield system


@pytest.fixture
def centre(built: System, tmp_path: Path) -> Centre:
    """Three people of 00004 and one of 00008; the list is another one each time, so that it is always imported."""
    made = Centre(built, tmp_path, next(_lists))
    made.begin()
    return made


@pytest.fixture
def open_directory(centre: Centre, contexts: Callable[..., BrowserContext]) -> Open:
    """Opens the directory as somebody of the staff, or as nobody; a script error on it fails the test."""

    def open_as(name: str | None = "quan-tri", path: str = "/danh-ba", **options: Any) -> Page:
        context = contexts(**options)
        if name:
            token = {"Authorization": f"Bearer {centre.system.staff_token(name)}"}
            origin = centre.system.origin
            assert context.request.post(f"{origin}/v1/staff-session", data={}, headers=token).ok
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
        page.goto(f"{centre.system.origin}{path}")
        page.wait_for_selector(".person, .gate, .unit-of, .row .open")
        return page

    return open_as
