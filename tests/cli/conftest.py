"""The command as an administrator calls it, and systems for it to talk to: a local one, and one of the environment."""

import os
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import ThreadingHTTPServer
from pathlib import Path
from unittest import mock

import pytest

from tests.cli.systems import Gateway, describe, name_in_environment
from tests.engines.fixtures import Engine
from tools.cli import main

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


@pytest.fixture
def origin() -> Iterator[str]:
    """A gateway that tells the campaign's present."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Gateway) as server:
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
