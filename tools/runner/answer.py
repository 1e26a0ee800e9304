"""From a function's answer to the HTTP response that API Gateway makes of it (payload format 2.0)."""

import base64
import binascii
import json
from dataclasses import dataclass

from tools.template import Node


@dataclass(frozen=True)
class Reply:
    status: int
    headers: tuple[tuple[str, str], ...]
    body: bytes


class BadAnswer(ValueError):
    """A function's answer that API Gateway cannot turn into a response; it says 500 then."""


def reply(answer: bytes) -> Reply:
    """The response that API Gateway makes of a function's answer. Raises BadAnswer."""
    try:
        value = json.loads(answer)
    except ValueError as error:
        raise BadAnswer("the answer is not JSON") from error
    if not isinstance(value, dict) or "statusCode" not in value:
        # Without a status code the whole answer is the body of a 200.
        return Reply(200, (("content-type", "application/json"),), answer)
    return Reply(_status(value), _reply_headers(value), _reply_body(value))


def _status(value: dict[str, Node]) -> int:
    status = value["statusCode"]
    if isinstance(status, bool) or not isinstance(status, int | str) or not str(status).isdigit():
        raise BadAnswer(f"statusCode is {status!r}")
    if not 100 <= int(status) <= 599:
        raise BadAnswer(f"statusCode is {status!r}")
    return int(status)


def _reply_headers(value: dict[str, Node]) -> tuple[tuple[str, str], ...]:
    headers, cookies = value.get("headers") or {}, value.get("cookies") or []
    if not isinstance(headers, dict) or not isinstance(cookies, list):
        raise BadAnswer("headers must be an object and cookies a list")
    if not all(isinstance(each, str | int | float) for each in [*headers.values(), *cookies]):
        raise BadAnswer("a header or cookie is neither text nor a number")
    pairs = [(name.lower(), str(each)) for name, each in headers.items()]
    if "content-type" not in dict(pairs):
        pairs.append(("content-type", "text/plain; charset=utf-8"))
    return (*pairs, *(("set-cookie", str(cookie)) for cookie in cookies))


def _reply_body(value: dict[str, Node]) -> bytes:
    body = value.get("body")
    if body is None:
        return b""
    if not isinstance(body, str):
        raise BadAnswer("body is not text")
    if not value.get("isBase64Encoded"):
        return body.encode()
    try:
        return base64.b64decode(body, validate=True)
    except (binascii.Error, ValueError) as error:
        raise BadAnswer("body is not base64") from error
