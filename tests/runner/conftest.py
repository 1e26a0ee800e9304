"""A tiny artefact in place of the built one, and functions that answer without a process."""

import asyncio
import importlib.util
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.runner.function import Pool
from tools.runner.worker import Program

RUNTIME = ("awslambdaric", "runtime_client", "simplejson")
HANDLER = """
import json, os, sys, time

def handler(event, context):
    match event.get("do"):
        case "sleep": time.sleep(event["seconds"])
        case "exit": os._exit(3)
        case "raise": raise ValueError("no such thing")
        case "print": print(event["text"])
    return {"event": event, "pid": os.getpid(), "left": context.get_remaining_time_in_millis()}
"""


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


def put_runtime(folder: Path) -> None:
    """AWS's runtime client and what it needs, as the build lays it out."""
    folder.mkdir(parents=True)
    for name in RUNTIME:
        found = importlib.util.find_spec(name)
        assert found is not None
        assert found.origin is not None
        origin = Path(found.origin)
        source = origin.parent if origin.name == "__init__.py" else origin
        (folder / source.name).symlink_to(source)


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., Program]:
    """Makes a function of a source text."""
    put_runtime(tmp_path / "runtime")

    def make(source: str = HANDLER, timeout: int = 5) -> Program:
        (tmp_path / "sample.py").write_text(source, "utf-8")
        paths = os.pathsep.join([str(tmp_path), str(tmp_path / "runtime")])
        return Program(
            name="Sample",
            command=(sys.executable, "-s", "-S", "-m", "awslambdaric", "sample.handler"),
            environment={"PYTHONPATH": paths, "AWS_LAMBDA_FUNCTION_NAME": "Sample", "LAMBDA_TASK_ROOT": str(tmp_path)},
            folder=tmp_path,
            timeout=timeout,
            log=tmp_path / "Sample.log",
        )

    return make


class Answering(Pool):
    """A function that answers at once, or fails as told, and keeps the events it got."""

    def __init__(self, answer: object = None, fails: Exception | None = None) -> None:
        self.answer, self.fails, self.events = answer, fails, []
        self.may_answer = asyncio.Event()
        self.may_answer.set()

    async def invoke(self, event: bytes) -> bytes:
        self.events.append(json.loads(event))
        await self.may_answer.wait()
        if self.fails:
            raise self.fails
        return json.dumps(self.answer).encode()
