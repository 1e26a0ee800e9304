"""A real process is killed (SIGKILL) at the worst edge there is, with a message in the provider's hands, and started again."""

import http.server
import json
import os
import signal
import subprocess
import sys
import threading
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from giaoban.campaign import Campaign
from giaoban.contact import Channel, Duty
from giaoban.directory import Entry, Person
from giaoban.directory.store import DirectoryStore
from giaoban.outbox.message import MessageState
from giaoban.reminders.store import ReminderStore
from tests.engines.fixtures import ROOT, Engine
from tests.reminders.victim import small
from tests.reports.made import DAY, at

SLOTS = ("15:30", "15:35", "15:40", "15:45")


class Provider(http.server.ThreadingHTTPServer):
    """Takes every message; `kill` says of the how-manieth the sender dies: before its answer, or just after."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Taking)
        self.taken: list[str] = []
        self.kill: int | None = None
        self.victim: subprocess.Popen[bytes] | None = None
        self.lock = threading.Lock()


class _Taking(http.server.BaseHTTPRequestHandler):
    server: Provider

    def do_POST(self) -> None:
        told = json.loads(self.rfile.read(int(self.headers["content-length"])))
        with self.server.lock:
            self.server.taken.append(told.get("DestinationPhoneNumber") or told["Destination"]["ToAddresses"][0])
            if len(self.server.taken) == self.server.kill and self.server.victim:
                os.kill(self.server.victim.pid, signal.SIGKILL)
        body = json.dumps({"MessageId": f"id-{len(self.server.taken)}"}).encode()
        self.send_response(200)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture
def provider() -> Iterator[Provider]:
    server = Provider()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("channel", [Channel.SMS, Channel.EMAIL])
def test_killed_with_a_message_in_the_providers_hands(
    on_dynalite: Engine, hanoi: Campaign, provider: Provider, channel: Channel
) -> None:
    campaign = small(hanoi)
    _people(on_dynalite, campaign, channel)
    provider.kill = 2
    codes = [_run(on_dynalite, provider, clock) for clock in SLOTS]
    assert codes[0] == -signal.SIGKILL
    assert codes[1:] == [0, 0, 0]
    times = Counter(provider.taken)
    assert len(times) == 3
    assert sorted(times.values()) == ([1, 1, 1] if channel is Channel.SMS else [1, 1, 2])
    messages = ReminderStore(on_dynalite.reminders).of_wave(campaign.slug, DAY, "sms_before")
    lost = MessageState.UNKNOWN if channel is Channel.SMS else MessageState.SENT
    assert sorted(each.state for each in messages) == sorted([MessageState.SENT, MessageState.SENT, lost])


def _people(engine: Engine, campaign: Campaign, channel: Channel) -> None:
    store = DirectoryStore(engine.directory)
    for number, unit in enumerate(campaign.units):
        entry = Entry(unit, Duty.REPORTER, "Người", f"+8491200000{number}", f"n{number}@giaoban.invalid", (channel,))
        assert store.add(campaign.slug, Person(f"{unit}-{number:010x}", entry, version=1))


def _run(engine: Engine, provider: Provider, clock: str) -> int:
    address = f"http://127.0.0.1:{provider.server_address[1]}"
    tables = [engine.reports, engine.access, engine.directory, engine.reminders]
    command = [sys.executable, "-m", "tests.reminders.victim", at(clock).isoformat(), *tables]
    variables = {"AWS_ENDPOINT_URL_SESV2": address, "AWS_ENDPOINT_URL_PINPOINT_SMS_VOICE_V2": address}
    path = os.pathsep.join([str(ROOT), str(ROOT / "functions")])
    with subprocess.Popen(command, cwd=ROOT, env={**os.environ, **variables, "PYTHONPATH": path}) as victim:
        provider.victim = victim
        return victim.wait(timeout=60)
