"""CPU per warm submission: all of it, and what is left outside the AWS client."""

import asyncio
from datetime import timedelta

from tools.bench.scene import ENGINE, Event, Scene, scene
from tools.bench.table import show, spread
from tools.bench.warm import observe

SUBMISSIONS = 500
WARMING = 20
AIM_MS = 3


def main() -> None:
    """Prints the table."""
    asyncio.run(_main())


async def _main() -> None:
    async with scene() as at:
        measured = observe(at, "ReportsFunction", _events(at))[WARMING:]
    if refused := [each for each in measured if each.status != 201]:
        raise RuntimeError(f"{len(refused)} submissions were not taken: {refused[0]}")
    parts = {
        "all": [each.cpu for each in measured],
        "within the AWS client": [each.client for each in measured],
        "outside the AWS client": [each.own for each in measured],
    }
    title = f"CPU per warm submission of every figure, ms of {len(measured)} in one process; {ENGINE}"
    rows = [(name, *spread(values)) for name, values in parts.items()]
    show(f"{title}. Aim: ≤ {AIM_MS} outside the AWS client", ["", "median", "least", "greatest"], rows)


def _events(at: Scene) -> list[Event]:
    """First reports of as many days as it takes, each with its revision 0 there."""
    events: list[Event] = []
    cookies = {unit.code: at.signed_in(unit) for unit in at.campaign.units.values()}
    for number in range(SUBMISSIONS + WARMING):
        passed, place = divmod(number, len(cookies))
        day, unit = at.campaign.first_day + timedelta(days=passed), list(at.campaign.units.values())[place]
        at.opened(unit, day)
        events.append(at.submission(unit, day, cookies[unit.code]))
    return events
