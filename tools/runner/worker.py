"""One process of one function under AWS's runtime client, and the Runtime API that feeds it.

One port per process: `/init/error` carries no path prefix, and a poll says nothing about who is polling.
"""

import asyncio
import os
import signal
import time
import uuid
from dataclasses import dataclass, field
from pathlib import Path

from tools.runner.wire import Request, Response, Server

API = "/2018-06-01/runtime"
# Lambda allows 10 s of its own machine; a laptop that starts everything at once is slower.
INIT_SECONDS = 30


class FunctionFailed(Exception):
    """A function did not answer; `status` is what the gateway says instead."""

    status = 502


class Crashed(FunctionFailed):
    """The process ended before it answered."""


class TimedOut(FunctionFailed):
    """The process took longer than its Timeout, and has been killed."""

    status = 504


class Raised(FunctionFailed):
    """The handler raised; Lambda hands its error back."""

    status = 500


@dataclass(frozen=True)
class Program:
    """How a function's process is started: command line, environment, folder, `timeout` in seconds, log file."""

    name: str
    command: tuple[str, ...]
    environment: dict[str, str]
    folder: Path
    timeout: int
    log: Path


@dataclass
class _Call:
    event: bytes
    deadline_ms: int
    answer: asyncio.Future[bytes]
    id: str = field(default_factory=lambda: str(uuid.uuid4()))


class Worker:
    """Runs one call at a time, as a Lambda environment does. Starts its process again after a crash or a time-out."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self._server = Server(self._answer)
        self._port = 0
        self._process: asyncio.subprocess.Process | None = None
        self._watch: asyncio.Task[None] | None = None
        self._is_ready = asyncio.Event()
        self._offered: asyncio.Queue[_Call] = asyncio.Queue()
        self._call: _Call | None = None

    async def start(self) -> None:
        """Returns when the function has initialised. Raises Crashed with the tail of its log."""
        if not self._port:
            self._port = await self._server.start()
        await self._spawn()
        ready = asyncio.create_task(self._is_ready.wait())
        assert self._watch is not None  # noqa: S101 - set by _spawn
        await asyncio.wait({ready, self._watch}, timeout=INIT_SECONDS, return_when=asyncio.FIRST_COMPLETED)
        ready.cancel()
        if not self._is_ready.is_set():
            await self._end()
            raise Crashed(f"{self.program.name} did not start; the end of {self.program.log}:\n{self._tail()}")

    async def invoke(self, event: bytes) -> bytes:
        """The handler's answer. Raises Crashed, TimedOut or Raised."""
        if not self._is_ready.is_set():
            await self.start()
        deadline_ms = round((time.time() + self.program.timeout) * 1000)
        call = self._call = _Call(event, deadline_ms, asyncio.get_running_loop().create_future())
        self._offered.put_nowait(call)
        try:
            async with asyncio.timeout(self.program.timeout):
                return await call.answer
        except TimeoutError:
            await self._end()
            raise TimedOut(f"{self.program.name} took longer than {self.program.timeout} s") from None
        finally:
            self._call = None

    async def stop(self) -> None:
        await self._end()
        await self._server.stop()

    async def _spawn(self) -> None:
        self._offered = asyncio.Queue()
        with self.program.log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                *self.program.command,
                cwd=self.program.folder,
                env={**self.program.environment, "AWS_LAMBDA_RUNTIME_API": f"127.0.0.1:{self._port}"},
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._watch = asyncio.create_task(self._watched(self._process))

    async def _watched(self, process: asyncio.subprocess.Process) -> None:
        """Waits for the process to end, then tells whoever waits for its answer."""
        code = await process.wait()
        self._is_ready.clear()
        self._server.hang_up()
        if self._call and not self._call.answer.done():
            self._call.answer.set_exception(Crashed(f"{self.program.name} ended with {code} before it answered"))

    async def _end(self) -> None:
        """Kills the process with all its children, as Lambda does."""
        if self._process and self._process.returncode is None:
            os.killpg(self._process.pid, signal.SIGKILL)
        if self._watch:
            await self._watch

    async def _answer(self, request: Request) -> Response:
        """The Runtime API: next, response, error, init error."""
        match request.method, request.path.removeprefix(API).strip("/").split("/"):
            case "GET", ["invocation", "next"]:
                return await self._next()
            case "POST", ["invocation", call, "response"]:
                return self._settle(call, request.body)
            case "POST", ["invocation", call, "error"]:
                return self._settle(call, Raised(request.body.decode(errors="replace")))
            case "POST", ["init", "error"]:
                return Response(202)
        return Response(404)

    async def _next(self) -> Response:
        self._is_ready.set()
        call = await self._offered.get()
        fields = {
            "Lambda-Runtime-Aws-Request-Id": call.id,
            "Lambda-Runtime-Deadline-Ms": str(call.deadline_ms),
            "Lambda-Runtime-Invoked-Function-Arn": f"arn:aws:lambda:local:000000000000:function:{self.program.name}",
        }
        return Response(200, call.event, tuple(fields.items()))

    def _settle(self, call_id: str, outcome: bytes | Raised) -> Response:
        call = self._call
        if call is None or call.id != call_id or call.answer.done():
            return Response(400)
        if isinstance(outcome, Raised):
            call.answer.set_exception(outcome)
        else:
            call.answer.set_result(outcome)
        return Response(202)

    def _tail(self, lines: int = 15) -> str:
        return "\n".join(self.program.log.read_text("utf-8", "replace").splitlines()[-lines:])
