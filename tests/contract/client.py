"""A plain HTTP client: headers and paths go out as written; every answer of /v1 is held to openapi.json."""

import http.client
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from tests.contract.described import Described

JSON = "application/json"
COOKIE = "__Host-giaoban"
NOON = "2025-08-02T12:00:00+07:00"


@dataclass(frozen=True)
class Answer:
    """What came back."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @cached_property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def kind(self) -> str:
        return self.headers.get("content-type", "").split(";")[0]

    @property
    def problem(self) -> str:
        """The name of the problem; the answer must be one, and say in both languages what to do."""
        assert self.kind == "application/problem+json", (self.status, self.body[:200])
        assert self.json["status"] == self.status
        return str(self.json["type"]).removeprefix("urn:giaoban:problem:")

    @property
    def problems(self) -> dict[str, str]:
        """Path → rule."""
        return {each["path"]: each["rule"] for each in self.json["problems"]}


@dataclass
class Client:
    """One browser: keeps our cookie, and says of each request at what campaign time it comes."""

    origin: str
    cookie: str = ""
    at: str = NOON
    described: Described = field(default_factory=Described)

    def send(
        self, method: str, path: str, body: bytes | None = None, headers: Mapping[str, str | bytes] | None = None
    ) -> Answer:
        """Sends exactly this, and holds the answer to the description."""
        connection = http.client.HTTPConnection(urlsplit(self.origin).netloc, timeout=30)
        try:
            connection.request(method, path, body, {**self._headers(), **(headers or {})})
            got = connection.getresponse()
            answer = Answer(got.status, {name.lower(): value for name, value in got.getheaders()}, got.read())
        finally:
            connection.close()
        self._keep(answer)
        self.described.check(method, path, answer.status, answer.headers, answer.body)
        return answer

    def get(self, path: str, at: str | None = None, headers: Mapping[str, str] | None = None) -> Answer:
        return self.send("GET", path, headers=self._when(at, headers))

    def delete(self, path: str, headers: Mapping[str, str] | None = None) -> Answer:
        return self.send("DELETE", path, headers=headers)

    def post(
        self, path: str, body: object = None, at: str | None = None, headers: Mapping[str, str] | None = None
    ) -> Answer:
        return self.send("POST", path, _encoded(body), {"Content-Type": JSON, **self._when(at, headers)})

    def put(self, path: str, body: object, at: str | None = None, headers: Mapping[str, str] | None = None) -> Answer:
        return self.send("PUT", path, _encoded(body), {"Content-Type": JSON, **self._when(at, headers)})

    def _headers(self) -> dict[str, str]:
        cookies = {"Cookie": f"{COOKIE}={self.cookie}"} if self.cookie else {}
        return {"giaoban-at": self.at, **cookies}

    def _when(self, at: str | None, headers: Mapping[str, str] | None) -> dict[str, str]:
        return {**({"giaoban-at": at} if at else {}), **(headers or {})}

    def _keep(self, answer: Answer) -> None:
        name, _, rest = answer.headers.get("set-cookie", "").partition("=")
        if name == COOKIE:
            self.cookie = rest.partition(";")[0]


def _encoded(body: object) -> bytes:
    if isinstance(body, bytes):
        return body
    # Half a letter has no UTF-8: browsers write it as JSON's escape, which is also Python's.
    return b"" if body is None else json.dumps(body, ensure_ascii=False).encode("utf-8", "backslashreplace")
