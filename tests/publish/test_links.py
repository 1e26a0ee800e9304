"""Which links of a page lead somewhere: to a page, or to what other parts of the system serve."""

from pathlib import Path

import pytest

from giaoban.publish.afterwards.links import APPS, check_links
from giaoban.publish.afterwards.reading import read_pages
from giaoban.publish.broken import BrokenSite

APP = Path(__file__).parents[2] / "site/app"


def checked(folder: Path, link: str) -> None:
    (folder / "index.html").write_text(f'<h1>Trang</h1><a href="{link}">mở</a>', "utf-8")
    check_links(folder, read_pages(folder), {})


def test_every_page_for_work_is_known() -> None:
    assert sorted(APPS) == sorted(f"/{page.parent.name}" for page in APP.glob("*/index.html"))


@pytest.mark.parametrize("link", [*APPS, "/bao-cao#t=abc", "/v1/health", "/dev", "/", "https://example.invalid/"])
def test_a_guide_may_link_to_it(link: str, tmp_path: Path) -> None:
    checked(tmp_path, link)


@pytest.mark.parametrize("link", ["/khong-co/", "/danhba", "#khong-co"])
def test_a_link_to_nothing_breaks_the_build(link: str, tmp_path: Path) -> None:
    with pytest.raises(BrokenSite, match="→"):
        checked(tmp_path, link)
