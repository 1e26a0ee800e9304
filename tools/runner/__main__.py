"""`python -m tools.runner --port 8000`: parses, listens, runs until Ctrl-C."""

import argparse
import asyncio
import errno
import signal
import socket
import sys
from pathlib import Path

from giaoban.campaign import CampaignRefused
from tools.runner import runfile
from tools.runner.engine import EngineSilentError
from tools.runner.start import Options, run
from tools.runner.worker import FunctionFailed
from tools.template import UnresolvedError


class PortError(RuntimeError):
    """The port cannot be had; says what to do."""


# What stops the start and says why in its own words.
SAID = (EngineSilentError, FunctionFailed, UnresolvedError, CampaignRefused, runfile.RunningAlreadyError, PortError)
BUILD = Path(__file__).parents[2] / "build"


def main() -> int:
    arguments = _arguments()
    build = arguments.build.resolve()
    if not all((build / part).is_dir() for part in ("functions", "runtime", "layers")):
        return _say_no("The artefact is not in build/. `make build` makes them; `make run` does both.")
    try:
        with runfile.held(build), _listen(arguments.port) as listener:
            asyncio.run(_until_stopped(Options(listener, build, days=0 if arguments.empty else arguments.days)))
    except SAID as error:
        return _say_no(str(error))
    return 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make run", description="The whole system on this machine.")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--empty", action="store_true", help="without the demonstration's past days")
    parser.add_argument("--build", type=Path, default=BUILD, help="where the artefact is")
    parser.add_argument("--days", type=int, default=9, help="how many past days the demonstration has")
    return parser.parse_args()


async def _until_stopped(options: Options) -> None:
    """Ctrl-C and SIGTERM end it the same way, also half-way through the start: everything started is ended."""
    task = asyncio.current_task()
    assert task is not None  # noqa: S101 - asyncio.run runs a task
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    try:
        await run(options)
    except asyncio.CancelledError:
        print("\nStopped. / Đã dừng.", flush=True)


def _listen(port: int) -> socket.socket:
    """Raises PortError with what to do instead."""
    # Named TCP: asyncio switches Nagle's algorithm off only then, else each answer waits 40 ms for an acknowledgement.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("127.0.0.1", port))
        listener.listen(128)
    except (OSError, OverflowError) as error:
        listener.close()
        raise PortError(_why_not(port, error)) from error
    return listener


def _why_not(port: int, error: OSError | OverflowError) -> str:
    if isinstance(error, OSError) and error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program. Choose another one: make run PORT={port + 1}"
    return f"Cannot listen on port {port} ({error}). Choose another one: make run PORT=8080"


def _say_no(why: str) -> int:
    print(why, file=sys.stderr, flush=True)
    return 1


if __name__ == "__main__":
    sys.exit(main())
