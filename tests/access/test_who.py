"""Who may use which route, asked of every role, for its own unit and for others', through the whole application."""

import itertools
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from giaoban.access import Role
from giaoban.access.grant import digest, new_secret
from giaoban.access.hat import Hat
from giaoban.access.who import routes_of, who_may
from giaoban.campaign import Campaign
from giaoban.editions.by_clock import freeze_provisional
from giaoban.editions.issue import Order
from giaoban.editions.issue_period import issue_period
from giaoban.editions.period import period_named
from giaoban.web.routes import Router
from tests.access.app import Api
from tests.access.every_route import BODIES, EVENING, PRESS, TOKEN, WORDS, path_of
from tests.access.made import ENDS, grant, signed_in
from tests.access.matrix import EXPECTED, LINES
from tests.directory.made import person
from tests.editions.fakes import FakeStores
from tests.reports.made import at, report
from tests.web.event import body_of

WHO = who_may()
CLAIMS = {"sub": "12345678-0000-4000-8000-000000000000", "cognito:groups": "[viewer]"}
OWN, OTHER_UNIT, OTHER_CAMPAIGN = ("lang-sen", "00001"), ("lang-sen", "00002"), ("lang-que", "00001")

CASES = [
    (route, role, whose)
    for route, role, whose in itertools.product(WHO, [None, *Role], [OWN, OTHER_UNIT, OTHER_CAMPAIGN])
    if "{c}" in route or whose is OWN
]


@pytest.fixture(scope="module")
def issued(campaign: Campaign) -> FakeStores:
    """Both campaigns have a provisional edition of every day so far, and their first week's report."""
    made = FakeStores()
    for slug, _ in (OWN, OTHER_CAMPAIGN):
        own = replace(campaign, slug=slug)
        assert len(list(freeze_provisional(made.stores, own, EVENING))) == 10
        issue_period(made.stores, own, period_named(own, "week-1"), Order(PRESS, 0, "dieu-phoi-1"), EVENING)
    return made


@pytest.fixture
def api(reminding: Campaign, issued: FakeStores) -> Api:
    """Each unit that is asked about has sent its report, and late: so there is something to correct and to decide."""
    campaign, made = reminding, Api(reminding, made=deepcopy(issued))
    made.grants.add(grant(token=TOKEN))
    late = report(campaign, at("16:30"), notes={"difficulties": WORDS})
    for slug, unit in (OWN, OTHER_UNIT, OTHER_CAMPAIGN):
        made.reports.add(replace(late, campaign=slug, unit=unit))
    for slug in ("lang-sen", "lang-que"):
        made.directory.add(slug, person())
    return made


def ask(api: Api, route: str, cookie: str | None, whose: tuple[str, str] = OWN) -> dict[str, Any]:
    """A sound request for the route; a coordinator's says who dictated."""
    method, template = route.split(" ")
    path = path_of(template, *whose)
    is_report = method == "PUT" and template.endswith("/reports/{u}")
    told = {"told_by": "Bà Sen"} if cookie and "s-" in cookie and is_report else {}
    sees = {"base_revision": 1} if is_report else {}
    edition = {"base_edition": 1} if template.endswith("{d}/editions") else {}
    given = {"body": BODIES[route] | sees | edition | told} if route in BODIES else {}
    return api.call(method, path, cookie=cookie, claims=CLAIMS, at=EVENING, **given)


def allowed(route: str, role: Role | None, whose: tuple[str, str]) -> int:
    """What the matrix says: 0 for yes, or the status of the refusal."""
    if WHO[route] is None:
        return 0
    if role is None:
        return 401
    reach = EXPECTED[route, role]
    return 0 if reach == "all" or (reach == "own" and whose == OWN) else 403


@pytest.mark.parametrize("route, role, whose", CASES)
def test_each_role_does_what_the_matrix_says_and_nothing_else(
    api: Api, route: str, role: Role | None, whose: tuple[str, str]
) -> None:
    before = api.reports.written, dict(api.made.editions.periods), dict(api.directory.stored)
    answered = ask(api, route, role and signed_in(api.grants, role), whose)
    refusal = allowed(route, role, whose)
    if refusal:
        assert (answered["statusCode"], body_of(answered)["type"]) == (
            refusal,
            {401: "urn:giaoban:problem:no_session", 403: "urn:giaoban:problem:not_yours"}[refusal],
        )
        assert (api.reports.written, api.made.editions.periods, api.directory.stored) == before
    else:
        assert answered["statusCode"] < 300, answered["body"]


def test_the_cases_reach_both_yes_and_no_for_every_guarded_route() -> None:
    for route in (route for route, who in WHO.items() if who is not None and "{c}" in route):
        assert {allowed(*case) for case in CASES if case[0] == route} == {0, 401, 403}


@pytest.mark.parametrize("route", [route for route, who in WHO.items() if who is not None])
class TestASessionThatOpensNothing:
    def test_a_cookie_of_nobody(self, api: Api, route: str) -> None:
        assert ask(api, route, f"l-{'a' * 43}.{new_secret()}")["statusCode"] == 401

    def test_a_cookie_that_is_none(self, api: Api, route: str) -> None:
        assert ask(api, route, "….'; DROP")["statusCode"] == 401

    def test_a_guessed_secret(self, api: Api, route: str) -> None:
        name, _, _ = signed_in(api.grants).partition(".")
        assert ask(api, route, f"{name}.{new_secret()}")["statusCode"] == 401

    def test_a_revoked_link(self, api: Api, route: str) -> None:
        cookie = signed_in(api.grants)
        api.grants.revoke(cookie.partition(".")[0])
        assert ask(api, route, cookie)["statusCode"] == 401

    def test_an_expired_one(self, api: Api, route: str) -> None:
        secret, made = new_secret(), grant(ends=ENDS.replace(year=2024))
        api.grants.add(replace(made, sessions={digest(secret): ENDS}))
        assert ask(api, route, f"{made.id}.{secret}")["statusCode"] == 401


def test_what_nothing_declares_is_refused_and_not_run(campaign: Campaign) -> None:
    router, ran = Router(), []

    @router.route("/v1/secret", "GET")
    def secret() -> dict[str, str]:
        ran.append(1)
        return {}

    api = Api(campaign, more=(router,))
    for role in Role:
        answered = api.call("GET", "/v1/secret", cookie=signed_in(api.grants, role))
        assert (answered["statusCode"], body_of(answered)["type"]) == (404, "urn:giaoban:problem:unknown_route")
    assert not ran


def test_every_route_of_the_code_says_who_may_as_it_is_printed(campaign: Campaign) -> None:
    said = {route: says for router in Api(campaign).routers for route, says in router.says.items()}
    assert {route: says["may"] for route, says in said.items()} == {
        route: who and who.may for route, who in WHO.items()
    }


def test_no_route_of_the_code_is_undeclared(campaign: Campaign) -> None:
    for router in Api(campaign).routers:
        assert len(router.says) == len(router._routes)


@pytest.mark.parametrize("method, path", [("GET", "/"), ("GET", "/v1/nothing"), ("POST", "/v1/health"), ("PATCH", "/v1/session"),
    ("DELETE", "/v1/campaigns/lang-sen/days/2025-08-02/reports/00001"), ("OPTIONS", "/v1/session")])  # fmt: skip
def test_what_does_not_exist_is_an_unknown_route(api: Api, method: str, path: str) -> None:
    answered = api.call(method, path, cookie=signed_in(api.grants, Role.COORDINATOR))
    assert (answered["statusCode"], answered["headers"]["Content-Type"]) == (404, "application/problem+json")


def test_the_answer_to_who_am_i_lists_what_the_table_allows() -> None:
    day = "/v1/campaigns/{c}/days/{d}"
    reads = [f"GET {day}", f"GET {day}/draft", f"GET {day}/remarks", f"GET {day}/editions"]
    assert routes_of([Hat(Role.VIEWER)])[:6] == ["GET /v1/session", f"GET {day}/reports/{{u}}", *reads]
    assert {route.partition(" ")[0] for route in routes_of([Hat(Role.VIEWER)])} == {"GET"}
    assert "PUT /v1/campaigns/{c}/days/{d}/reports/{u}" in routes_of([Hat(Role.REPORTER)])
    assert routes_of([Hat(Role.SUPPORTER)]) == ["GET /v1/session"]


@pytest.mark.parametrize("role", Role)
def test_who_am_i_tells_each_role_what_the_table_kept_by_hand_gives_it(role: Role) -> None:
    """Beyond what anyone may, and with a session everybody reads their own."""
    guarded = {line["route"] for line in LINES if any(line[each] != "all" for each in Role)}
    own = {route for route in guarded if EXPECTED[route, role] != "no"}
    assert {*routes_of([Hat(role)])} == {*own, "GET /v1/session"}


def test_two_hats_may_what_either_may() -> None:
    reports, reads = routes_of([Hat(Role.REPORTER)]), routes_of([Hat(Role.VIEWER)])
    assert set(reports) - set(reads)
    assert set(reads) - set(reports)
    assert set(routes_of([Hat(Role.REPORTER), Hat(Role.VIEWER)])) == {*reports, *reads}


def test_who_wears_no_hat_is_told_of_nothing_beyond_what_anyone_may() -> None:
    assert routes_of([]) == []
