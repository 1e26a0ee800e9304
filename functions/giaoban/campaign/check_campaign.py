"""What must hold between the parts of a campaign's folder."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from giaoban.campaign.campaign import Unit
from giaoban.campaign.mistake import Mistake, repeated
from giaoban.campaign.read_form import Json

# How often the one schedule ticks.
TICK_MINUTES = 5


def campaign_mistakes(folder: Path, data: Json, units: Mapping[str, Unit]) -> Iterator[Mistake]:
    """What must hold in a campaign beyond its JSON Schema."""
    if data["slug"] != folder.resolve().name:
        yield Mistake("campaign.json", "/slug", f"“{data['slug']}” is not the name of its folder")
    try:
        ZoneInfo(data["zone"])
    except (ZoneInfoNotFoundError, ValueError, OSError):
        yield Mistake("campaign.json", "/zone", f"no time zone is called “{data['zone']}”")
    if data["deadlines"]["report"] >= data["deadlines"]["edition"]:
        yield Mistake("campaign.json", "/deadlines", "the report must be due before the edition")
    yield from _times(data)
    if data["usual_over_days"] <= data["corrections_close"]["days_after"]:
        yield Mistake("campaign.json", "/usual_over_days", "must reach back further than corrections do")
    owners = {*units, data["centre"]["code"], *data["owners"]}
    yield from repeated("campaign.json", "/milestones", data["milestones"])
    for number, milestone in enumerate(data["milestones"]):
        if milestone["owner"] not in owners:
            yield Mistake("campaign.json", f"/milestones/{number}/owner", f"no unit is called “{milestone['owner']}”")


def _times(data: Json) -> Iterator[Mistake]:
    report, opens, close = data["deadlines"]["report"], data["day_opens"], data["corrections_close"]
    if opens >= report or int(opens[-2:]) % TICK_MINUTES:
        why = f"must come before the report is due, on a slot of {TICK_MINUTES} minutes"
        yield Mistake("campaign.json", "/day_opens", why)
    if close["days_after"] == 0 and close["at"] <= report:
        yield Mistake("campaign.json", "/corrections_close", "must come after the report is due")
