"""What the runner and the tests need of template.yaml: functions and what starts them, tables, buckets, queues, layers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from tools.template.reading import Node
from tools.template.values import resolve

type Tree = dict[str, Node]


@dataclass(frozen=True)
class Route:
    """One route of the HTTP API. `scopes` is empty where no authorizer stands before it."""

    method: str
    path: str
    function: str
    authorizer: str | None = None
    scopes: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """As API Gateway writes it: `GET /v1/health`."""
        return f"{self.method} {self.path}"


@dataclass(frozen=True)
class Schedule:
    """One EventBridge schedule; `input` is the text with `<aws.scheduler.scheduled-time>` still in it."""

    function: str
    expression: str
    zone: str
    input: str


@dataclass(frozen=True)
class Table:
    """One DynamoDB table: its logical id and its properties as CreateTable takes them, TTL beside them."""

    name: str
    properties: Tree
    expires: str | None


@dataclass(frozen=True)
class Queue:
    """One SQS queue: seconds that a received message stays hidden, how often it comes, and where it goes then."""

    name: str
    visibility: int = 30
    receives: int | None = None
    dead_letters: str | None = None


@dataclass(frozen=True)
class Source:
    """One event source mapping: a queue's messages to a function, `batch` at a time, collected for `window` seconds."""

    function: str
    queue: str
    batch: int
    reports_failures: bool
    window: int = 0


@dataclass(frozen=True)
class Function:
    """One Lambda function with the Globals merged in; `timeout` in seconds, `memory` in MB, `layers` as folders."""

    name: str
    handler: str
    timeout: int
    memory: int
    environment: Tree
    properties: Tree
    layers: tuple[str, ...] = ()

    def variables(self, known: Mapping[str, str]) -> dict[str, str]:
        """Its environment with every reference given its value."""
        return {name: str(value) for name, value in cast("Tree", resolve(self.environment, known)).items()}


@dataclass(frozen=True)
class Template:
    """template.yaml, read once."""

    functions: tuple[Function, ...]
    routes: tuple[Route, ...]
    schedules: tuple[Schedule, ...]
    tables: tuple[Table, ...]
    buckets: tuple[str, ...]
    queues: tuple[Queue, ...]
    sources: tuple[Source, ...]
    # Functions that events start: EventBridge rules.
    listeners: tuple[str, ...]
    authorizers: Tree
    distributions: tuple[str, ...] = ()
