"""build/run.json: where the running system is, for the `giaoban` command; there only while it runs."""

import fcntl
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tools.runner.function import REGION
from tools.template import Node

NAME = "run.json"


def description(
    origin: str, campaign: str, endpoints: Mapping[str, str], environment: Mapping[str, str]
) -> dict[str, Node]:
    """`endpoints`: where each service of AWS is, by botocore's name for it."""
    return {
        "origin": origin,
        "campaign": campaign,
        "region": REGION,
        "endpoints": {**endpoints},
        "environment": {**environment},
        "pid": os.getpid(),
    }


class RunningAlreadyError(RuntimeError):
    """Another runner uses this build folder; says where it is."""


@contextmanager
def held(build: Path) -> Iterator[None]:
    """This folder is ours while we live: two runners would share logs, engine and run.json. Raises RunningAlreadyError."""
    with (build / "runner.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise RunningAlreadyError(f"It is running already{_where(build)}. Stop that one first (Ctrl-C).") from None
        yield


def _where(build: Path) -> str:
    try:
        return f": {json.loads((build / NAME).read_text('utf-8'))['origin']}/dev"
    except (OSError, ValueError, KeyError):
        return ""


@contextmanager
def written(build: Path, run: dict[str, Node]) -> Iterator[None]:
    """Complete from the moment it is there; removed at the end."""
    path, draft = build / NAME, build / f"{NAME}.new"
    draft.write_text(json.dumps(run, indent=2) + "\n", encoding="utf-8")
    draft.replace(path)
    try:
        yield
    finally:
        path.unlink(missing_ok=True)
