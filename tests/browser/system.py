"""The built system with the form as it stands in the tree, and a commune of its own for each test of a browser."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Route

from tests.contract.client import Client
from tests.contract.system import JOBS, TODAY, System, running
from tools.build.pages import make_app

ROOT = Path(__file__).parents[2]
# Milliseconds for what comes in the end: no test waits so long where all is well, and none fails on a busy machine.
PATIENCE = 20_000


@contextmanager
def running_with_form(folder: Path, idle: Sequence[str] = JOBS) -> Iterator[System]:
    """The real functions, gateway and engine, serving site/app as the build ships it."""
    make_app(ROOT, folder, folder / "app")
    with running(folder, idle=idle) as system:
        yield system


@dataclass(frozen=True)
class Commune:
    """A commune that has sent nothing today, its link, and what the service holds of it."""

    system: System
    code: str

    @property
    def path(self) -> str:
        return f"/v1/campaigns/hanoi-45/days/{TODAY}/reports/{self.code}"

    def link(self) -> str:
        return f"{self.system.origin}/bao-cao#t={self.system.link(self.code).token}"

    def colleague(self) -> Client:
        """Somebody else of the commune, with a link of their own."""
        return self.system.reporter(self.code)

    def revisions(self) -> list[dict[str, Any]]:
        history: list[dict[str, Any]] = self.colleague().get(f"{self.path}?revisions=all").json["history"]
        return [each for each in history if each["revision"] > 0]


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    with running_with_form(tmp_path_factory.mktemp("build")) as system:
        yield system


@pytest.fixture(scope="session")
def free_communes(built: System) -> Iterator[str]:
    return iter(unit.code for unit in built.campaign.units.values() if unit.kind == "commune")


@pytest.fixture
def commune(built: System, free_communes: Iterator[str]) -> Commune:
    return Commune(built, next(free_communes))


def lose_answers(context: BrowserContext) -> None:
    """Every report arrives, and no answer comes back."""

    def lose(route: Route) -> None:
        if route.request.method == "PUT":
            route.fetch()
            return route.abort("connectionreset")
        return route.continue_()

    context.route("**/reports/*", lose)


def open_form(page: Page, commune: Commune) -> Page:
    page.goto(commune.link())
    page.wait_for_selector("form .field input")
    return page
