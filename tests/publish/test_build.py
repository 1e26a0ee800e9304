"""A build is whole or it is none: links, translations, policy, and what every page says about itself."""

import json
import re
import shutil
from pathlib import Path

import pytest

from giaoban.publish.afterwards.headers import FILE, policy
from giaoban.publish.afterwards.reading import Reading
from giaoban.publish.broken import BrokenSite
from tests.publish.demo import Json
from tests.publish.made import ORIGIN, SOURCES, built


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A copy of site/ that a test may break."""
    return shutil.copytree(SOURCES, tmp_path / "sources", ignore=shutil.ignore_patterns("app"))


def test_a_missing_translation_fails_the_build(sources: Path, tmp_path: Path) -> None:
    (sources / "docs/en/privacy.md").unlink()
    with pytest.raises(BrokenSite, match="quyen-rieng-tu"):
        built([], tmp_path / "out", sources)


def test_a_page_that_nobody_placed_fails_the_build(sources: Path, tmp_path: Path) -> None:
    (sources / "docs/vi/moi.md").write_text("---\ntitle: x\ndescription: x\n---\n", "utf-8")
    with pytest.raises(BrokenSite, match="places"):
        built([], tmp_path / "out", sources)


def test_what_is_wrong_in_the_built_pages_fails_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def one_broken_page(_: Path, __: Path, into: Path, *___: object, **____: object) -> None:
        (into / "index.html").write_text("<a href='/khong-co/'>x</a>", "utf-8")

    monkeypatch.setattr("giaoban.publish.site.build_language", one_broken_page)
    with pytest.raises(BrokenSite, match="/khong-co/"):
        built([], tmp_path)


def test_the_policy_names_every_inline_script_by_its_hash_and_allows_nothing_else(site: Path) -> None:
    headers = json.loads((site / FILE).read_text("utf-8"))["headers"]
    scripts = {script for page in site.rglob("*.html") for script in Reading(page.read_text("utf-8")).scripts}
    assert len(scripts) == 1
    assert headers["Content-Security-Policy"] == policy(sorted(scripts))
    assert "unsafe" not in headers["Content-Security-Policy"]
    assert "max-age=" in headers["Strict-Transport-Security"]


def test_the_api_reference_names_what_a_route_takes(site: Path) -> None:
    text = (site / "en/api/index.html").read_text("utf-8")
    (route,) = re.findall(r"<b>PUT</b> /v1/campaigns/\{c\}/days/\{d\}/reports/\{u\}.*?</section>", text, re.DOTALL)
    for name in ("submission_id", "base_revision", "figures"):
        assert f"<code>{name}</code>" in route
    assert "`" not in route


def test_corrections_do_not_crowd_out_what_people_search_for(site: Path) -> None:
    (index,) = (site / "assets").glob("search.vi.*.json")
    assert "đính chính" in index.read_text("utf-8").lower()
    assert "bản số 2 thay bản số 1" not in index.read_text("utf-8")


def test_no_page_asks_another_host_for_anything(site: Path) -> None:
    for page in site.rglob("*.html"):
        text = page.read_text("utf-8")
        asked = re.findall(
            r'<(?:script|img|source|iframe)[^>]+src="([^"]+)"|<link[^>]+rel="(?:stylesheet|icon|preload)"[^>]+href="([^"]+)"',
            text,
        )
        assert all(("".join(each)).startswith(("/", "../", "anh/")) for each in asked), page


def test_every_page_says_its_title_description_language_and_address(site: Path) -> None:
    seen: set[str] = set()
    for page in site.rglob("index.html"):
        text, path = page.read_text("utf-8"), page.relative_to(site).as_posix().removesuffix("index.html")
        (description,) = re.findall(r'<meta name="description" content="([^"]+)">', text)
        (title,) = re.findall(r"<title>([^<]+)</title>", text.split("</head>")[0])
        assert len(description) > 20, path
        assert title not in seen, path
        seen.add(title)
        assert f'<link rel="canonical" href="{ORIGIN}/{path}">' in text, path
        assert f'<html lang="{"en" if path.startswith("en/") else "vi"}"' in text, path


def test_each_language_names_the_other_and_both_agree(site: Path) -> None:
    for page in site.rglob("index.html"):
        text, path = page.read_text("utf-8"), page.relative_to(site).as_posix().removesuffix("index.html")
        mates = dict(re.findall(r'<link rel="alternate" hreflang="(\w+)" href="([^"]+)">', text))
        if path.startswith("xa-phuong/") and path != "xa-phuong/":
            assert mates == {}
            continue
        other = (
            site / mates["en" if mates["vi"] == f"{ORIGIN}/{path}" else "vi"].removeprefix(f"{ORIGIN}/") / "index.html"
        )
        assert f'href="{ORIGIN}/{path}"' in other.read_text("utf-8"), path


def test_the_same_editions_make_the_same_bytes(site: Path, tmp_path: Path, outspoken: list[Json]) -> None:
    again = built(outspoken, tmp_path)
    for file in again.rglob("*.html"):
        # The marks of the other build change its hashes, nothing else.
        text, other = file.read_text("utf-8"), (site / file.relative_to(again)).read_text("utf-8")
        assert re.sub(r"[0-9a-f]{8,64}", "#", text) == re.sub(r"[0-9a-f]{8,64}", "#", other), file


def test_only_a_demo_says_that_its_figures_are_invented(site: Path) -> None:
    assert "số liệu giả định" not in (site / "index.html").read_text("utf-8")
