"""From an HTTP request to API Gateway's HTTP API event, payload format 2.0.

Source: the developer guide's pages on Lambda proxy integrations of HTTP APIs.
"""

import base64
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast
from urllib.parse import parse_qsl, unquote

from tools.template import Node

MAX_BODY = 10 * 1024 * 1024
_TEXT = ("text/", "application/json", "application/javascript", "application/xml")


@dataclass(frozen=True)
class Call:
    """One HTTP request as the gateway took it; `path` is still percent-encoded."""

    method: str
    path: str
    query: str
    headers: Sequence[tuple[str, str]]
    body: bytes
    source: str
    at: datetime


def http_event(call: Call, route_key: str, parameters: Mapping[str, str], jwt: Node = None) -> dict[str, Node]:
    """The event that the function of this route gets. `jwt`: what the authorizer found, where one stands there."""
    headers, cookies = _headers(call.headers)
    body, is_base64 = _body(call.body, headers.get("content-type", ""))
    query = _joined(parse_qsl(call.query, keep_blank_values=True))
    event: dict[str, Node] = {
        "version": "2.0",
        "routeKey": route_key,
        "rawPath": unquote(call.path),
        "rawQueryString": call.query,
        "headers": cast("Node", headers),
        "requestContext": _context(call, route_key, headers, jwt),
        "isBase64Encoded": is_base64,
    }
    optional: dict[str, Node] = {
        "cookies": cast("Node", cookies),
        "queryStringParameters": cast("Node", query),
        "pathParameters": {name: unquote(value) for name, value in parameters.items()},
        "body": body,
    }
    return event | {name: value for name, value in optional.items() if value}


def _context(call: Call, route_key: str, headers: Mapping[str, str], jwt: Node) -> dict[str, Node]:
    context: dict[str, Node] = {
        "accountId": "000000000000",
        "apiId": "local",
        "domainName": headers.get("host", ""),
        "domainPrefix": "local",
        "http": {
            "method": call.method,
            "path": unquote(call.path),
            "protocol": "HTTP/1.1",
            "sourceIp": call.source,
            "userAgent": headers.get("user-agent", ""),
        },
        "requestId": str(uuid.uuid4()),
        "routeKey": route_key,
        "stage": "$default",
        "time": call.at.strftime("%d/%b/%Y:%H:%M:%S %z"),
        "timeEpoch": int(call.at.timestamp() * 1000),
    }
    return context | ({"authorizer": {"jwt": jwt}} if jwt else {})


def _headers(sent: Sequence[tuple[str, str]]) -> tuple[dict[str, str], list[str]]:
    """Lower-cased headers, repeated ones joined by commas; cookies by themselves."""
    headers = [(name.lower(), value) for name, value in sent]
    # Only the separator's spaces: names that another sign makes look alike stay what they are.
    cookies = [cookie.strip(" ") for name, value in headers if name == "cookie" for cookie in value.split(";")]
    return _joined([pair for pair in headers if pair[0] != "cookie"]), [cookie for cookie in cookies if cookie]


def _joined(pairs: Sequence[tuple[str, str]]) -> dict[str, str]:
    joined: dict[str, str] = {}
    for name, value in pairs:
        joined[name] = f"{joined[name]},{value}" if name in joined else value
    return joined


def _body(body: bytes, content_type: str) -> tuple[str | None, bool]:
    """Text as text when it is called text and is UTF-8; everything else in base64."""
    if not body:
        return None, False
    kind = content_type.split(";")[0].strip().lower()
    if kind.startswith(_TEXT) or kind.endswith(("+json", "+xml")):
        try:
            return body.decode("utf-8"), False
        except UnicodeDecodeError:
            pass
    return base64.b64encode(body).decode(), True
