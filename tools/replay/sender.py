"""The replay's side of the wire: one session per unit, each request at its own campaign time, a few at once.

`http.client`, since a replay is what `make run` waits for: httpx took 3 ms of CPU a request here, a seventh of it all.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from concurrent.futures import FIRST_EXCEPTION, Future, ThreadPoolExecutor, wait
from contextlib import ExitStack, closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from http.client import HTTPConnection, HTTPException
from queue import SimpleQueue
from threading import Event
from urllib.parse import urlsplit

from tools.replay.unit_day import Sending

AT_A_TIME = 4
# The local gateway takes a request's campaign time from here; no deployed one does.
AT = "giaoban-at"
COOKIE = "__Host-giaoban"


class ReplayStopped(RuntimeError):
    """An answer that the replay did not expect; the message names the request and the answer."""


@dataclass(frozen=True)
class Answered:
    """The cookie that came with an answer, empty without one, and its text."""

    cookie: str
    text: str


class Sender:
    """Sends as every unit. `tokens`: each unit's link, by the unit's code.

    Not alone, somebody else may have sent for a unit meanwhile: that report stands, and ours (409) is let go.
    """

    def __init__(self, origin: str, campaign: str, tokens: Mapping[str, str], is_alone: bool = True) -> None:
        self._address = urlsplit(origin).netloc
        self._campaign, self._tokens = campaign, tokens
        self._taken = {201} if is_alone else {201, 409}
        self._cookies: dict[str, str] = {}

    def tick(self, slot: datetime) -> None:
        """Raises ReplayStopped."""
        with self._wire() as wire:
            ask(wire, "POST", "/dev/ticks", {"slot": slot.isoformat()}, wanted={200})

    def clock(self) -> datetime:
        """The campaign's present. Raises ReplayStopped."""
        with self._wire() as wire:
            return datetime.fromisoformat(json.loads(ask(wire, "GET", "/dev/clock", {}, wanted={200}).text)["at"])

    def move_clock(self, at: datetime) -> None:
        """Sets the campaign's clock; what is due meanwhile is told by `tick`. Raises ReplayStopped."""
        with self._wire() as wire:
            ask(wire, "PUT", "/dev/clock", {"at": at.isoformat(), "quiet": True}, wanted={200})

    def send_all(self, sendings: Iterable[Sending]) -> None:
        """In their order, a few at once; a unit's next waits for its last. Raises ReplayStopped."""
        wires: SimpleQueue[HTTPConnection] = SimpleQueue()
        failed = Event()
        last: dict[str, Future[None]] = {}
        with ExitStack() as stack, ThreadPoolExecutor(AT_A_TIME) as hands:
            for _ in range(AT_A_TIME):
                wires.put(stack.enter_context(self._wire()))
            done = []
            for each in sendings:
                last[each.unit] = hands.submit(self._send_after, last.get(each.unit), wires, failed, each)
                done.append(last[each.unit])
            wait(done, return_when=FIRST_EXCEPTION)
            hands.shutdown(cancel_futures=True)
        for each_done in done:
            each_done.result()

    def _send_after(
        self, before: Future[None] | None, wires: SimpleQueue[HTTPConnection], failed: Event, sending: Sending
    ) -> None:
        """Nothing once another has failed."""
        if before:
            before.result()
        wire = wires.get()
        try:
            if not failed.is_set():
                self._send(wire, sending)
        except ReplayStopped:
            failed.set()
            raise
        finally:
            wires.put(wire)

    def _send(self, wire: HTTPConnection, sending: Sending) -> None:
        cookie = self._cookies.get(sending.unit) or self._sign_in(wire, sending)
        path = f"/v1/campaigns/{self._campaign}/days/{sending.day}/reports/{sending.unit}"
        headers = {AT: sending.at.isoformat(), "Cookie": f"{COOKIE}={cookie}"}
        ask(wire, "PUT", path, sending.body, headers, wanted=self._taken)

    def _sign_in(self, wire: HTTPConnection, sending: Sending) -> str:
        opened = {AT: (sending.at - timedelta(minutes=4)).isoformat()}
        answered = ask(wire, "POST", "/v1/session", {"token": self._tokens[sending.unit]}, opened, wanted={200})
        self._cookies[sending.unit] = answered.cookie
        return answered.cookie

    def _wire(self) -> closing[HTTPConnection]:
        return closing(HTTPConnection(self._address, timeout=60))


def ask(
    wire: HTTPConnection,
    method: str,
    path: str,
    body: Mapping[str, object] | None,
    headers: Mapping[str, str] | None = None,
    *,
    wanted: Collection[int],
) -> Answered:
    """Raises ReplayStopped for any other status."""
    content = None if body is None else json.dumps(body, ensure_ascii=False).encode()
    try:
        wire.request(method, path, content, {"Content-Type": "application/json", **(headers or {})})
        answer = wire.getresponse()
        text = answer.read().decode("utf-8", "replace")
    except (OSError, HTTPException) as error:
        raise ReplayStopped(f"{method} {path} got no answer ({type(error).__name__}).") from error
    if answer.status not in wanted:
        raise ReplayStopped(f"{method} {path} answers {answer.status}, not {min(wanted)}: {text}{_hint(answer.status)}")
    return Answered((answer.getheader("Set-Cookie") or "").partition(";")[0].partition("=")[2], text)


def _hint(status: int) -> str:
    return " These days have been played already: start again with an empty system." if status in {200, 409} else ""
