"""Every link of every page leads to a file that is there, and to an anchor that is in it."""

from collections.abc import Mapping
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from giaoban.publish.afterwards.reading import Pages
from giaoban.publish.broken import BrokenSite

# The pages that are opened for work, a folder each of site/app (a test holds them together), and what else is served.
APPS = ("/bao-cao", "/danh-ba", "/dieu-hanh")
ELSEWHERE = ("/v1/", "/dev", *APPS)


def check_links(site: Path, pages: Pages, renamed: Mapping[str, str]) -> None:
    """Raises BrokenSite with the first broken links, and for any style attribute or event handler.

    `renamed`: what was called otherwise when the pages were read.
    """
    wrong = [
        f"{_address(site, page)} → {link}"
        for page, read in pages.items()
        for link in read.links
        if not _leads(site, pages, page, renamed.get(link, link))
    ]
    styled = [f"{_address(site, page)}: style or script in a tag" for page, read in pages.items() if read.styled]
    if wrong or styled:
        raise BrokenSite("; ".join([*wrong, *styled][:20]))


def _address(site: Path, page: Path) -> str:
    return "/" + page.relative_to(site).as_posix().removesuffix("index.html")


def _leads(site: Path, pages: Pages, page: Path, link: str) -> bool:
    parts = urlsplit(link)
    if parts.scheme in {"tel", "mailto"} or parts.netloc:
        return True
    # The page of errors stands at any address.
    base = "/" if page.name == "404.html" else _address(site, page)
    target = urlsplit(urljoin(f"http://here{base}", link))
    if target.path.startswith(ELSEWHERE):
        return True
    file = site / unquote(target.path).lstrip("/")
    file = file / "index.html" if target.path.endswith("/") else file
    if not file.is_file():
        return False
    return not target.fragment or file not in pages or unquote(target.fragment) in pages[file].anchors
