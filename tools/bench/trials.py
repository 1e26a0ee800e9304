"""Tries changes of a rule against the tests that mirror it, each in a fork of its own.

The tests are collected once a rule, and a change is put into the module that they have loaded: some hundredths of a
second. What no test sees so, or what is worked out as the module is loaded, is tried again with all modules loaded anew.
"""

import os
import resource
import signal
import sys
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tools.bench.changed import load_anew, put_in
from tools.bench.mutated_rules import RULES
from tools.bench.mutations import Mutation

ROOT = Path(__file__).parents[2]
FUNCTIONS = ROOT / "functions"
# Of CPU, some hundred times what the tests take: whatever has not ended then, or wants more room, never would.
SECONDS, ROOM = 30, 2**31
# No other plugin: loading them all would take longer than the tests.
QUIETLY = ["-x", "-q", "--tb=no", "-p", "xdist", "-p", "no:cacheprovider", "-p", "tools.bench.few_examples"]
SEEN = {pytest.ExitCode.TESTS_FAILED, -signal.SIGPROF}
# A test, or what it needs, could not even be loaded.
SEEN_ANEW = SEEN | {pytest.ExitCode.INTERRUPTED, pytest.ExitCode.USAGE_ERROR}


@dataclass(frozen=True)
class Trial:
    """One change, or none: then the tests must pass."""

    module: str
    number: int | None = None
    about: Mutation | None = None

    @property
    def file(self) -> Path:
        return FUNCTIONS / f"{self.module.replace('.', '/')}.py"


def tried(trials: list[Trial]) -> list[tuple[Trial, bool]]:
    """Those of one rule, each with whether a test failed or did not end."""
    os.chdir(ROOT)
    sys.path[:0] = [str(FUNCTIONS)]
    os.environ["PYTEST_DISABLE_PLUGIN_AUTOLOAD"] = "1"
    loop, here = _EachInAFork(trials), os.getpid()
    status = pytest.main([*QUIETLY, *RULES[trials[0].module]], plugins=[loop])
    if os.getpid() != here:
        os._exit(int(status))
    return [(each, each in loop.seen or _is_seen_anew(each)) for each in trials]


class _EachInAFork:
    """Stands where collected tests are run: once a change, in a fork, and not at all here."""

    def __init__(self, trials: list[Trial]) -> None:
        self._trials = trials
        self.seen: set[Trial] = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Generator[None, object, object]:
        for each in self._trials:
            if not (pid := os.fork()):
                _bound()
                if not put_in(each.module, each.file, each.number):
                    os._exit(0)
                return (yield)
            if _end(pid) in SEEN:
                self.seen.add(each)
        session.items.clear()
        return (yield)


def _is_seen_anew(trial: Trial) -> bool:
    if not (pid := os.fork()):
        _bound()
        load_anew(trial.module, trial.file, trial.number)
        os._exit(int(pytest.main([*QUIETLY, *RULES[trial.module]])))
    end = _end(pid)
    if end not in {*SEEN_ANEW, 0}:
        raise RuntimeError(f"{trial} cannot be tried: {end}")
    return end != 0


def _bound() -> None:
    resource.setrlimit(resource.RLIMIT_DATA, (ROOM, ROOM))
    signal.setitimer(signal.ITIMER_PROF, SECONDS)


def _end(pid: int) -> int:
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
