"""The whole runner, started as people start it, with a tiny artefact: what it says, writes, and leaves behind."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from giaoban.campaign import Campaign
from tests.runner.conftest import put_runtime
from tools.runner.engine import free_port
from tools.runner.runfile import held
from tools.runner.start import begins_at

ROOT = Path(__file__).parents[2]
LISTEN, LOOPBACK = "0A", "0100007F"  # as /proc/net/tcp has them
VARIABLES = {
    "REPORTS_TABLE",
    "ACCESS_TABLE",
    "DIRECTORY_TABLE",
    "REMINDERS_TABLE",
    "SEND_QUEUE",
    "DUTY_QUEUE",
    "EDITIONS_TABLE",
    "EDITIONS_BUCKET",
    "EDITIONS_QUEUE",
    "SITE_BUCKET",
    "SITE_DISTRIBUTION",
    "SITE_QUEUE",
}
ANSWER = """
def handler(event, context):
    return {"statusCode": 200, "headers": {"content-type": "application/json"}, "body": '{"status": "ok"}'}
"""


@pytest.fixture
def build(tmp_path: Path) -> Path:
    put_runtime(tmp_path / "runtime")
    (tmp_path / "layers").mkdir()
    (tmp_path / "functions").mkdir()
    (tmp_path / "functions" / "schemas").symlink_to(ROOT / "schemas")
    for name in ("reports", "board", "editions", "directory", "reminders", "receipts", "access", "tick", "duties"):
        (tmp_path / "functions" / f"{name}.py").write_text(ANSWER)
    return tmp_path


@pytest.mark.parametrize(
    "days, begins",
    [(0, "2025-07-24T00:00"), (1, "2025-07-25T15:20"), (9, "2025-08-02T15:20"), (45, "2025-09-07T15:20")],
)
def test_the_clock_begins_on_the_afternoon_after_the_days_played(hanoi: Campaign, days: int, begins: str):
    assert begins_at(hanoi, days).isoformat().startswith(begins)


@contextmanager
def started(build: Path, port: int) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-m", "tools.runner", "--empty", "--port", str(port), "--build", str(build)]
    runner = subprocess.Popen(command, cwd=ROOT, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    try:
        yield runner
    finally:
        runner.kill()
        runner.communicate()


def wait_for(path: Path, runner: subprocess.Popen[str]) -> None:
    for _ in range(300):
        if path.exists() or runner.poll() is not None:
            return
        time.sleep(0.1)


def children(build: Path) -> list[str]:
    """What runs with this build's folder in its environment or command line."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            seen = (process / "environ").read_bytes() + (process / "cmdline").read_bytes()
        except OSError:
            continue
        if str(build).encode() in seen and process.name != str(os.getpid()):
            found.append(process.name)
    return found


def listening(pids: list[str]) -> set[str]:
    """The addresses, as the kernel writes them, on which these processes listen."""
    sockets = set()
    for pid in pids:
        for handle in Path(f"/proc/{pid}/fd").iterdir():
            with suppress(OSError):
                sockets.add(os.readlink(handle))
    rows = [row.split() for table in ("tcp", "tcp6") for row in Path(f"/proc/net/{table}").read_text().splitlines()[1:]]
    return {row[1].split(":")[0] for row in rows if row[3] == LISTEN and f"socket:[{row[9]}]" in sockets}


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM], ids=lambda ending: ending.name)
def test_it_starts_says_what_to_open_and_leaves_nothing(build: Path, ending: signal.Signals):
    port = free_port()
    with started(build, port) as runner:
        wait_for(build / "run.json", runner)
        run = json.loads((build / "run.json").read_text())
        assert (run["origin"], run["campaign"], run["pid"]) == (f"http://127.0.0.1:{port}", "hanoi-45", runner.pid)
        assert set(run["environment"]) == VARIABLES
        assert httpx.get(f"{run['origin']}/v1/health", trust_env=False).json() == {"status": "ok"}
        assert httpx.get(f"{run['origin']}/dev/clock", trust_env=False).json()["at"].startswith("2025-07-24T00:00:0")
        assert len(children(build)) >= 6
        assert listening([str(runner.pid), *children(build)]) == {LOOPBACK}
        runner.send_signal(ending)
        said, _ = runner.communicate(timeout=15)
    assert runner.returncode == 0, said
    assert children(build) == []
    assert not (build / "run.json").exists()


def test_a_function_that_cannot_start_stops_everything_and_is_named(build: Path):
    (build / "functions" / "access.py").write_text("import nothing_like_this\n")
    with started(build, free_port()) as runner:
        said, _ = runner.communicate(timeout=30)
    assert runner.returncode == 1
    assert "AccessFunction did not start" in said
    assert "nothing_like_this" in said
    assert children(build) == []


def test_a_taken_port_is_said_with_what_to_do(build: Path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with started(build, port) as runner:
            said, _ = runner.communicate(timeout=20)
    assert runner.returncode == 1
    assert f"Port {port} is taken" in said
    assert f"make run PORT={port + 1}" in said


def test_a_second_runner_of_the_same_build_is_led_to_the_first(build: Path):
    (build / "run.json").write_text('{"origin": "http://127.0.0.1:8000"}')
    with held(build), started(build, free_port()) as runner:
        said, _ = runner.communicate(timeout=20)
    assert runner.returncode == 1
    assert "running already: http://127.0.0.1:8000/dev" in said
    assert (build / "run.json").exists()


@pytest.mark.parametrize("port", [70000, 1], ids=["no port", "not ours"])
def test_a_port_that_cannot_be_had_is_said_with_what_to_do(build: Path, port: int):
    if port == 1 and os.geteuid() == 0:
        port = -1  # root may listen anywhere
    with started(build, port) as runner:
        said, _ = runner.communicate(timeout=20)
    assert runner.returncode == 1
    assert f"Cannot listen on port {port}" in said


def test_when_the_runner_itself_is_killed_nothing_stays_behind(build: Path):
    with started(build, free_port()) as runner:
        wait_for(build / "run.json", runner)
        runner.kill()
        runner.wait()
        for _ in range(50):
            if not children(build):
                break
            time.sleep(0.1)
    assert children(build) == []
