"""Sends a plan to the running system and says what became of it: accepted, latency, and what each part cost."""

import asyncio
import os
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import quantiles

from tools.bench.open_loop import Came, Due, send
from tools.bench.senders import Senders
from tools.bench.table import Row
from tools.bench.usage import cpu_seconds, whole_machine

ALL = "all"
ACCEPTED = {200, 201}
HEADS = (
    "",
    "requests",
    "a second",
    "accepted %",
    "p50 ms",
    "p95 ms",
    "p99 ms",
    "most ms",
    "sent late by, ms",
    "answers",
)


@dataclass(frozen=True)
class Measured:
    """`busy`: by part of the system, cores in use over the time (1.0 is one core all the time)."""

    came: list[Came]
    seconds: float
    busy: dict[str, float]

    @property
    def accepted(self) -> float:
        return 100 * sum(each.status in ACCEPTED for each in self.came) / len(self.came)

    def latency(self, percent: int) -> float:
        """Milliseconds since a request was due, within which this share had its answer."""
        times = sorted(each.seconds * 1000 for each in self.came)
        return times[-1] if percent == 100 else quantiles(times, n=100, method="inclusive")[percent - 1]

    def row(self, name: str) -> Row:
        statuses = Counter(each.status for each in self.came)
        answers = ", ".join(f"{count} × {status or 'none'}" for status, count in sorted(statuses.items()))
        latencies = [self.latency(percent) for percent in (50, 95, 99, 100)]
        behind = max(each.behind for each in self.came) * 1000
        return (name, len(self.came), len(self.came) / self.seconds, self.accepted, *latencies, behind, answers)

    def where(self) -> str:
        """Which part took how much of the processor, the busiest first, and whether any of it was left."""
        parts = sorted(self.busy.items(), key=lambda pair: -pair[1])
        named = ", ".join(f"{name} {cores:.2f}" for name, cores in parts if cores >= 0.005)
        return f"{sum(self.busy.values()):.2f} of {len(os.sched_getaffinity(0))} cores: {named}"


def measure(senders: Senders, plan: Sequence[Due]) -> Measured:
    """Blocks until every request of the plan has been answered or given up."""
    before, began = _used(senders), time.perf_counter()
    came = asyncio.run(send(senders.origin, plan))
    taken = time.perf_counter() - began
    busy = {name: (used - before.get(name, 0.0)) / taken for name, used in _used(senders).items()}
    others = busy.pop(ALL) - sum(busy.values())
    return Measured(came, taken, busy | {"nothing of ours": others})


def _used(senders: Senders) -> dict[str, float]:
    return {**cpu_seconds(senders.runner), "these senders": time.process_time(), ALL: whole_machine()}
