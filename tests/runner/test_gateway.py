"""The gateway as a browser sees it, its functions answering at once."""

from datetime import datetime
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette

from tests.runner.conftest import Answering
from tools.runner.app import Service
from tools.runner.authorizer import Refused
from tools.runner.clock import TENTH_DAY, Clock
from tools.runner.gateway import Gateway
from tools.runner.worker import Crashed, Raised, TimedOut
from tools.template import Route, load

pytestmark = pytest.mark.anyio
ORIGIN = "http://127.0.0.1:8000"
REPORT = "/v1/campaigns/hanoi-45/days/2025-08-02/reports/00004"
OK = {"statusCode": 200, "headers": {"content-type": "application/json"}, "body": "{}"}


class Guard:
    """Lets `good` in."""

    def allow(self, authorization: str, scopes: tuple[str, ...]) -> dict:
        if authorization != "Bearer good":
            raise Refused(403 if authorization else 401)
        return {"claims": {"sub": "x"}, "scopes": list(scopes)}


def client(function: Answering, routes: tuple[Route, ...] = load().routes) -> httpx.AsyncClient:
    functions = {route.function: function for route in routes}
    gateway = Gateway(routes, functions, {"Staff": Guard()}, Clock(TENTH_DAY, lambda: 0.0))
    app = Service(gateway, Starlette())
    return httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url=ORIGIN)


async def test_a_route_reaches_its_function_with_its_parameters():
    function = Answering(OK)
    assert (await client(function).get(f"{REPORT}?revisions=all")).status_code == 200
    (event,) = function.events
    assert event["routeKey"] == "GET /v1/campaigns/{c}/days/{d}/reports/{u}"
    assert event["pathParameters"] == {"c": "hanoi-45", "d": "2025-08-02", "u": "00004"}
    assert event["queryStringParameters"] == {"revisions": "all"}
    assert event["requestContext"]["timeEpoch"] == int(TENTH_DAY.timestamp() * 1000)


async def test_a_line_end_in_a_path_is_part_of_its_parameter():
    function = Answering(OK)
    assert (await client(function).get("/v1/campaigns/%0A")).status_code == 200
    assert function.events[0]["pathParameters"] == {"c": "\n"}


@pytest.mark.parametrize(
    "method, path",
    [
        ("GET", "/v1/nothing"),
        ("GET", "/v1/health/"),
        ("POST", "/v1/health"),
        ("HEAD", "/v1/health"),
        ("OPTIONS", "/v1/session"),
        ("TRACE", "/v1/health"),
        ("QUERY", "/v1/health"),
        ("GET", "/v1/campaigns//days/2025-08-02/reports/00004"),
        ("GET", "/v1/campaigns/a%2Fdays"),
        ("DELETE", REPORT),
    ],
)
async def test_what_the_template_does_not_list_is_404(method: str, path: str):
    function = Answering(OK)
    answer = await client(function).request(method, path)
    listed = path == "/v1/campaigns/a%2Fdays"  # one segment, whatever it decodes to
    assert answer.status_code == (200 if listed else 404)
    assert len(function.events) == listed


async def test_a_fixed_segment_wins_over_a_parameter():
    routes = (Route("GET", "/v1/{any}", "A"), Route("GET", "/v1/health", "A"))
    function = Answering(OK)
    await client(function, routes).get("/v1/health")
    assert function.events[0]["routeKey"] == "GET /v1/health"


@pytest.mark.parametrize(
    "failure, status", [(Crashed("x"), 502), (TimedOut("x"), 504), (Raised("secret trace"), 500)], ids=str
)
async def test_a_function_that_fails_is_told_apart_by_its_status_only(failure: Exception, status: int):
    answer = await client(Answering(fails=failure)).get("/v1/health")
    assert (answer.status_code, answer.json()) == (status, {"message": "Internal Server Error"})


async def test_an_answer_that_makes_no_response_is_500():
    answer = await client(Answering({"statusCode": "?"})).get("/v1/health")
    assert (answer.status_code, answer.json()) == (500, {"message": "Internal Server Error"})


async def test_cookies_and_headers_come_through_and_the_length_is_the_gateways():
    given = {
        "statusCode": 200,
        "headers": {"X-A": "1", "Content-Length": "999"},
        "cookies": ["a=1", "b=2"],
        "body": "đ",
    }
    answer = await client(Answering(given)).get("/v1/health")
    assert answer.headers.get_list("set-cookie") == ["a=1", "b=2"]
    assert answer.headers["x-a"] == "1"
    assert answer.headers.get_list("content-length") == ["2"]
    assert answer.text == "đ"


async def test_more_than_ten_megabytes_are_413_and_never_reach_the_function():
    function = Answering(OK)
    answer = await client(function).put(REPORT, content=b"x" * (10 * 1024 * 1024 + 1))
    assert answer.status_code == 413
    assert function.events == []


async def test_a_request_may_bring_its_own_campaign_time_which_the_function_sees_only_as_time():
    function = Answering(OK)
    own = "2025-07-25T15:59:59.5+07:00"
    await client(function).get(REPORT, headers={"giaoban-at": own})
    (event,) = function.events
    assert event["requestContext"]["timeEpoch"] == int(datetime.fromisoformat(own).timestamp() * 1000)
    assert "giaoban-at" not in event["headers"]


@pytest.mark.parametrize("own", ["yesterday", "2025-07-25T15:00:00", ""])
async def test_a_time_that_is_none_is_400(own: str):
    function = Answering(OK)
    assert (await client(function).get(REPORT, headers={"giaoban-at": own})).status_code == 400
    assert function.events == []


@pytest.mark.parametrize(
    "authorization, status, message", [("", 401, "Unauthorized"), ("Bearer narrow", 403, "Forbidden")]
)
async def test_the_authorizer_stands_before_staff_sign_in(authorization: str, status: int, message: str):
    function = Answering(OK)
    headers = {"Authorization": authorization} if authorization else {}
    answer = await client(function).post("/v1/staff-session", headers=headers)
    assert (answer.status_code, answer.json()) == (status, {"message": message})
    assert function.events == []


async def test_whom_the_authorizer_lets_in_the_function_gets_the_claims_of():
    function = Answering(OK)
    await client(function).post("/v1/staff-session", headers={"Authorization": "Bearer good"})
    (event,) = function.events
    assert event["requestContext"]["authorizer"]["jwt"]["claims"] == {"sub": "x"}


def test_the_gateway_names_no_route_itself():
    source = (Path(__file__).parents[2] / "tools" / "runner" / "gateway.py").read_text("utf-8")
    assert "/v1/" not in source
