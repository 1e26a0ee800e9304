"""An afternoon on which people of some units are reminded: who they are, the waves, and what the service holds then."""

import json
import time
from base64 import b64encode
from dataclasses import dataclass, replace
from typing import Any
from urllib.request import Request, urlopen

from giaoban.contact import Duty
from giaoban.directory import Entry
from giaoban.directory.list_file import list_file
from tests.browser.board.desk import Day
from tests.browser.board.hour import TODAY, move_clock
from tests.contract.client import Client
from tests.contract.system import System
from tools.runner.people import invented

DAY = f"/v1/campaigns/hanoi-45/days/{TODAY}"
SWITCH = "/v1/campaigns/hanoi-45/reminders/switch"
# Units with a directory of their own; the others have nobody.
UNITS = 12
SETTLED_SECONDS = 90


@dataclass(frozen=True)
class Reminding:
    """The day of a system whose waves go out."""

    system: System

    @property
    def day(self) -> Day:
        return Day(self.system, TODAY)

    @property
    def codes(self) -> list[str]:
        """The units with people, in the campaign's order."""
        return [*self.system.campaign.units][:UNITS]

    def staff(self, name: str = "dieu-phoi-2", hour: str = "16:10") -> Client:
        return self.day.staff(name, at=f"{TODAY}T{hour}:00+07:00")

    def told(self) -> dict[str, Any]:
        return dict(self.staff().get(f"{DAY}/reminders").json)

    def wave(self, wave: str) -> dict[str, Any]:
        return next(each for each in self.told()["waves"] if each["id"] == wave)

    def turn(self, paused: bool, reason: str, name: str = "dieu-phoi-2") -> None:
        """The switch, by a colleague."""
        body = {"paused": paused, "reason": reason, "base_version": self.told()["switch"]["version"]}
        assert self.staff(name).put(SWITCH, body).status == 200

    def people(self, **names: str) -> None:
        """A reporter, a deputy and a leader of each of the units; `names` in place of the reporters'."""
        found = [each for each in invented(self.system.campaign) if each.unit in self.codes]
        self.put_in([_named(each, names) for each in found])

    def put_in(self, people: list[Entry]) -> None:
        """These people and nobody else."""
        file = b64encode(list_file("csv", self.system.campaign, people)).decode()
        path = "/v1/campaigns/hanoi-45/directory/import"
        answer = self.staff("quan-tri").post(path, {"file": file, "dry_run": False})
        assert answer.status == 200, answer.body[:300]

    def provider(self, channel: str, manner: str) -> None:
        body = json.dumps({"channel": channel, "manner": manner}).encode()
        kind = {"Content-Type": "application/json"}
        urlopen(Request(f"{self.system.origin}/dev/providers", body, kind, method="PUT")).close()  # noqa: S310

    def pass_by(self, hour: str, wave: str) -> dict[str, Any]:
        """The clock to the hour, and on until each of the wave's messages has been seen to."""
        move_clock(self.system, hour)
        until = time.monotonic() + SETTLED_SECONDS
        while (seen := self.wave(wave))["counts"]["PENDING"] + seen["counts"]["CLAIMED"] or not seen["counts"]["SENT"]:
            assert time.monotonic() < until, seen
            time.sleep(0.5)
        return seen


def _named(entry: Entry, names: dict[str, str]) -> Entry:
    return replace(entry, name=names.get(f"u{entry.unit}", entry.name)) if entry.role is Duty.REPORTER else entry
