"""Which small changes to the rules no test sees: each is made in memory, and the tests that mirror the rule are run.

Own and small, since mutmut and cosmic-ray make a copy or a process for each mutant: here one is a fork of a process in
which every library is loaded already and the tests are collected, see `trials`.
"""

import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context

from tools.bench.mutated_rules import RULES
from tools.bench.mutations import mutations
from tools.bench.table import show
from tools.bench.trials import ROOT, Trial, tried

WANTED_PERCENT, MOST, SEED = 95, 800, 45


def main() -> None:
    """Prints what was seen and what was not, with file and line. Ends with an error below 95 %."""
    began = time.monotonic()
    outcomes = dict(map(_told, _run_all(_sample())))
    if broken := [each.module for each, seen in outcomes.items() if seen and each.number is None]:
        sys.exit(f"their tests fail as they are: {', '.join(broken)}")
    changed = {each: seen for each, seen in outcomes.items() if each.number is not None}
    _tell(changed)
    percent = 100 * sum(changed.values()) / len(changed)
    print(f"\n{percent:.1f} % of {len(changed):,} mutants killed (seed {SEED}), {time.monotonic() - began:.0f} s")
    if percent < WANTED_PERCENT:
        sys.exit(f"below {WANTED_PERCENT} %")


def _sample() -> list[Trial]:
    made = [
        Trial(module, number, about)
        for module in RULES
        for number, about in enumerate(mutations(Trial(module).file.read_text(encoding="utf-8")))
    ]
    return random.Random(SEED).sample(made, MOST) if len(made) > MOST else made


def _run_all(trials: list[Trial]) -> Iterator[tuple[Trial, bool]]:
    """Each with whether a test failed, or nothing ended; rule by rule, the largest first."""
    sets = [[Trial(module), *(each for each in trials if each.module == module)] for module in RULES]
    with ProcessPoolExecutor(len(os.sched_getaffinity(0)), get_context("fork"), _silence) as pool:
        for future in as_completed([pool.submit(tried, each) for each in sorted(sets, key=len, reverse=True)]):
            yield from future.result()


def _silence() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def _told(outcome: tuple[Trial, bool]) -> tuple[Trial, bool]:
    """Each survivor as soon as it is known: where, what stands there, what could stand there unseen."""
    trial, is_seen = outcome
    if trial.about and not is_seen:
        about = trial.about
        print(f"  {trial.file.relative_to(ROOT)}:{about.line}  {about.was}  →  {about.becomes}", flush=True)
    return outcome


def _tell(tried: dict[Trial, bool]) -> None:
    made, killed = Counter(each.module for each in tried), Counter(each.module for each, seen in tried.items() if seen)
    show("Mutants of the rules", ["rule", "mutants", "killed", "%"], [
        (module, count, killed[module], 100 * killed[module] / count) for module, count in sorted(made.items())
    ])  # fmt: skip
