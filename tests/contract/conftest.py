"""One running system for all of these tests, and a unit's day of its own for each."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import uuid4

import pytest

from tests.contract.centre import centre, free_days, free_lines, staff, whole_day  # noqa: F401 - fixtures
from tests.contract.client import Client
from tests.contract.system import TODAY, System, running

# Units that tests name themselves.
NAMED = {"00004", "00008", "00070"}


@dataclass(frozen=True)
class UnitDay:
    """A commune's day on which nothing has been sent, and its reporter."""

    system: System
    unit: str
    day: date
    reporter: Client

    @property
    def path(self) -> str:
        return f"/v1/campaigns/hanoi-45/days/{self.day}/reports/{self.unit}"


@pytest.fixture(scope="session")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    with running(tmp_path_factory.mktemp("build")) as started:
        yield started


@pytest.fixture(scope="session")
def free_units(system: System) -> Iterator[str]:
    communes = [unit.code for unit in system.campaign.units.values() if unit.kind == "commune"]
    return iter(sorted(set(communes) - NAMED))


@pytest.fixture
def unit_day(system: System, free_units: Iterator[str]) -> UnitDay:
    code = next(free_units)
    return UnitDay(system, code, TODAY, system.reporter(code))


@pytest.fixture
def anyone(system: System) -> Client:
    return system.client()


@pytest.fixture(scope="session")
def coordinator(system: System) -> Client:
    return system.staff("dieu-phoi-1")


@pytest.fixture(scope="session")
def viewer(system: System) -> Client:
    return system.staff("lanh-dao")


type Body = dict[str, object]


@pytest.fixture
def report() -> Callable[..., Body]:
    """A report's body with one figure; anything can be said otherwise."""

    def make(**otherwise: object) -> Body:
        return {"submission_id": str(uuid4()), "base_revision": 0, "figures": {"team_members": 120}, **otherwise}

    return make
