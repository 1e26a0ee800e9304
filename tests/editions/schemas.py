"""The schemas that editions are held to."""

import json
from functools import cache
from typing import Any

import jsonschema_rs

from giaoban.schemas import schemas_folder


@cache
def validator(name: str) -> jsonschema_rs.Validator:
    """Of `edition` or `period`, which refers to the former."""
    edition, own = (_read(each) for each in ("edition", name))
    registry = jsonschema_rs.Registry([(edition["$id"], edition)])
    return jsonschema_rs.Draft202012Validator(own, validate_formats=True, registry=registry)


def _read(name: str) -> Any:
    return json.loads((schemas_folder() / f"{name}.schema.json").read_text("utf-8"))
