"""Editions with marks in every field that must never be public, and a site built from them."""

import copy
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from giaoban.campaign import load_all
from giaoban.editions.canonical import canonical
from giaoban.publish.job import ingredients
from giaoban.publish.site import build_site
from giaoban.publish.story import Story, read_story
from tests.publish.demo import Json, editions

SOURCES = Path(__file__).parents[2] / "site"
ORIGIN = "https://giaoban.invalid"
CANARY = "CANARY-7f3a"
# In words that were made public.
MARKED = "CANARY-9c1d-public"
BA_DINH = "00004"


def demo(days: int = 10) -> list[Json]:
    return list(editions(load_all()["hanoi-45"], days))


def story_of(made: Iterable[Json]) -> Story:
    return read_story(load_all()["hanoi-45"], (canonical(each) for each in made))


def built(made: Iterable[Json], folder: Path, sources: Path = SOURCES) -> Path:
    """The folder of the site built from these editions."""
    build_site(ingredients(story_of(made), sources, ORIGIN), folder / "work", folder / "site")
    return folder / "site"


def saying(
    editions: list[Json], text: str, *, on: int, unit: str = BA_DINH, about: str = "notes/proposals"
) -> list[Json]:
    """The editions, one of which makes that text public."""
    made = copy.deepcopy(editions)
    row = next(each for each in made[on]["units"] if each["unit"]["code"] == unit)
    row["public"] = [{"about": about, "figures": ["officials"], "text": text}]
    return made


def with_canaries(edition: Json) -> Json:
    """A mark of its own in every personal and free-text field, known ones and one that nobody has thought of."""
    marks = _marks()
    edition |= {
        "issued_by": next(marks),
        "deadline_moved": {"at": edition["deadline"], "by": next(marks), "reason": next(marks)},
        "remarks": {"text": next(marks), "by": next(marks), "number": 1},
        "notes": {name: [_subject(marks)] for name in ("difficulties", "proposals")},
        "measures": [_measure(edition["units"][0]["unit"]["code"], marks)],
        "somebody_adds_this_later": {"name": next(marks), "phone": next(marks)},
    }
    for row in edition["units"]:
        row |= {"receipt": next(marks), "by": next(marks), "told_by": next(marks), "link": next(marks)}
        row["flags"] = [*row["flags"], next(marks)]
        row["findings"] = [_finding(marks)]
        row["notes"] = {"difficulties": next(marks), "proposals": next(marks)}
        row["unit"]["contacts"] = [{"name": next(marks), "phone": next(marks)}]
    for change in edition["changes"]:
        change |= {"by": next(marks), "reason": next(marks)}
    return edition


def _marks() -> Any:
    number = 0
    while True:
        number += 1
        yield f"{CANARY}-{number}"


def _subject(marks: Any) -> Json:
    entry = {"unit": "00004", "text": next(marks), "by": next(marks)}
    return {"subject": "network", "names": {"vi": "Mạng", "en": "Network"}, "entries": [entry]}


def _measure(unit: str, marks: Any) -> Json:
    names = {"vi": next(marks), "en": next(marks)}
    return {"unit": unit, "problem": "late", "measure": "remind", "names": names, "days": ["2025-07-24"]}


def _finding(marks: Any) -> Json:
    sentences = {"vi": next(marks), "en": next(marks)}
    return {"rule": "r", "figures": ["officials"], **sentences, "explanation": next(marks)}
