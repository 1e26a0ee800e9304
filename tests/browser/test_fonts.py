"""Screens under test look the same whatever fonts the machine has."""

import os
from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from tests.browser.closing_phone import FLAGS
from tests.browser.fonts import ENVIRONMENT

TINOS = Path(__file__).parents[2] / "tools/node/node_modules/@expo-google-fonts/tinos/400Regular"
SAID = "<p style='font-family: {}'>Phường Ô Chợ Dừa, xã Đại Mỗ: ẵ ử ỵ Ặ Ễ</p>"


@pytest.fixture
def more_fonts(tmp_path: Path) -> dict[str, str]:
    """A machine that has one more font than the tests' own."""
    (tmp_path / "fonts").mkdir()
    for font in TINOS.glob("*.ttf"):
        (tmp_path / "fonts" / font.name).symlink_to(font)
    return {"XDG_DATA_HOME": str(tmp_path)}


@pytest.mark.parametrize("wanted, shown", [("system-ui", "DejaVu Sans"), ("Tinos, monospace", "DejaVu Sans Mono")])
def test_a_machines_own_fonts_are_hidden_from_the_screens(
    playwright: Playwright, chromium: str | None, more_fonts: dict[str, str], wanted: str, shown: str
) -> None:
    assert fonts_of(playwright, chromium, {**ENVIRONMENT, **more_fonts}, wanted) == {shown}


def test_without_the_tests_own_fonts_the_machines_would_be_seen(
    playwright: Playwright, chromium: str | None, more_fonts: dict[str, str]
) -> None:
    assert fonts_of(playwright, chromium, {**os.environ, **more_fonts}, "Tinos, monospace") == {"Tinos"}


def fonts_of(playwright: Playwright, chromium: str | None, environment: Mapping[str, str], family: str) -> set[str]:
    """In which fonts a Vietnamese line is drawn."""
    browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS, env=dict(environment))
    page = browser.new_page()
    page.set_content(SAID.format(family))
    tools = page.context.new_cdp_session(page)
    tools.send("DOM.enable"), tools.send("CSS.enable")
    root = tools.send("DOM.getDocument")["root"]["nodeId"]
    line = tools.send("DOM.querySelector", {"nodeId": root, "selector": "p"})["nodeId"]
    found = tools.send("CSS.getPlatformFontsForNode", {"nodeId": line})["fonts"]
    browser.close()
    return {each["familyName"] for each in found}
