"""HTTP API events (payload 2.0) as the gateway makes them."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

ORIGIN = "https://giaoban.example"
NOON = datetime.fromisoformat("2025-08-02T12:00:00+07:00")


def event(
    method: str,
    path: str,
    *,
    body: object = None,
    at: datetime = NOON,
    cookie: str | None = None,
    headers: Mapping[str, str] | None = None,
    query: Mapping[str, str] | None = None,
    claims: Mapping[str, str] | None = None,
) -> dict[str, Any]:
    """`body` is text as sent, or what JSON shall say; a JSON body comes with its Content-Type."""
    text = body if isinstance(body, str) or body is None else json.dumps(body)
    sent = {} if text is None else {"content-type": "application/json"}
    return {
        "version": "2.0",
        "routeKey": f"{method} {path}",
        "rawPath": path,
        "rawQueryString": "",
        "queryStringParameters": dict(query or {}),
        "cookies": [] if cookie is None else [f"__Host-giaoban={cookie}"],
        "headers": sent | dict(headers or {}),
        "requestContext": {
            "http": {"method": method, "path": path},
            "stage": "$default",
            "timeEpoch": int(at.timestamp() * 1000),
            "authorizer": {"jwt": {"claims": dict(claims)}} if claims else {},
        },
        "body": text,
        "isBase64Encoded": False,
    }


def body_of(answered: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(answered["body"])
    return found
