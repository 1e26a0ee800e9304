"""What a command finds of a system: the gateway that tells the time, the file of a run, or its environment."""

import json
import os
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from tests.engines.fixtures import Engine

# A campaign's present, as the local gateway tells it.
NOW = "2025-08-02T15:20:00.000+07:00"


class Gateway(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = json.dumps({"server_time": NOW}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Silent."""


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
