"""JSON Schema violations as problems a person can read: every one of them, each with its path."""

from collections.abc import Iterator, Mapping
from functools import reduce
from itertools import islice

import jsonschema_rs

from giaoban.problem import MAX_PROBLEMS, Problem, below, problem

# The kinds of violation that our schemas can give, each to its sentence. What is not here is “invalid”.
_SENTENCES = {
    "minimum": "below_minimum",
    "maximum": "above_maximum",
    "minLength": "missing",
    "maxLength": "too_long",
    "pattern": "wrong_form",
    "format": "wrong_form",
    "enum": "wrong_choice",
    "maxProperties": "too_many",
}
_TYPES = {
    "integer": "wrong_type_integer",
    "boolean": "wrong_type_boolean",
    "string": "wrong_type_text",
    "object": "wrong_type_object",
}


class SchemaCheck:
    """A JSON Schema (2020-12), compiled once."""

    def __init__(self, schema: Mapping[str, object]) -> None:
        self._validator = jsonschema_rs.Draft202012Validator(dict(schema), validate_formats=True)

    def problems(self, value: object, under: str = "") -> list[Problem]:
        """Every violation in `value`, up to MAX_PROBLEMS; paths are JSON Pointers (RFC 6901) that start with `under`."""
        found = (each for error in self._validator.iter_errors(value) for each in _read(error, under))
        return list(islice(found, MAX_PROBLEMS))


def _read(error: jsonschema_rs.ValidationError, under: str) -> Iterator[Problem]:
    path = reduce(below, error.instance_path, under)
    name, details = error.kind.name, error.kind.as_dict()
    if name == "required":
        # The error carries the parent's path: the missing field is what has to be mended.
        yield problem(below(path, details["property"]), "missing")
    elif name == "additionalProperties":
        yield from (problem(below(path, field), "unknown_field") for field in details["unexpected"])
    elif name == "type":
        yield problem(path, _TYPES.get(details["types"][0], "invalid"))
    elif "limit" in details:
        yield problem(path, _SENTENCES.get(name, "invalid"), limit=details["limit"])
    else:
        yield problem(path, _SENTENCES.get(name, "invalid"))
