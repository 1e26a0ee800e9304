"""The pages that people wrote: Markdown under site/docs/<language>/, each in its place of places.json."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import yaml
from markupsafe import Markup

from giaoban.language import Language
from giaoban.publish.broken import BrokenSite
from giaoban.publish.page import Page
from giaoban.publish.places import other_language, places


def written_pages(sources: Path, language: Language) -> Iterator[Page]:
    """Every Markdown file of a language. Raises BrokenSite for one that has no place, title or description."""
    folder = sources / "docs" / language
    by_path = {each[language]: name for name, each in places().items()}
    for file in sorted(folder.rglob("*.md")):
        name = file.relative_to(folder)
        path = _address(name)
        if path not in by_path:
            raise BrokenSite(f"{file.relative_to(sources)} has no place in places.json")
        yield replace(_read(file, language, path, by_path[path]), written_as=name.as_posix())


def _address(file: Path) -> str:
    """thiet-ke/bao-cao.md stands at thiet-ke/bao-cao/."""
    steps = [*file.parent.parts, *([] if file.stem == "index" else [file.stem])]
    return "".join(f"{step}/" for step in steps)


def _read(file: Path, language: Language, path: str, place: str) -> Page:
    text = file.read_text(encoding="utf-8")
    _, head, body = text.split("---\n", 2) if text.startswith("---\n") else ("", "", text)
    facts = yaml.safe_load(head) or {}
    if not {"title", "description"} <= facts.keys():
        raise BrokenSite(f"{file.name} says no title or no description")
    mate = places()[place][other_language(language)]
    # Written by us, in Markdown; MkDocs makes it HTML.
    return Page(language, path, facts["title"], facts["description"], Markup(body), mate, place, {"kind": "prose"})  # noqa: S704
