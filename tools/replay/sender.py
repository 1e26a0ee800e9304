"""The replay's side of the wire: one session per unit, each request at its own campaign time, a few at once.

`http.client`, since a replay is what `make run` waits for: httpx took 3 ms of CPU a request here, a seventh of it all.
"""

import json
from collections import deque
from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import datetime, timedelta
from http.client import HTTPConnection, HTTPException, HTTPResponse
from urllib.parse import urlsplit

from tools.replay.unit_day import Sending

AT_A_TIME = 4
# The local gateway takes a request's campaign time from here; no deployed one does.
AT = "giaoban-at"
COOKIE = "__Host-giaoban"


class ReplayStopped(RuntimeError):
    """An answer that the replay did not expect; the message names the request and the answer."""


class Sender:
    """Sends as every unit. `tokens`: each unit's link, by the unit's code."""

    def __init__(self, origin: str, campaign: str, tokens: Mapping[str, str]) -> None:
        self._address = urlsplit(origin).netloc
        self._campaign, self._tokens = campaign, tokens
        self._cookies: dict[str, str] = {}

    def tick(self, slot: datetime) -> None:
        """Raises ReplayStopped."""
        with self._wire() as wire:
            _ask(wire, "POST", "/dev/ticks", {"slot": slot.isoformat()}, wanted=200)

    def send_all(self, by_unit: Iterable[list[Sending]]) -> None:
        """A unit's sendings stay in order; the next free hand takes the next unit. Raises ReplayStopped."""
        waiting = deque(by_unit)
        with ThreadPoolExecutor(AT_A_TIME) as hands:
            done = [hands.submit(self._work_off, waiting) for _ in range(AT_A_TIME)]
        for each in done:
            each.result()

    def _work_off(self, waiting: deque[list[Sending]]) -> None:
        with self._wire() as wire:
            while sendings := _next(waiting):
                try:
                    for sending in sendings:
                        self._send(wire, sending)
                except ReplayStopped:
                    waiting.clear()
                    raise

    def _send(self, wire: HTTPConnection, sending: Sending) -> None:
        cookie = self._cookies.get(sending.unit) or self._sign_in(wire, sending)
        path = f"/v1/campaigns/{self._campaign}/days/{sending.day}/reports/{sending.unit}"
        headers = {AT: sending.at.isoformat(), "Cookie": f"{COOKIE}={cookie}"}
        _ask(wire, "PUT", path, sending.body, headers, wanted=201)

    def _sign_in(self, wire: HTTPConnection, sending: Sending) -> str:
        opened = {AT: (sending.at - timedelta(minutes=4)).isoformat()}
        answer = _ask(wire, "POST", "/v1/session", {"token": self._tokens[sending.unit]}, opened, wanted=200)
        cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0].partition("=")[2]
        self._cookies[sending.unit] = cookie
        return cookie

    def _wire(self) -> closing[HTTPConnection]:
        return closing(HTTPConnection(self._address, timeout=60))


def _next(waiting: deque[list[Sending]]) -> list[Sending] | None:
    try:
        return waiting.popleft()
    except IndexError:
        return None


def _ask(
    wire: HTTPConnection,
    method: str,
    path: str,
    body: Mapping[str, object],
    headers: Mapping[str, str] | None = None,
    *,
    wanted: int,
) -> HTTPResponse:
    """The answer, read to its end."""
    content = json.dumps(body, ensure_ascii=False).encode()
    try:
        wire.request(method, path, content, {"Content-Type": "application/json", **(headers or {})})
        answer = wire.getresponse()
        text = answer.read().decode("utf-8", "replace")
    except (OSError, HTTPException) as error:
        raise ReplayStopped(f"{method} {path} got no answer ({type(error).__name__}).") from error
    if answer.status != wanted:
        raise ReplayStopped(f"{method} {path} answers {answer.status}, not {wanted}: {text}{_hint(answer.status)}")
    return answer


def _hint(status: int) -> str:
    return " These days have been played already: start again with an empty system." if status in {200, 409} else ""
