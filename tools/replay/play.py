"""Plays a campaign's days in order of time: ticks, between them the reports, and the centre's hour."""

import time
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from giaoban.access.links import issue
from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign, load_all
from tools.replay.centre import Centre
from tools.replay.history import ToldDay, told
from tools.replay.sender import Sender
from tools.replay.unit_day import Sending


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
    after_tick: Callable[[datetime], object] = lambda _: None,
) -> Summary:
    """Makes days 1 to `days` whole and opens the next, and of what follows makes all that has come before `until`.

    `run` is the content of build/run.json; this process's AWS client must already point to the engine it names. Leaves
    the campaign's clock at the end. `after_tick` is called with each slot, its ticks fired. Raises ReplayStopped when an answer is not the expected one.
    """
    began, campaign = time.monotonic(), load_all()[str(run["campaign"])]
    whole = campaign.opening(campaign.first_day + timedelta(days=days))
    origin, ends = str(run["origin"]), max(until or whole, whole)
    story = list(told(campaign, ends, seed))
    links = links_for(campaign, [each for day in story for each in day.come], run)
    sender, centre = Sender(origin, campaign.slug, links), Centre(origin, campaign, seed)
    reported = [each for each in story if each.count]
    for day in story:
        for stretch in day.stretches:
            sender.move_clock(stretch.slot)
            sender.tick(stretch.slot)
            after_tick(stretch.slot)
            sender.send_all(stretch.come)
            centre.work(day.day, stretch.slot, min(stretch.until, ends))
        if day in reported:
            progress(_line(reported.index(day) + 1, len(reported), day, time.monotonic() - began))
    sender.move_clock(ends)
    return Summary(len(reported), sum(day.count for day in story), time.monotonic() - began)


def links_for(campaign: Campaign, sendings: Collection[Sending], run: Mapping[str, object]) -> dict[str, str]:
    """One link for each unit that sends anything; it lasts until corrections of the last day close."""
    grants = GrantStore(cast("Mapping[str, str]", run["environment"])["ACCESS_TABLE"])
    last_day, senders = max(each.day for each in sendings), {each.unit for each in sendings}
    units = [unit for code, unit in campaign.units.items() if code in senders]
    return {unit.code: issue(grants, campaign, unit, last_day, recipient="replay").token for unit in units}


def _line(number: int, of: int, told: ToldDay, seconds: float) -> str:
    bar = "█" * round(20 * number / of)
    return f"{bar:░<20} {number}/{of}  {told.day:%d/%m/%Y}  {told.count} báo cáo / reports  {seconds:.1f} s"
