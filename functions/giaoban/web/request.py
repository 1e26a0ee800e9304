"""What a route needs of an HTTP API event (payload 2.0): the moment, the body, the cookie, and where it comes from."""

import binascii
from base64 import b64decode
from datetime import datetime

from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2
from aws_lambda_powertools.utilities.data_classes.common import BaseProxyEvent

from giaoban.moments import moment_of
from giaoban.problem import Forbidden, Malformed, NotJson, Problem
from giaoban.web.body import MAX_BYTES, Object, read_object

COOKIE = "__Host-giaoban"


def received_at(event: BaseProxyEvent) -> datetime:
    """When the gateway took the request, to the millisecond: the time that decides what is late.

    No function reads a clock: a slow start of ours costs the sender nothing.
    """
    milliseconds: int = event["requestContext"]["timeEpoch"]
    return moment_of(milliseconds)


def json_body(event: BaseProxyEvent, most: int = MAX_BYTES) -> tuple[Object, list[Problem]]:
    """The request's JSON object and what is wrong with its text. Raises NotJson, Malformed, TooLarge."""
    declared = (event.headers.get("content-type") or "").split(";")[0].strip().lower()
    if declared != "application/json":
        raise NotJson("not_json_type")
    return read_object(_bytes(event), most)


def _bytes(event: BaseProxyEvent) -> bytes:
    body = event.body or ""
    if not event.is_base64_encoded:
        # A lone surrogate cannot be written as UTF-8; it is found and named when the text is read.
        return body.encode("utf-8", "surrogatepass")
    try:
        return b64decode(body)
    except binascii.Error as error:
        raise Malformed("not_json") from error


def session_cookie(event: BaseProxyEvent) -> str:
    """The value of our cookie; empty without one, and when there are two: nobody can tell whose the second one is.

    What a browser promises of `__Host-` it promises of this very name: whoever writes on a neighbouring host can set one
    that only looks like it (a no-break space before it), and nothing of a name is stripped but the separator's space.
    """
    sent = (each.removeprefix(" ").partition("=") for each in event.get("cookies") or [])
    ours = [value for name, _, value in sent if name == COOKIE]
    return ours[0] if len(ours) == 1 else ""


def refuse_other_sites(event: BaseProxyEvent, origin: str) -> None:
    """A change asked for by a page of another site is refused, whatever cookies came with it (ASVS 3.5.3)."""
    headers = event.headers
    named = headers.get("origin")
    if (named and named != origin) or headers.get("sec-fetch-site", "none") not in {"same-origin", "none"}:
        raise Forbidden("other_site")


def staff_claims(event: APIGatewayProxyEventV2) -> dict[str, str]:
    """What the pool says of a member of staff; the gateway's authorizer has verified it."""
    authorizer = event["requestContext"].get("authorizer") or {}
    claims: dict[str, str] = (authorizer.get("jwt") or {}).get("claims") or {}
    return claims
