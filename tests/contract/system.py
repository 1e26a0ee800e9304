"""The running artefact: the real functions, gateway and engine of `make run`, without the demonstration's past days."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any
from uuid import uuid4

import botocore.session
import pytest

from giaoban.access import Role
from giaoban.access.grant import Grant, digest, new_secret, staff_id
from giaoban.access.hat import Hat
from giaoban.access.links import Link, issue
from giaoban.access.store import GrantStore
from giaoban.campaign import Campaign, load_all
from tests.contract.client import NOON, Client
from tests.contract.light_runner import IDLE

ROOT = Path(__file__).parents[2]
# Another build than the tree's own, to see whether a test notices a change in it.
ARTEFACT = Path(os.environ.get("GIAOBAN_ARTEFACT", ROOT / "build"))
RUNNER = ("-m", "tests.contract.light_runner")
# The jobs that no answer waits for.
JOBS = ("DocumentsFunction", "PublishFunction")
START_SECONDS = 180
# The campaign's clock in these tests: the tenth day, 15:20, and nothing before it.
TODAY = date(2025, 8, 2)
AFTERNOON = f"{TODAY}T15:20:00+07:00"


@dataclass(frozen=True)
class System:
    """Where it is, and what a test may do with it besides HTTP: issue links as the administrator would."""

    run: dict[str, Any]
    folder: Path

    @property
    def logs(self) -> str:
        """What the functions have logged so far."""
        return "".join(log.read_text(encoding="utf-8") for log in (self.folder / "logs").glob("*Function.log"))

    @property
    def origin(self) -> str:
        return str(self.run["origin"])

    @cached_property
    def campaign(self) -> Campaign:
        return load_all()[self.run["campaign"]]

    @cached_property
    def grants(self) -> GrantStore:
        """The store that the functions use, from here."""
        with pytest.MonkeyPatch.context() as environment:
            for name, value in self.environment.items():
                environment.setenv(name, value)
            store = GrantStore(self.run["environment"]["ACCESS_TABLE"])
            store.get("connects")
        return store

    @property
    def environment(self) -> dict[str, str]:
        return {
            "AWS_ENDPOINT_URL_DYNAMODB": self.run["endpoints"]["dynamodb"],
            "AWS_DEFAULT_REGION": self.run["region"],
            "AWS_REGION": self.run["region"],
            "AWS_ACCESS_KEY_ID": "local",
            "AWS_SECRET_ACCESS_KEY": "local",
        }

    def aws(self, service: str) -> Any:
        """A botocore client of the engine."""
        session = botocore.session.Session()
        session.set_credentials("local", "local")
        return session.create_client(
            service, region_name=self.run["region"], endpoint_url=self.run["endpoints"]["dynamodb"]
        )

    def link(self, unit: str, day: date = TODAY, role: Role = Role.REPORTER) -> Link:
        return issue(self.grants, self.campaign, self.campaign.units[unit], day, f"contact-of-{unit}", role)

    def client(self, at: str = NOON) -> Client:
        """Somebody without a session, whose requests come at that campaign time."""
        return Client(self.origin, at=at)

    def reporter(self, unit: str, day: date = TODAY, role: Role = Role.REPORTER, at: str = NOON) -> Client:
        """Somebody who has opened a link of this unit."""
        client = self.client(at)
        assert client.post("/v1/session", {"token": self.link(unit, day, role).token}).status == 200
        return client

    def staff_token(self, name: str) -> str:
        """An access token of the pool's, as its sign-in page would give it."""
        return str(self.client().post("/dev/staff", {"name": name}).json["access_token"])

    def staff(self, name: str = "dieu-phoi-1") -> Client:
        """A coordinator, or the viewer `lanh-dao`, or the administrator `quan-tri`, signed in."""
        client = self.client()
        headers = {"Authorization": f"Bearer {self.staff_token(name)}"}
        assert client.post("/v1/staff-session", headers=headers).status == 200
        return client

    def member(self, name: str, role: Role) -> Client:
        """Somebody of the staff whose session, unlike one of 12 hours, lasts the whole campaign."""
        secret, ends = new_secret(), self.campaign.corrections_close(self.campaign.last_day)
        grant = Grant(staff_id(str(uuid4())), (Hat(role),), name, ends, sessions={digest(secret): ends})
        self.grants.sign_in_staff(grant, secret)
        return Client(self.origin, f"{grant.id}.{secret}")


@contextmanager
def running(folder: Path, command: Sequence[str] = RUNNER, idle: Sequence[str] = JOBS) -> Iterator[System]:
    """The system in a build folder of its own, so that a `make run` beside it is not disturbed; `idle` jobs do nothing."""
    for part in ("functions", "runtime", "layers"):
        if not (ARTEFACT / part).is_dir():
            pytest.fail(f"{ARTEFACT.name}/{part} is not there: `make build` makes it, `make test` does so first.")
        (folder / part).symlink_to((ARTEFACT / part).resolve())
    said = folder / "said.txt"
    arguments = [sys.executable, *command, "--empty", "--port", "0", "--build", str(folder)]
    with said.open("wb") as output:
        environment = {**os.environ, IDLE: " ".join(idle)}
        process = subprocess.Popen(arguments, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
    try:
        system = System(_started(process, folder, said), folder)
        assert system.client().put("/dev/clock", {"at": AFTERNOON, "quiet": True}).status == 200
        yield system
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _started(process: "subprocess.Popen[bytes]", folder: Path, said: Path) -> dict[str, Any]:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        if (folder / "run.json").is_file():
            run: dict[str, Any] = json.loads((folder / "run.json").read_text(encoding="utf-8"))
            return run
        time.sleep(0.05)
    pytest.fail(f"the system did not start:\n{said.read_text(encoding='utf-8')}")
