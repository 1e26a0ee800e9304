"""Cold start: from starting the process to its first answer, the report function as built against a bare handler."""

import asyncio
import json
import resource
import shutil
import time
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from statistics import median

from tools.bench.scene import BUILD, ENGINE, SCRATCH, Event, Scene, scene
from tools.bench.table import Row, show, spread
from tools.runner.worker import Program, Worker

RUNS = 11
AIM = 6.5
# Milliseconds from spawning the process until its answer is here, and of CPU that it took.
type Start = tuple[float, float]
BARE = 'def handler(event, context):\n    return {"statusCode": 200, "body": "{}"}\n'


def main() -> None:
    """Prints the table."""
    asyncio.run(_main())


async def _main() -> None:
    async with scene() as at:
        programs = _programs(at)
        times: dict[str, list[Start]] = {name: [] for name in programs}
        day = at.campaign.first_day
        for _, unit in zip(range(RUNS + 1), at.campaign.units.values(), strict=False):
            cookie = at.signed_in(unit)
            at.opened(unit, day)
            for revision, name in enumerate(programs):
                event = at.submission(unit, day, cookie, max(0, revision - 1))
                times[name].append(await _first_answer(programs[name], event))
    _show({name: measured[1:] for name, measured in times.items()})  # the first run reads everything from the disk


def _show(times: Mapping[str, list[Start]]) -> None:
    bare = times["bare handler"]
    rows = [_row(name, measured, bare) for name, measured in times.items()]
    title = f"Cold start, ms of {RUNS} interleaved runs under awslambdaric; the answer is a stored report; {ENGINE}"
    show(f"{title}. Aim: ≤ {AIM} × bare", ["", "median", "least", "greatest", "× bare", "CPU", "× bare"], rows)


def _row(name: str, measured: list[Start], bare: list[Start]) -> Row:
    wall, cpu = ([each[index] for each in measured] for index in (0, 1))
    bare_wall, bare_cpu = (median(each[index] for each in bare) for index in (0, 1))
    return name, *spread(wall), median(wall) / bare_wall, median(cpu), median(cpu) / bare_cpu


def _programs(at: Scene) -> dict[str, Program]:
    """Three ways to start a process that answers; the runtime client carries bytecode in all of them."""
    report = at.program("ReportsFunction")
    report.log.parent.mkdir(parents=True, exist_ok=True)
    log = SCRATCH / "cold.log"
    return {
        "bare handler": _in_folder(replace(report, log=log), _bare(), "bare.handler"),
        "report function as built": replace(report, log=log),
        "the same without bytecode": _in_folder(replace(report, log=log), _without_bytecode(), "reports.handler"),
    }


def _in_folder(program: Program, folder: Path, handler: str) -> Program:
    moved = {"LAMBDA_TASK_ROOT": str(folder), "_HANDLER": handler, "PYTHONPATH": f"{folder}:{BUILD / 'runtime'}"}
    command = (*program.command[:-1], handler)
    return replace(program, folder=folder, command=command, environment={**program.environment, **moved})


def _bare() -> Path:
    folder = SCRATCH / "bare"
    folder.mkdir(exist_ok=True)
    (folder / "bare.py").write_text(BARE, "utf-8")
    return folder


def _without_bytecode() -> Path:
    """The artefact as most builds ship it."""
    folder = SCRATCH / "without-bytecode"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BUILD / "functions", folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


async def _first_answer(program: Program, event: Event) -> Start:
    """Raises RuntimeError if it answers an error."""
    worker = Worker(program)
    started, before = time.perf_counter(), _cpu_of_children()
    await worker.start()
    answer = json.loads(await worker.invoke(json.dumps(event).encode()))
    taken = (time.perf_counter() - started) * 1000
    await worker.stop()
    if answer["statusCode"] not in {200, 201}:
        raise RuntimeError(f"{program.command[-1]} answered {answer['statusCode']}: {answer['body'][:500]}")
    return taken, _cpu_of_children() - before


def _cpu_of_children() -> float:
    """Milliseconds that processes which have ended took; the engine goes on running, and is not among them."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (used.ru_utime + used.ru_stime) * 1000
