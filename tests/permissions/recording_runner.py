"""The runner, with the hook before each function's runtime client; notes go to `calls.jsonl` in the build folder."""

import dataclasses
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.runner import start
from tools.runner.__main__ import main
from tools.runner.function import program
from tools.runner.worker import Program
from tools.template import Function

HOOK = Path(__file__).parent / "hook.py"
CALLS = "calls.jsonl"


def _with_hook(function: Function, known: Mapping[str, str], endpoints: Mapping[str, str], build: Path) -> Program:
    plain = program(function, known, endpoints, build)
    before = plain.command.index("-m")
    command = (*plain.command[:before], str(HOOK), *plain.command[before + 1 :])
    environment = {**plain.environment, "NOTED_CALLS": str(build / CALLS)}
    return dataclasses.replace(plain, command=command, environment=environment)


if __name__ == "__main__":
    vars(start)["program"] = _with_hook
    sys.exit(main())
