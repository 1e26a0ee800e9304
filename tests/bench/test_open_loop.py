"""The load generator: on time, whatever becomes of the requests before; a stall is charged to all who waited."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tools.bench.load import Measured
from tools.bench.open_loop import MOST_REQUESTS, Came, Due, send

PUT = {"path": "/", "headers": {}, "body": b"{}"}


@asynccontextmanager
async def answering(seconds: float) -> AsyncIterator[str]:
    """A server that takes so long for each request, one after the other, as a single slow process does."""
    one_at_a_time = asyncio.Lock()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"{}")
        async with one_at_a_time:
            await asyncio.sleep(seconds)
        writer.write(b"HTTP/1.1 201 Created\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()


def sent_to(seconds: float, moments: list[float]) -> list[Came]:
    async def run() -> list[Came]:
        async with answering(seconds) as origin:
            return await send(origin, [Due(at, **PUT) for at in moments])

    return asyncio.run(run())


def test_requests_leave_when_they_are_due_and_a_stall_counts_for_all_who_waited() -> None:
    """A client that waits for an answer before it sends again would see 0.2 s four times."""
    due = [0.0, 0.05, 0.1, 0.15]
    came = sent_to(0.2, due)
    assert [each.status for each in came] == [201] * 4
    ends = sorted(at + each.seconds for at, each in zip(due, came, strict=True))
    assert all(end >= 0.19 * number for number, end in enumerate(ends, start=1))
    assert max(each.seconds for each in came) > 0.6


def test_a_system_that_is_not_there_answers_nothing_and_is_not_accepted() -> None:
    came = asyncio.run(send("http://127.0.0.1:9", [Due(0.0, **PUT)]))
    assert [each.status for each in came] == [0]
    assert Measured(came, 1.0, {}).accepted == 0


@pytest.mark.parametrize("origin", ["http://example.org", "http://192.0.2.1:8000", "https://127.0.0.1.example"])
def test_no_other_machine_is_ever_asked(origin: str) -> None:
    with pytest.raises(ValueError, match="not this machine"):
        asyncio.run(send(origin, [Due(0.0, **PUT)]))


@pytest.mark.parametrize("plan", [[Due(0.0, **PUT)] * (MOST_REQUESTS + 1), [Due(121.0, **PUT)]], ids=["many", "long"])
def test_a_bench_is_bounded_in_count_and_in_time(plan: list[Due]) -> None:
    with pytest.raises(ValueError, match="a bench is small"):
        asyncio.run(send("http://127.0.0.1:9", plan))


def test_half_of_the_requests_have_their_answer_within_the_median() -> None:
    measured = Measured([Came(201, number / 1000, 0.0) for number in range(1, 102)], 1.0, {})
    assert (measured.latency(50), measured.latency(99), measured.latency(100)) == pytest.approx((51, 100, 101))
