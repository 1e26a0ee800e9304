"""The judge of all answers here: what the description does not say, it does not let pass."""

import json

import pytest

from tests.contract.described import Described

HEALTHY = json.dumps({"status": "ok", "version": "1"}).encode()
JSON = {"content-type": "application/json"}
UNIT_DAY = "/v1/campaigns/hanoi-45/days/2025-08-02/reports/00004"


def test_a_described_answer_passes() -> None:
    Described().check("GET", "/v1/health?x=1", 200, JSON, HEALTHY)


@pytest.mark.parametrize(
    "method, path, status, headers, body",
    [
        ("GET", "/v1/health", 201, JSON, HEALTHY),
        ("GET", "/v1/health", 200, {"content-type": "text/html"}, HEALTHY),
        ("GET", "/v1/health", 200, JSON, b'{"status": "ok"}'),
        ("GET", "/v1/health", 200, JSON, b'{"status": "ok", "version": "1", "host": "x"}'),
        ("GET", "/v1/nothing", 200, JSON, b"{}"),
        ("GET", "/v1/nothing", 404, JSON, b'{"trace": "x"}'),
        ("DELETE", "/v1/session", 204, {}, b""),
        ("GET", UNIT_DAY, 410, JSON, b"{}"),
    ],
    ids=["status", "type", "missing", "too much", "no such route", "another 404", "no cookie", "not of this method"],
)
def test_what_is_not_described_is_noticed(
    method: str, path: str, status: int, headers: dict[str, str], body: bytes
) -> None:
    with pytest.raises(AssertionError):
        Described().check(method, path, status, headers, body)
