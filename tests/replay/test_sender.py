"""The replay on the wire: sessions, campaign time, order, and where it stops."""

import json
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from giaoban.access.grant import Grant, link_id
from giaoban.campaign import Campaign
from giaoban.reports.personal import looks_personal
from tools.replay import ReplayStopped, Summary, go_on, play
from tools.replay.sender import AT_A_TIME


class Taker(ThreadingHTTPServer):
    """Stands in for the gateway: opens a session for any token, stores any report, unless told to refuse."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked: list[tuple[str, str, dict[str, str], dict[str, object]]] = []
        self.refuse_from, self.refusal = 10**6, 422
        self.moments: list[str] = []
        # What units wrote about their difficulties, by unit.
        self.written: dict[str, str] = {}

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def of(self, method: str, path: str) -> list[tuple[dict[str, str], dict[str, object]]]:
        return [(headers, body) for verb, where, headers, body in self.asked if verb == method and path in where]


class Handler(BaseHTTPRequestHandler):
    server: Taker
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """The draft, a unit's texts, or the clock, at its next moment; it stays at the last."""
        self.take()
        self.answer(200, [], json.dumps(self.told()).encode())

    def told(self) -> dict[str, object]:
        written, moments = self.server.written, self.server.moments
        if self.path == "/dev/clock":
            return {"at": moments.pop(0) if len(moments) > 1 else moments[0]}
        if self.path.endswith("/draft"):
            return {
                "notes": {
                    "difficulties": [{"entries": [{"unit": code, "text": text}]} for code, text in written.items()]
                }
            }
        text = written[self.path.rpartition("/")[2].partition("?")[0]]
        looks = [each.view() for each in looks_personal(text)]
        return {"decisions": [{}], "texts": [{"about": "notes/difficulties", "sha256": text, "looks_personal": looks}]}

    def do_POST(self) -> None:
        body = self.take()
        cookie = f"__Host-giaoban=l-{body.get('token')}.secret; Path=/; Secure; HttpOnly"
        text = b'{"access_token": "staff"}' if self.path == "/dev/staff" else b"{}"
        self.answer(201 if self.path.endswith(("/editions", "/public")) else 200, [("Set-Cookie", cookie)], text)

    def do_PUT(self) -> None:
        self.take()
        refuse = len(self.server.of("PUT", "/reports/")) > self.server.refuse_from
        status = 200 if self.path == "/dev/clock" else self.server.refusal if refuse else 201
        self.answer(status, [])

    def take(self) -> dict[str, object]:
        body = json.loads(self.rfile.read(int(self.headers.get("content-length", 0))) or b"{}")
        headers = {name.lower(): value for name, value in self.headers.items()}
        self.server.asked.append((self.command, self.path, headers, body))
        return body

    def answer(self, status: int, headers: list[tuple[str, str]], text: bytes = b"{}") -> None:
        self.send_response(status)
        for name, value in [*headers, ("Content-Length", str(len(text)))]:
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(text)

    def log_message(self, *_: object) -> None:
        """Silent."""


class Grants:
    """The store of links, in memory."""

    def __init__(self, _table: str = "") -> None:
        self.added: list[Grant] = []

    def note(self, _grant: Grant, _now: datetime, _last: datetime) -> None:
        pass

    def add(self, grant: Grant, _kept_for: timedelta) -> bool:
        self.added.append(grant)
        return True


@contextmanager
def taking() -> Iterator[tuple[Taker, Grants, dict[str, object]]]:
    """A system that takes reports, its links, and the content of its run.json."""
    grants = Grants()
    with Taker() as server, pytest.MonkeyPatch.context() as patched:
        patched.setattr(sys.modules[play.__module__], "GrantStore", lambda _table: grants)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server, grants, {"origin": server.origin, "campaign": "hanoi-45", "environment": {"ACCESS_TABLE": "a"}}
        server.shutdown()


@dataclass(frozen=True)
class Played:
    """Three days, as the system got them."""

    taker: Taker
    grants: Grants
    summary: Summary
    lines: list[str]


@pytest.fixture(scope="module")
def played() -> Played:
    lines: list[str] = []
    with taking() as (taker, grants, run):
        return Played(taker, grants, play(run, 3, progress=lines.append), lines)


def test_every_tick_comes_before_what_is_received_after_it_and_after_all_that_came_before(played: Played) -> None:
    """The ticks of three days and the opening of the fourth; reports between two of them may overtake each other."""
    last, seen = datetime.min.replace(tzinfo=UTC), 0
    received: list[datetime] = []
    for _, path, headers, body in played.taker.asked:
        if path == "/dev/ticks":
            slot, seen = datetime.fromisoformat(str(body["slot"])), seen + 1
            assert last < slot
            assert all(each < slot for each in received)
            last = slot
        elif "/reports/" in path:
            received.append(datetime.fromisoformat(headers["giaoban-at"]))
            assert received[-1] >= last
    assert (seen, last.isoformat()) == (31, "2025-07-27T00:05:00+07:00")


def test_the_clock_goes_along_and_is_left_at_the_opening_of_the_next_day(played: Played) -> None:
    moves = [body for _, body in played.taker.of("PUT", "/dev/clock")]
    ticks = [body["slot"] for _, body in played.taker.of("POST", "/dev/ticks")]
    assert [body["at"] for body in moves] == [*ticks, "2025-07-27T00:05:00+07:00"]
    assert all(body["quiet"] is True for body in moves)


def test_what_was_told_up_to_a_moment_leaves_the_clock_there() -> None:
    until = datetime.fromisoformat("2025-07-25T15:20:00+07:00")
    with taking() as (taker, _, run):
        assert play(run, 1, progress=len, until=until).days == 2
    assert taker.of("PUT", "/dev/clock")[-1][1]["at"] == until.isoformat()
    assert taker.of("POST", "/dev/ticks")[-1][1]["slot"] == "2025-07-25T15:00:00+07:00"


def test_the_centre_issues_the_edition_around_five(played: Played, hanoi: Campaign) -> None:
    issued = [headers for headers, body in played.taker.of("POST", "/editions") if "base_edition" in body]
    times = [datetime.fromisoformat(headers["giaoban-at"]) for headers in issued]
    assert 0 < len(times) <= 3
    for each in times:
        before = each - hanoi.edition_deadline(each.date())
        assert -timedelta(minutes=20) < before < timedelta(minutes=41)
    assert len(played.taker.of("PUT", "/remarks")) == len(times)


def test_the_centre_makes_some_difficulties_public_before_it_issues_and_none_that_looks_personal() -> None:
    with taking() as (taker, _, run):
        taker.written = {"00004": "Mạng yếu", "00008": "Xin gọi 024 0000 0000", "00025": "Máy cũ", "00070": "Thiếu chỗ"}
        play(run, 3, progress=len)
    asked = [path for verb, path, _, _ in taker.asked if verb == "POST" and path.endswith(("/public", "/editions"))]
    marked = [body for _, body in taker.of("POST", "/public")]
    assert marked
    assert {str(body["sha256"]) for body in marked} <= {"Mạng yếu", "Máy cũ", "Thiếu chỗ"}
    assert {(body["about"], body["base_decision"]) for body in marked} == {("notes/difficulties", 1)}
    assert asked[-1].endswith("/editions")


def test_it_says_what_it_has_done_day_by_day_and_in_all(played: Played) -> None:
    assert (played.summary.days, played.summary.revisions) == (3, len(played.taker.of("PUT", "/reports/")))
    assert ["1/3" in played.lines[0], "3/3  26/07/2025" in played.lines[2], len(played.lines)] == [True, True, 3]


def test_each_unit_signs_in_once_through_a_link_of_its_own(played: Played) -> None:
    tokens = [str(body["token"]) for _, body in played.taker.of("POST", "/v1/session")]
    unit_of = {grant.id: grant.hat.own.unit for grant in played.grants.added}
    assert len({unit_of[link_id(token) or ""] for token in tokens}) == len(tokens) > 135


def test_every_report_comes_with_its_own_unit_s_session(played: Played) -> None:
    """The stand-in's cookie names the token that opened it."""
    unit_of = {grant.id: grant.hat.own.unit for grant in played.grants.added}
    for _, path, headers, _ in played.taker.asked:
        if "/reports/" in path:
            token = headers["cookie"].removeprefix("__Host-giaoban=l-").partition(".")[0]
            assert unit_of[link_id(token) or ""] == path.rpartition("/")[2]


def test_every_request_carries_its_own_campaign_time(played: Played, hanoi: Campaign) -> None:
    times = [datetime.fromisoformat(headers["giaoban-at"]) for headers, _ in played.taker.of("PUT", "/reports/")]
    assert all(hanoi.opens(date(2025, 7, 24)) < each < hanoi.opens(date(2025, 7, 27)) for each in times)
    assert len(set(times)) > 400


def test_a_unit_s_revisions_arrive_in_order(played: Played) -> None:
    bases: dict[str, list[object]] = {}
    for _, path, _, body in played.taker.asked:
        if "/reports/" in path:
            bases.setdefault(path, []).append(body["base_revision"])
    assert all(each == list(range(len(each))) for each in bases.values())


@pytest.mark.parametrize("status, hint", [(200, "played already"), (409, "played already"), (422, ""), (503, "")])
def test_any_other_answer_than_201_stops_it_and_says_which_report(status: int, hint: str) -> None:
    with taking() as (taker, _, run):
        taker.refuse_from, taker.refusal = 20, status
        with pytest.raises(ReplayStopped, match=rf"days/2025-07-24/reports/\w+ answers {status}, not 201.*{hint}"):
            play(run, 1, progress=len)
    assert len(taker.of("PUT", "/reports/")) <= 20 + AT_A_TIME


def test_a_system_that_is_gone_stops_it() -> None:
    with taking() as (_, _, run), pytest.raises(ReplayStopped, match="got no answer"):
        play({**run, "origin": "http://127.0.0.1:9"}, 1, progress=len)


def test_as_the_clock_is_moved_what_comes_meanwhile_is_sent_once_and_nothing_that_came_before() -> None:
    moved = ["2025-09-06T15:20", "2025-09-06T16:10", "2025-09-06T15:00", "2025-09-06T17:00", "2025-09-10T00:00"]
    with taking() as (taker, _, run):
        taker.moments = [f"{each}:00+07:00" for each in moved]
        lines: list[str] = []
        go_on(run, progress=lines.append, pause_seconds=0)
    times = [datetime.fromisoformat(headers["giaoban-at"]) for headers, _ in taker.of("PUT", "/reports/")]
    assert min(times) >= datetime.fromisoformat(f"{moved[0]}:00+07:00")
    assert len(times) == len(
        {(path, str(body["base_revision"])) for verb, path, _, body in taker.asked if verb == "PUT"}
    )
    assert [line[:16] for line in lines] == [
        "06/09/2025 15:20",
        "06/09/2025 16:10",
        "06/09/2025 17:00",
        "10/09/2025 00:00",
    ]
    assert not taker.of("POST", "/dev/ticks")


def test_going_on_a_report_that_somebody_else_has_sent_stands_and_the_others_come() -> None:
    with taking() as (taker, _, run):
        taker.refuse_from, taker.refusal = 3, 409
        taker.moments = ["2025-09-06T15:20:00+07:00", "2025-09-10T00:00:00+07:00"]
        go_on(run, progress=len, pause_seconds=0)
    assert len(taker.of("PUT", "/reports/")) > 20
