"""The campaign's clock and the ticks it fires."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from tests.runner.conftest import Answering
from tools.runner.clock import HANOI, TENTH_DAY, Clock, slots
from tools.runner.ticks import JumpingError, Ticks, every_minutes
from tools.runner.worker import Crashed
from tools.template import Schedule

SCHEDULE = Schedule(
    "TickFunction", "cron(0/5 * * * ? *)", "Asia/Ho_Chi_Minh", '{"slot": "<aws.scheduler.scheduled-time>"}'
)


class Seconds:
    """A steady clock that stands until moved."""

    def __init__(self) -> None:
        self.passed = 0.0

    def __call__(self) -> float:
        return self.passed


def hanoi(text: str) -> datetime:
    return datetime.fromisoformat(f"{text}+07:00")


def ticking(function: Answering, seconds: Seconds | None = None) -> tuple[Clock, Ticks, list[str]]:
    said: list[str] = []
    clock = Clock(TENTH_DAY, seconds or Seconds())
    return clock, Ticks(clock, SCHEDULE, function, said.append), said


def test_the_clock_runs_at_real_speed_from_where_it_is_set():
    seconds = Seconds()
    clock = Clock(TENTH_DAY, seconds)
    seconds.passed = 90
    assert clock.now() == TENTH_DAY + timedelta(seconds=90)
    clock.set(hanoi("2025-08-03T08:00:00"))
    seconds.passed += 1
    assert clock.now() == hanoi("2025-08-03T08:00:01")


def test_a_stopped_clock_stands_and_runs_on_from_there():
    seconds = Seconds()
    clock = Clock(TENTH_DAY, seconds)
    seconds.passed = 10
    clock.run(False)
    seconds.passed = 500
    assert clock.now() == TENTH_DAY + timedelta(seconds=10)
    clock.run(True)
    seconds.passed = 501
    assert clock.now() == TENTH_DAY + timedelta(seconds=11)


def test_the_clock_speaks_hanoi_time_whatever_it_is_given():
    clock = Clock(datetime(2025, 8, 1, 18, 0, tzinfo=UTC), Seconds())
    assert clock.now().isoformat() == "2025-08-02T01:00:00+07:00"
    assert clock.now().tzinfo is HANOI


@pytest.mark.parametrize(
    "after, until, expected",
    [
        ("15:20:00", "15:24:59", []),
        ("15:20:00", "15:25:00", ["15:25"]),
        ("15:19:59", "15:20:00", ["15:20"]),
        ("15:58:00", "16:05:30", ["16:00", "16:05"]),
        ("16:00:00", "15:00:00", []),
    ],
)
def test_the_slots_between_two_moments(after: str, until: str, expected: list[str]):
    found = slots(hanoi(f"2025-08-02T{after}"), hanoi(f"2025-08-02T{until}"), 5)
    assert [f"{slot:%H:%M}" for slot in found] == expected


def test_of_a_long_jump_only_the_last_24_hours_count():
    found = slots(hanoi("2025-08-01T00:00:00"), hanoi("2025-08-09T12:00:00"), 5)
    assert len(found) == 288
    assert (found[0], found[-1]) == (hanoi("2025-08-08T12:05:00"), hanoi("2025-08-09T12:00:00"))


def test_only_schedules_of_whole_minutes_are_followed():
    assert every_minutes("cron(0/5 * * * ? *)") == 5
    for other in ("rate(5 minutes)", "cron(0 16 * * ? *)", "cron(0/7 * * * ? *)"):
        with pytest.raises(ValueError, match="follows schedules"):
            every_minutes(other)


def test_a_tick_carries_its_slot_as_the_scheduler_writes_it():
    function = Answering({"opened": []})
    _, ticks, _ = ticking(function)
    assert asyncio.run(ticks.fire(hanoi("2025-08-01T00:05:00"))) == {"opened": []}
    assert function.events == [{"slot": "2025-07-31T17:05:00Z"}]


def test_a_jump_forward_fires_what_lies_between_oldest_first():
    function = Answering({})
    clock, ticks, _ = ticking(function)
    fired = asyncio.run(ticks.jump(hanoi("2025-08-02T15:31:00")))
    assert [slot[11:16] for slot in fired] == ["15:25", "15:30"]
    assert [event["slot"] for event in function.events] == ["2025-08-02T08:25:00Z", "2025-08-02T08:30:00Z"]
    assert clock.now() == hanoi("2025-08-02T15:31:00")


def test_a_jump_stops_at_each_slot_until_what_had_to_leave_then_has_left():
    clock, ticks, _ = ticking(Answering({}))
    left = []

    async def settle() -> None:
        left.append(f"{clock.now():%H:%M}")

    ticks.settle = settle
    clock.run(False)
    asyncio.run(ticks.jump(hanoi("2025-08-02T15:31:00")))
    assert left == ["15:25", "15:30"]


def test_while_a_jump_runs_another_is_refused_and_the_first_arrives_where_it_was_to():
    clock, ticks, _ = ticking(Answering({}))
    clock.run(False)
    seen = []

    async def settle() -> None:
        seen.append(ticks.going)
        with pytest.raises(JumpingError):
            await ticks.jump(hanoi("2025-08-02T15:25:00"))

    ticks.settle = settle
    asyncio.run(ticks.jump(hanoi("2025-08-02T15:31:00")))
    assert clock.now() == hanoi("2025-08-02T15:31:00")
    assert [(jump.done, jump.of) for jump in seen] == [(0, 2), (1, 2)]
    assert ticks.going is None


def test_a_jump_backwards_only_sets_the_clock_and_later_slots_come_again():
    function = Answering({})
    clock, ticks, _ = ticking(function)
    assert asyncio.run(ticks.jump(hanoi("2025-08-02T08:00:00"))) == []
    assert clock.now() == hanoi("2025-08-02T08:00:00")
    assert [slot[11:16] for slot in asyncio.run(ticks.jump(hanoi("2025-08-02T08:05:00")))] == ["08:05"]


def test_a_quiet_jump_fires_nothing_and_the_next_slot_comes_as_ever():
    function = Answering({})
    clock, ticks, _ = ticking(function)
    assert asyncio.run(ticks.jump(hanoi("2025-08-05T00:03:00"), is_quiet=True)) == []
    assert clock.now() == hanoi("2025-08-05T00:03:00")
    assert [slot[11:16] for slot in asyncio.run(ticks.jump(hanoi("2025-08-05T00:05:00")))] == ["00:05"]
    assert len(function.events) == 1


def test_a_slot_is_fired_once_as_the_clock_comes_to_it():
    function, seconds = Answering({}), Seconds()
    _, ticks, _ = ticking(function, seconds)
    seconds.passed = 299
    assert asyncio.run(ticks.catch_up()) == []
    seconds.passed = 301
    assert len(asyncio.run(ticks.catch_up())) == 1
    assert asyncio.run(ticks.catch_up()) == []


def test_a_tick_that_fails_is_said_and_the_next_ones_are_fired():
    function = Answering(fails=Crashed("it fell"))
    _, ticks, said = ticking(function)
    assert len(asyncio.run(ticks.jump(hanoi("2025-08-02T15:30:00")))) == 2
    assert len(said) == 2
    assert "15:25 failed: it fell" in said[0]
