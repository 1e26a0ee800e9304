"""The replay's centre: its hour from 16:00 to 17:00, day by day, and the week's report when a week is over.

Everything carries its own campaign time, so it can be played when all reports up to the next tick have come: an edition
holds what was known at its moment, whenever it is asked for.
"""

import json
import uuid
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from functools import partial
from http.client import HTTPConnection
from random import Random
from urllib.parse import urlsplit

from giaoban.campaign import Campaign
from giaoban.editions.period import periods_of
from tools.replay.chance import chance
from tools.replay.notes import remark
from tools.replay.sender import AT, COOKIE, ask

COORDINATOR = "dieu-phoi-1"
# Of ten days: in time, after the clock has frozen a provisional edition, not at all.
IN_TIME, AFTERWARDS = 0.7, 0.2
# Of what units write in a day.
MOST_PUBLIC = 4
SUMMED_UP_AFTER = timedelta(hours=4)

type Act = Callable[[HTTPConnection, datetime], None]


class Centre:
    """One coordinator at the board of a running system."""

    def __init__(self, origin: str, campaign: Campaign, seed: int) -> None:
        self._address, self._campaign, self._seed = urlsplit(origin).netloc, campaign, seed

    def work(self, day: date, since: datetime, until: datetime) -> None:
        """What the centre does on `day` from one moment to another. Raises ReplayStopped."""
        with closing(HTTPConnection(self._address, timeout=120)) as wire:
            for at, act in self._evening(day):
                if since <= at < until:
                    act(wire, at)

    def _evening(self, day: date) -> Iterator[tuple[datetime, Act]]:
        campaign, die = self._campaign, chance(self._seed, "centre", day.isoformat())
        if campaign.day_number(day) is None:
            return
        how = die.random()
        if how < IN_TIME:
            at = campaign.provisional(day) - _minutes(die, 2, 14)
            yield at, partial(self._issue, day, 0, die)
        elif how < IN_TIME + AFTERWARDS:
            at = campaign.edition_deadline(day) + _minutes(die, 3, 40)
            yield at, partial(self._issue, day, 1, die)
        yield campaign.edition_deadline(day) + SUMMED_UP_AFTER, partial(self._sum_up, day, die)

    def _issue(self, day: date, base: int, die: Random, wire: HTTPConnection, at: datetime) -> None:
        """Remarks first, then the button."""
        cookie, path = self._signed_in(wire, at), f"/v1/campaigns/{self._campaign.slug}/days/{day}"
        most = chance(self._seed, "public", day.isoformat()).randint(0, MOST_PUBLIC)
        self._make_public(wire, path, most, _headers(at - timedelta(minutes=1), cookie))
        said = {"text": remark(die), "base_remarks": 0}
        ask(wire, "PUT", f"{path}/remarks", said, _headers(at - timedelta(minutes=1), cookie), wanted={201})
        ask(wire, "POST", f"{path}/editions", _press(die, base), _headers(at, cookie), wanted={201})

    def _make_public(self, wire: HTTPConnection, path: str, most: int, headers: dict[str, str]) -> None:
        """The difficulties of a few units, spread over the day's."""
        draft = json.loads(ask(wire, "GET", f"{path}/draft", None, headers, wanted={200}).text)
        written = [each["unit"] for subject in draft["notes"]["difficulties"] for each in subject["entries"]]
        for unit in written[:: max(1, len(written) // max(1, most))][:most]:
            report = f"{path}/reports/{unit}"
            told = json.loads(ask(wire, "GET", f"{report}?revisions=all", None, headers, wanted={200}).text)
            for text in told["texts"]:
                if text["about"] != "notes/difficulties" or text["looks_personal"]:
                    continue
                said = {"about": text["about"], "sha256": text["sha256"], "base_decision": len(told["decisions"])}
                ask(wire, "POST", f"{report}/public", said, headers, wanted={201})

    def _sum_up(self, day: date, die: Random, wire: HTTPConnection, at: datetime) -> None:
        """The periods that end on this day."""
        for period in periods_of(self._campaign):
            if period.last == day:
                path = f"/v1/campaigns/{self._campaign.slug}/periods/{period.name}/editions"
                headers = _headers(at, self._signed_in(wire, at))
                ask(wire, "POST", path, _press(die, 0), headers, wanted={201})

    def _signed_in(self, wire: HTTPConnection, at: datetime) -> str:
        """The local system's own staff; a session lasts 12 hours of campaign time."""
        token = json.loads(ask(wire, "POST", "/dev/staff", {"name": COORDINATOR}, wanted={200}).text)["access_token"]
        headers = {AT: (at - timedelta(minutes=40)).isoformat(), "Authorization": f"Bearer {token}"}
        return ask(wire, "POST", "/v1/staff-session", {}, headers, wanted={200}).cookie


def _headers(at: datetime, cookie: str) -> dict[str, str]:
    return {AT: at.isoformat(timespec="milliseconds"), "Cookie": f"{COOKIE}={cookie}"}


def _press(die: Random, base: int) -> dict[str, object]:
    return {"request_id": str(uuid.UUID(bytes=die.randbytes(16), version=4)), "base_edition": base}


def _minutes(die: Random, least: float, most: float) -> timedelta:
    return timedelta(milliseconds=round(die.uniform(least, most) * 60_000))
