"""What units write in words, from notes.json: invented, with no real person, place or incident in it."""

import json
from functools import cache
from pathlib import Path
from random import Random

from tools.replay.today import Today

WRITES = {"difficulties": 0.16, "proposals": 0.07}


@cache
def _texts() -> dict[str, dict[str, list[dict[str, str]]]]:
    texts: dict[str, dict[str, list[dict[str, str]]]] = json.loads(
        (Path(__file__).parent / "notes.json").read_text(encoding="utf-8")
    )
    return texts


def notes_of(today: Today) -> dict[str, str]:
    """Difficulties and proposals (III.7); most days there are none."""
    die, offered = today.die("notes"), _texts()[today.character.kind]
    fewer = 0.4 if today.is_weekend else 1
    return {about: die.choice(offered[about])["vi"] for about, often in WRITES.items() if die.random() < often * fewer}


def remark(die: Random) -> str:
    """What the centre writes above the figures."""
    return "\n".join(each["vi"] for each in die.sample(_texts()["centre"]["remarks"], die.choice([1, 1, 2])))


def explanation(mistake: str, die: Random) -> str:
    """Why a figure is odd, as a unit would say it."""
    return die.choice(_texts()["explanations"][mistake])["vi"]
