"""Desks: each a browser of its own with somebody of the staff signed in, on a day that no other test uses."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.board.desk import LAST_DAY, Day
from tests.browser.system import running_with_form
from tests.contract.system import System

type Open = Callable[..., Page]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """A system of the board's own, on the campaign's last day, so that there are past days for every test."""
    with running_with_form(tmp_path_factory.mktemp("build")) as system:
        moment = {"at": f"{LAST_DAY}T15:20:00+07:00", "quiet": True}
        assert system.client().put("/dev/clock", moment).status == 200
        yield system


@pytest.fixture(scope="session")
def past_days() -> Iterator[str]:
    return (str(LAST_DAY - timedelta(days=back)) for back in range(3, 44))


@pytest.fixture
def day(built: System, past_days: Iterator[str]) -> Day:
    """A past day of which nothing is stored yet: every unit is missing."""
    return Day(built, next(past_days))


@pytest.fixture
def open_board(built: System, contexts: Callable[..., BrowserContext]) -> Open:
    """Opens the board as somebody of the staff, or as nobody; a script error on it fails the test."""

    def open_as(name: str | None = "dieu-phoi-1", day: str = "", unit: str = "", **options: Any) -> Page:
        context = contexts(**options)
        if name:
            token = {"Authorization": f"Bearer {built.staff_token(name)}"}
            assert context.request.post(f"{built.origin}/v1/staff-session", data={}, headers=token).ok
        page = context.new_page()
        page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
        named = "&".join([*([f"ngay={day}"] if day else []), *([f"don-vi={unit}"] if unit else [])])
        page.goto(f"{built.origin}/dieu-hanh#{named}")
        if name:
            page.wait_for_selector(".row .open, .gate")
        return page

    return open_as
