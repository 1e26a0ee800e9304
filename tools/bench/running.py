"""The whole system for a bench: the built artefact without history, in a build folder of its own."""

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.bench.scene import BUILD, SCRATCH

START_SECONDS = 60


@contextmanager
def running(name: str, functions: Path = BUILD / "functions") -> Iterator[Path]:
    """The path of its run.json, once it answers. Raises RuntimeError when it does not start."""
    folder = SCRATCH / name
    folder.mkdir(parents=True, exist_ok=True)
    for part in ("functions", "runtime", "layers", "app"):
        (folder / part).unlink(missing_ok=True)
        (folder / part).symlink_to(functions if part == "functions" else BUILD / part)
    command = [sys.executable, "-m", "tools.runner", "--empty", "--port", "0", "--build", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    try:
        yield _started(process, folder / "run.json")
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(15)


def _started(process: "subprocess.Popen[bytes]", run: Path) -> Path:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        if run.is_file() and json.loads(run.read_text(encoding="utf-8"))["pid"] == process.pid:
            return run
        time.sleep(0.1)
    raise RuntimeError(f"the system did not start in {run.parent}")
