"""The store is gone: what needs none still answers, the rest says when to try again, and nothing breaks."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.contract.system import START_SECONDS, System, running

DAY = "/v1/campaigns/hanoi-45/days/2025-08-02"
PATH = f"{DAY}/reports/00004"


@pytest.fixture(scope="module")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[System]:
    """Of its own, since its store ends."""
    with running(tmp_path_factory.mktemp("build")) as started:
        _wait_until_open(started)
        yield started


def test_without_the_store_it_says_503_and_when_to_try_again(system: System) -> None:
    reporter, coordinator = system.reporter("00004"), system.staff("dieu-phoi-1")
    os.kill(_engine(int(system.run["pid"])), signal.SIGKILL)
    sent = {"submission_id": str(uuid4()), "base_revision": 0, "figures": {"team_members": 120}}
    answers = [
        reporter.put(PATH, sent),
        reporter.get(PATH),
        coordinator.get(DAY),
        coordinator.post(f"{PATH}/calls", {"outcome": "calling", "base_decision": 0}),
        coordinator.post(f"{DAY}/excuse", {"units": ["00004"], "reason": "Mất điện"}),
        coordinator.post(
            f"{DAY}/deadline", {"deadline": "2025-08-02T16:30:00+07:00", "reason": "Mất điện", "base_decision": 0}
        ),
        reporter.get("/v1/session"),
        reporter.delete("/v1/session"),
        reporter.post("/v1/session", {"token": "A" * 22}),
        reporter.post("/v1/session/request", {"unit": "00004"}),
    ]
    assert {(answer.status, answer.problem) for answer in answers} == {(503, "store_silent")}
    assert all(answer.headers["retry-after"] == "5" for answer in answers)
    for path in ("/v1/health", "/v1/campaigns/hanoi-45", "/v1/campaigns/hanoi-45/forms/commune"):
        assert reporter.get(path).status == 200


def _wait_until_open(system: System) -> None:
    """The start ends with the first tick and a link for whoever started it; without its store it would fail."""
    until = time.monotonic() + START_SECONDS
    while not system.client().get("/dev/state").json["links"]:
        assert time.monotonic() < until, "the first tick has not ended"
        time.sleep(0.1)


def _engine(runner: int) -> int:
    """The embedded engine among the runner's children."""
    children = Path(f"/proc/{runner}/task").glob("*/children")
    pids = [pid for each in children for pid in each.read_text(encoding="ascii").split()]
    return next(int(pid) for pid in pids if b"ministack" in Path(f"/proc/{pid}/cmdline").read_bytes())
