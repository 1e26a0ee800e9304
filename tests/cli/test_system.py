"""Which system a command finds, and what it says when it finds none."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest

from tests.cli.conftest import Said
from tools.cli.system import find_system
from tools.cli.words import Failed


def test_the_local_system_points_the_client_to_its_engine(bare_local: Path) -> None:
    with mock.patch.dict(os.environ):
        system = find_system(bare_local)
        assert system.is_local
        assert os.environ["AWS_ENDPOINT_URL_DYNAMODB"] == system.dynamodb
        assert os.environ["AWS_DEFAULT_REGION"] == "ap-southeast-1"


def test_what_a_killed_run_has_left_behind_is_not_taken_for_a_running_system(
    bare_local: Path,
) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as ended:
        gone = ended.pid
    bare_local.write_text(json.dumps({**json.loads(bare_local.read_text("utf-8")), "pid": gone}), "utf-8")
    with pytest.raises(Failed, match="Nothing runs here"):
        find_system(bare_local)


def test_with_nothing_at_all_everything_that_is_missing_is_named(
    giaoban: Callable[..., Said], aws: None, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION"):
        monkeypatch.delenv(name)
    for name in ("AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "none"))
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    said = giaoban("export")
    assert said.status == 1
    for what in ("build/run.json (make run)", "AWS_REGION", "AWS credentials", "ACCESS_TABLE, REPORTS_TABLE"):
        assert what in said.err


@pytest.mark.parametrize(
    "variable, command",
    [
        ("ACCESS_TABLE", ("link", "issue", "--unit", "00004", "--day", "2025-08-02")),
        ("PUBLIC_ORIGIN", ("link", "issue", "--unit", "00004", "--day", "2025-08-02")),
        ("REPORTS_TABLE", ("export",)),
    ],
)
def test_a_single_variable_that_is_missing_is_named(
    giaoban: Callable[..., Said],
    bare_deployed: None,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    command: tuple[str, ...],
) -> None:
    monkeypatch.delenv(variable)
    said = giaoban(*command)
    assert (said.status, said.out) == (1, "")
    assert f"{variable} is not set" in said.err


def test_a_local_system_that_does_not_answer_is_said_in_a_sentence(
    giaoban: Callable[..., Said], bare_local: Path
) -> None:
    bare_local.write_text(
        json.dumps({**json.loads(bare_local.read_text("utf-8")), "origin": "http://127.0.0.1:9"}), "utf-8"
    )
    said = giaoban("export", "--run", str(bare_local))
    assert (said.status, said.out) == (1, "")
    assert "http://127.0.0.1:9 does not answer: ConnectError" in said.err
