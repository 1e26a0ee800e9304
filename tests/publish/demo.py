"""Editions of a demo campaign, consolidated from the replay's invented reports: what the site is built from in tests.

`python -m tests.publish.demo DIR [DAYS]` writes them as files.
"""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from giaoban.campaign import Campaign, load_all
from giaoban.editions.canonical import canonical
from giaoban.editions.consolidate import consolidate
from giaoban.editions.content.edition import Edition
from giaoban.editions.cut import known_at
from giaoban.editions.edition import EditionKind, Frozen, Imprint, frozen
from giaoban.reports import decision
from giaoban.reports.free_text import texts_of
from giaoban.reports.report import Day, UnitDay
from giaoban.reports.state import State, state_of
from giaoban.reports.views import findings_of
from tests.editions.replayed import Replayed, replayed

type Json = dict[str, Any]
WITHOUT, PROVISIONAL = 3, 6
BY = "dieu-phoi-1"


def editions(campaign: Campaign, days: int = 45) -> Iterator[Json]:
    """Each day's first edition, then its correction, in order of issue; day 6 stays provisional, day 3 has none."""
    story, made, before = replayed(campaign, days), [], None
    for number, day in enumerate(sorted(story.units), start=1):
        found = [] if number == WITHOUT else _of_day(story, day, number, before, is_last=number == days)
        made += found
        before = found[0] if found else None
    for edition in sorted(made, key=lambda each: each.content["issued_at"]):
        yield json.loads(canonical(edition.content))


def write(folder: Path, days: int = 45) -> list[Path]:
    """One file per edition, named by its hash, as in the bucket."""
    folder.mkdir(parents=True, exist_ok=True)
    for each in map(frozen, editions(load_all()["hanoi-45"], days)):
        (folder / f"{each.sha256}.json").write_bytes(canonical(each.content))
    return sorted(folder.glob("*.json"))


def _of_day(
    story: Replayed, on: date, number: int, before: Frozen[Edition] | None, *, is_last: bool
) -> list[Frozen[Edition]]:
    at, campaign = story.campaign.deadline(on), story.campaign
    day = _decided(story.day(on), at + timedelta(minutes=20))
    minutes, kind, by = (
        (55, EditionKind.PROVISIONAL, None) if number == PROVISIONAL else (41 + number % 9, EditionKind.ISSUED, BY)
    )
    first = frozen(consolidate(day, Imprint[Edition](1, kind, at + timedelta(minutes=minutes), by, previous=before)))
    closed = Imprint(2, EditionKind.CORRECTION, campaign.corrections_close(on), previous=before, replaces=first)
    second = frozen(consolidate(day, closed))
    return [first, second] if second.content["changes"] and not is_last else [first]


def _decided(day: Day, at: datetime) -> Day:
    """Some of who did not report in time are excused, and of what units write one in three is made public."""
    known = known_at(day, at).units
    units = {code: replace(each, decisions=tuple(_decisions(known[code], at))) for code, each in day.units.items()}
    return replace(day, units=units)


def _decisions(unit_day: UnitDay, at: datetime) -> Iterator[decision.Decision]:
    chance, number = int.from_bytes(unit_day.unit.code.encode()[-3:]), 0
    if state_of(unit_day, at) is not State.ON_TIME and (chance + unit_day.day.day) % 9 == 0:
        number += 1
        yield decision.Decision(number, decision.DecisionKind.EXCUSE, at, BY, "Mất điện")
    for text in texts_of(unit_day.current, findings_of(unit_day)) if chance % 3 == 0 else ():
        number += 1
        yield decision.Decision(
            number,
            decision.DecisionKind.MAKE_PUBLIC,
            at,
            BY,
            revision=unit_day.revision,
            about=text.about,
            sha256=text.sha256,
        )


if __name__ == "__main__":
    print(len(write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 45)))
