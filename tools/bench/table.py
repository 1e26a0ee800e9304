"""Tables on the screen, and the machine that their figures belong to."""

import os
import platform
from collections.abc import Sequence
from pathlib import Path
from statistics import median

type Row = Sequence[str | int | float]


def machine() -> str:
    """The processor, its cores and load now, Python: without them a figure says nothing."""
    load = os.getloadavg()[0]
    cores = len(os.sched_getaffinity(0))
    return f"Machine: {_processor()}, {cores} cores, load {load:.1f}; {platform.system()}, Python {platform.python_version()}"


def show(title: str, heads: Sequence[str], rows: Sequence[Row]) -> None:
    """Prints one table; the first column to the left, figures to the right."""
    cells = [list(heads), *([_cell(value) for value in row] for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(len(heads))]
    print(f"\n{title}")
    for row in cells:
        first, *others = [cell.rjust(width) for cell, width in zip(row, widths, strict=True)]
        print("  ".join([f"  {first.strip():<{widths[0]}}", *others]), flush=True)


def spread(values: Sequence[float]) -> tuple[float, float, float]:
    """Median, least and greatest: of few runs on a shared machine all three are needed to judge."""
    return median(values), min(values), max(values)


def _cell(value: str | float) -> str:
    return f"{value:,.2f}" if isinstance(value, float) else f"{value:,}" if isinstance(value, int) else value


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown processor"
    )
