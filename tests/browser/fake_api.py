"""A small stand-in for the service, in this process: answers the form's routes from memory, and can be told to fail.

The paths that matter run against the built system too (test_against_the_system.py); here a test can hold the
service in any state: slow, gone, refusing, or with a colleague who was faster.
"""

import contextlib
import gzip
import json
import mimetypes
import socket
import threading
import time
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from hashlib import sha256
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from tools.phone.stamp import SHELL, stamped_page, stamped_worker

ROOT = Path(__file__).parents[2]
APP = ROOT / "site" / "app"
CAMPAIGN = ROOT / "schemas" / "campaigns" / "hanoi-45"
CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "manifest-src 'self'; worker-src 'self'"
)
TOKEN = "demoDEMOdemoDEMOdemo12"
OTHER = "otherOTHERotherOTHER34"
UNITS = {TOKEN: ("00004", "Phường Ba Đình", "Ba Đình Ward"), OTHER: ("00008", "Phường Ngọc Hà", "Ngọc Hà Ward")}


def short_id(token: str) -> str:
    return f"l-{urlsafe_b64encode(sha256(token.encode()).digest()).decode()[:8]}"


START = datetime.fromisoformat("2025-08-02T15:20:00+07:00")


@dataclass
class Service:
    """What the service holds and how it behaves; tests read and change it between steps of the browser."""

    at: datetime = START
    began: float = field(default_factory=time.monotonic)
    day: str = "2025-08-02"
    practice: bool = False
    sessions: bool = True
    refuse: int | None = None  # answers every PUT with this status
    lose_answers: bool = False  # stores what is PUT, then breaks the connection
    problems: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)
    revisions: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    puts: list[dict[str, Any]] = field(default_factory=list)
    asked_for_link: list[str] = field(default_factory=list)
    stocks: dict[str, Any] = field(default_factory=dict)
    state: str = "on_time"
    returns: list[dict[str, Any]] = field(default_factory=list)
    states: dict[str, str] = field(default_factory=dict)  # by day, of those nothing came for
    lands: dict[str, Any] | None = None  # where a link leads
    bad_requests: list[str] = field(default_factory=list)

    def now(self) -> datetime:
        return self.at + timedelta(seconds=time.monotonic() - self.began)

    def campaign(self) -> dict[str, Any]:
        data = json.loads((CAMPAIGN / "campaign.json").read_text(encoding="utf-8"))
        number = (date.fromisoformat(self.day) - date.fromisoformat(data["first_day"])).days + 1
        return {
            **{key: data[key] for key in ("slug", "names", "first_day", "days", "help")},
            "today": self.day,
            "day_number": number if 1 <= number <= data["days"] else None,
            "deadlines": {"report": f"{self.day}T16:00:00+07:00", "edition": f"{self.day}T17:00:00+07:00"},
            "corrections_close": f"{after(self.day, 2)}T16:00:00+07:00",
            "server_time": self.now().isoformat(timespec="milliseconds"),
            "forms": {"commune": {"title": {"vi": "", "en": ""}, "href": "/v1/campaigns/hanoi-45/forms/commune"}},
            "practice": self.practice,
        }

    def report(self, unit: str, day: str, history: bool = False) -> dict[str, Any]:
        done = self.revisions.get(f"{day}/{unit}", [])
        empty = {"revision": 0, "state": self.states.get(day, "expected"), "flags": [], "received_at": None, "receipt": None, "findings": [],
                 "figures": {}, "notes": {}, "explanations": {}, "complete": None, "nothing_to_report": None,
                 "submission_id": None}  # fmt: skip
        stocks = {name: {"value": value, "day": after(day, -1)} for name, value in self.stocks.items()}
        body = {"unit": unit, "day": day, **(done[-1] if done else empty), "returns": self.returns,
                "baseline": {"stocks": stocks, "usual": {}}, "corrections_close": f"{after(day, 2)}T16:00:00+07:00"}  # fmt: skip
        return {**body, "history": done} if history else body

    def put(self, unit: str, day: str, body: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        self.puts.append(body)
        if self.refuse:
            return self.refuse, problem(self.refuse)
        if self.problems:
            return 422, problem(422, problems=self.problems)
        done = self.revisions.setdefault(f"{day}/{unit}", [])
        if again := [each for each in done if each["submission_id"] == body["submission_id"]]:
            return 200, again[0]
        if body["base_revision"] != len(done):
            return 409, problem(409, current=self.report(unit, day))
        return 201, self.store(unit, day, body)

    def store(self, unit: str, day: str, body: dict[str, Any]) -> dict[str, Any]:
        """A new revision: by the form under test, or by a colleague when the test calls it."""
        done = self.revisions.setdefault(f"{day}/{unit}", [])
        flags = ["nothing_to_report"] if body.get("nothing_to_report") else []
        flags += [] if body.get("complete", True) else ["partial"]
        explained = body.get("explanations", {})
        findings = [{**each, "explanation": explained.get(each["rule"])} for each in self.findings]
        done.append({"unit": unit, "day": day, "revision": len(done) + 1, "state": self.state, "flags": flags,
                     "received_at": self.now().isoformat(timespec="milliseconds"), "receipt": f"K7QF-2M9{len(done)}",
                     "findings": findings, "by": {"role": "reporter", "link": "k3f9"}, "nothing_to_report": False,
                     "complete": True, "notes": {}, "explanations": {}, **body})  # fmt: skip
        return done[-1]


def after(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def problem(status: int, **more: Any) -> dict[str, Any]:
    return {"type": "about:blank", "title": str(status), "status": status, "detail": f"Lỗi {status} (thử)",
            "detail_en": f"Error {status} (test)", "problems": [], **more}  # fmt: skip


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    service: Service
    connections: set[socket.socket]

    def setup(self) -> None:
        super().setup()
        self.connections.add(self.connection)

    def log_message(self, *args: object) -> None: ...

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        if not path.startswith("/v1/"):
            return self._file(path)
        parts = path.strip("/").split("/")[1:]
        if parts == ["session"]:
            return self._session(self._cookie())
        if len(parts) == 2:
            return self._json(200, self.service.campaign())
        if parts[2] == "units":
            names = (("00004", "Phường Ba Đình", "Ba Đình Ward"), ("00008", "Phường Ngọc Hà", "Ngọc Hà Ward"),
                     ("09877", "Xã Hà Đình", "Hà Đình Commune"))  # fmt: skip
            units = [{"code": code, "kind": "commune", "names": {"vi": vi, "en": en}} for code, vi, en in names]
            return self._json(200, {"units": units})
        if parts[2] == "forms":
            form = json.loads((CAMPAIGN / "forms" / f"{parts[3]}.json").read_text(encoding="utf-8"))
            return self._json(200, form, {"ETag": 'W/"f0f0f0f0f0f0f0f0"'})  # weak, as whoever compresses it makes it
        if not self._mine(parts[5]):
            return None
        return self._json(200, self.service.report(parts[5], parts[3], "revisions=all" in query))

    def do_POST(self) -> None:
        body = self._body()
        if self.path == "/v1/session":
            return self._session(body["token"], cookie=True)
        self.service.asked_for_link.append(body["unit"])
        return self._json(
            202, {"vi": "Nếu mã đúng, link mới đang được gửi.", "en": "If the code is right, a link is on its way."}
        )

    def do_PUT(self) -> None:
        parts = self.path.strip("/").split("/")[1:]
        body = self._body()
        if not self._mine(parts[5]):
            return None
        status, answer = self.service.put(parts[5], parts[3], body)
        if status < 300 and self.service.lose_answers:
            self.close_connection = True
            return self.connection.close()
        return self._json(status, answer)

    def _mine(self, unit: str) -> bool:
        token = self._cookie()
        if not self.service.sessions or token not in UNITS:
            self._json(401, problem(401))
        elif UNITS[token][0] != unit:
            self._json(403, problem(403))
        else:
            return True
        return False

    def _session(self, token: str, cookie: bool = False) -> None:
        if not self.service.sessions or token not in UNITS:
            return self._json(401, problem(401))
        code, vi, en = UNITS[token]
        body = {"role": "reporter", "campaign": "hanoi-45", "link": short_id(token), "may": [], "lands": self.service.lands,
                "unit": {"code": code, "kind": "commune", "names": {"vi": vi, "en": en}},
                "expires_at": "2025-08-04T16:00:00+07:00"}  # fmt: skip
        more = (
            {"Set-Cookie": f"__Host-giaoban={token}; Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=172800"}
            if cookie
            else {}
        )
        return self._json(200, body, more)

    def _cookie(self) -> str:
        return dict(
            part.strip().split("=", 1) for part in self.headers.get("Cookie", "").split(";") if "=" in part
        ).get("__Host-giaoban", "")

    def _body(self) -> Any:
        if self.headers.get("Content-Type") != "application/json":
            self.service.bad_requests.append(self.path)
        return json.loads(self.rfile.read(int(self.headers.get("Content-Length", 0))))

    def _json(self, status: int, body: object, more: dict[str, str] | None = None) -> None:
        kind = "application/json" if status < 400 else "application/problem+json"
        self._answer(status, json.dumps(body, ensure_ascii=False).encode(), kind, more or {})

    def _file(self, path: str) -> None:
        headers = {"Content-Security-Policy": CSP, "Cache-Control": "no-cache"}
        if path == f"/{SHELL}-sw.js":
            return self._answer(200, stamped_worker(APP).encode(), "text/javascript", headers)
        if path in (f"/{SHELL}", f"/{SHELL}/index.html"):
            return self._answer(200, stamped_page(APP).encode(), "text/html", headers)
        file = APP / path.strip("/")
        file = file / "index.html" if file.is_dir() else file
        if not file.is_file():
            return self._answer(404, b"", "text/plain", {})
        kind = (
            {".webmanifest": "application/manifest+json"}.get(file.suffix)
            or mimetypes.guess_type(file.name)[0]
            or "text/plain"
        )
        return self._answer(200, file.read_bytes(), kind, headers)

    def _answer(self, status: int, body: bytes, kind: str, headers: dict[str, str]) -> None:
        if len(body) > 500:  # as the CDN does
            body, headers = gzip.compress(body), {**headers, "Content-Encoding": "gzip"}
        self.send_response(status)
        for name, value in {
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Length": str(len(body)),
            **headers,
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class FakeServer:
    """The stand-in on a port of its own; `stop` makes it unreachable, `start` brings it back at the same address."""

    def __init__(self, service: Service) -> None:
        self.service, self.port = service, 0
        self.start()

    def start(self) -> None:
        self._connections: set[socket.socket] = set()
        handler = type("Bound", (Handler,), {"service": self.service, "connections": self._connections})
        self._server = ThreadingHTTPServer(("127.0.0.1", self.port), handler)
        self._server.daemon_threads = True
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        for connection in self._connections:
            with contextlib.suppress(OSError):  # closed already
                connection.shutdown(socket.SHUT_RDWR)

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.port}"
