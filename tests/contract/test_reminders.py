"""Reminders of the running system: who is sent what at its hour, whom it opens the door to, what the centre sees of it."""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import count

import pytest

from giaoban.access import Role
from giaoban.contact import Channel, Duty
from giaoban.directory import Entry
from tests.contract.centre import Centre, Staff
from tests.contract.client import Client
from tests.contract.reminded import behave, ends, outbox, tick
from tests.contract.system import AFTERNOON, System
from tests.directory.made import SEN, encoded, listed

CAMPAIGN = "/v1/campaigns/hanoi-45"
REPORTER = replace(SEN, unit="00004", name="Nhắc Thị Một")
LEADER = replace(SEN, unit="00004", role=Duty.LEADER, name="Nhắc Văn Hai", email=None, channels=(Channel.SMS,))
# Before the days of other tests: a tick closes every day before its own.
DAYS = iter([date(2025, 7, 25) + timedelta(days=number) for number in range(8)])
NUMBERS = count(1)


@dataclass(frozen=True)
class Afternoon:
    """Two people of one unit are in the directory, on a day of their own, with numbers that nobody has stopped."""

    centre: Centre
    reporter: Entry
    leader: Entry

    @property
    def system(self) -> System:
        return self.centre.system

    @property
    def reminders(self) -> str:
        return f"{self.centre.path}/reminders"

    def wave(self, name: str, clock: str, **fates: int) -> dict[str, object]:
        """The tick of its hour, and what became of its messages."""
        tick(self.system, f"{self.centre.day}T{clock}:00+07:00")
        return ends(self.system, self.centre.viewer, name, fates, f"{self.centre.day}")

    def texts(self, to: str | None) -> list[str]:
        return [each["text"] for each in outbox(self.system, to or "")]

    def calls(self) -> dict[str, list[dict[str, object]]]:
        """Unit → whom to ring there."""
        told = self.centre.coordinator.get(f"{self.centre.path}/call-list").json["units"]
        return {each["unit"]["code"]: each["people"] for each in told}


@pytest.fixture(scope="module", autouse=True)
def nobody_afterwards(system: System) -> Iterator[None]:
    """Other tests know of nobody in the directory."""
    yield
    admin = system.member("quan-tri", Role.ADMIN)
    for person in admin.get(f"{CAMPAIGN}/directory?unit=00004").json["people"]:
        assert admin.delete(f"{CAMPAIGN}/directory/people/{person['id']}").status == 204


@pytest.fixture
def quiet_day(system: System, staff: Staff) -> Iterator[Afternoon]:
    """On which no wave is sent."""
    yield _afternoon(staff.on(system, date(2025, 8, 6), "00004"))
    assert system.client().put("/dev/clock", {"at": AFTERNOON, "quiet": True}).status == 200


@pytest.fixture
def afternoon(system: System, staff: Staff) -> Iterator[Afternoon]:
    yield _afternoon(staff.on(system, next(DAYS), "00004"))
    behave(system)
    assert system.client().put("/dev/clock", {"at": AFTERNOON, "quiet": True}).status == 200


def _afternoon(centre: Centre) -> Afternoon:
    number = next(NUMBERS)
    email, phone = f"nhac-{number}@giaoban.invalid", f"+8400066{number:04}"
    reporter, leader = replace(REPORTER, phone=phone, email=email), replace(LEADER, phone=f"+8400067{number:04}")
    body = {"file": encoded(listed(reporter, leader)), "dry_run": False}
    admin = centre.system.member("quan-tri", Role.ADMIN)
    assert admin.post(f"{CAMPAIGN}/directory/import", body).status == 200
    return Afternoon(centre, reporter, leader)


def opened(afternoon: Afternoon, text: str) -> Client:
    """Who has tapped the link in a message, at 15:31."""
    (token,) = re.findall(r"#t=([\w-]{22})", text)
    client = replace(afternoon.system.client(), at=afternoon.centre.at("15:31:00"))
    assert client.post("/v1/session", {"token": token}).status == 200
    return client


def test_an_sms_opens_the_form_and_who_has_sent_hears_nothing_more(afternoon: Afternoon) -> None:
    assert afternoon.wave("sms_before", "15:30", delivered=1)["counts"]["SENT"] == 1  # type: ignore[index]
    (text,) = afternoon.texts(afternoon.reporter.phone)
    reporter = opened(afternoon, text)
    assert reporter.get("/v1/session").json["unit"]["code"] == "00004"
    assert afternoon.centre.send("15:35:00", reporter).status == 201
    assert sum(afternoon.wave("sms_leaders", "15:45")["counts"].values()) == 0  # type: ignore[attr-defined]
    assert afternoon.texts(afternoon.leader.phone) == []
    assert "00004" not in afternoon.calls()


def test_a_leaders_link_is_a_leaders(afternoon: Afternoon) -> None:
    afternoon.wave("sms_leaders", "15:45", delivered=1)
    (text,) = afternoon.texts(afternoon.leader.phone)
    assert opened(afternoon, text).get("/v1/session").json["role"] == "leader"


def test_the_boards_row_says_whom_to_ring_and_what_they_were_told(afternoon: Afternoon) -> None:
    assert afternoon.centre.row()["messages"] == {"tried": 0, "last": None}
    afternoon.wave("sms_before", "15:30", delivered=1)
    row = afternoon.centre.row()
    assert row["messages"]["tried"] == 1
    last = row["messages"]["last"]
    assert (last["wave"], last["channel"], last["state"], last["fate"]) == ("sms_before", "sms", "SENT", "delivered")
    assert (last["vi"], last["en"]) == ("SMS: đã tới nơi", "SMS: delivered")
    assert [each["phone"] for each in row["contacts"]] == [afternoon.reporter.phone, afternoon.leader.phone]
    decided = afternoon.centre.decide("calls", outcome="calling").json
    assert (decided["messages"], decided["contacts"]) == (row["messages"], row["contacts"])


def test_an_unchanged_board_has_no_body_until_a_receipt_comes(afternoon: Afternoon) -> None:
    board, path = afternoon.centre.viewer, afternoon.centre.path
    tag = {"If-None-Match": board.get(path).headers["etag"]}
    assert board.get(path, headers=tag).status == 304
    afternoon.wave("sms_before", "15:30", delivered=1)
    assert board.get(path, headers=tag).status == 200


def test_viewers_see_counts_and_no_person(afternoon: Afternoon) -> None:
    afternoon.wave("sms_before", "15:30", delivered=1)
    viewer, path = afternoon.centre.viewer, afternoon.centre.path
    seen = [viewer.get(asked) for asked in (path, afternoon.reminders, f"{path}/chat")]
    assert [each.status for each in seen] == [200, 200, 200]
    told = "".join(each.body.decode() for each in seen)
    assert not [each for each in ("Nhắc", "0006", "nhac-", "#t=") if each in told]
    assert viewer.get(f"{path}/call-list").problem == "not_yours"
    assert viewer.post(f"{afternoon.reminders}/sms_before/dry-run", {}).problem == "not_yours"


def test_the_call_list_tells_what_became_of_each_message(afternoon: Afternoon) -> None:
    behave(afternoon.system, "sms", receipts="bounced")
    afternoon.wave("sms_before", "15:30", bounced=1)
    reporter, leader = afternoon.calls()["00004"]
    (message,) = reporter["messages"]  # type: ignore[misc]
    assert (message["state"], message["fate"]) == ("SENT", "bounced")  # type: ignore[index]
    assert (leader["name"], leader["messages"]) == (LEADER.name, [])


def test_whoever_has_said_stop_gets_an_email_instead(afternoon: Afternoon) -> None:
    behave(afternoon.system, "sms", manner="opted_out", times=1)
    counts = afternoon.wave("sms_before", "15:30", delivered=1)["counts"]
    assert (counts["FAILED"], counts["SENT"], afternoon.texts(afternoon.reporter.phone)) == (1, 1, [])  # type: ignore[index]
    (person, *_) = afternoon.centre.coordinator.get(f"{CAMPAIGN}/directory?unit=00004").json["people"]
    assert [each["channel"] for each in person["stopped"]] == ["sms"]


def test_a_dry_run_names_who_would_get_what_at_what_cost_and_sends_nothing(quiet_day: Afternoon) -> None:
    told = quiet_day.centre.coordinator.post(f"{quiet_day.reminders}/sms_before/dry-run", {}).json
    (message,) = told["messages"]
    assert (message["name"], message["address"], message["parts"]) == (REPORTER.name, quiet_day.reporter.phone, 1)
    assert (told["parts"], told["cost_vnd"]) == (1, 800)
    assert quiet_day.texts(quiet_day.reporter.phone) == []


@pytest.mark.parametrize("wave", ["nothing", "call_list", "milestones", "asked"])
def test_only_a_wave_to_units_can_be_tried(quiet_day: Afternoon, wave: str) -> None:
    assert quiet_day.centre.coordinator.post(f"{quiet_day.reminders}/{wave}/dry-run", {}).problem == "unknown_wave"


def test_while_everything_is_paused_nothing_leaves_and_it_says_so(afternoon: Afternoon) -> None:
    coordinator, path = afternoon.centre.coordinator, f"{CAMPAIGN}/reminders/switch"
    version = coordinator.get(afternoon.reminders).json["switch"]["version"]
    paused = {"paused": True, "reason": "Diễn tập", "base_version": version}
    assert coordinator.put(path, paused).status == 200
    try:
        conflict = coordinator.put(path, paused | {"reason": "Khác"})
        assert (conflict.problem, conflict.json["current"]["reason"]) == ("switched_meanwhile", "Diễn tập")
        assert afternoon.wave("sms_before", "15:30")["reasons"] == {"paused": 1}
        assert coordinator.get(afternoon.centre.path).json["switch"]["paused"] is True
        assert afternoon.texts(afternoon.reporter.phone) == []
    finally:
        again = {"paused": False, "reason": "Xong", "base_version": version + 1}
        assert coordinator.put(path, again).json["paused"] is False


def test_a_milestone_is_said_to_be_reached_and_not_after_all(quiet_day: Afternoon) -> None:
    path = f"{CAMPAIGN}/reminders/milestones"
    for done in (True, True, False):
        answer = quiet_day.centre.coordinator.put(f"{path}/procedure_system", {"done": done})
        assert (answer.status, answer.json["done"]) == (200, done)
    assert quiet_day.centre.coordinator.put(f"{path}/nothing", {"done": True}).problem == "unknown_milestone"


def test_who_asks_for_a_link_gets_it_and_the_answer_is_the_same_for_everybody(quiet_day: Afternoon) -> None:
    at = quiet_day.centre.at("14:10:00")
    assert quiet_day.system.client().put("/dev/clock", {"at": at, "quiet": True}).status == 200
    client = replace(quiet_day.system.client(), at=at)
    answers = [client.post("/v1/session/request", {"unit": unit}) for unit in ("00004", "00008", "nowhere")]
    assert {(each.status, each.body) for each in answers} == {(202, answers[0].body)}
    until = time.monotonic() + 30
    while not (found := quiet_day.texts(quiet_day.reporter.email)) and time.monotonic() < until:
        time.sleep(0.1)
    assert opened(quiet_day, found[0]).get("/v1/session").json["unit"]["code"] == "00004"
