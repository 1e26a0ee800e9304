"""The runner, where the jobs named in IDLE do nothing: most tests look at neither documents nor the public site.

A clock that moves through an afternoon freezes an edition of each day before; to typeset all of them and to build the
site after each is most of a test's minutes.
"""

import dataclasses
import os
import sys
from collections.abc import Mapping
from pathlib import Path

from tools.runner import start
from tools.runner.__main__ import main
from tools.runner.function import program
from tools.runner.worker import Program
from tools.template import Function

IDLE = "IDLE_FUNCTIONS"
HERE = Path(__file__).parent


def _or_nothing(function: Function, known: Mapping[str, str], endpoints: Mapping[str, str], build: Path) -> Program:
    plain = program(function, known, endpoints, build)
    if function.name not in os.environ[IDLE].split():
        return plain
    path = os.pathsep.join([plain.environment["PYTHONPATH"], str(HERE)])
    return dataclasses.replace(
        plain,
        command=(*plain.command[:-1], "nothing.handler"),
        environment={**plain.environment, "PYTHONPATH": path, "_HANDLER": "nothing.handler"},
    )


if __name__ == "__main__":
    vars(start)["program"] = _or_nothing
    sys.exit(main())
