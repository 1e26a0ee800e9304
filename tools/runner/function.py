"""A function as the gateway sees it: a few processes, each taking one call at a time."""

import asyncio
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.runner.worker import Program, Worker
from tools.template import Function

REGION = "ap-southeast-1"
# Signed, never checked: the engine tells accounts and regions apart by them.
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "local", "AWS_SECRET_ACCESS_KEY": "local"}


def program(function: Function, known: Mapping[str, str], endpoints: Mapping[str, str], build: Path) -> Program:
    """How this function's process is started: the artefact under the base Python, nothing of the machine's around it."""
    log = build / "logs" / f"{function.name}.log"
    layers = [build.joinpath(*Path(layer).parts[1:]) for layer in function.layers]
    folders = [build / "functions", *(layer / "python" for layer in layers), build / "runtime"]
    return Program(
        name=function.name,
        command=(_base_python(), "-s", "-S", "-m", "awslambdaric", function.handler),
        environment={
            **{name: _in_layer(value, layers) for name, value in function.variables(known).items()},
            **endpoints,
            **CREDENTIALS,
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_LAMBDA_FUNCTION_NAME": function.name,
            "AWS_LAMBDA_FUNCTION_VERSION": "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE": str(function.memory),
            "AWS_LAMBDA_LOG_GROUP_NAME": f"/aws/lambda/{function.name}",
            "AWS_LAMBDA_LOG_STREAM_NAME": "local",
            "AWS_LAMBDA_INITIALIZATION_TYPE": "on-demand",
            "AWS_EC2_METADATA_DISABLED": "true",
            "LAMBDA_TASK_ROOT": str(build / "functions"),
            "_HANDLER": function.handler,
            "PYTHONPATH": os.pathsep.join(map(str, folders)),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONUNBUFFERED": "1",
            "PATH": os.defpath,
            "LANG": "C.UTF-8",
            "TZ": ":UTC",
        },
        folder=build / "functions",
        timeout=function.timeout,
        log=log,
    )


def _in_layer(value: str, layers: Sequence[Path]) -> str:
    """A path below /opt, where Lambda lays the layers, as the path in the layer that has it."""
    inside = value.removeprefix("/opt/")
    return next((str(layer / inside) for layer in layers if inside != value and (layer / inside).exists()), value)


def _base_python() -> str:
    """The Python that the virtual environment was made from: without its site-packages."""
    return str(getattr(sys, "_base_executable", sys.executable))


class Pool:
    """Hands each call to a free process, the first come first."""

    def __init__(self, program: Program, size: int = 1, is_lazy: bool = False) -> None:
        self.program, self._is_lazy = program, is_lazy
        self._workers = [Worker(program) for _ in range(size)]
        self._free: asyncio.Queue[Worker] = asyncio.Queue()

    async def start(self) -> None:
        """Raises Crashed when the function cannot initialise. A lazy one does so with its first call."""
        self.program.log.parent.mkdir(parents=True, exist_ok=True)
        self.program.log.write_bytes(b"")
        if not self._is_lazy:
            await asyncio.gather(*(worker.start() for worker in self._workers))
        for worker in self._workers:
            self._free.put_nowait(worker)

    async def invoke(self, event: bytes) -> bytes:
        """The handler's answer. Raises FunctionFailed."""
        worker = await self._free.get()
        try:
            return await worker.invoke(event)
        finally:
            self._free.put_nowait(worker)

    async def stop(self) -> None:
        await asyncio.gather(*(worker.stop() for worker in self._workers))
