"""A page before MkDocs: Markdown with a head of facts, its body HTML made by a template."""

import json
from dataclasses import dataclass, field

from markupsafe import Markup

from giaoban.language import Language
from giaoban.publish.places import places


@dataclass(frozen=True)
class Page:
    """`path` is its address below the language's root: "tien-do/online/"; `mate` the same page in the other language."""

    language: Language
    path: str
    title: str
    description: str
    body: Markup
    mate: str | None
    place: str
    facts: dict[str, object] = field(default_factory=dict)
    written_as: str | None = None

    @property
    def file(self) -> str:
        """Where MkDocs reads it; a page that somebody wrote keeps its name, and so its links."""
        return self.written_as or f"{self.path}index.md"

    def markdown(self) -> str:
        """The file's text. JSON strings are YAML strings: nothing in a title can end its line."""
        head = {"title": self.title, "description": self.description, "place": self.place, **self.facts}
        if self.mate is not None:
            head["mate"] = self.mate
        lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in head.items()]
        return "\n".join(["---", *lines, "---", "", self.body, ""])


def page(
    place: str,
    language: Language,
    body: Markup,
    title: str,
    description: str,
    rest: str = "",
    *,
    has_mate: bool = True,
    **facts: object,
) -> Page:
    """The page at a place; `rest` is what its address has beyond, the same in both languages."""
    own, other = places()[place][language], places()[place]["en" if language == "vi" else "vi"]
    mate = other + rest if has_mate else None
    return Page(language, own + rest, title, description, body, mate, place, facts)
