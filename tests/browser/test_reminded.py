"""An afternoon from 14:55 to 16:35 on the running system: who is reminded, who falls silent, whom the centre has to ring.

Twelve communes have people in the directory. While it goes on, a provider fails, a queue message is poison, and nothing
of anybody stands in a log afterwards.
"""

import json
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from giaoban.access import Role
from giaoban.contact import Duty
from giaoban.directory.list_file import list_file
from giaoban.directory.person import Entry
from giaoban.directory.phone import as_written_here
from tests.browser.officer import fill_and_send, wait_until_received
from tests.browser.system import running_with_form
from tests.contract.client import Client
from tests.contract.reminded import behave, ends
from tests.contract.system import System
from tests.directory.made import encoded
from tools.runner.people import invented

CAMPAIGN = "/v1/campaigns/hanoi-45"
DAY = date(2025, 7, 24)
PATH = f"{CAMPAIGN}/days/{DAY}"
TOKEN = re.compile(r"#t=([\w-]{22})")
CENTRE = "truc-ban@giaoban.invalid"


@dataclass
class Afternoon:
    """The system, whose directory has these people, and the units by what becomes of them."""

    system: System
    people: list[Entry]
    communes: list[str]
    seen: set[str] = field(default_factory=set)

    @property
    def coordinator(self) -> Client:
        return self.system.member("dieu-phoi-1", Role.COORDINATOR)

    def comes(self, clock: str) -> None:
        """The clock moves on to then, as on the dev page; every tick on the way is fired."""
        client = self.system.client()
        assert client.put("/dev/clock", {"at": at(clock)}).status == 200

    def sent(self, wave: str, **fates: int) -> list[dict[str, Any]]:
        """What has been handed over since the last time, when something is said of all of the wave."""
        ends(self.system, self.coordinator, wave, fates, f"{DAY}")
        kept = self.system.client().get("/dev/outbox.json").json["messages"]
        new = [each for each in reversed(kept) if each["id"] not in self.seen]
        self.seen |= {each["id"] for each in new}
        return new

    def who(self, messages: list[dict[str, Any]]) -> set[tuple[str, str]]:
        """Unit and role of each message's reader."""
        by_address = {address: each for each in self.people for address in (each.phone, each.email)}
        return {(by_address[each["to"][0]].unit, by_address[each["to"][0]].role) for each in messages}

    def report(self, unit: str, clock: str) -> None:
        body = {"submission_id": f"00000000-0000-4000-8000-0000000{unit}", "base_revision": 0, "figures": {}}
        body["figures"] = {"dossiers_online": 41}
        reporter = self.system.reporter(unit, DAY, at=at(clock))
        assert reporter.put(f"{PATH}/reports/{unit}", body).status == 201

    def excuse(self, unit: str, clock: str) -> None:
        said = {"reason": "Mất điện", "base_decision": 0}
        assert self.coordinator.post(f"{PATH}/reports/{unit}/excuse", said, at=at(clock)).status == 201


def at(clock: str) -> str:
    return f"{DAY}T{clock}+07:00"


def of(units: list[str], *roles: Duty) -> set[tuple[str, str]]:
    return {(unit, role) for unit in units for role in roles}


@pytest.fixture(scope="module")
def afternoon(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Afternoon]:
    with running_with_form(tmp_path_factory.mktemp("reminded")) as system:
        communes = [code for code, unit in system.campaign.units.items() if unit.kind == "commune"][:12]
        people = [each for each in invented(system.campaign) if each.unit in communes]
        assert system.client().put("/dev/clock", {"at": at("14:55:00"), "quiet": True}).status == 200
        file = encoded(list_file("csv", system.campaign, people))
        admin = system.member("quan-tri", Role.ADMIN)
        assert admin.post(f"{CAMPAIGN}/directory/import", {"file": file, "dry_run": False}).status == 200
        yield Afternoon(system, people, communes)


def test_a_whole_afternoon(afternoon: Afternoon, phone: BrowserContext) -> None:
    early, excused, by_phone, late, *silent = afternoon.communes
    reporters = afternoon.communes

    afternoon.comes("15:00:02")
    emails = afternoon.sent("email_before", delivered=12)
    assert afternoon.who(emails) == of(reporters, Duty.REPORTER)
    assert all(each["attachments"] for each in emails)
    _every_link_opens(afternoon, emails)

    afternoon.report(early, "15:10:00"), afternoon.excuse(excused, "15:20:00")
    _poison(afternoon)
    afternoon.comes("15:30:02")
    texts = afternoon.sent("sms_before", delivered=10)
    assert afternoon.who(texts) == of([by_phone, late, *silent], Duty.REPORTER)
    assert {each["channel"] for each in texts} == {"sms"}
    _every_link_opens(afternoon, texts)
    _send_from_the_link(afternoon, texts, by_phone, phone)

    afternoon.comes("15:45:02")
    assert afternoon.who(afternoon.sent("sms_leaders", delivered=18)) == of([late, *silent], Duty.DEPUTY, Duty.LEADER)

    behave(afternoon.system, "sms", manner="broken", times=1)
    afternoon.comes("16:00:02")
    told = afternoon.sent("late", delivered=8)
    assert len(told) == 8
    assert afternoon.who(told) < of([late, *silent], Duty.REPORTER)

    afternoon.report(late, "16:10:00")
    afternoon.comes("16:30:02")
    (letter,) = [each for each in afternoon.sent("call_list", delivered=1) if each["to"] == [CENTRE]]
    _the_call_list_is_the_boards(afternoon, letter["text"], silent)
    afternoon.comes("16:35:02")
    assert afternoon.sent("call_list", delivered=1) == []

    _nothing_of_anybody_stands_in_a_log(afternoon)


def _every_link_opens(afternoon: Afternoon, messages: list[dict[str, Any]]) -> None:
    units = {address: each.unit for each in afternoon.people for address in (each.phone, each.email)}
    for each in messages:
        (token,) = set(TOKEN.findall(each["text"]))
        client = afternoon.system.client(at=each["at"])
        session = client.post("/v1/session", {"token": token})
        assert (session.status, session.json["unit"]["code"]) == (200, units[each["to"][0]])


def _send_from_the_link(afternoon: Afternoon, texts: list[dict[str, Any]], unit: str, phone: BrowserContext) -> None:
    """The link of the SMS, opened on a phone of 360 px, and the report sent."""
    number = next(each.phone for each in afternoon.people if each.unit == unit and each.role is Duty.REPORTER)
    (text,) = [each["text"] for each in texts if each["to"] == [number]]
    page = phone.new_page()
    page.on("pageerror", lambda error: pytest.fail(f"script error: {error}"))
    page.goto(text[text.index("http") :])
    page.wait_for_selector("form .field input")
    name = afternoon.system.campaign.units[unit].names.vi
    expect(page.locator("body")).to_contain_text(name)
    fill_and_send(page, "41")
    wait_until_received(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def _the_call_list_is_the_boards(afternoon: Afternoon, letter: str, silent: list[str]) -> None:
    """The letter, the call list and the board name the same units; of those with people, numbers and what they were sent."""
    board = afternoon.coordinator.get(PATH, at=at("16:30:05")).json["units"]
    missing = [each["unit"]["code"] for each in board if each["state"] == "missing"]
    calls = {
        each["unit"]["code"]: each["people"]
        for each in afternoon.coordinator.get(f"{PATH}/call-list", at=at("16:30:05")).json["units"]
    }
    assert list(calls) == missing
    assert {code for code, people in calls.items() if people} == set(silent)
    units = afternoon.system.campaign.units
    named = [units[code].names.vi for code in missing]
    assert [line.removeprefix("• ") for line in letter.splitlines() if line.startswith("• ")] == named
    to_ring = [as_written_here(str(each.phone)) for each in afternoon.people if each.unit in silent]
    assert [number for number in to_ring if number not in letter] == []
    assert "đã tới nơi" in letter
    for unit in silent:
        waves = {person["role"]: [each["wave"] for each in person["messages"]] for person in calls[unit]}
        assert waves == {
            "reporter": ["email_before", "sms_before", "late"],
            "deputy": ["sms_leaders"],
            "leader": ["sms_leaders"],
        }
    rows = {each["unit"]["code"]: each["messages"]["tried"] for each in board}
    assert all(rows[unit] == 5 for unit in silent)


def _poison(afternoon: Afternoon) -> None:
    """Somebody's name and number where only ids belong; it must not be told."""
    body = {"campaign": "hanoi-45", "day": "Bí Mật", "wave": "+84000999999", "unit": "ai-do@giaoban.invalid"}
    sqs = afternoon.system.aws("sqs")
    sqs.send_message(QueueUrl=afternoon.system.run["environment"]["SEND_QUEUE"], MessageBody=json.dumps(body))


def _nothing_of_anybody_stands_in_a_log(afternoon: Afternoon) -> None:
    """Names, numbers, addresses and tokens of everybody, over all that any process of the run has written."""
    time.sleep(1)
    folder = afternoon.system.folder
    files = [*folder.glob("logs/*.log"), *folder.glob("*.txt"), *folder.glob("run.json")]
    told = {file.name: _plain(file) for file in files}
    assert '"message":"broken"' in told["SendFunction.log"], "the poison was not met"
    assert '"message":"sent"' in told["SendFunction.log"]
    assert '"message":"received"' in told["ReceiptsFunction.log"]
    texts = [each["text"] for each in afternoon.system.client().get("/dev/outbox.json").json["messages"]]
    tokens = {token for text in texts for token in TOKEN.findall(text)}
    assert len(tokens) > 45
    secrets = {*tokens, "Bí Mật", "999999", "ai-do@", CENTRE, "@giaoban.invalid"}
    for person in afternoon.people:
        secrets |= {person.name, str(person.phone).removeprefix("+84"), str(person.email)}
    # Where messages come from is no secret.
    found = [(name, secret) for name, text in told.items() for secret in secrets if secret in text]
    assert found == []


def _plain(file: Path) -> str:
    """With letters as letters; ours own sender is nobody's address."""
    text = file.read_text("utf-8", "replace").replace("giaoban@giaoban.invalid", "")
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
