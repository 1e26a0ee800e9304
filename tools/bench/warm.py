"""Runs events through the artefact in one warm process and reads what was observed."""

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tools.bench import observed
from tools.bench.scene import SCRATCH, Event, Scene
from tools.runner.worker import Program


@dataclass(frozen=True)
class Observed:
    """One event's answer: `cpu` milliseconds in all, `client` of them within the AWS client, operations in order,
    `size` of the body in bytes.
    """

    status: int
    cpu: float
    client: float
    calls: tuple[str, ...]
    size: int
    etag: str

    @property
    def own(self) -> float:
        """Milliseconds of CPU outside the AWS client: the router, the rules, PynamoDB's models."""
        return self.cpu - self.client


def observe(at: Scene, function: str, events: Sequence[Event]) -> list[Observed]:
    """Raises CalledProcessError when the function breaks."""
    return observe_program(at.program(function), events)


def observe_program(program: Program, events: Sequence[Event]) -> list[Observed]:
    """The same of a function that was changed. Raises CalledProcessError when it breaks."""
    file = SCRATCH / "events.json"
    file.write_text(json.dumps(events), "utf-8")
    command = [program.command[0], "-s", "-S", str(Path(observed.__file__)), program.command[-1], str(file)]
    # Python puts the script's folder first on its path; none of its neighbours there is meant.
    environment = {**program.environment, "PYTHONSAFEPATH": "1", "PATH": os.defpath}
    with (SCRATCH / "observed.log").open("w") as log:
        done = subprocess.run(
            command, cwd=program.folder, env=environment, check=True, stdout=subprocess.PIPE, stderr=log, text=True
        )
    return [_read(json.loads(line)) for line in done.stdout.splitlines()]


def _read(line: dict[str, object]) -> Observed:
    calls = line["calls"]
    assert isinstance(calls, list)  # noqa: S101 - observed.py writes it
    return Observed(
        status=int(str(line["status"])),
        cpu=float(str(line["cpu"])),
        client=float(str(line["client"])),
        calls=tuple(map(str, calls)),
        size=int(str(line["bytes"])),
        etag=str(line["etag"]),
    )
