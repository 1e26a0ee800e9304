"""Reads template.yaml into its parts."""

from collections.abc import Mapping
from pathlib import Path
from typing import cast

from tools.template.parts import Function, Queue, Route, Schedule, Source, Table, Template, Tree
from tools.template.reading import Node, read

ROOT = Path(__file__).parents[2]


def load(path: Path = ROOT / "template.yaml") -> Template:
    """The template's parts. Raises KeyError where something every part has is missing."""
    tree = read(path)
    shared = _tree(_tree(tree.get("Globals")).get("Function"))
    layers = {name: str(found["ContentUri"]) for name, found in _resources(tree, "LayerVersion").items()}
    of_type = {kind: _resources(tree, f"Serverless::{kind}") for kind in ("Function", "HttpApi")}
    events = [(name, _tree(event)) for name, found in of_type["Function"].items() for event in _events(found)]
    return Template(
        functions=tuple(_function(name, found, shared, layers) for name, found in of_type["Function"].items()),
        routes=tuple(_route(name, event) for name, event in events if event["Type"] == "HttpApi"),
        schedules=tuple(_schedule(name, event) for name, event in events if event["Type"] == "ScheduleV2"),
        tables=tuple(_table(name, found) for name, found in _resources(tree, "Table").items()),
        buckets=tuple(_resources(tree, "S3::Bucket")),
        queues=tuple(_queue(name, found) for name, found in _resources(tree, "Queue").items()),
        sources=tuple(_source(found) for found in _resources(tree, "EventSourceMapping").values()),
        listeners=tuple(dict.fromkeys(name for name, event in events if event["Type"] == "EventBridgeRule")),
        authorizers={
            name: value
            for api in of_type["HttpApi"].values()
            for name, value in _tree(_tree(api.get("Auth")).get("Authorizers")).items()
        },
        distributions=tuple(_resources(tree, "CloudFront::Distribution")),
    )


def _tree(node: Node) -> Tree:
    return cast("Tree", node or {})


def _resources(tree: Tree, kind: str) -> dict[str, Tree]:
    """Logical id → properties of every resource whose type ends in `kind`."""
    found = {name: _tree(resource) for name, resource in _tree(tree["Resources"]).items()}
    return {name: _tree(each["Properties"]) for name, each in found.items() if str(each["Type"]).endswith(f"::{kind}")}


def _events(properties: Tree) -> list[Node]:
    return list(_tree(properties.get("Events")).values())


def _function(name: str, own: Tree, shared: Tree, layers: Mapping[str, str]) -> Function:
    merged = {**shared, **own}
    variables = [_tree(_tree(each.get("Environment")).get("Variables")) for each in (shared, own)]
    return Function(
        name=name,
        handler=str(merged["Handler"]),
        timeout=int(cast("int", merged["Timeout"])),
        memory=int(cast("int", merged["MemorySize"])),
        environment={**variables[0], **variables[1]},
        properties=merged,
        layers=tuple(layers[_named(layer)] for layer in cast("list[Node]", own.get("Layers", []))),
    )


def _named(reference: Node) -> str:
    """The logical id in a `!Ref` or a `!GetAtt`."""
    (target,) = _tree(reference).values()
    return str(target[0] if isinstance(target, list) else target)


def _queue(name: str, properties: Tree) -> Queue:
    redrive = _tree(properties.get("RedrivePolicy"))
    return Queue(
        name=name,
        visibility=int(cast("int", properties.get("VisibilityTimeout", 30))),
        receives=int(cast("int", redrive["maxReceiveCount"])) if redrive else None,
        dead_letters=_named(redrive["deadLetterTargetArn"]) if redrive else None,
    )


def _source(properties: Tree) -> Source:
    return Source(
        function=_named(properties["FunctionName"]),
        queue=_named(properties["EventSourceArn"]),
        batch=int(cast("int", properties.get("BatchSize", 10))),
        reports_failures="ReportBatchItemFailures" in cast("list[Node]", properties.get("FunctionResponseTypes", [])),
        window=int(cast("int", properties.get("MaximumBatchingWindowInSeconds", 0))),
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
