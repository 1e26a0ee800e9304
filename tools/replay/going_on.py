"""The story goes on with the campaign's clock: as it runs or is moved forward, what comes meanwhile is sent."""

import time
from collections.abc import Callable, Mapping
from datetime import datetime

from giaoban.campaign import load_all
from tools.replay.history import told
from tools.replay.play import links_for
from tools.replay.sender import Sender
from tools.replay.unit_day import Sending


def go_on(
    run: Mapping[str, object],
    seed: int = 45,
    progress: Callable[[str], object] = print,
    pause_seconds: float = 0.5,
) -> None:
    """Sends what comes after the campaign's present, until nothing more comes; a clock moved back is waited for.

    What came before is taken to have been played, by `make run` or by `play`. Raises ReplayStopped.
    """
    campaign = load_all()[str(run["campaign"])]
    everything = told(campaign, datetime.max.replace(tzinfo=campaign.zone), seed)
    coming = sorted((each for day in everything for each in day.come), key=lambda each: each.at)
    sender = Sender(str(run["origin"]), campaign.slug, links_for(campaign, coming, run), is_alone=False)
    reached = sender.clock()
    progress(f"{reached:%d/%m/%Y %H:%M}  …")
    while reached < coming[-1].at:
        now = max(reached, sender.clock())
        if come := [each for each in coming if reached <= each.at < now]:
            sender.send_all(come)
            progress(_line(now, come))
        reached = now
        time.sleep(pause_seconds)


def _line(now: datetime, come: list[Sending]) -> str:
    return f"{now:%d/%m/%Y %H:%M}  {len(come)} báo cáo / reports"
