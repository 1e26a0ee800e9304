"""Requests at moments fixed beforehand, whatever becomes of those before them.

Latency counts from the moment at which a request was due, so a system that stalls is charged with everybody who waited
(no coordinated omission). For a system on this machine only.
"""

import asyncio
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

import httpx

# API Gateway gives up after 30 s.
PATIENCE_SECONDS = 30
MOST_REQUESTS = 10_000
MOST_SECONDS = 120
LOOPBACK = {"127.0.0.1", "localhost"}


@dataclass(frozen=True)
class Due:
    """A PUT, `at` seconds after the start."""

    at: float
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True)
class Came:
    """What became of it: status (0 without an answer), seconds since it was due, seconds that it left too late."""

    status: int
    seconds: float
    behind: float


async def send(origin: str, plan: Sequence[Due]) -> list[Came]:
    """Raises ValueError for another machine, or for more than a bench may ask of this one."""
    if urlsplit(origin).hostname not in LOOPBACK:
        raise ValueError(f"{origin} is not this machine")
    if len(plan) > MOST_REQUESTS or max(each.at for each in plan) > MOST_SECONDS:
        raise ValueError("a bench is small: fewer requests, or a shorter time")
    limits = httpx.Limits(max_connections=None, max_keepalive_connections=100)
    async with httpx.AsyncClient(
        base_url=origin, timeout=PATIENCE_SECONDS, limits=limits, trust_env=False, follow_redirects=False
    ) as client:
        begins = time.perf_counter() + 0.1
        return list(await asyncio.gather(*(_send(client, each, begins + each.at) for each in plan)))


async def _send(client: httpx.AsyncClient, due: Due, moment: float) -> Came:
    await asyncio.sleep(max(0.0, moment - time.perf_counter()))
    behind = time.perf_counter() - moment
    try:
        status = (await client.put(due.path, content=due.body, headers=due.headers)).status_code
    except httpx.HTTPError:
        status = 0
    return Came(status, time.perf_counter() - moment, behind)
