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
    yield from _edition(data)
    if data["usual_over_days"] <= data["corrections_close"]["days_after"]:
        yield Mistake("campaign.json", "/usual_over_days", "must reach back further than corrections do")
    owners = {*units, data["centre"]["code"], *data["owners"]}
    yield from repeated("campaign.json", "/milestones", data["milestones"])
    for number, milestone in enumerate(data["milestones"]):
        if milestone["owner"] not in owners:
            yield Mistake("campaign.json", f"/milestones/{number}/owner", f"no unit is called “{milestone['owner']}”")


def _edition(data: Json) -> Iterator[Mistake]:
    """The edition's slots lie between what is due to the centre and what the centre owes, in their order."""
    edition, due = data["edition"], data["deadlines"]
    slots = [edition["alarm_at"], edition["provisional_at"]]
    if [due["report"], *slots, due["edition"]] != sorted({due["report"], *slots, due["edition"]}):
        yield Mistake("campaign.json", "/edition", "report, alarm, provisional edition, edition: in this order")
    if any(int(slot[-2:]) % TICK_MINUTES for slot in slots):
        yield Mistake("campaign.json", "/edition", f"alarm and provisional edition are slots of {TICK_MINUTES} minutes")
    for name, entries in (
        ("mail", edition["mail"]),
        ("subjects", edition["subjects"]),
        ("measures/steps", edition["measures"]["steps"]),
    ):
        yield from repeated("campaign.json", f"/edition/{name}", entries)
    for kind in sorted(data["forms"].keys() ^ edition["kinds"].keys()):
        yield Mistake("campaign.json", f"/edition/kinds/{kind}", "every kind of unit that has a form, and no other")
    *sorting, rest = edition["subjects"]
    if rest["words"] or not all(subject["words"] for subject in sorting):
        yield Mistake("campaign.json", "/edition/subjects", "the last, and only it, has no words: it takes the rest")
    for number, step in enumerate(edition["measures"]["steps"]):
        if step["times"] > step["within_days"]:
            yield Mistake("campaign.json", f"/edition/measures/steps/{number}", "cannot be so often in so few days")


def _times(data: Json) -> Iterator[Mistake]:
    report, opens, close = data["deadlines"]["report"], data["day_opens"], data["corrections_close"]
    if opens >= report or int(opens[-2:]) % TICK_MINUTES:
        why = f"must come before the report is due, on a slot of {TICK_MINUTES} minutes"
        yield Mistake("campaign.json", "/day_opens", why)
    if close["days_after"] == 0 and close["at"] <= report:
        yield Mistake("campaign.json", "/corrections_close", "must come after the report is due")
