"""What the runner and the tests need of template.yaml: functions, their routes and schedules, tables."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from tools.template.reading import Node, read
from tools.template.values import resolve

ROOT = Path(__file__).parents[2]
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
class Function:
    """One Lambda function with the Globals merged in; `timeout` in seconds, `memory` in MB."""

    name: str
    handler: str
    timeout: int
    memory: int
    environment: Tree
    properties: Tree

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
    authorizers: Tree


def load(path: Path = ROOT / "template.yaml") -> Template:
    """The template's parts. Raises KeyError where something every part has is missing."""
    tree = read(path)
    shared = _tree(_tree(tree.get("Globals")).get("Function"))
    of_type = {kind: _resources(tree, kind) for kind in ("Function", "HttpApi")}
    events = [(name, _tree(event)) for name, found in of_type["Function"].items() for event in _events(found)]
    return Template(
        functions=tuple(_function(name, found, shared) for name, found in of_type["Function"].items()),
        routes=tuple(_route(name, event) for name, event in events if event["Type"] == "HttpApi"),
        schedules=tuple(_schedule(name, event) for name, event in events if event["Type"] == "ScheduleV2"),
        tables=tuple(_table(name, found) for name, found in _resources(tree, "Table").items()),
        authorizers={
            name: value
            for api in of_type["HttpApi"].values()
            for name, value in _tree(_tree(api.get("Auth")).get("Authorizers")).items()
        },
    )


def _tree(node: Node) -> Tree:
    return cast("Tree", node or {})


def _resources(tree: Tree, kind: str) -> dict[str, Tree]:
    """Logical id → properties of every resource whose type ends in `kind`."""
    found = {name: _tree(resource) for name, resource in _tree(tree["Resources"]).items()}
    return {name: _tree(each["Properties"]) for name, each in found.items() if str(each["Type"]).endswith(f"::{kind}")}


def _events(properties: Tree) -> list[Node]:
    return list(_tree(properties.get("Events")).values())


def _function(name: str, own: Tree, shared: Tree) -> Function:
    merged = {**shared, **own}
    variables = [_tree(_tree(each.get("Environment")).get("Variables")) for each in (shared, own)]
    return Function(
        name=name,
        handler=str(merged["Handler"]),
        timeout=int(cast("int", merged["Timeout"])),
        memory=int(cast("int", merged["MemorySize"])),
        environment={**variables[0], **variables[1]},
        properties=merged,
    )


def _route(function: str, event: Tree) -> Route:
    properties = _tree(event["Properties"])
    auth = _tree(properties.get("Auth"))
    return Route(
        method=str(properties["Method"]).upper(),
        path=str(properties["Path"]),
        function=function,
        authorizer=str(auth["Authorizer"]) if "Authorizer" in auth else None,
        scopes=tuple(str(scope) for scope in cast("list[Node]", auth.get("AuthorizationScopes", []))),
    )


def _schedule(function: str, event: Tree) -> Schedule:
    properties = _tree(event["Properties"])
    return Schedule(
        function=function,
        expression=str(properties["ScheduleExpression"]),
        zone=str(properties["ScheduleExpressionTimezone"]),
        input=str(properties["Input"]),
    )


def _table(name: str, properties: Tree) -> Table:
    keys = ("AttributeDefinitions", "KeySchema", "BillingMode")
    ttl = _tree(properties.get("TimeToLiveSpecification"))
    return Table(
        name=name,
        properties={key: properties[key] for key in keys},
        expires=str(ttl["AttributeName"]) if ttl.get("Enabled") else None,
    )
