"""The command as an administrator calls it, and systems for it to talk to: a local one, and one of the environment."""

import json
import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest import mock

import pytest

from tests.engines.fixtures import Engine
from tools.cli import main

# A campaign's present, as the local gateway tells it.
NOW = "2025-08-02T15:20:00.000+07:00"
NO_ENGINE = Engine("none", reports="no-reports", access="no-access", editions="no-editions", bucket="no-bucket")


@dataclass(frozen=True)
class Said:
    """What a command has answered."""

    status: int
    out: str
    err: str


@pytest.fixture
def giaoban(capsys: pytest.CaptureFixture[str], nothing_runs: Path) -> Callable[..., Said]:
    """Runs the command line; without `--run`, as if nothing were running here."""

    def run(*arguments: str) -> Said:
        takes_run = {"link", "replay", "export", "units", "edition"} & {*arguments[:1]} and "--run" not in arguments
        with mock.patch.dict(os.environ):
            try:
                status = main([*arguments, *(["--run", str(nothing_runs)] if takes_run else [])])
            except SystemExit as ended:
                status = int(ended.code or 0)
        out, err = capsys.readouterr()
        return Said(status, out, err)

    return run


@pytest.fixture
def nothing_runs(tmp_path: Path) -> Path:
    return tmp_path / "nothing" / "run.json"


class _Gateway(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = json.dumps({"server_time": NOW}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silent."""


@pytest.fixture
def origin() -> Iterator[str]:
    """A gateway that tells the campaign's present."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Gateway) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


@pytest.fixture
def local(tmp_path: Path, origin: str, on_dynalite: Engine) -> Path:
    """The run.json of a local system on dynalite."""
    return describe(tmp_path, origin, os.environ["AWS_ENDPOINT_URL_DYNAMODB"], on_dynalite)


@pytest.fixture
def bare_local(tmp_path: Path, origin: str, aws: None) -> Path:
    """The same without an engine: for what is refused before anything is read or written."""
    return describe(tmp_path, origin, "http://127.0.0.1:9", NO_ENGINE)


@pytest.fixture
def deployed(on_moto: Engine, monkeypatch: pytest.MonkeyPatch) -> Engine:
    """A system that the environment names, as after a deployment."""
    name_in_environment(monkeypatch, on_moto)
    return on_moto


@pytest.fixture
def bare_deployed(aws: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same without an engine."""
    name_in_environment(monkeypatch, NO_ENGINE)


def describe(folder: Path, origin: str, dynamodb: str, engine: Engine) -> Path:
    run = {
        "origin": origin,
        "campaign": "hanoi-45",
        "region": "ap-southeast-1",
        "endpoints": {"dynamodb": dynamodb},
        "environment": {
            "ACCESS_TABLE": engine.access,
            "REPORTS_TABLE": engine.reports,
            "DIRECTORY_TABLE": engine.directory,
        },
        "pid": os.getpid(),
    }
    (folder / "run.json").write_text(json.dumps(run), "utf-8")
    return folder / "run.json"


def name_in_environment(monkeypatch: pytest.MonkeyPatch, engine: Engine) -> None:
    monkeypatch.setenv("ACCESS_TABLE", engine.access)
    monkeypatch.setenv("REPORTS_TABLE", engine.reports)
    monkeypatch.setenv("DIRECTORY_TABLE", engine.directory)
    monkeypatch.setenv("EDITIONS_TABLE", engine.editions)
    monkeypatch.setenv("EDITIONS_BUCKET", engine.bucket)
    monkeypatch.setenv("PUBLIC_ORIGIN", "https://giaoban.example")
