"""No page of another site changes anything with the cookies of who happens to read it (CSRF; ASVS 3.5.1 to 3.5.3)."""

from typing import Any

import pytest

from giaoban.access import Role
from giaoban.campaign import Campaign
from tests.access.app import Api
from tests.access.every_route import (
    BODIES,
    CHANGING,
    WITHOUT_BODY,
    WITHOUT_SESSION,
    all_that_is_stored,
    ask,
    fresh,
    who_may,
)
from tests.access.made import signed_in
from tests.web.event import ORIGIN, body_of

ELSEWHERE = [
    {"origin": "https://elsewhere.example"},
    {"origin": "null"},
    {"origin": ORIGIN.replace("https", "http")},
    {"origin": f"{ORIGIN}.elsewhere.example"},
    {"origin": f"{ORIGIN}:8443"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {"origin": ORIGIN, "sec-fetch-site": "cross-site"},
]
# What a form, or a script without leave, can send to another site.
FORMS = ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain; application/json", ""]  # fmt: skip


@pytest.fixture
def api(reminding: Campaign) -> Api:
    return fresh(reminding)


def problem(answered: dict[str, Any]) -> tuple[int, str]:
    return answered["statusCode"], body_of(answered)["type"].removeprefix("urn:giaoban:problem:")


def test_every_route_that_changes_something_is_asked_soundly_or_takes_no_body() -> None:
    assert {*BODIES, *WITHOUT_BODY} == set(CHANGING), "a new route: say in every_route.py what a sound body of it is"


@pytest.mark.parametrize("route", CHANGING)
@pytest.mark.parametrize("role", [None, Role.REPORTER, Role.COORDINATOR, Role.ADMIN])
@pytest.mark.parametrize("headers", ELSEWHERE, ids=str)
def test_a_page_of_another_site_changes_nothing(
    api: Api, route: str, role: Role | None, headers: dict[str, str]
) -> None:
    cookie = role and signed_in(api.grants, role)
    before = all_that_is_stored(api)
    answered = ask(api, route, cookie, headers=headers)
    assert problem(answered) == (403, "other_site")
    assert not answered.get("cookies")
    assert all_that_is_stored(api) == before


@pytest.mark.parametrize("headers", ELSEWHERE, ids=str)
def test_reading_is_answered_wherever_somebody_comes_from(api: Api, headers: dict[str, str]) -> None:
    """A link in a mail or a chat leads here from another site; reading changes nothing, and SameSite keeps the cookie."""
    for route in ("GET /v1/health", "GET /v1/campaigns/{c}", "GET /v1/session", "GET /v1/campaigns/{c}/days/{d}"):
        cookie = signed_in(api.grants, Role.COORDINATOR)
        assert ask(api, route, cookie, headers=headers)["statusCode"] == 200, route


@pytest.mark.parametrize("route", BODIES)
@pytest.mark.parametrize("kind", FORMS)
def test_what_a_form_could_send_is_no_request_of_ours(api: Api, route: str, kind: str) -> None:
    """Sound in all else: without the check of its type it would be taken."""
    cookie = signed_in(api.grants, who_may(route))
    before = all_that_is_stored(api)
    assert problem(ask(api, route, cookie, headers={"content-type": kind})) == (415, "not_json_type")
    assert all_that_is_stored(api) == before


@pytest.mark.parametrize("route", sorted(set(CHANGING) - WITHOUT_SESSION))
def test_without_a_session_nothing_changes(api: Api, route: str) -> None:
    before = all_that_is_stored(api)
    assert problem(ask(api, route, None)) == (401, "no_session")
    assert all_that_is_stored(api) == before


@pytest.mark.parametrize(
    "headers", [{"origin": ORIGIN, "sec-fetch-site": "same-origin"}, {"sec-fetch-site": "none"}, {}]
)
@pytest.mark.parametrize("route", CHANGING)
def test_our_own_pages_and_programs_are_not_taken_for_another_site(
    api: Api, route: str, headers: dict[str, str]
) -> None:
    refusals = {403, 415, 401}
    assert ask(api, route, signed_in(api.grants, who_may(route)), headers=headers)["statusCode"] not in refusals
