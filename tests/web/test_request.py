"""What is read of a request: the moment, the declared type, the cookie, the page it came from."""

from base64 import b64encode
from datetime import UTC, datetime
from typing import Any

import pytest
from aws_lambda_powertools.utilities.data_classes import APIGatewayProxyEventV2

from giaoban.problem import Forbidden, Malformed, NotJson
from giaoban.web.request import json_body, received_at, refuse_other_sites, session_cookie, staff_claims
from tests.web.event import ORIGIN, event


def request(changed: dict[str, Any] | None = None, **given: Any) -> APIGatewayProxyEventV2:
    return APIGatewayProxyEventV2(event("PUT", "/v1/session", **given) | (changed or {}))


def test_a_request_is_received_when_the_gateway_took_it_to_the_millisecond() -> None:
    asked = request({"requestContext": {"timeEpoch": 1754121599999}})
    assert received_at(asked) == datetime(2025, 8, 2, 7, 59, 59, 999000, tzinfo=UTC)


@pytest.mark.parametrize(
    "declared", ["application/json", "Application/JSON", "application/json; charset=utf-8", " application/json "]
)
def test_json_may_be_declared_as_headers_allow(declared: str) -> None:
    assert json_body(request(body={"a": 1}, headers={"content-type": declared})) == ({"a": 1}, [])


@pytest.mark.parametrize(
    "declared",
    ["", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/json5", "text/json"],
)
def test_another_type_is_not_json_whatever_the_body(declared: str) -> None:
    with pytest.raises(NotJson):
        json_body(request(body={"a": 1}, headers={"content-type": declared}))


def test_a_header_is_found_whatever_its_case() -> None:
    asked = request({"headers": {"Content-Type": "application/json"}}, body={"a": 1})
    assert json_body(asked) == ({"a": 1}, [])


def test_a_request_without_a_body_is_malformed() -> None:
    with pytest.raises(Malformed):
        json_body(request(headers={"content-type": "application/json"}))


def test_a_body_in_base64_is_decoded() -> None:
    asked = request({"isBase64Encoded": True}, body=b64encode('{"a":"xã"}'.encode()).decode())
    assert json_body(asked) == ({"a": "xã"}, [])


@pytest.mark.parametrize("broken", ["=", "abc"])
def test_base64_that_is_none_is_malformed(broken: str) -> None:
    with pytest.raises(Malformed):
        json_body(request({"isBase64Encoded": True}, body=broken))


def test_a_lone_surrogate_in_the_body_as_text_is_malformed_not_broken() -> None:
    with pytest.raises(Malformed):
        json_body(request(body='{"a":"\ud800"}'))


# Names that a browser lets any neighbouring host set, and that some way of stripping or folding makes ours.
LOOK_ALIKES = [
    *(f"{space}__Host-giaoban" for space in ("\u00a0", "\u2003", "\u3000", "\u0085", "\x1f", "\t", "  ")),
    *(f"__Host-giaoban{space}" for space in ("\u00a0", "\u2028", " ")),
    *("__HOST-giaoban", "__Host\u2010giaoban", "\uff3f_Host-giaoban", '"__Host-giaoban"', "$__Host-giaoban"),
]


@pytest.mark.parametrize(
    "cookies, value",
    [
        ([], ""),
        (["other=1"], ""),
        (["__Host-giaoban=l-a.b"], "l-a.b"),
        (["other=1", " __Host-giaoban=l-a.b"], "l-a.b"),
        (["x__Host-giaoban=1", "giaoban=2", "__host-giaoban=3"], ""),
        (["__Host-giaoban=a=b"], "a=b"),
        (["__Host-giaoban"], ""),
        *(([f"{look_alike}=theirs", "__Host-giaoban=mine"], "mine") for look_alike in LOOK_ALIKES),
        *(([f"{look_alike}=theirs"], "") for look_alike in LOOK_ALIKES),
    ],
)
def test_the_session_is_the_cookie_of_that_very_name(cookies: list[str], value: str) -> None:
    assert session_cookie(request({"cookies": cookies})) == value


@pytest.mark.parametrize("theirs", ["l-x.y", "l-a.b", ""])
def test_two_cookies_of_our_name_are_nobody_s_session_in_either_order(theirs: str) -> None:
    ours, other = "__Host-giaoban=l-a.b", f"__Host-giaoban={theirs}"
    assert session_cookie(request({"cookies": [ours, other]})) == ""
    assert session_cookie(request({"cookies": [other, "a=b", ours]})) == ""


def test_an_event_without_cookies_has_no_session() -> None:
    assert session_cookie(request({"cookies": None})) == ""
    assert session_cookie(APIGatewayProxyEventV2({})) == ""


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://elsewhere.example"},
        {"origin": "null"},
        {"origin": ORIGIN + ".elsewhere.example"},
        {"origin": ORIGIN.replace("https", "http")},
        {"origin": ORIGIN + ":8443"},
        {"Origin": "https://elsewhere.example"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"origin": ORIGIN, "sec-fetch-site": "cross-site"},
    ],
)
def test_a_page_of_another_site_is_refused(headers: dict[str, str]) -> None:
    with pytest.raises(Forbidden) as refusal:
        refuse_other_sites(request(headers=headers), ORIGIN)
    assert refusal.value.name == "other_site"


@pytest.mark.parametrize(
    "headers", [{}, {"origin": ORIGIN}, {"origin": ORIGIN, "sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}]
)
def test_our_own_page_and_a_program_are_not(headers: dict[str, str]) -> None:
    refuse_other_sites(request(headers=headers), ORIGIN)


def test_claims_come_from_the_gateways_authorizer_only() -> None:
    assert staff_claims(request(claims={"sub": "a"})) == {"sub": "a"}
    assert staff_claims(request(headers={"authorization": "Bearer x"})) == {}
