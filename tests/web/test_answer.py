"""Answers: JSON in UTF-8, problems by RFC 9457, nothing private in a cache, a cookie that stays where it belongs."""

import json

import pytest

from giaoban import problem as problems
from giaoban.problem import Conflict, GiaobanError, Refused, Unavailable, problem
from giaoban.web.answer import answer, cacheable, no_cookie, problem_answer, session_cookie

STATUSES = {
    "Malformed": 400, "Unauthenticated": 401, "Forbidden": 403, "Unknown": 404, "Conflict": 409, "Closed": 410,
    "TooLarge": 413, "NotJson": 415, "Refused": 422, "Unavailable": 503,
}  # fmt: skip


def test_every_error_has_the_status_that_its_docstring_says() -> None:
    assert {
        each.__name__: each.status for each in GiaobanError.__subclasses__() if each.__module__ == problems.__name__
    } == STATUSES
    for name, status in STATUSES.items():
        assert f"{name} " in str(problems.__doc__)
        assert f" {status}" in str(problems.__doc__)


def test_a_problem_is_told_in_both_languages_with_every_problem_in_it() -> None:
    told = problem_answer(Refused("refused", [problem("/figures/a", "below_minimum", limit=1000)]))
    assert (told.status_code, told.headers["Content-Type"]) == (422, "application/problem+json")
    body = json.loads(str(told.body))
    assert body["type"] == "urn:giaoban:problem:refused"
    assert (body["status"], body["title"]) == (422, "refused")
    assert body["detail"].startswith("Báo cáo chưa gửi được")
    assert body["detail_en"].startswith("The report was not accepted")
    assert body["problems"] == [
        {
            "path": "/figures/a",
            "rule": "below_minimum",
            "vi": "Số phải từ 1.000 trở lên.",
            "en": "The number must be 1,000 or more.",
        }
    ]


def test_a_conflict_carries_the_current_report_and_nothing_else_does() -> None:
    told = json.loads(str(problem_answer(Conflict("another_came_first", current={"revision": 3}, revision=3)).body))
    assert told["current"] == {"revision": 3}
    assert "current" not in json.loads(str(problem_answer(Refused("refused")).body))


@pytest.mark.parametrize("error, says", [(Unavailable("store_silent"), True), (Refused("refused"), False)])
def test_who_may_try_again_is_told_when(error: GiaobanError, says: bool) -> None:
    assert ("Retry-After" in problem_answer(error).headers) is says


def test_private_answers_are_kept_by_no_cache_and_guessed_by_no_browser() -> None:
    for told in (answer(200, {}), problem_answer(Refused("refused"))):
        assert told.headers["Cache-Control"] == "no-store"
        assert told.headers["X-Content-Type-Options"] == "nosniff"


def test_vietnamese_is_written_as_it_is() -> None:
    assert answer(200, {"vi": "Phường Ba Đình"}).body == '{"vi":"Phường Ba Đình"}'


def test_a_public_answer_is_kept_and_not_sent_twice() -> None:
    first = cacheable("{}", '"abc"', None, 300)
    assert (first.status_code, first.headers["Cache-Control"], first.headers["ETag"]) == (
        200,
        "public, max-age=300",
        '"abc"',
    )
    again = cacheable("{}", '"abc"', '"abc"', 300)
    assert (again.status_code, again.body) == (304, None)
    assert cacheable("{}", '"abc"', '"old"', 300).status_code == 200


def test_the_cookie_goes_to_this_host_only_over_tls_only_and_never_to_a_script() -> None:
    parts = str(session_cookie("l-abc", "secret", 3600)).split("; ")
    assert parts[0] == "__Host-giaoban=l-abc.secret"
    assert {"Path=/", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=3600"} <= set(parts)
    assert not [part for part in parts if part.startswith("Domain")]


def test_signing_out_empties_the_same_cookie() -> None:
    parts = str(no_cookie()).split("; ")
    assert parts[0] == "__Host-giaoban="
    assert {"Path=/", "Secure", "HttpOnly", "SameSite=Strict", "Max-Age=0"} <= set(parts)
