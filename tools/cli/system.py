"""Which system the command talks to: the local one by build/run.json, else the one that the environment names."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self, cast

import botocore.session

from tools.cli.parser import RUN_FILE
from tools.cli.words import failed
from tools.runner.function import CREDENTIALS

STORES = ("ACCESS_TABLE", "REPORTS_TABLE", "DIRECTORY_TABLE", "EDITIONS_TABLE", "EDITIONS_BUCKET")


@dataclass(frozen=True)
class System:
    """`dynamodb` and `s3`: the local engine's addresses, None for AWS's own. `environment`: the tables and the bucket by
    their variable's name.

    Without `campaign` the command line has to say which, unless there is only one.
    """

    origin: str
    campaign: str | None
    region: str
    dynamodb: str | None
    environment: Mapping[str, str] = field(default_factory=dict)
    s3: str | None = None

    @property
    def is_local(self) -> bool:
        return self.dynamodb is not None

    @classmethod
    def read(cls, run: Mapping[str, object]) -> Self:
        """From the content of build/run.json."""
        endpoints = cast("Mapping[str, str]", run["endpoints"])
        return cls(
            origin=str(run["origin"]),
            campaign=str(run["campaign"]),
            region=str(run["region"]),
            dynamodb=endpoints["dynamodb"],
            environment=cast("Mapping[str, str]", run["environment"]),
            s3=endpoints.get("s3"),
        )

    def table(self, variable: str) -> str:
        """The name of a table or a bucket. Raises Failed when nothing names it."""
        if variable not in self.environment:
            raise failed("variable_missing", variable=variable)
        return self.environment[variable]

    def public_origin(self) -> str:
        """Where links lead. Raises Failed when nothing says it."""
        if not self.origin:
            raise failed("variable_missing", variable="PUBLIC_ORIGIN")
        return self.origin


def find_system(run_file: Path = RUN_FILE) -> System:
    """The running local system, else the environment's. Raises Failed with what is missing."""
    run = _running(run_file)
    return use(System.read(run)) if run else _of_environment()


def find_local(run_file: Path = RUN_FILE) -> dict[str, object]:
    """The content of build/run.json. Raises Failed when nothing runs here."""
    run = _running(run_file)
    if run is None:
        raise failed("not_running")
    return run


def use(system: System) -> System:
    """Points this process's AWS client to the system: botocore itself does not read AWS_REGION."""
    if system.dynamodb:
        os.environ.update(CREDENTIALS)
        os.environ["AWS_ENDPOINT_URL_DYNAMODB"] = system.dynamodb
    if system.s3:
        os.environ["AWS_ENDPOINT_URL_S3"] = system.s3
    os.environ["AWS_REGION"] = os.environ["AWS_DEFAULT_REGION"] = system.region
    return system


def _running(run_file: Path) -> dict[str, object] | None:
    """None also for what a killed run has left behind."""
    if not run_file.is_file():
        return None
    run: dict[str, object] = json.loads(run_file.read_text(encoding="utf-8"))
    return run if _is_alive(cast("int", run["pid"])) else None


def _of_environment() -> System:
    session = botocore.session.Session()
    region = os.environ.get("AWS_REGION") or session.get_config_variable("region")
    there = {
        "build/run.json (make run)": None,
        "AWS_REGION": region,
        "AWS credentials": session.get_credentials(),
        "ACCESS_TABLE, REPORTS_TABLE": _tables(),
    }
    missing = [what for what, found in there.items() if not found]
    if len(missing) > 1:
        raise failed("no_system", missing="; ".join(missing))
    origin = os.environ.get("PUBLIC_ORIGIN", "").rstrip("/")
    return use(System(origin, None, region, None, _tables()))


def _tables() -> dict[str, str]:
    return {name: os.environ[name] for name in STORES if os.environ.get(name)}


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
