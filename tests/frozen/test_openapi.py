"""The contract of the routes: what was described is described as it was; what is new is welcome."""

import json
from pathlib import Path

import pytest

from tests.frozen.difference import difference
from tests.frozen.packed import unpack

OPENAPI = Path(__file__).parents[2] / "schemas/openapi.json"
THEN = unpack("openapi.json.xz")
OPERATIONS = [(path, method) for path, methods in THEN["paths"].items() for method in methods]


@pytest.fixture(scope="module")
def now() -> dict[str, dict[str, dict[str, object]]]:
    found: dict[str, dict[str, dict[str, object]]] = json.loads(OPENAPI.read_text("utf-8"))
    return found


@pytest.mark.parametrize("path, method", OPERATIONS)
def test_an_operation_is_described_as_it_was(
    now: dict[str, dict[str, dict[str, object]]], path: str, method: str
) -> None:
    assert difference(THEN["paths"][path][method], now["paths"].get(path, {}).get(method)) is None


@pytest.mark.parametrize("part, name", [(part, name) for part, parts in THEN["components"].items() for name in parts])
def test_a_component_is_described_as_it_was(now: dict[str, dict[str, dict[str, object]]], part: str, name: str) -> None:
    assert difference(THEN["components"][part][name], now["components"].get(part, {}).get(name)) is None
