"""What MkDocs refuses, and what follows it looks for on every page: on sites of two pages and a few lines."""

import re
from pathlib import Path

import pytest

from giaoban.publish.afterwards import finish
from giaoban.publish.broken import BrokenSite
from giaoban.publish.mkdocs import build_language
from tests.publish.made import ORIGIN, SOURCES

PAGE = "---\ntitle: x\ndescription: x\nplace: today\n---\n"


def finished(folder: Path, body: str) -> Path:
    """A home page with this in it, and a page beside it, completed as every build is."""
    for page, text in (("index.html", body), ("tien-do/index.html", '<h1 id="there">x</h1>')):
        (folder / page).parent.mkdir(parents=True, exist_ok=True)
        (folder / page).write_text(f"<html><body>{text}</body></html>", "utf-8")
    finish(folder, SOURCES)
    return folder


@pytest.mark.parametrize(
    "link", ["/khong-co/", "khong-co/", "../khong-co/", "/tien-do/#khong-co", "#khong-co", "/x.pdf"]
)
def test_a_link_that_leads_nowhere_is_named(tmp_path: Path, link: str) -> None:
    with pytest.raises(BrokenSite, match=f"^/ → {re.escape(link)}$"):
        finished(tmp_path, f'<a href="{link}">x</a>')


@pytest.mark.parametrize("tag", ['<img src="/x.png">', '<script src="/x.js"></script>', '<link href="/x.css">'])
def test_so_is_whatever_else_a_page_asks_for(tmp_path: Path, tag: str) -> None:
    with pytest.raises(BrokenSite, match=r"^/ → /x"):
        finished(tmp_path, tag)


def test_a_link_that_leads_somewhere_is_not(tmp_path: Path) -> None:
    links = ["/tien-do/", "tien-do/#there", "/bao-cao", "/v1/openapi.json", "https://example.org/", "mailto:a@b"]
    site = finished(tmp_path, "".join(f'<a href="{link}">x</a>' for link in [*links, "/assets/site.css"]))
    assert re.search(r'href="/assets/site\.\w+\.css"', (site / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("tag", ['<p style="color: red">x</p>', '<p onclick="x()">x</p>'])
def test_a_style_or_a_script_in_a_tag_is_refused(tmp_path: Path, tag: str) -> None:
    with pytest.raises(BrokenSite, match=r"style or script in a tag"):
        finished(tmp_path, tag)


@pytest.mark.parametrize("kind", ["", ' type="module"'])
def test_an_inline_script_that_is_not_the_themes_own_is_refused(tmp_path: Path, kind: str) -> None:
    with pytest.raises(BrokenSite, match="script that is not ours"):
        finished(tmp_path, f"<script{kind}>document.title = 1</script>")


@pytest.mark.parametrize("body", ["# x", '# x\n\n<a href="/khong-co/">x</a>'])
def test_what_mkdocs_has_no_doubt_about_is_built(tmp_path: Path, body: str) -> None:
    assert (through_mkdocs(tmp_path, body) / "index.html").is_file()


def test_what_mkdocs_warns_of_fails_the_build(tmp_path: Path) -> None:
    with pytest.raises(BrokenSite, match=r"^MkDocs \(vi\)"):
        through_mkdocs(tmp_path, "[x](khong-co.md)")


def through_mkdocs(folder: Path, body: str) -> Path:
    """One page, with the site's own settings and theme."""
    (folder / "docs").mkdir()
    (folder / "docs" / "index.md").write_text(f"{PAGE}{body}\n", "utf-8")
    build_language(SOURCES, folder / "docs", folder / "site", "vi", ORIGIN, is_demo=False)
    return folder / "site"
