"""Which small changes to the rules no test sees: each is made in memory, and the tests that mirror the rule are run.

Own and small, since mutmut and cosmic-ray make a copy or a process for each mutant: here one is a fork of a process in
which every library is loaded already, half a second instead of several.
"""

import os
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, SourceFileLoader
from importlib.util import spec_from_file_location
from pathlib import Path
from types import CodeType

import pytest

from tools.bench.mutated_rules import RULES
from tools.bench.mutations import Mutation, mutated, mutations
from tools.bench.table import show

ROOT = Path(__file__).parents[2]
FUNCTIONS = ROOT / "functions"
WANTED_PERCENT, MOST, SEED = 95, 800, 45
# Of CPU: whatever takes longer never ends, and is killed.
SECONDS = 30
QUIETLY = ["-x", "-q", "-p", "xdist", "-p", "no:cacheprovider", "-p", "tools.bench.few_examples"]


@dataclass(frozen=True)
class Trial:
    """One change, or none: then the tests must pass."""

    module: str
    number: int | None = None
    about: Mutation | None = None

    @property
    def file(self) -> Path:
        return FUNCTIONS / f"{self.module.replace('.', '/')}.py"


class _Changed(SourceFileLoader):
    """Gives the module with its change, never what was compiled of it before."""

    number = 0

    def get_code(self, fullname: str) -> CodeType:
        source = Path(self.path).read_text(encoding="utf-8")
        code: CodeType = compile(mutated(source, self.number), fullname, "exec")
        return code


class _InItsPlace(MetaPathFinder):
    def __init__(self, trial: Trial, number: int) -> None:
        self._loader = _Changed(trial.module, str(trial.file))
        self._loader.number = number

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        is_it = fullname == self._loader.name
        return spec_from_file_location(fullname, self._loader.path, loader=self._loader) if is_it else None


def main() -> None:
    """Prints what was seen and what was not, with file and line. Ends with an error below 95 %."""
    trials = [*map(Trial, RULES), *_sample()]
    began = time.monotonic()
    outcomes = dict(map(_told, _run_all(trials, len(os.sched_getaffinity(0)))))
    if broken := [each.module for each, seen in outcomes.items() if seen and each.number is None]:
        sys.exit(f"their tests fail as they are: {', '.join(broken)}")
    tried = {each: seen for each, seen in outcomes.items() if each.number is not None}
    _tell(tried)
    percent = 100 * sum(tried.values()) / len(tried)
    print(f"\n{percent:.1f} % of {len(tried):,} mutants killed (seed {SEED}), {time.monotonic() - began:.0f} s")
    if percent < WANTED_PERCENT:
        sys.exit(f"below {WANTED_PERCENT} %")


def _sample() -> list[Trial]:
    made = [
        Trial(module, number, about)
        for module in RULES
        for number, about in enumerate(mutations(Trial(module).file.read_text(encoding="utf-8")))
    ]
    chosen = random.Random(SEED).sample(made, MOST) if len(made) > MOST else made
    return sorted(chosen, key=lambda each: (each.module, each.number))


def _run_all(trials: Sequence[Trial], at_once: int) -> Iterator[tuple[Trial, bool]]:
    """Each with whether a test failed, or nothing ended."""
    os.chdir(ROOT)
    sys.path[:0] = [str(FUNCTIONS)]
    # No other plugin: loading them all would take longer than the tests.
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    pytest.main([*QUIETLY, "--collect-only", "--no-summary", "-qq", *(file for file in RULES["giaoban.cells"])])
    waiting, running = list(reversed(trials)), dict[int, Trial]()
    while waiting or running:
        while waiting and len(running) < at_once:
            trial = waiting.pop()
            running[_begin(trial)] = trial
        pid, status = os.wait()
        yield running.pop(pid), status != 0


def _begin(trial: Trial) -> int:
    if pid := os.fork():
        return pid
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    silence = os.open(os.devnull, os.O_WRONLY)
    os.dup2(silence, 1)
    os.dup2(silence, 2)
    for name in [each for each in sys.modules if each.partition(".")[0] in {"giaoban", "tests"}]:
        del sys.modules[name]
    if trial.number is not None:
        sys.meta_path.insert(0, _InItsPlace(trial, trial.number))
    os._exit(int(pytest.main([*QUIETLY, *RULES[trial.module]])))


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
