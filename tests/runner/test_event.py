"""Events and answers as API Gateway's HTTP API makes them (payload format 2.0)."""

import base64
import json
from datetime import datetime

import pytest

from tools.runner.answer import BadAnswer, reply
from tools.runner.clock import HANOI
from tools.runner.event import Call, http_event

AT = datetime(2025, 8, 2, 15, 59, 59, 999_000, tzinfo=HANOI)


def made(**changes: object) -> Call:
    sent = {
        "method": "PUT",
        "path": "/v1/campaigns/hanoi-45/days/2025-08-02/reports/00004",
        "query": "",
        "headers": [("Content-Type", "application/json"), ("Host", "127.0.0.1:8000")],
        "body": b"{}",
        "source": "127.0.0.1",
        "at": AT,
    }
    return Call(**{**sent, **changes})


def event(**changes: object) -> dict:
    return http_event(made(**changes), "PUT /v1/x/{u}", {"u": "00004"})


def test_the_event_carries_the_campaigns_time_in_milliseconds():
    assert event()["requestContext"]["timeEpoch"] == 1754125199999


def test_the_event_says_which_route_and_who_asked():
    context = event()["requestContext"]
    assert context["routeKey"] == event()["routeKey"] == "PUT /v1/x/{u}"
    assert context["stage"] == "$default"
    assert context["http"] == {
        "method": "PUT",
        "path": "/v1/campaigns/hanoi-45/days/2025-08-02/reports/00004",
        "protocol": "HTTP/1.1",
        "sourceIp": "127.0.0.1",
        "userAgent": "",
    }
    assert "authorizer" not in context


def test_headers_are_lower_cased_and_repeated_ones_joined():
    headers = event(headers=[("X-One", "a"), ("x-one", "b"), ("Accept", "c")])["headers"]
    assert headers == {"x-one": "a,b", "accept": "c"}


def test_cookies_stand_by_themselves():
    got = event(headers=[("Cookie", "a=1; b=2"), ("Cookie", "c=3")])
    assert got["cookies"] == ["a=1", "b=2", "c=3"]
    assert "cookie" not in got["headers"]


def test_a_query_is_decoded_and_repeated_names_joined():
    got = event(query="revisions=all&x=1&x=2&y=&z=%C4%91")
    assert got["queryStringParameters"] == {"revisions": "all", "x": "1,2", "y": "", "z": "đ"}
    assert got["rawQueryString"] == "revisions=all&x=1&x=2&y=&z=%C4%91"


def test_path_parameters_are_decoded():
    got = http_event(made(path="/v1/x/%C4%91%2F1"), "GET /v1/x/{u}", {"u": "%C4%91%2F1"})
    assert got["pathParameters"] == {"u": "đ/1"}


def test_what_a_request_does_not_have_is_absent():
    got = http_event(made(body=b"", headers=[]), "GET /v1/health", {})
    assert not {"body", "cookies", "queryStringParameters", "pathParameters"} & set(got)
    assert got["isBase64Encoded"] is False


@pytest.mark.parametrize(
    "content_type, body, is_base64",
    [
        ("application/json", '{"vi":"đ"}'.encode(), False),
        ("application/json; charset=utf-8", b"{}", False),
        ("application/problem+json", b"{}", False),
        ("text/plain", b"x", False),
        ("application/json", b"\xff\xfe", True),
        ("application/octet-stream", b"x", True),
        ("application/x-www-form-urlencoded", b"a=1", True),
        ("", b"x", True),
    ],
)
def test_a_body_is_text_only_when_it_says_so_and_is(content_type: str, body: bytes, is_base64: bool):
    got = event(headers=[("content-type", content_type)], body=body)
    assert got["isBase64Encoded"] is is_base64
    assert (base64.b64decode(got["body"]) if is_base64 else got["body"].encode()) == body


def answer(**value: object) -> bytes:
    return json.dumps(value).encode()


def test_a_cookie_of_a_name_that_only_looks_like_another_keeps_it():
    got = event(headers=[("Cookie", "a=1; \u00a0a=2;\u2003a=3")])
    assert got["cookies"] == ["a=1", "\u00a0a=2", "\u2003a=3"]


def test_an_answer_becomes_status_headers_cookies_and_body():
    made = reply(
        answer(statusCode=201, headers={"Content-Type": "application/json"}, cookies=["a=1", "b=2"], body="{}")
    )
    assert (made.status, made.body) == (201, b"{}")
    assert made.headers == (("content-type", "application/json"), ("set-cookie", "a=1"), ("set-cookie", "b=2"))


def test_a_base64_body_is_decoded():
    assert reply(answer(statusCode=200, body="AP8=", isBase64Encoded=True)).body == b"\x00\xff"


def test_an_answer_without_a_status_is_the_body_of_a_200():
    made = reply(answer(hello="there"))
    assert (made.status, json.loads(made.body)) == (200, {"hello": "there"})
    assert made.headers == (("content-type", "application/json"),)


@pytest.mark.parametrize(
    "bad",
    [
        b"not json",
        answer(statusCode="ok"),
        answer(statusCode=True),
        answer(statusCode=99),
        answer(statusCode=200, body={"a": 1}),
        answer(statusCode=200, headers=["a"]),
        answer(statusCode=200, headers={"a": ["b"]}),
        answer(statusCode=200, cookies="a=1"),
        answer(statusCode=200, body="é", isBase64Encoded=True),
    ],
)
def test_an_answer_api_gateway_cannot_read_is_refused(bad: bytes):
    with pytest.raises(BadAnswer):
        reply(bad)
