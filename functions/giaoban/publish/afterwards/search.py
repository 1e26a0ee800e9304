"""The search index: titles and text by heading, without tables; one for each language.

Words are kept as written and folded in the browser (Hòa and Hoà → hoa, đ → d): the index stays small, and a result
still reads as Vietnamese.
"""

import json
from pathlib import Path

from giaoban.publish.afterwards.reading import Pages, Reading

WORDS_EACH = 320  # characters of text kept of one section


def write_indexes(site: Path, pages: Pages) -> None:
    """assets/search.<language>.json: a list of [address, title, heading, text]."""
    (site / "assets").mkdir(exist_ok=True)
    for language in ("vi", "en"):
        own = [page for page in pages if page.name == "index.html" and _is_of(site, page, language)]
        entries = [entry for page in own for entry in _entries(site, page, pages[page])]
        body = json.dumps(entries, ensure_ascii=False, separators=(",", ":"))
        (site / "assets" / f"search.{language}.json").write_text(body, encoding="utf-8")


def _is_of(site: Path, page: Path, language: str) -> bool:
    """A commune's page is Vietnamese, and is found in both languages."""
    parts = page.relative_to(site).parts
    is_english = parts[0] == "en"
    is_commune = parts[0] == "xa-phuong" and len(parts) == 3
    return (is_english or is_commune) if language == "en" else not is_english


def _entries(site: Path, page: Path, read: Reading) -> list[list[str]]:
    address = "/" + page.relative_to(site).as_posix().removesuffix("index.html")
    sections = [section for section in read.sections if section.title]
    if not sections:
        return []
    title = sections[0].title
    if address.startswith("/xa-phuong/") and address != "/xa-phuong/":
        return [[address, title, "", ""]]
    if address in {"/tim-kiem/", "/en/search/"}:
        return []
    return [
        _entry(address, title, section.anchor, "" if n == 0 else section.title, section.words)
        for n, section in enumerate(sections)
    ]


def _entry(address: str, title: str, anchor: str, heading: str, words: list[str]) -> list[str]:
    return [f"{address}#{anchor}" if anchor else address, title, heading, " ".join(words)[:WORDS_EACH]]
