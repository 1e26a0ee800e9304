"""Reading a built page: its links, its inline scripts, its words by heading."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from typing import override

LINKS = {"a": "href", "link": "href", "img": "src", "script": "src", "form": "action", "source": "src"}
# On a part of a page that repeats what other pages hold, such as each day's corrections; it holds none of its own kind.
UNSEARCHED = "data-unsearched"
# What a reader would not search for: navigation, tables of days, charts; and units' own words, which may be hidden again.
_SILENT = {
    "script",
    "style",
    "svg",
    "table",
    "nav",
    "header",
    "footer",
    "form",
    "noscript",
    "details",
    "blockquote",
    "template",
    "head",
}


@dataclass
class Section:
    """A heading and the words beneath it."""

    anchor: str
    title: str = ""
    words: list[str] = field(default_factory=list)


type Pages = Mapping[Path, "Reading"]


def read_pages(site: Path) -> Pages:
    """Every page of a built site, read once for all that look at it."""
    return {page: Reading(page.read_text(encoding="utf-8")) for page in sorted(site.rglob("*.html"))}


class Reading(HTMLParser):
    """What the checks and the search need of one page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.links: list[str] = []
        self.anchors: set[str] = set()
        self.scripts: list[str] = []
        self.styled: list[str] = []
        self.sections: list[Section] = [Section("")]
        self._silent: list[str] = []
        self._heading = False
        self._script = False
        self.feed(text)

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.anchors.add(given["id"])
        if tag in LINKS and LINKS[tag] in given:
            self.links.append(given[LINKS[tag]])
        self.styled += [tag for name in given if name == "style" or name.startswith("on")]
        self._script = (
            tag == "script" and "src" not in given and given.get("type", "") in {"", "module", "text/javascript"}
        )
        if tag in _SILENT or UNSEARCHED in given:
            self._silent.append(tag)
        if tag in {"h1", "h2", "h3"} and not self._silent:
            self._heading = True
            self.sections.append(Section(given.get("id", "") if tag != "h1" else ""))

    @override
    def handle_endtag(self, tag: str) -> None:
        if self._silent and self._silent[-1] == tag:
            self._silent.pop()
        if tag in {"h1", "h2", "h3"}:
            self._heading = False
        if tag == "script":
            self._script = False

    @override
    def handle_data(self, data: str) -> None:
        if self._script:
            self.scripts.append(data)
        if self._silent or not data.strip():
            return
        section = self.sections[-1]
        if self._heading:
            section.title = f"{section.title} {data.strip()}".strip()
        else:
            section.words.append(data.strip())
