"""Serves the application, and asks it for its first answer."""

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import uvicorn
from starlette.types import ASGIApp

from tools.runner.worker import Crashed


class _Server(uvicorn.Server):
    """Leaves the signals to us."""

    def capture_signals(self) -> contextlib.nullcontext[None]:  # type: ignore[override]
        return contextlib.nullcontext()


@asynccontextmanager
async def serving(app: ASGIApp, listener: socket.socket) -> AsyncIterator[None]:
    """Serves the app on a socket that listens already; ends with what is still under way."""
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, lifespan="off", server_header=False, timeout_graceful_shutdown=2
    )
    server = _Server(config)
    serving = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        yield
    finally:
        server.should_exit = True
        await asyncio.wait({serving}, timeout=5)


async def healthy(origin: str) -> None:
    """The first answer through everything. Raises Crashed when there is none."""
    async with httpx.AsyncClient(timeout=30, trust_env=False) as client:
        answer = await client.get(f"{origin}/v1/health")
    if answer.status_code != 200:
        raise Crashed(f"GET /v1/health answers {answer.status_code}: {answer.text[:500]}; see build/logs")
