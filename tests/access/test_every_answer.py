"""What holds of every answer of every route, good or bad: who may keep it, that it is no page and stands in no frame.

ASVS 3.2.1, 3.4.3, 3.4.4, 3.4.6, 14.2.2.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from giaoban.access import Role
from giaoban.campaign import Campaign
from tests.access.app import Api
from tests.access.every_route import ROUTES, ask, everybody, fresh
from tests.access.made import signed_in

# Made of the campaign's data alone, and the same for everybody.
PUBLISHED = {"GET /v1/openapi.json", "GET /v1/campaigns/{c}/units", "GET /v1/campaigns/{c}/forms/{kind}"}
# Saved, never shown: each with the name under which it is kept.
FILES = {"GET /v1/campaigns/{c}/directory/template/{format}": "text/csv; charset=utf-8"}
ODD: list[dict[str, Any]] = [
    {"headers": {"origin": "null"}},
    {"headers": {"content-type": "text/plain"}, "body": "{}"},
    {"body": "{"},
    {"body": {}},
]
TAGGED = {*PUBLISHED, "GET /v1/campaigns/{c}/days/{d}"}


@pytest.fixture
def api(reminding: Campaign) -> Api:
    return fresh(reminding)


def answers(api: Api, route: str) -> Iterator[dict[str, Any]]:
    """Good and bad ones: everybody's, of another site's page, of nonsense, of what stands nowhere, unchanged ones."""
    for cookie in everybody(api):
        yield ask(api, route, cookie)
        for odd in ODD:
            yield ask(api, route, cookie, **odd)
    cookie = signed_in(api.grants, Role.COORDINATOR)
    nowhere = route.replace("{c}", "lang-no").replace("{d}", "2025-13-01")
    yield ask(api, nowhere, cookie)
    if tag := ask(api, route, cookie)["headers"].get("ETag"):
        yield ask(api, route, cookie, headers={"if-none-match": tag})


@pytest.mark.parametrize("route", ROUTES)
def test_an_answer_is_no_page_and_stands_in_no_frame(api: Api, route: str) -> None:
    for answered in answers(api, route):
        headers = answered["headers"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
        assert headers["X-Frame-Options"] == "DENY"
        if answered["body"]:
            assert headers["Content-Type"] in {"application/json", "application/problem+json", FILES.get(route)}
        if headers.get("Content-Type") == FILES.get(route, "none"):
            assert headers["Content-Disposition"].startswith("attachment; ")


@pytest.mark.parametrize("route", ROUTES)
def test_only_what_is_published_is_kept_by_a_cache(api: Api, route: str) -> None:
    for answered in answers(api, route):
        kept, is_good = answered["headers"]["Cache-Control"], answered["statusCode"] in {200, 304}
        if route in PUBLISHED and is_good:
            assert kept == "public, max-age=300"
        elif route in TAGGED and is_good:
            assert kept == "private, no-cache"
        else:
            assert kept == "no-store"


@pytest.mark.parametrize("route", ROUTES)
def test_what_brings_a_cookie_is_kept_by_nobody_and_what_may_be_kept_brings_none(api: Api, route: str) -> None:
    for answered in answers(api, route):
        if answered.get("cookies"):
            assert answered["headers"]["Cache-Control"] == "no-store"


@pytest.mark.parametrize("route", sorted(PUBLISHED))
def test_what_is_published_is_the_same_for_everybody(api: Api, route: str) -> None:
    assert len({ask(api, route, cookie)["body"] for cookie in everybody(api)}) == 1


def test_good_bad_and_unchanged_answers_are_among_them(campaign: Campaign) -> None:
    statuses = {answered["statusCode"] for route in ROUTES for answered in answers(fresh(campaign), route)}
    assert statuses >= {200, 201, 202, 204, 304, 400, 401, 403, 404, 409, 415, 422}


def test_an_unknown_route_and_our_own_fault_are_answered_alike(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(api.grants, "get", broken)
    unknown = api.call("GET", "/v1/nothing")
    fault = ask(api, "GET /v1/session", signed_in(api.grants))
    assert [answered["statusCode"] for answered in (unknown, fault)] == [404, 500]
    for answered in (unknown, fault):
        assert answered["headers"]["Cache-Control"] == "no-store"
        assert answered["headers"]["X-Frame-Options"] == "DENY"
