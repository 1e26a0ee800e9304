"""Other sites' requests are refused, nothing private is cached, types are not guessed (ASVS 3.4, 3.5.3, 14.2)."""

from collections.abc import Callable

import pytest

from tests.contract.client import Answer, Client
from tests.contract.conftest import Body, UnitDay
from tests.contract.system import System

type Make = Callable[..., Body]
type Change = Callable[[Client, dict[str, str]], Answer]

CHANGES: dict[str, Change] = {
    "signing in": lambda client, headers: client.post("/v1/session", {"token": "A" * 22}, headers=headers),
    "signing out": lambda client, headers: client.delete("/v1/session", headers=headers),
    "asking for a link": lambda client, headers: client.post("/v1/session/request", {"unit": "00004"}, headers=headers),
    "sending": lambda client, headers: client.put(
        "/v1/campaigns/hanoi-45/days/2025-08-02/reports/00004", {}, headers=headers
    ),
}
FOREIGN = [
    {"Origin": "https://other.invalid"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1"},
    {"Origin": "http://127.0.0.1:1"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=str)
@pytest.mark.parametrize("change", CHANGES)
def test_a_change_asked_for_by_another_site_is_refused(system: System, change: str, headers: dict[str, str]) -> None:
    client = system.reporter("00004")
    answer = CHANGES[change](client, headers)
    assert (answer.status, answer.problem) == (403, "other_site")
    assert client.get("/v1/session").status == 200


def test_an_origin_that_only_begins_like_ours_is_another_site(system: System) -> None:
    for origin in (system.origin + ".other.invalid", system.origin + "/", system.origin.upper()):
        assert system.client().delete("/v1/session", headers={"Origin": origin}).status == 403


def test_a_staff_token_sent_by_another_site_is_refused(system: System, anyone: Client) -> None:
    headers = {"Authorization": f"Bearer {system.staff_token('lanh-dao')}", "Origin": "https://other.invalid"}
    assert anyone.post("/v1/staff-session", headers=headers).problem == "other_site"


def test_our_own_pages_and_programs_without_an_origin_are_accepted(unit_day: UnitDay, report: Make) -> None:
    sent = report()
    ours = {"Origin": unit_day.system.origin, "Sec-Fetch-Site": "same-origin"}
    assert unit_day.reporter.put(unit_day.path, sent, headers=ours).status == 201
    assert unit_day.reporter.put(unit_day.path, sent).status == 200


def test_reading_is_not_a_change(system: System) -> None:
    answer = system.reporter("00004").get("/v1/session", headers={"Origin": "https://other.invalid"})
    assert answer.status == 200
    assert not [name for name in answer.headers if name.startswith("access-control-")]


@pytest.mark.parametrize("path", ["/v1/health", "/v1/campaigns/hanoi-45", "/v1/session", "/v1/campaigns/none"])
def test_what_is_not_published_is_kept_by_no_cache(anyone: Client, path: str) -> None:
    assert anyone.get(path).headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    "path", ["/v1/health", "/v1/session", "/v1/openapi.json", "/v1/campaigns/hanoi-45/forms/commune"]
)
def test_no_answers_type_is_guessed(anyone: Client, path: str) -> None:
    assert anyone.get(path).headers["x-content-type-options"] == "nosniff"


def test_signing_out_is_kept_by_no_cache(anyone: Client) -> None:
    assert anyone.delete("/v1/session").headers["cache-control"] == "no-store"
