"""axe-core in a page: what it finds wrong, and nothing else, since telling of all that is right takes as long again."""

from pathlib import Path

from playwright.sync_api import Page

from tests.browser.system import ROOT

SOURCE = Path(ROOT, "tools", "node", "node_modules", "axe-core", "axe.min.js").read_text("utf-8")
RUN = """async () => (await axe.run({resultTypes: ['violations']})).violations.flatMap(({id, nodes}) =>
    nodes.map(node => `${id}: ${node.html.slice(0, 120)} ${node.failureSummary.slice(0, 200)}`))"""


def findings(page: Page) -> list[str]:
    """One line for each element and rule that it breaks."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE)
    found: list[str] = page.evaluate(RUN)
    return found
