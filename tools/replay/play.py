"""Plays a campaign's days: each day's opening tick, then its reports."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from giaoban.access.links import issue
from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign, load_all
from tools.replay.history import Stretch, stretches
from tools.replay.sender import Sender


@dataclass(frozen=True)
class Summary:
    """What has been played: days begun, revisions stored, seconds it took."""

    days: int
    revisions: int
    seconds: float


def play(
    run: Mapping[str, object],
    days: int,
    seed: int = 45,
    progress: Callable[[str], object] = print,
    until: datetime | None = None,
) -> Summary:
    """Makes days 1 to `days` whole, and of what follows all that has come before `until`.

    `run` is the content of build/run.json; this process's AWS client must already point to the engine it names.
    Raises ReplayStopped when an answer is not the expected one.
    """
    began, campaign = time.monotonic(), load_all()[str(run["campaign"])]
    whole = campaign.opens(campaign.first_day + timedelta(days=days))
    story = list(stretches(campaign, max(until or whole, whole), seed))
    sender = Sender(str(run["origin"]), campaign.slug, _links(campaign, story, run))
    for number, stretch in enumerate(story, start=1):
        sender.tick(stretch.opening)
        sender.send_all(stretch.by_unit.values())
        progress(_line(number, len(story), stretch, time.monotonic() - began))
    return Summary(len(story), sum(stretch.count for stretch in story), time.monotonic() - began)


def _links(campaign: Campaign, story: list[Stretch], run: Mapping[str, object]) -> dict[str, str]:
    """One link for each unit that sends anything; it lasts until corrections of the last day close."""
    grants = GrantStore(cast("Mapping[str, str]", run["environment"])["ACCESS_TABLE"])
    last_day, senders = story[-1].day, {code for stretch in story for code in stretch.by_unit}
    units = [unit for code, unit in campaign.units.items() if code in senders]
    return {unit.code: issue(grants, campaign, unit, last_day, recipient="replay").token for unit in units}


def _line(number: int, of: int, stretch: Stretch, seconds: float) -> str:
    bar = "█" * round(20 * number / of)
    return f"{bar:░<20} {number}/{of}  {stretch.day:%d/%m/%Y}  {stretch.count} báo cáo / reports  {seconds:.1f} s"
