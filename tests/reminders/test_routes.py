"""What the centre sees and steers: counts for everybody there, people for coordinators, the switch with its reason."""

from datetime import timedelta
from typing import Any

import pytest

from giaoban.access import Role
from giaoban.campaign import Campaign
from giaoban.contact import Channel, Duty
from tests.access.app import Api
from tests.access.made import signed_in
from tests.reminders.world import World
from tests.reports.made import at
from tests.web.event import body_of

DAY = "/v1/campaigns/lang-sen/days/2025-08-02"
SWITCH = "/v1/campaigns/lang-sen/reminders/switch"


class Desk:
    """The whole API on the same stores as a world in which waves go out."""

    def __init__(self, campaign: Campaign) -> None:
        self.world = World(campaign)
        self.api = Api(campaign)
        self.api.reports.__dict__ = self.world.reports.__dict__
        self.api.directory.__dict__ = self.world.directory.__dict__
        self.api.reminders.__dict__ = self.world.outbox.__dict__

    def ask(self, method: str, path: str, role: Role | None = Role.COORDINATOR, **given: Any) -> Any:
        cookie = {"cookie": self._cookie(role)} if role else {}
        answered = self.api.call(method, path, at=self.world.now, **cookie, **given)
        return answered["statusCode"], body_of(answered)

    def _cookie(self, role: Role) -> str:
        """Of somebody's for this one request."""
        self.api.grants.grants.clear()
        return signed_in(self.api.grants, role)


@pytest.fixture
def desk(reminding: Campaign) -> Desk:
    return Desk(reminding)


def test_the_days_waves_with_how_many_got_how_far_and_what_it_cost(desk: Desk) -> None:
    desk.world.somebody("00001"), desk.world.somebody("00002", channels=(Channel.EMAIL,))
    desk.world.tick("15:30")
    desk.world.work()
    desk.world.now = at("15:31")
    status, told = desk.ask("GET", f"{DAY}/reminders", Role.VIEWER)
    assert status == 200
    waves = {each["id"]: each for each in told["waves"]}
    assert [each["state"] for each in told["waves"]][-1] == "coming"
    assert (waves["sms_before"]["state"], waves["sms_before"]["counts"]["SENT"]) == ("made", 2)
    assert (waves["sms_before"]["parts"], waves["sms_before"]["cost_vnd"]) == (1, 800)
    assert told["sms"] == {
        "today": 1,
        "altogether": 1,
        "asked_today": 0,
        "limit_per_day": 800,
        "limit_altogether": 20000,
        "cost_vnd": 800,
        "cost_per_part_vnd": 800,
    }
    assert [each["id"] for each in told["waves"] if not each["to_units"]] == ["milestones", "call_list"]
    assert "Người" not in str(told)


def test_the_call_list_is_for_coordinators_and_says_what_became_of_what(desk: Desk) -> None:
    reporter = desk.world.somebody("00001")
    desk.world.report("00002")
    desk.world.excuse("SSEN")
    desk.world.tick("15:30")
    desk.world.work()
    _, told = desk.ask("GET", f"{DAY}/call-list")
    ((unit,), (person,)) = told["units"], told["units"][0]["people"]
    assert (unit["unit"]["code"], person["name"], person["phone"]) == (
        "00001",
        reporter.entry.name,
        reporter.entry.phone,
    )
    assert [(each["wave"], each["state"], each["vi"]) for each in person["messages"]] == [
        ("sms_before", "SENT", "đã gửi")
    ]
    assert desk.ask("GET", f"{DAY}/call-list", Role.VIEWER)[0] == 403


def test_a_wave_can_be_tried_dry_and_nothing_leaves_or_is_written(desk: Desk) -> None:
    desk.world.somebody("00001", Duty.LEADER), desk.world.somebody("00001", Duty.DEPUTY, language="en")
    before = dict(desk.world.outbox.stored)
    _, told = desk.ask("POST", f"{DAY}/reminders/sms_leaders/dry-run", body={})
    texts = [each["text"] for each in told["messages"]]
    assert texts[0].startswith("Sen Trang Commune: report for 2 Aug is due at 16:00: ")
    assert texts[1].startswith("Xa Sen Trang sap qua han bao cao 2/8 (han 16:00): ")
    assert (told["parts"], told["cost_vnd"]) == (2, 1600)
    assert (desk.world.outbox.stored, desk.world.handed, desk.world.grants.grants) == (before, [], {})


@pytest.mark.parametrize("wave", ["call_list", "milestones", "nothing"])
def test_what_is_no_wave_to_units_cannot_be_tried(desk: Desk, wave: str) -> None:
    assert desk.ask("POST", f"{DAY}/reminders/{wave}/dry-run", body={})[0] == 404


def test_the_switch_is_turned_with_a_reason_and_not_over_somebody_elses_head(desk: Desk) -> None:
    said = {"paused": True, "reason": "Nhà mạng lỗi", "base_version": 0}
    status, told = desk.ask("PUT", SWITCH, body=said)
    assert (status, told["paused"], told["by"], told["version"]) == (200, True, "s-12345678", 1)
    status, problem = desk.ask("PUT", SWITCH, body=said | {"paused": False})
    assert (status, problem["current"]["paused"]) == (409, True)
    assert desk.ask("PUT", SWITCH, body={"paused": True, "reason": "", "base_version": 1})[0] == 422
    assert desk.ask("GET", DAY, Role.VIEWER)[1]["switch"] == problem["current"]
    desk.world.somebody()
    desk.world.tick("15:30")
    desk.world.work()
    assert desk.world.handed == []


def test_a_milestone_that_is_reached_is_not_spoken_of_any_more(desk: Desk) -> None:
    desk.world.somebody()
    desk.world.now = at("08:00", desk.world.campaign.first_day)
    path = "/v1/campaigns/lang-sen/reminders/milestones/procedure_system"
    assert desk.ask("PUT", path, body={"done": True}) == (200, {"id": "procedure_system", "done": True})
    told = desk.ask("GET", f"{DAY}/reminders", Role.VIEWER)[1]["milestones"]
    assert [(each["id"], each["due"]) for each in told if each["done"]] == [("procedure_system", "2025-07-31")]
    desk.world.tick()
    desk.world.work()
    assert [each for each in desk.world.handed if each.key.wave == "milestones"] == []
    assert desk.ask("PUT", path, body={"done": False})[0] == 200
    assert desk.ask("PUT", path.replace("procedure_system", "none"), body={"done": True})[0] == 404


def test_the_text_for_the_chat_group_names_units_and_nobody(desk: Desk) -> None:
    desk.world.somebody("00001")
    desk.world.report("00002")
    _, told = desk.ask("GET", f"{DAY}/chat", Role.VIEWER)
    assert told["vi"].splitlines()[:2] == [
        "Báo cáo ngày 2/8: đã có 1/3 đơn vị, hạn 16:00.", "Chưa có báo cáo (2): Xã Sen Trắng, Sở Sen.",
    ]  # fmt: skip
    assert "#t=" not in told["vi"]


def test_a_row_of_the_board_says_what_became_of_the_last_message(desk: Desk) -> None:
    desk.world.somebody("00001")
    desk.world.tick("15:30")
    desk.world.work()
    _, told = desk.ask("GET", DAY, Role.VIEWER)
    rows = {each["unit"]["code"]: each["messages"] for each in told["units"]}
    assert rows["00002"] == {"tried": 0, "last": None}
    last = rows["00001"]["last"]
    assert (last["wave"], last["channel"], last["state"], last["vi"]) == ("sms_before", "sms", "SENT", "SMS: đã gửi")


def test_who_asks_for_the_link_gets_it_at_the_units_known_addresses_even_when_the_report_is_in(desk: Desk) -> None:
    desk.world.somebody("00001")
    desk.world.report("00001")
    assert desk.ask("POST", "/v1/session/request", None, body={"unit": "00001", "campaign": "lang-sen"})[0] == 202
    desk.world.queue += desk.api.queued
    desk.world.work()
    assert [(each.key.wave, each.key.channel) for each in desk.world.handed] == [("asked", "email")]
    assert "https://giaoban.invalid/bao-cao#t=" in desk.world.handed[0].words


@pytest.mark.parametrize("clock, comes", [("15:59", True), ("16:00", False)])
def test_after_the_campaign_a_link_can_be_had_while_the_last_day_can_be_corrected(
    desk: Desk, clock: str, comes: bool
) -> None:
    desk.world.somebody("00001")
    desk.world.now = at(clock, desk.world.campaign.last_day + timedelta(days=2))
    desk.ask("POST", "/v1/session/request", None, body={"unit": "00001", "campaign": "lang-sen"})
    assert [each.day for each in desk.api.queued] == ([desk.world.campaign.last_day] if comes else [])


def test_the_answer_is_the_same_for_everybody_and_asking_again_and_again_sends_little(desk: Desk) -> None:
    desk.world.somebody("00001")
    answers = [
        desk.ask("POST", "/v1/session/request", None, body={"unit": unit, "campaign": "lang-sen"})
        for unit in ("00001", "00001", "99999")
    ]
    assert answers[0] == answers[1] == answers[2]
    assert len(desk.api.queued) == 1
    for minute in range(5, 600, 5):
        desk.world.now = at(f"{8 + minute // 60:02}:{minute % 60:02}")
        desk.ask("POST", "/v1/session/request", None, body={"unit": "00001", "campaign": "lang-sen"})
    # Two in each hour.
    assert len(desk.api.queued) == 20


def test_at_night_an_asked_for_link_goes_by_email_and_never_by_sms(desk: Desk) -> None:
    desk.world.somebody("00001"), desk.world.somebody("00001", email=None, channels=(Channel.SMS,))
    desk.world.now = at("23:30")
    desk.ask("POST", "/v1/session/request", None, body={"unit": "00001", "campaign": "lang-sen"})
    desk.world.queue += desk.api.queued
    desk.world.work()
    assert [each.key.channel for each in desk.world.handed] == ["email"]
    assert sorted(desk.world.states("asked").values()) == ["SENT", "SKIPPED quiet"]
