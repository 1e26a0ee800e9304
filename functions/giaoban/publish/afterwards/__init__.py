"""What follows MkDocs: our own assets under names of their content, the search index, the policy, the checks."""

from pathlib import Path

from giaoban.publish.afterwards.assets import place_assets
from giaoban.publish.afterwards.headers import write_headers
from giaoban.publish.afterwards.links import check_links
from giaoban.publish.afterwards.reading import read_pages
from giaoban.publish.afterwards.search import write_indexes


def finish(site: Path, sources: Path) -> None:
    """Completes a built site. Raises BrokenSite."""
    pages = read_pages(site)
    write_indexes(site, pages)
    renamed = place_assets(site, sources)
    write_headers(site, pages, sources)
    check_links(site, pages, renamed)


__all__ = ["finish"]
