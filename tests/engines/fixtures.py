"""The engines that store tests run on: moto in this process, and dynalite, which has real sockets and real races."""

import os
import subprocess
import uuid
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import botocore.session
import pytest
from botocore.client import BaseClient
from botocore.loaders import create_loader
from moto import mock_aws

from tools.template import Table, load

ROOT = Path(__file__).parents[2]
REGION = "ap-southeast-1"
CREDENTIALS = {"AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test", "AWS_DEFAULT_REGION": REGION}


@cache
def session() -> botocore.session.Session:
    """One for all clients that tests make of their own: to make it costs ten times as much as a client."""
    return botocore.session.Session()


@cache
def tables() -> tuple[Table, ...]:
    """The template's; to read it costs more than to create them."""
    return tuple(load().tables)


@pytest.fixture(scope="session", autouse=True)
def descriptions_are_read_once() -> Iterator[None]:
    """AWS's descriptions of its services, half a megabyte of JSON, are read anew for each session otherwise: one for each store."""
    shared = create_loader()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(botocore.session, "create_loader", lambda *_: shared)
        yield


@dataclass(frozen=True)
class Engine:
    """An engine that runs, with the template's tables, empty; moto also has the bucket and the queue."""

    name: str
    reports: str
    access: str
    directory: str = ""
    reminders: str = ""
    editions: str = ""
    bucket: str = ""
    queue: str = ""

    @staticmethod
    def client() -> BaseClient:
        """Of whichever engine the environment names."""
        return session().create_client("dynamodb", region_name=REGION)


@pytest.fixture(scope="session")
def dynalite() -> Iterator[str]:
    """Its address."""
    node, script = ROOT / ".venv/bin/node", Path(__file__).with_name("dynalite.js")
    with subprocess.Popen([node, script], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdin
        assert running.stdout
        yield f"http://127.0.0.1:{int(running.stdout.readline())}"
        running.stdin.close()
        running.wait(timeout=5)


@pytest.fixture
def aws(monkeypatch: pytest.MonkeyPatch) -> None:
    """Credentials that open nothing anywhere, and nothing of the machine's own settings."""
    for name in [each for each in os.environ if each.startswith("AWS_")]:
        monkeypatch.delenv(name)
    for name, value in CREDENTIALS.items():
        monkeypatch.setenv(name, value)


@pytest.fixture
def on_moto(aws: None) -> Iterator[Engine]:
    with mock_aws():
        yield with_bucket_and_queue(with_tables("moto"))


@pytest.fixture
def on_dynalite(aws: None, dynalite: str, monkeypatch: pytest.MonkeyPatch) -> Engine:
    monkeypatch.setenv("AWS_ENDPOINT_URL_DYNAMODB", dynalite)
    return with_tables("dynalite")


@pytest.fixture(params=["moto", "dynalite"])
def engine(request: pytest.FixtureRequest) -> Engine:
    """What is tested with it, is tested on both."""
    chosen: Engine = request.getfixturevalue(f"on_{request.param}")
    return chosen


def with_tables(name: str) -> Engine:
    """Creates the tables of template.yaml, under names of their own."""
    client = Engine.client()
    names = {table.name: f"{table.name}-{uuid.uuid4().hex[:12]}" for table in tables()}
    for table in tables():
        client.create_table(TableName=names[table.name], **table.properties)
    return Engine(
        name,
        reports=names["ReportsTable"],
        access=names["AccessTable"],
        directory=names["DirectoryTable"],
        reminders=names["RemindersTable"],
        editions=names["EditionsTable"],
    )


def with_bucket_and_queue(engine: Engine) -> Engine:
    """Of moto, in this process."""
    name = f"editions-{uuid.uuid4().hex[:12]}"
    session().create_client("s3", region_name=REGION).create_bucket(
        Bucket=name, CreateBucketConfiguration={"LocationConstraint": REGION}
    )
    queue = session().create_client("sqs", region_name=REGION).create_queue(QueueName=name)["QueueUrl"]
    return replace(engine, bucket=name, queue=queue)
