"""The last minute before the deadline: every unit sends, and its phone, which hears nothing, sends the same twice more."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

import httpx

from tools.bench.load import HEADS, measure
from tools.bench.open_loop import Due
from tools.bench.running import running
from tools.bench.scene import ENGINE
from tools.bench.senders import Senders, signed_in
from tools.bench.table import show
from tools.replay.sender import AT

# As site/app/shared/outbox.js waits: 4 s, then 8 s, each a quarter shorter or longer.
WAITS = (4.0, 8.0)
SECONDS = 60.0
# First attempts end here, so that the last retry still falls within the minute.
LAST_FIRST = SECONDS - 1.25 * sum(WAITS)


def main() -> None:
    """Prints the table."""
    with running("burst") as run:
        senders = signed_in(run)
        day = senders.campaign.first_day
        senders.open_days(1)
        measured = measure(senders, list(_plan(senders, day)))
        stored = _stored(senders, day)
    units = len(senders.campaign.units)
    title = f"Burst: {units} units × {len(WAITS) + 1} attempts within {SECONDS:.0f} s, bunched before the deadline; {ENGINE}"
    show(f"{title}. Aim: 100 % accepted, each report stored once", HEADS, [measured.row("burst")])
    print(f"  stored: {stored} reports of {units} units. In use {measured.where()}")


def _plan(senders: Senders, day: date) -> Iterator[Due]:
    """More and more towards the deadline; the same body each time, under the same submission_id."""
    die = Random(45)
    for unit in senders.campaign.units.values():
        body, at = senders.report(unit), die.triangular(0, LAST_FIRST, LAST_FIRST)
        for wait in (*WAITS, 0.0):
            received = senders.campaign.deadline(day) + timedelta(seconds=at - LAST_FIRST - 0.001)
            yield senders.due(at, unit, day, body, received)
            at += wait * die.uniform(0.75, 1.25)


def _stored(senders: Senders, day: date) -> int:
    """Revisions that stand in the history of all units."""
    with httpx.Client(base_url=senders.origin, trust_env=False, timeout=30) as client:
        found = 0
        for unit in senders.campaign.units.values():
            asked = senders.due(0, unit, day, b"", senders.campaign.edition_deadline(day))
            headers = {name: value for name, value in asked.headers.items() if name in {"Cookie", AT}}
            found += client.get(asked.path, headers=headers).raise_for_status().json()["revision"]
        return found
