"""Types and schemas say the same of an edition: which members, which may be absent, which may be null, of what type."""

import json
from collections.abc import Iterator
from typing import Any, NotRequired, TypedDict, get_args, get_origin, get_type_hints, is_typeddict

import pytest

from giaoban.editions.content.edition import Edition
from giaoban.editions.content.period import PeriodEdition
from giaoban.schemas import schemas_folder

FILES = {
    name: json.loads((schemas_folder() / f"{name}.schema.json").read_text("utf-8")) for name in ("edition", "period")
}
BY_ID = {each["$id"]: each for each in FILES.values()}
SCALARS = {"string": str, "integer": int, "boolean": bool}


def differences(schema: Any, hint: Any, home: Any, at: str = "") -> Iterator[str]:
    """Where the schema and the type do not say the same; `home` is the file in which the schema stands."""
    schema, home = resolved(schema, home)
    kinds, rest = kinds_of(schema, home)
    given = set(get_args(hint)) if get_origin(hint) not in (list, dict) and get_args(hint) else {hint}
    if ("null" in kinds) != (type(None) in given):
        yield f"{at}: null"
    given -= {type(None)}
    kinds -= {"null"}
    if kinds & {"object", "array"}:
        yield from compound(rest, given.pop(), home, at)
    elif {SCALARS[kind] for kind in kinds} != given:
        yield f"{at}: {kinds} is no {given}"


def compound(schema: Any, hint: Any, home: Any, at: str) -> Iterator[str]:
    if get_origin(hint) is list:
        yield from differences(schema["items"], get_args(hint)[0], home, f"{at}[]")
    elif get_origin(hint) is dict:
        if (schema["additionalProperties"] is True) != (get_args(hint)[1] is object):
            yield f"{at}: any content"
        if schema["additionalProperties"] is not True:
            yield from differences(schema["additionalProperties"], get_args(hint)[1], home, f"{at}{{}}")
    elif not is_typeddict(hint):
        yield f"{at}: no object is {hint}"
    else:
        hints = get_type_hints(hint)
        if set(hints) != set(schema["properties"]):
            yield f"{at}: {sorted(set(hints) ^ set(schema['properties']))}"
        if hint.__required_keys__ != set(schema["required"]):
            yield f"{at} must have: {sorted(hint.__required_keys__ ^ set(schema['required']))}"
        for name in sorted(set(hints) & set(schema["properties"])):
            yield from differences(schema["properties"][name], hints[name], home, f"{at}/{name}")


def resolved(schema: Any, home: Any) -> tuple[Any, Any]:
    while "$ref" in schema:
        urn, _, path = schema["$ref"].partition("#")
        home = BY_ID[urn] if urn else home
        schema = home["$defs"][path.removeprefix("/$defs/")]
    return schema, home


def kinds_of(schema: Any, home: Any) -> tuple[set[str], Any]:
    """The JSON types, and the schema of what is not null."""
    if "anyOf" in schema:
        found = [resolved(each, home)[0] for each in schema["anyOf"]]
        rest = next(each for each in found if each.get("type") != "null")
        return {"null"} | kinds_of(rest, home)[0], rest
    if "const" in schema or "enum" in schema:
        return {"string"}, schema
    named = schema["type"]
    return {named} if isinstance(named, str) else set(named), schema


@pytest.mark.parametrize("name, whole", [("edition", Edition), ("period", PeriodEdition)])
def test_the_types_are_the_schema(name: str, whole: Any) -> None:
    assert list(differences(FILES[name], whole, FILES[name])) == []


class _Less(TypedDict):
    schema: str
    day: str | None
    units: NotRequired[list[int]]


def test_a_difference_of_either_side_is_seen() -> None:
    found = list(differences(FILES["edition"], _Less, FILES["edition"]))

    assert "/day: null" in found
    assert any(each.startswith(": [") and "'campaign'" in each for each in found)
    assert any(each.startswith(" must have: [") and "'units'" in each for each in found)
    assert any(each.startswith("/units[]: no object is") for each in found)
