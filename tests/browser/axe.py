"""axe-core in a page: what it finds wrong, and nothing else, since telling of all that is right takes as long again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.system import ROOT

SOURCE = Path(ROOT, "tools", "node", "node_modules", "axe-core", "axe.min.js").read_text("utf-8")
RUN = """async (some) => (await axe.run({resultTypes: ['violations'], ...some})).violations.flatMap(({id, nodes}) =>
    nodes.map(node => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary.slice(0, 200)}`))"""
# All that a colour can break: the dark scheme changes nothing else.
OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"]}


def findings(page: Page) -> list[str]:
    """One line for each element and rule that it breaks, and for each that cannot be read in the dark scheme."""
    in_the_light = findings_in_the_light(page)
    with dark(page):
        return [*in_the_light, *(f"dark {each}" for each in _found(page, OF_COLOURS))]


def findings_in_the_light(page: Page) -> list[str]:
    return _found(page, {})


@contextmanager
def dark(page: Page) -> Iterator[None]:
    """The page as whoever prefers the dark scheme sees it."""
    page.emulate_media(color_scheme="dark")
    page.evaluate("document.getAnimations().forEach((each) => each instanceof CSSTransition && each.finish())")
    yield
    page.emulate_media(color_scheme="light")


def _found(page: Page, some: dict[str, list[str]]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE)
    found: list[str] = page.evaluate(RUN, some)
    return found
