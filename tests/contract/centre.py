"""The centre at work: two coordinators, a viewer, and a unit's reporter."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest

from giaoban.access import Role
from tests.contract.client import Answer, Client
from tests.contract.system import System

UNIT, OTHER = "00004", "00008"


@dataclass(frozen=True)
class Centre:
    """Everybody's clock says 15:30 of the day unless a request says otherwise."""

    system: System
    day: date
    unit: str
    coordinator: Client
    second: Client
    viewer: Client
    reporter: Client

    @property
    def path(self) -> str:
        """Of the day's board."""
        return f"/v1/campaigns/hanoi-45/days/{self.day}"

    def report_of(self, unit: str | None = None) -> str:
        return f"{self.path}/reports/{unit or self.unit}"

    def at(self, clock: str) -> str:
        return f"{self.day}T{clock}+07:00"

    def board(self, clock: str = "15:30:00") -> dict[str, Any]:
        answer = self.coordinator.get(self.path, at=self.at(clock))
        assert answer.status == 200
        found: dict[str, Any] = answer.json
        return found

    def row(self, clock: str = "15:30:00") -> dict[str, Any]:
        found: dict[str, Any] = next(each for each in self.board(clock)["units"] if each["unit"]["code"] == self.unit)
        return found

    def send(self, clock: str = "15:30:00", client: Client | None = None, **otherwise: object) -> Answer:
        """A report of the unit."""
        body = {"submission_id": str(uuid4()), "base_revision": 0, "figures": {"team_members": 120}, **otherwise}
        return (client or self.reporter).put(self.report_of(), body, at=self.at(clock))

    def decide(self, what: str, clock: str = "15:30:00", client: Client | None = None, **said: object) -> Answer:
        """`what` is excuse, return or calls; without a word of what was seen, nothing was."""
        path = f"{self.report_of()}/{what}"
        return (client or self.coordinator).post(path, {"base_decision": 0, **said}, at=self.at(clock))

    def excuse_many(self, *units: str, clock: str = "15:30:00") -> Answer:
        body = {"units": units, "reason": "Cáp quang bị đứt"}
        return self.coordinator.post(f"{self.path}/excuse", body, at=self.at(clock))

    def move(self, clock: str, now: str = "16:05:00", base: int = 0, client: Client | None = None) -> Answer:
        """Without a word of what was seen, nobody had moved it."""
        body = {"deadline": self.at(clock), "reason": "Hệ thống ngừng", "base_decision": base}
        return (client or self.coordinator).post(f"{self.path}/deadline", body, at=self.at(now))

    def stands(self) -> bytes:
        """All that anybody can see of the day."""
        return self.coordinator.get(self.path).body + self.coordinator.get(f"{self.report_of()}?revisions=all").body


@dataclass(frozen=True)
class Staff:
    """Who sits at the board in all of these tests."""

    coordinator: Client
    second: Client
    viewer: Client

    def on(self, system: System, day: date, unit: str) -> Centre:
        now = f"{day}T15:30:00+07:00"
        clients = (replace(each, at=now) for each in (self.coordinator, self.second, self.viewer))
        return Centre(system, day, unit, *clients, system.reporter(unit, day, at=now))


@pytest.fixture(scope="session")
def staff(system: System) -> Staff:
    return Staff(
        system.member("dieu-phoi-1", Role.COORDINATOR),
        system.member("dieu-phoi-2", Role.COORDINATOR),
        system.member("lanh-dao", Role.VIEWER),
    )


@pytest.fixture(scope="session")
def free_days(system: System) -> Iterator[date]:
    """From the last but one backwards: days of which no other test knows."""
    return iter([system.campaign.last_day - timedelta(days=number) for number in range(1, 32)])


@pytest.fixture(scope="session")
def free_lines(system: System) -> Iterator[str]:
    """Communes whose last day no other test knows."""
    communes = [unit.code for unit in system.campaign.units.values() if unit.kind == "commune"]
    return iter(sorted(set(communes) - {OTHER}))


@pytest.fixture
def centre(system: System, staff: Staff, free_lines: Iterator[str]) -> Centre:
    """With a unit of its own, on a day that it shares."""
    return staff.on(system, system.campaign.last_day, next(free_lines))


@pytest.fixture
def whole_day(system: System, staff: Staff, free_days: Iterator[date]) -> Centre:
    """With a day of its own."""
    return staff.on(system, next(free_days), UNIT)
