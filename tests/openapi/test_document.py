"""schemas/openapi.json: fresh, valid, and about the routes that there are."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from giaoban.access.role import STAFF
from giaoban.access.who import who_may
from tools.openapi.document import document
from tools.openapi.printed import printed
from tools.openapi.routes import registered
from tools.template import load

ROUTES = registered()
DOCUMENT: Any = document(ROUTES)
SCHEMAS: dict[str, Any] = DOCUMENT["components"]["schemas"]
STAFF_ROUTE = "POST /v1/staff-session"
BY_ROUTE: dict[str, Any] = {
    f"{method.upper()} {path}": operation
    for path, item in DOCUMENT["paths"].items()
    for method, operation in item.items()
}


@pytest.mark.parametrize("path, text", printed(ROUTES).items(), ids=lambda each: getattr(each, "name", ""))
def test_what_is_printed_is_what_the_code_says_now(path: Path, text: str) -> None:
    assert path.read_text(encoding="utf-8") == text, "it is older than the code: run `make openapi`"


def test_it_is_valid_openapi_3_1() -> None:
    OpenAPIV31SpecValidator(DOCUMENT).validate()
    assert DOCUMENT["openapi"].startswith("3.1.")


def test_every_registered_route_is_described_and_nothing_else() -> None:
    assert set(BY_ROUTE) == {route.key for route in ROUTES}


def test_the_paths_are_those_of_the_template() -> None:
    assert set(BY_ROUTE) == {route.key for route in load().routes}


def test_every_operation_has_an_id_of_its_own() -> None:
    names = [operation["operationId"] for operation in BY_ROUTE.values()]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("route", BY_ROUTE)
def test_every_operation_says_in_a_sentence_what_it_does(route: str) -> None:
    assert len(BY_ROUTE[route]["summary"]) > 10


@pytest.mark.parametrize("route", BY_ROUTE)
def test_who_may_use_it_is_what_the_route_says(route: str) -> None:
    operation, who = BY_ROUTE[route], who_may()[route]
    if route == STAFF_ROUTE:
        assert operation["security"] == [{"staff": []}]
        assert set(operation["x-roles"]) == {role.value for role in STAFF}
    elif who is None:
        assert (operation["security"], "x-roles" in operation) == ([], False)
    else:
        assert operation["security"] == [{"session": []}]
        assert set(operation["x-roles"]) == {role.value for role in who.may}


@pytest.mark.parametrize("route", load().routes, ids=lambda route: route.key)
def test_a_token_of_the_pool_is_asked_for_where_the_template_has_the_authorizer(route: Any) -> None:
    is_staff = BY_ROUTE[route.key]["security"] == [{"staff": []}]
    assert is_staff == (route.authorizer is not None)


@pytest.mark.parametrize("route", BY_ROUTE)
def test_its_parameters_are_those_of_the_path(route: str) -> None:
    found = [each for each in BY_ROUTE[route].get("parameters", []) if each["in"] == "path"]
    assert [f"{{{each['name']}}}" for each in found] == [part for part in route.split("/") if part.startswith("{")]
    for each in found:
        _check(each["schema"], each["example"])


def test_no_address_of_a_server_stands_in_it() -> None:
    assert DOCUMENT["servers"] == [{"url": "/"}]
    text = json.dumps(DOCUMENT)
    assert "http://" not in text
    assert "https://" not in text.replace("https://json-schema.org/draft/2020-12/schema", "")


def test_every_schema_is_used() -> None:
    used = set(_refs(DOCUMENT["paths"]))
    waiting = list(used)
    while waiting:
        new = set(_refs(SCHEMAS[waiting.pop().rsplit("/", 1)[1]])) - used
        used |= new
        waiting += new
    assert {f"#/components/schemas/{name}" for name in SCHEMAS} == used


def test_every_example_of_a_schema_holds() -> None:
    examples = [(schema, each) for schema in SCHEMAS.values() for each in schema.get("examples", [])]
    assert len(examples) > 10
    for schema, example in examples:
        _check(schema, example)


@pytest.mark.parametrize("route", BY_ROUTE)
def test_every_example_of_an_answer_holds_and_has_its_status(route: str) -> None:
    for status, response in BY_ROUTE[route]["responses"].items():
        for content in response.get("content", {}).values():
            for name, example in content.get("examples", {}).items():
                _check(content["schema"], example["value"])
                assert example["value"]["status"] == int(status)
                assert "{" not in example["value"]["detail"] + example["value"]["detail_en"], name


def _check(schema: Any, example: Any) -> None:
    whole = {**schema, "components": DOCUMENT["components"]}
    wrong = jsonschema_rs.Draft202012Validator(whole, validate_formats=True).iter_errors(example)
    assert not [error.message for error in wrong]


def _refs(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _refs(each)
    if isinstance(node, dict):
        for name, each in node.items():
            if name == "$ref" and isinstance(each, str):
                # Whoever names a part of a schema uses the schema.
                yield "/".join(each.split("/")[:4])
            else:
                yield from _refs(each)
