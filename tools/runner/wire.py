"""HTTP/1.1 as the Lambda runtime client speaks it: one small server, bound to loopback."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Response:
    status: int
    body: bytes = b'{"status":"OK"}'
    headers: tuple[tuple[str, str], ...] = ()

    def encode(self) -> bytes:
        fields = [("Content-Type", "application/json"), ("Content-Length", str(len(self.body))), *self.headers]
        head = "".join(f"{name}: {value}\r\n" for name, value in fields)
        return f"HTTP/1.1 {self.status} -\r\n{head}\r\n".encode() + self.body


type Answer = Callable[[Request], Awaitable[Response]]


class Server:
    """Answers requests on a free port of 127.0.0.1; `hang_up` ends every open connection."""

    def __init__(self, answer: Answer) -> None:
        self._answer = answer
        self._open: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    async def start(self) -> int:
        """The port it listens on."""
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return int(self._server.sockets[0].getsockname()[1])

    async def stop(self) -> None:
        if self._server:
            self._server.close()
        self.hang_up()

    def hang_up(self) -> None:
        """A poll of a child that has died must not take the next call."""
        for connection in self._open:
            connection.cancel()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None  # noqa: S101 - a connection handler is a task
        self._open.add(task)
        try:
            while request := await _read(reader):
                writer.write((await self._answer(request)).encode())
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            return
        finally:
            self._open.discard(task)
            writer.close()


async def _read(reader: asyncio.StreamReader) -> Request | None:
    """The next request of the connection; None at its end."""
    line = (await reader.readline()).decode("latin-1").split()
    if len(line) != 3:
        return None
    headers: dict[str, str] = {}
    while field := (await reader.readline()).decode("latin-1").strip():
        name, _, value = field.partition(":")
        headers[name.lower()] = value.strip()
    body = await reader.readexactly(int(headers.get("content-length", "0")))
    return Request(line[0], line[1], headers, body)
