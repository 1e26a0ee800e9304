"""What people write stands in the edition as text: difficulties, explanations, reasons, remarks, the registry's number."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.board.hour import TODAY, Edition, move_clock
from tests.browser.planted import Planted, plant
from tests.browser.screens import LAPTOP, PHONE
from tests.browser.system import running_with_form
from tests.browser.test_xss import Watched, missing
from tests.contract.system import System


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[System, Planted]]:
    """A day full of hostile words, with an edition issued under such remarks and registered under such a number."""
    with running_with_form(tmp_path_factory.mktemp("hostile")) as system:
        move_clock(system, "16:30")
        planted, edition = plant(system), Edition(system, TODAY)
        edition.put_remarks(planted.reasons[0], 0)
        staff = edition.day.staff("dieu-phoi-2", at=f"{TODAY}T16:30:00+07:00")
        order = {"request_id": "6f1c2a8e-3f57-4f0a-9f5e-6f7a8b9c0d1e", "base_edition": 0}
        assert staff.post(f"{edition.path}/editions", order).status == 201
        given = {"number": "<img src=x onerror=hit(1)>", "date": TODAY}
        assert staff.post(f"{edition.path}/editions/1/registry", given).status == 201
        planted.move_deadline(planted.reasons[0])
        yield system, planted


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["1280", "360"])
@pytest.mark.parametrize("name", ["dieu-phoi-1", "lanh-dao"])
def test_in_the_edition_every_word_is_text(
    issued: tuple[System, Planted], contexts: Callable[..., BrowserContext], size: dict[str, object], name: str
) -> None:
    system, planted = issued
    context = contexts(**size)
    token = {"Authorization": f"Bearer {system.staff_token(name)}"}
    assert context.request.post(f"{system.origin}/v1/staff-session", data={}, headers=token).ok
    watched = Watched(context.new_page())
    page = watched.page
    page.goto(f"{system.origin}/dieu-hanh#xem=tong-hop")
    expect(page.locator("#paper-difficulties li")).to_have_count(1)
    page.locator("#paper-difficulties summary").first.click()
    expect(page.locator(".registry")).to_contain_text("<img src=x")
    assert missing(page, "#paper-remarks", [planted.reasons[0].strip()]) == []
    watched.is_whole()
