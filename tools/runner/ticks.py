"""Fires the template's schedule on each slot of the campaign's clock."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from tools.runner.clock import Clock, slots
from tools.runner.function import Pool
from tools.runner.worker import FunctionFailed
from tools.template import Node, Schedule

SCHEDULED_TIME = "<aws.scheduler.scheduled-time>"


def every_minutes(expression: str) -> int:
    """5 for `cron(0/5 * * * ? *)`. Raises ValueError for a schedule that the campaign's clock cannot follow."""
    found = re.fullmatch(r"cron\(0/(\d+) \* \* \* \? \*\)", expression)
    if not found or 60 % int(found[1]):
        raise ValueError(f"the local clock follows schedules like cron(0/5 * * * ? *), not {expression}")
    return int(found[1])


@dataclass(frozen=True)
class Jump:
    """A jump under way: where it goes, and how many of its slots have been fired."""

    to: datetime
    done: int
    of: int


class JumpingError(RuntimeError):
    """Another jump is under way: a second one would go from where the first happens to stand."""


class Ticks:
    """One schedule and the function it fires."""

    def __init__(self, clock: Clock, schedule: Schedule, function: Pool, say: Callable[[str], None] = print) -> None:
        self._clock, self._schedule, self._function, self._say = clock, schedule, function, say
        self._minutes = every_minutes(schedule.expression)
        self._fired_until = clock.now()
        self._one_at_a_time = asyncio.Lock()
        self.going: Jump | None = None
        # Waited for after each slot of a jump: what has to leave at its hour does so, as it would if time passed.
        self.settle: Callable[[], Awaitable[object]] = _at_once
        # Waited for after every slot: the function only asks for what is due, and a queue has it done.
        self.until_done: Callable[[], Awaitable[object]] = _at_once

    async def fire(self, slot: datetime) -> Node:
        """Fires one slot, waits until what it makes due is done, returns the function's answer. Raises FunctionFailed."""
        text = slot.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        answer: Node = json.loads(
            await self._function.invoke(self._schedule.input.replace(SCHEDULED_TIME, text).encode())
        )
        await self.until_done()
        return answer

    async def catch_up(self) -> list[str]:
        """Fires the slots that the clock has passed since the last time; says which."""
        async with self._one_at_a_time:
            now = self._clock.now()
            due = slots(self._fired_until, now, self._minutes)
            self._fired_until = now
            for slot in due:
                await self._fire_or_say(slot)
        return [slot.isoformat() for slot in due]

    async def jump(self, at: datetime, is_quiet: bool = False) -> list[str]:
        """Sets the clock; forwards, it stops at each slot that lies between and fires it. Backwards nothing is fired.

        Quietly nothing is fired at all: who moves it so fires by himself what is due. Raises JumpingError.
        """
        if self.going:
            raise JumpingError
        self.going = Jump(at, 0, 0)
        try:
            async with self._one_at_a_time:
                between = await self._go(at, is_quiet)
        finally:
            self.going = None
        return [slot.isoformat() for slot in between]

    async def _go(self, at: datetime, is_quiet: bool) -> list[datetime]:
        is_forward = at > self._clock.now() and not is_quiet
        between = slots(self._fired_until, at, self._minutes) if is_forward else []
        for done, slot in enumerate(between):
            self.going = Jump(at, done, len(between))
            self._clock.set(slot)
            await self._fire_or_say(slot)
            await self.settle()
        self._fired_until = at
        self._clock.set(at)
        return between

    async def follow(self, seconds: float = 0.5) -> None:
        """Fires each slot as the clock comes to it, until cancelled."""
        while True:
            await asyncio.sleep(seconds)
            await self.catch_up()

    async def _fire_or_say(self, slot: datetime) -> None:
        try:
            await self.fire(slot)
        except FunctionFailed as error:
            self._say(f"  the tick of {slot:%Y-%m-%d %H:%M} failed: {error}")


async def _at_once() -> None:
    """Nothing is waited for."""
