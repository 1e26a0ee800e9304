"""Functions under AWS's own runtime client: answers, errors, deadlines, deaths."""

import asyncio
import json
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.runner.function import Pool
from tools.runner.worker import Crashed, Program, Raised, TimedOut, Worker

pytestmark = pytest.mark.anyio
type Make = Callable[..., Program]


async def call(worker: Worker | Pool, **event: object) -> dict[str, object]:
    return json.loads(await worker.invoke(json.dumps(event).encode()))


async def test_a_function_gets_its_event_and_answers(program: Make):
    worker = Worker(program())
    await worker.start()
    try:
        answer = await call(worker, text="Phường Ba Đình")
        assert answer["event"] == {"text": "Phường Ba Đình"}
        assert 0 < answer["left"] <= 5000
        assert (await call(worker, again=True))["pid"] == answer["pid"]
    finally:
        await worker.stop()


async def test_what_a_handler_raises_comes_back_and_the_process_lives(program: Make):
    worker = Worker(program())
    await worker.start()
    try:
        before = (await call(worker))["pid"]
        with pytest.raises(Raised, match="no such thing"):
            await call(worker, do="raise")
        assert (await call(worker))["pid"] == before
    finally:
        await worker.stop()


async def test_a_call_that_takes_longer_than_its_timeout_is_killed_and_the_next_one_served(program: Make):
    worker = Worker(program(timeout=1))
    await worker.start()
    try:
        before = (await call(worker))["pid"]
        began = time.monotonic()
        with pytest.raises(TimedOut):
            await call(worker, do="sleep", seconds=30)
        assert time.monotonic() - began < 3
        assert not is_alive(before)
        assert (await call(worker))["pid"] != before
    finally:
        await worker.stop()


async def test_a_process_that_dies_fails_the_waiting_call_and_the_next_one_gets_a_new_process(program: Make):
    worker = Worker(program())
    await worker.start()
    try:
        before = (await call(worker))["pid"]
        with pytest.raises(Crashed, match="ended with 3"):
            await call(worker, do="exit")
        assert (await call(worker))["pid"] != before
    finally:
        await worker.stop()


async def test_a_process_that_dies_while_it_waits_takes_no_call_with_it(program: Make):
    worker = Worker(program())
    await worker.start()
    try:
        before = (await call(worker))["pid"]
        os.kill(before, signal.SIGKILL)
        await asyncio.sleep(0.2)
        assert (await call(worker))["pid"] != before
    finally:
        await worker.stop()


async def test_a_function_that_cannot_start_says_why(program: Make):
    worker = Worker(program("import nothing_like_this\n"))
    with pytest.raises(Crashed, match="nothing_like_this"):
        await worker.start()
    await worker.stop()


async def test_nothing_is_left_of_a_stopped_function(program: Make, tmp_path: Path):
    source = """
import subprocess, os
child = subprocess.Popen(["sleep", "60"])
def handler(event, context): return [os.getpid(), child.pid]
"""
    worker = Worker(program(source))
    await worker.start()
    pids = json.loads(await worker.invoke(b"{}"))
    assert all(is_alive(pid) for pid in pids)
    await worker.stop()
    for _ in range(100):  # killed they are; the system takes a moment to clear a grandchild away
        if not any(is_alive(pid) for pid in pids):
            break
        await asyncio.sleep(0.05)
    assert not any(is_alive(pid) for pid in pids)


async def test_a_pool_runs_two_calls_at_once(program: Make):
    pool = Pool(program(), size=2)
    await pool.start()
    try:
        began = time.monotonic()
        answers = await asyncio.gather(*(call(pool, do="sleep", seconds=0.5) for _ in range(2)))
        assert time.monotonic() - began < 0.95
        assert len({answer["pid"] for answer in answers}) == 2
    finally:
        await pool.stop()


async def test_what_a_function_prints_stands_in_its_log(program: Make):
    made = program()
    worker = Worker(made)
    await worker.start()
    await call(worker, do="print", text="một dòng")
    await worker.stop()
    assert "một dòng" in made.log.read_text("utf-8")


def is_alive(pid: int) -> bool:
    """Running, and not merely waiting to be reaped."""
    try:
        os.kill(pid, 0)
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except (ProcessLookupError, FileNotFoundError):
        return False
