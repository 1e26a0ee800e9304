"""Holds an answer to schemas/openapi.json: the status is documented, the body and its type are as described."""

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema_rs

SCHEMAS = Path(__file__).parents[2] / "schemas"
# What the gateway says where nothing of ours stands.
NOWHERE = {404: {"message": "Not Found"}}


@cache
def document() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((SCHEMAS / "openapi.json").read_text(encoding="utf-8"))
    return found


class Described:
    """The description, as a judge of answers."""

    def check(self, method: str, path: str, status: int, headers: Mapping[str, str], body: bytes) -> None:
        """Raises AssertionError for what the description does not say. Only /v1 is described."""
        plain = unquote(path.partition("?")[0])
        if not plain.startswith("/v1/"):
            return
        operation = _operation(method, path.partition("?")[0])
        if operation is None:
            assert status in NOWHERE, f"{method} {path} is not described and answers {status}"
            assert method == "HEAD" or _says_nothing_is_here(status, json.loads(body)), body[:300]
            return
        said = operation["responses"].get(str(status))
        assert said, f"{method} {path} answers {status}, which is not described: {body[:300]!r}"
        kind = headers.get("content-type", "").split(";")[0]
        _check_body(said.get("content", {}), kind, body)
        # The gateway's own answers carry no header of ours.
        for name in said.get("headers", {}) if status < 400 or kind == "application/problem+json" else ():
            assert name.lower() in headers, f"{method} {path} answers {status} without {name}"


def _says_nothing_is_here(status: int, body: Mapping[str, Any]) -> bool:
    return body == NOWHERE[status] or body.get("type") == "urn:giaoban:problem:unknown_route"


def _operation(method: str, path: str) -> dict[str, Any] | None:
    found = [each for each, item in document()["paths"].items() if method.lower() in item and _matches(each, path)]
    # A fixed segment wins over a parameter.
    best = min(found, key=lambda each: each.count("{"), default=None)
    return document()["paths"][best][method.lower()] if best else None


def _matches(template: str, path: str) -> bool:
    parts = re.split(r"\{\w+\}", template)
    return re.fullmatch("[^/]+".join(map(re.escape, parts)), path) is not None


def _check_body(content: Mapping[str, Any], kind: str, body: bytes) -> None:
    if not content:
        assert body == b""
        return
    assert kind in content, f"{kind} is not described, only {list(content)}: {body[:300]!r}"
    if "schema" not in content[kind]:
        assert body, f"an empty file of {kind}"
        return  # what is in it is its own format's
    wrong = [error.message for error in _validator(content[kind]["schema"]["$ref"]).iter_errors(json.loads(body))]
    assert not wrong, f"{wrong}: {body[:300]!r}"


@cache
def _validator(ref: str) -> jsonschema_rs.Draft202012Validator:
    return jsonschema_rs.Draft202012Validator({"$ref": ref, "components": _components()}, validate_formats=True)


@cache
def _components() -> dict[str, Any]:
    """Ours may not say more than is described; the schema for others leaves that open."""
    ours = json.loads((SCHEMAS / "answers.schema.json").read_text(encoding="utf-8"))["$defs"]
    schemas = document()["components"]["schemas"]
    return {"schemas": {name: _closed(each) if name in ours else each for name, each in schemas.items()}}


def _closed(node: Any) -> Any:
    if isinstance(node, list):
        return [_closed(each) for each in node]
    if not isinstance(node, dict):
        return node
    inside = {name: _closed(each) if name != "examples" else each for name, each in node.items()}
    is_object = isinstance(node.get("properties"), dict) and "additionalProperties" not in node
    return {**inside, "additionalProperties": False} if is_object else inside
