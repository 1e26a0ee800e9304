"""The whole site from a campaign's story: pages of both languages, data, MkDocs, and what follows it."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from giaoban.language import LANGUAGES, Language
from giaoban.publish import afterwards
from giaoban.publish.mkdocs import build_language
from giaoban.publish.open_data.package import files, tables
from giaoban.publish.open_data.table import Table
from giaoban.publish.page import Page
from giaoban.publish.page_data import api_page, data_page, search_page
from giaoban.publish.page_programme import programme_page
from giaoban.publish.page_progress import progress_page
from giaoban.publish.page_record import corrections_page, dictionary_page, editions_page
from giaoban.publish.page_target import target_pages
from giaoban.publish.page_today import today_page
from giaoban.publish.page_units import commune_pages, communes_page, departments_page
from giaoban.publish.story import Story
from giaoban.publish.translated import check_pairs
from giaoban.publish.written import written_pages


@dataclass(frozen=True)
class Ingredients:
    """All that the site is made from; `sources` is the folder site/, `origin` where the site will stand."""

    story: Story
    programme: Mapping[str, Any]
    described: Mapping[str, Any]
    sources: Path
    origin: str

    @property
    def is_demo(self) -> bool:
        """On an engineer's own machine or in an exercise the figures are invented, and every page says so."""
        return self.story.campaign.practice or urlsplit(self.origin).hostname in {"127.0.0.1", "localhost"}

    @cached_property
    def tables(self) -> list[Table]:
        """The tables of open data."""
        return tables(self.story, self.programme)


def build_site(made_from: Ingredients, work: Path, into: Path) -> None:
    """Builds the site into the folder `into`, with `work` for what lies between; both are emptied first.

    Raises BrokenSite for a broken link, a missing translation or anything MkDocs warns of.
    """
    for folder in (work, into):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    pages = {language: list(pages_of(made_from, language)) for language in LANGUAGES}
    check_pairs([page for each in pages.values() for page in each])
    for language in LANGUAGES:
        _write(pages[language], made_from.sources, work / language, language)
        build_language(made_from.sources, work / language, into, language, made_from.origin, is_demo=made_from.is_demo)
    for path, body in files(made_from.story, made_from.tables, made_from.programme, made_from.origin):
        target = into / "data" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(body)
    afterwards.finish(into, made_from.sources)


def pages_of(made_from: Ingredients, language: Language) -> Iterator[Page]:
    """Every page of one language."""
    story = made_from.story
    pages = [*_generated(made_from, language), *written_pages(made_from.sources, language)]
    yield from pages
    yield search_page(story, language, pages)


def _generated(made_from: Ingredients, language: Language) -> Iterator[Page]:
    story = made_from.story
    yield today_page(story, language)
    yield progress_page(story, language)
    yield from target_pages(story, language)
    yield communes_page(story, language)
    if language == "vi":
        yield from commune_pages(story)
    yield departments_page(story, language)
    yield editions_page(story, language)
    yield corrections_page(story, language)
    yield dictionary_page(story, language)
    yield programme_page(made_from.programme, language)
    yield data_page(story, made_from.tables, language, made_from.origin)
    yield api_page(made_from.described, language)


def _write(pages: list[Page], sources: Path, folder: Path, language: Language) -> None:
    """The Markdown files, and the pictures that the written pages show."""
    for page in pages:
        file = folder / page.file
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(page.markdown(), encoding="utf-8")
    pictures = sources / "docs" / "vi" / "anh"
    if language == "vi" and pictures.is_dir():
        shutil.copytree(pictures, folder / "anh", dirs_exist_ok=True)
