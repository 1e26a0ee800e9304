"""Every page stands in both languages, or is one of those that are Vietnamese on purpose."""

from collections.abc import Sequence

from giaoban.publish.broken import BrokenSite
from giaoban.publish.page import Page
from giaoban.publish.places import other_language

# A commune's page is for the people who live there.
VIETNAMESE_ONLY = ("unit",)


def check_pairs(pages: Sequence[Page]) -> None:
    """Raises BrokenSite with every page that lacks its mate."""
    there: set[tuple[str, str]] = {(page.language, page.path) for page in pages}
    lonely = [f"{page.language}/{page.path}" for page in pages if _lacks(page, there)]
    if lonely:
        raise BrokenSite(f"without a translation: {', '.join(lonely)}")


def _lacks(page: Page, there: set[tuple[str, str]]) -> bool:
    if page.mate is None:
        return page.facts.get("kind") not in VIETNAMESE_ONLY
    return (other_language(page.language), page.mate) not in there
