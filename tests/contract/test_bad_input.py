"""Bad input is refused with an answer that says what to do, or stored and given back harmlessly; nothing is lost."""

import json
import unicodedata
from collections.abc import Iterator

import pytest

from tests.contract import corpus
from tests.contract.client import JSON, Answer, Client
from tests.contract.conftest import UnitDay
from tests.contract.corpus import Bad, whole
from tests.contract.system import TODAY, System


@pytest.fixture(scope="module")
def reported(system: System, free_units: Iterator[str]) -> UnitDay:
    """A unit whose report is stored as revision 1, so that there is something to lose."""
    code = next(free_units)
    day = UnitDay(system, code, TODAY, system.reporter(code))
    assert day.reporter.put(day.path, whole(base_revision=0)).status == 201
    return day


def stands(unit_day: UnitDay) -> bytes:
    return unit_day.reporter.get(f"{unit_day.path}?revisions=all").body


@pytest.mark.parametrize("bad", corpus.REFUSED, ids=lambda bad: bad.name)
def test_what_is_wrong_is_refused_says_where_and_changes_nothing(reported: UnitDay, bad: Bad) -> None:
    before = stands(reported)
    answer = reported.reporter.send("PUT", reported.path, bad.body, bad.headers)
    assert answer.status == bad.status, answer.body[:300]
    assert says_what_to_do(answer)
    if bad.at is None:
        assert answer.problem == bad.problem
    else:
        assert answer.problems[bad.at] == bad.problem
    assert stands(reported) == before


@pytest.mark.parametrize("path", ["/v1/session", "/v1/session/request"])
@pytest.mark.parametrize(
    "bad", [*corpus.NOT_JSON, *corpus.NOT_A_REPORT, *corpus.SIZES, *corpus.TYPES], ids=lambda bad: bad.name
)
def test_the_other_routes_with_a_body_refuse_it_alike(anyone: Client, path: str, bad: Bad) -> None:
    answer = anyone.send("POST", path, bad.body, bad.headers)
    assert 400 <= answer.status < 500, answer.body[:300]
    assert says_what_to_do(answer)


@pytest.mark.parametrize(
    "value", [None, 4, True, [], {}, ["00004"], {"a": 1}, "x" * 50_000, "\x00", "00004\n", "<b>"], ids=repr
)
def test_a_request_for_a_link_with_odd_values_is_answered_alike(anyone: Client, value: object) -> None:
    for body in ({"unit": value}, {"unit": "00004", "campaign": value}):
        assert anyone.post("/v1/session/request", body).status == 202


@pytest.mark.parametrize("name", corpus.STORED)
def test_odd_text_is_stored_and_given_back(unit_day: UnitDay, name: str) -> None:
    sent, kept = corpus.STORED[name]
    notes = {"difficulties": sent, "proposals": sent}
    body = whole(base_revision=0, notes=notes, explanations={"stock_fell:team_members": sent})
    assert unit_day.reporter.put(unit_day.path, body).status == 201
    read = unit_day.reporter.get(unit_day.path).json
    wanted = kept or unicodedata.normalize("NFC", sent)
    assert [*read["notes"].values(), *read["explanations"].values()] == [wanted] * 3


def test_a_mark_of_byte_order_before_a_report_is_no_part_of_it(unit_day: UnitDay) -> None:
    body = b"\xef\xbb\xbf" + json.dumps(whole(base_revision=0)).encode()
    assert unit_day.reporter.put(unit_day.path, body).status == 201


def test_a_report_of_exactly_64_kib_is_taken(unit_day: UnitDay) -> None:
    body = corpus.sized(corpus.LIMIT).replace(b'"base_revision": 1', b'"base_revision": 0')
    assert len(body) == corpus.LIMIT
    assert unit_day.reporter.put(unit_day.path, body).status == 201


@pytest.mark.parametrize("kind", ["application/json; charset=utf-8", "APPLICATION/JSON", " application/json ;q=1"])
def test_a_content_type_is_read_as_http_says(unit_day: UnitDay, kind: str) -> None:
    body = json.dumps(whole(base_revision=0)).encode()
    assert unit_day.reporter.send("PUT", unit_day.path, body, {"Content-Type": kind}).status == 201


BEFORE_THE_UNIT = "/v1/campaigns/hanoi-45/days"
PATHS = {
    "a short date": f"{BEFORE_THE_UNIT}/2025-8-2/reports/00004",
    "a day that no month has": f"{BEFORE_THE_UNIT}/2025-02-30/reports/00004",
    "a week's date": f"{BEFORE_THE_UNIT}/2025-W31-6/reports/00004",
    "a date without hyphens": f"{BEFORE_THE_UNIT}/20250802/reports/00004",
    "a date and a time": f"{BEFORE_THE_UNIT}/2025-08-02T00:00/reports/00004",
    "unicode digits": f"{BEFORE_THE_UNIT}/%EF%BC%92%EF%BC%90%EF%BC%92%EF%BC%95-08-02/reports/00004",
    "arabic digits": f"{BEFORE_THE_UNIT}/%D9%A2%D9%A0%D9%A2%D9%A5-08-02/reports/00004",
    "a huge year": f"{BEFORE_THE_UNIT}/99999-08-02/reports/00004",
    "year 0": f"{BEFORE_THE_UNIT}/0000-00-00/reports/00004",
    "a space behind the day": f"{BEFORE_THE_UNIT}/2025-08-02%20/reports/00004",
    "today": f"{BEFORE_THE_UNIT}/today/reports/00004",
    "a slash in the unit": f"{BEFORE_THE_UNIT}/2025-08-02/reports/00004%2F00008",
    "a hash in the unit": f"{BEFORE_THE_UNIT}/2025-08-02/reports/00004%230001",
    "a NUL in the unit": f"{BEFORE_THE_UNIT}/2025-08-02/reports/00004%00",
    "bytes that are not UTF-8": f"{BEFORE_THE_UNIT}/2025-08-02/reports/%FF%FE",
    "a hash in the campaign": "/v1/campaigns/hanoi-45%23/days/2025-08-02/reports/00004",
    "a way up": f"{BEFORE_THE_UNIT}/2025-08-02/reports/../reports/00004",
    "a way up, encoded": f"{BEFORE_THE_UNIT}/2025-08-02/reports/%2e%2e%2f00004",
    "a slash at the end": f"{BEFORE_THE_UNIT}/2025-08-02/reports/00004/",
    "two slashes": f"{BEFORE_THE_UNIT}//2025-08-02/reports/00004",
    "nothing for the unit": f"{BEFORE_THE_UNIT}/2025-08-02/reports/",
    "capitals": "/V1/campaigns/hanoi-45/days/2025-08-02/reports/00004",
    "a semicolon": f"{BEFORE_THE_UNIT}/2025-08-02/reports/00004;a=b",
    "10,000 letters": f"{BEFORE_THE_UNIT}/2025-08-02/reports/" + "A" * 10_000,
    "half an escape": f"{BEFORE_THE_UNIT}/2025-08-02/reports/00004%2",
}


@pytest.mark.parametrize("name", PATHS)
def test_an_odd_address_is_404_for_staff_and_changes_nothing(coordinator: Client, name: str) -> None:
    body = json.dumps(whole(base_revision=0, told_by="Ai đó")).encode()
    for method, sent in (("GET", None), ("PUT", body)):
        answer = coordinator.send(method, PATHS[name], sent, {"Content-Type": JSON})
        assert answer.status in {404, 405}, (method, answer.status, answer.body[:200])


@pytest.mark.parametrize("name", PATHS)
def test_an_odd_address_opens_nothing_for_a_unit(system: System, name: str) -> None:
    assert system.reporter("00004").get(PATHS[name]).status in {403, 404}


QUERIES = [
    "?revisions=" + "a" * 5000,
    "?" + "&".join(f"a{n}=1" for n in range(500)),
    "?revisions[]=all",
    "?%00=%FF",
    "?=",
]


@pytest.mark.parametrize("query", QUERIES, ids=lambda query: query[:20])
def test_an_odd_query_is_passed_over(reported: UnitDay, query: str) -> None:
    assert "history" not in reported.reporter.get(reported.path + query).json


HEADERS: list[dict[str, str | bytes]] = [
    {"X-Forwarded-Host": "other.invalid", "X-Forwarded-For": "127.0.0.2"},
    {"X-HTTP-Method-Override": "DELETE"},
    {"Accept": "text/html"},
    {"Accept-Language": "vi;q=\xff"},
    {"If-None-Match": "*"},
    {"X-Long": "a" * 8000},
    {"X-Bytes": b"\xff\xfe"},
    {"Content-Length": "0"},
    {"Authorization": "Bearer " + "a" * 3000},
]


@pytest.mark.parametrize("headers", HEADERS, ids=lambda headers: next(iter(headers)))
def test_odd_headers_change_no_answer(reported: UnitDay, headers: dict[str, str | bytes]) -> None:
    plain = reported.reporter.get(reported.path)
    answer = reported.reporter.send("GET", reported.path, headers=headers)
    assert (answer.status, answer.body) == (200, plain.body)


COOKIES = [
    "",
    ";",
    "=;=",
    "a" * 6000,
    "__Host-giaoban",
    "__Host-giaoban=",
    "__Host-giaoban=\xff.\xff",
    "__Host-giaoban=%00",
    "$Version=1; __Host-giaoban=l-a.b",
]


@pytest.mark.parametrize("cookie", COOKIES, ids=lambda cookie: cookie[:20])
def test_an_odd_cookie_is_nobodys(anyone: Client, cookie: str) -> None:
    assert anyone.get("/v1/session", headers={"Cookie": cookie}).problem == "no_session"


def says_what_to_do(answer: Answer) -> bool:
    """In both languages, without a word of how it is built."""
    said = answer.json
    inside = ("Traceback", "pynamodb", "botocore", "Error(", "giaoban.")
    return bool(said["detail"] and said["detail_en"]) and not any(word in answer.body.decode() for word in inside)
