"""Which part of the running system takes the processor: CPU seconds of each process, from /proc (Linux)."""

import os
from pathlib import Path

TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
ENGINE = "engine"
GATEWAY = "gateway"


def cpu_seconds(runner: int) -> dict[str, float]:
    """By part: the gateway (the runner itself), the engine, each function (all of its processes)."""
    used: dict[str, float] = {GATEWAY: _used(runner)}
    for pid in _children(runner):
        name = _part(pid)
        used[name] = used.get(name, 0.0) + _used(pid)
    return used


def whole_machine() -> float:
    """CPU seconds that everything on this machine has used since it started, ours and others'."""
    user, nice, system, _idle, _wait, *interrupts = map(int, Path("/proc/stat").read_text("utf-8").split()[1:9])
    return (user + nice + system + sum(interrupts)) / TICKS_A_SECOND


def _part(pid: int) -> str:
    words = Path(f"/proc/{pid}/cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    handler = next((word for word in words if word.endswith(".handler")), "")
    return f"function {handler.removesuffix('.handler')}" if handler else ENGINE


def _children(runner: int) -> list[int]:
    pids = [int(each.name) for each in Path("/proc").glob("[0-9]*")]
    return [pid for pid in pids if _stat(pid)[1:2] == [str(runner)]]


def _used(pid: int) -> float:
    user, system = _stat(pid)[11:13]
    return (int(user) + int(system)) / TICKS_A_SECOND


def _stat(pid: int) -> list[str]:
    """From the third field on: the second, the name, may hold anything. Empty for a process that has gone."""
    try:
        return Path(f"/proc/{pid}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
    except OSError:
        return []
