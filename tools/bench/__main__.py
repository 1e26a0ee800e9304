"""`python -m tools.bench [NAME …]` prints tables; nothing is written outside build/."""

import argparse
import sys
from collections.abc import Callable

from tools.bench import (
    board,
    burst,
    calls,
    cold,
    cpu,
    day,
    documents,
    editions,
    mutants,
    phone,
    reminders,
    site,
    size,
    soak,
    ticks,
)
from tools.bench.scene import BUILD
from tools.bench.table import machine

BENCHES: dict[str, Callable[[], None]] = {
    "cold": cold.main,
    "cpu": cpu.main,
    "calls": calls.main,
    "day": day.main,
    "board": board.main,
    "burst": burst.main,
    "soak": soak.main,
    "ticks": ticks.main,
    "reminders": reminders.main,
    "editions": editions.main,
    "documents": documents.main,
    "size": size.main,
    "phone": phone.main,
    "site": site.main,
    "mutants": mutants.main,
}


def main() -> int:
    """Runs the benches named, or all."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHES))
    names = parser.parse_args().names or list(BENCHES)
    if unknown := set(names) - BENCHES.keys():
        parser.error(f"no bench is called {', '.join(sorted(unknown))}: {', '.join(BENCHES)}")
    if not (BUILD / "functions").is_dir():
        parser.error("build/functions is not there: make build")
    print(machine())
    for name in names:
        BENCHES[name]()
    return 0


if __name__ == "__main__":
    sys.exit(main())
