"""Cuts botocore's data to what the functions' policies allow: they could call nothing else in AWS anyway.

Measured, `create_client("dynamodb")`: 53 ms with all data, 40 ms with one service's, 13 ms as cut here.
"""

import gzip
import json
import re
import shutil
from pathlib import Path
from typing import cast

# botocore's folder of a service → the prefix of its actions in a policy.
SERVICES = {
    "cloudfront": "cloudfront",
    "dynamodb": "dynamodb",
    "pinpoint-sms-voice-v2": "sms-voice",
    "s3": "s3",
    "sesv2": "ses",
    "sqs": "sqs",
}
# Actions by which other operations than that of their own name are checked, and which.
CHECKED_AT = {
    "SendRawEmail": ("SendEmail",),
    "DeleteObject": ("DeleteObjects",),
    "SendMessage": ("SendMessage", "SendMessageBatch"),
    "PutObject": ("PutObject", "CopyObject"),
}
type Data = dict[str, Data] | list[Data] | str | int | float | bool | None
type Tree = dict[str, Data]


def cut_services(data: Path) -> None:
    """Leaves the services used, the newest version of each, and every region."""
    for folder in [path for path in data.iterdir() if path.is_dir() and path.name not in SERVICES]:
        shutil.rmtree(folder)
    _cut_endpoints(data / "endpoints.json")
    for service in SERVICES:
        for outdated in sorted((data / service).iterdir())[:-1]:
            shutil.rmtree(outdated)


def cut_operations(data: Path, template: Path) -> None:
    """Leaves the operations that `template` allows, without documentation, examples, waiters and pages."""
    for service, prefix in SERVICES.items():
        (version,) = (data / service).iterdir()
        for file in version.iterdir():
            if not file.name.startswith(("service-2", "endpoint-rule-set-1")):
                file.unlink()
        packed = version / "service-2.json.gz"
        _write(version / "service-2.json", trimmed(_read(packed), allowed(template, prefix)))
        packed.unlink()


def allowed(template: Path, prefix: str) -> frozenset[str]:
    """The operations of a service that any function may call: `PutItem`, `Query`."""
    # What a colon follows is the key of a condition: `dynamodb:Attributes`.
    actions = re.findall(rf"\b{prefix}:([A-Z]\w+)\b(?![\"']?:)", template.read_text("utf-8"))
    return frozenset(operation for action in actions for operation in CHECKED_AT.get(action, (action,)))


def _cut_endpoints(path: Path) -> None:
    """Keeps partitions and regions whole, so that a region is found (or refused) as ever."""
    endpoints = _read(path)
    for partition in cast("list[Tree]", endpoints["partitions"]):
        services = cast("Tree", partition["services"])
        partition["services"] = {name: found for name, found in services.items() if name in SERVICES}
    _write(path, endpoints)


def trimmed(model: Tree, operations: frozenset[str]) -> Tree:
    """The service model with only these operations and the shapes that they reach."""
    kept: Tree = {name: found for name, found in cast("Tree", model["operations"]).items() if name in operations}
    if missing := operations - kept.keys():
        raise LookupError(f"template.yaml allows what the service does not have: {', '.join(sorted(missing))}")
    shapes = cast("Tree", model["shapes"])
    reached = _reached(kept, shapes)
    cut = {**model, "operations": kept, "shapes": {name: shape for name, shape in shapes.items() if name in reached}}
    # A client's own parameters are the one place whose documentation botocore asks for.
    asked = {name: cut[name] for name in ("clientContextParams",) if name in cut}
    return {**cast("Tree", _undocumented(cut)), **asked}


def _reached(start: Data, shapes: Tree) -> set[str]:
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            waiting.extend(node.values())
            name = node.get("shape")
            if isinstance(name, str) and name not in reached:
                reached.add(name)
                waiting.append(shapes[name])
        elif isinstance(node, list):
            waiting.extend(node)
    return reached


def _undocumented(node: Data) -> Data:
    if isinstance(node, dict):
        return {name: _undocumented(value) for name, value in node.items() if not _is_text(name, value)}
    return [_undocumented(value) for value in node] if isinstance(node, list) else node


def _is_text(name: str, value: Data) -> bool:
    return name == "documentation" and isinstance(value, str)


def _read(path: Path) -> Tree:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return cast("Tree", json.loads(content))


def _write(path: Path, content: Tree) -> None:
    path.write_text(json.dumps(content, separators=(",", ":")), "utf-8")
