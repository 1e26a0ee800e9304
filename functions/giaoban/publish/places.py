"""Where each page stands in each language: one table for addresses, links between languages and the search."""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

from giaoban.fold import fold_for_search
from giaoban.language import Language
from giaoban.text import Both

ROOTS: Mapping[Language, str] = {"vi": "/", "en": "/en/"}


@cache
def places() -> Mapping[str, Both]:
    """Each page's folder in each language, by name."""
    text = (Path(__file__).parent / "places.json").read_text(encoding="utf-8")
    return cast("Mapping[str, Both]", json.loads(text))


def address(place: str, language: Language, rest: str = "") -> str:
    """The path of a page on the site: `address("progress", "en", "online/")` is /en/progress/online/."""
    return f"{ROOTS[language]}{places()[place][language]}{rest}"


def unit_address(slug: str) -> str:
    """A commune's page: Vietnamese only."""
    return address("communes", "vi", f"{slug}/")


def slug_of(name: str) -> str:
    """Phường Ba Đình → phuong-ba-dinh."""
    return "-".join("".join(c if c.isalnum() else " " for c in fold_for_search(name)).split())


def other_language(language: Language) -> Language:
    return "en" if language == "vi" else "vi"
