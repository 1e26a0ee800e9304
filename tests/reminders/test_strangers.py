"""Whoever comes can ask for any unit's link, as often as they like: nobody who needs one or is to be reminded notices."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from giaoban.access import Role
from giaoban.access.links import issue
from giaoban.campaign import Campaign
from giaoban.campaign.reminder_rules import Asker, Share
from giaoban.contact import Channel
from tests.access.made import signed_in
from tests.reminders.test_routes import DAY, Desk
from tests.reports.made import at
from tests.web.event import body_of

HOURLY = {
    Asker.HOLDER: Share(per_unit=2, all_units=10, sms_parts=4),
    Asker.STRANGER: Share(per_unit=2, all_units=4, sms_parts=1),
}
UNITS = ("00001", "00002")


class Village(Desk):
    """Each unit's people have nothing but a telephone. The waves have four SMS a day."""

    def __init__(self, campaign: Campaign) -> None:
        rules = campaign.reminders
        assert rules
        limits, asked = replace(rules.limits, sms_per_day=4), replace(rules.asked, hourly=HOURLY)
        super().__init__(replace(campaign, reminders=replace(rules, limits=limits, asked=asked)))
        self.api.grants.__dict__ = self.world.grants.__dict__
        for unit in UNITS:
            self.world.somebody(unit, channels=(Channel.SMS,), email=None)

    def request(self, unit: str, clock: str, **shown: Any) -> str:
        self.world.now = at(clock)
        cookie, link = shown.get("cookie"), {"link": shown["link"]} if "link" in shown else {}
        body = {"unit": unit, "campaign": "lang-sen", **link}
        answered = self.api.call("POST", "/v1/session/request", at=self.world.now, cookie=cookie, body=body)
        assert answered["statusCode"] == 202
        self.world.queue, self.api.queued = [*self.world.queue, *self.api.queued], []
        self.world.work()
        return str(body_of(answered)["en"])

    def told(self, unit: str) -> list[datetime]:
        """When a link that was asked for went to the unit."""
        return [each.at for each in self.world.handed if (each.key.wave, each.key.unit) == ("asked", unit)]

    def storm(self) -> None:
        """Every minute from eight o'clock, for every unit."""
        for minute in range(7 * 60 + 20):
            for unit in UNITS:
                self.request(unit, f"{8 + minute // 60:02}:{minute % 60:02}")

    def old_link(self, unit: str = "00001") -> str:
        campaign, long_ago = self.world.campaign, self.world.campaign.first_day
        return issue(self.world.grants, campaign, campaign.units[unit], long_ago, f"{unit}-x").token  # type: ignore[arg-type]


@pytest.fixture
def village(reminding: Campaign) -> Village:
    return Village(reminding)


def test_after_a_morning_of_strangers_every_reminder_leaves_by_sms(village: Village) -> None:
    village.storm()
    for unit in UNITS:
        village.world.somebody(unit, channels=(Channel.SMS,), email=None)
    village.world.tick("15:30")
    village.world.work()
    waves = [each for each in village.world.handed if each.key.wave == "sms_before"]
    assert len(waves) == 4
    assert village.world.rung == []


def test_strangers_cost_no_more_than_their_share_of_each_hour(village: Village) -> None:
    village.storm()
    paid = village.world.outbox.purses["stranger#2025-08-02"].periods
    assert paid == {f"{hour:02}": 1 for hour in range(8, 16)}
    assert village.world.outbox.kept.total == 0
    sms = village.ask("GET", f"{DAY}/reminders", Role.VIEWER)[1]["sms"]
    assert (sms["today"], sms["asked_today"], sms["cost_vnd"]) == (0, 8, 6400)


@pytest.mark.parametrize("shows", ["an old link", "the cookie of a session that is over"])
def test_an_officer_who_shows_an_old_link_gets_a_new_one_after_all_that(village: Village, shows: str) -> None:
    village.storm()
    ended = at("12:00") - timedelta(days=3)
    shown = (
        {"link": village.old_link()}
        if shows == "an old link"
        else {"cookie": signed_in(village.api.grants, ends=ended)}
    )
    village.request("00001", "15:24", **shown)
    assert village.told("00001")[-1] == at("15:24")


def test_a_later_hour_has_its_own_share_for_who_has_nothing_to_show(village: Village) -> None:
    for minute in range(60):
        village.request("00001", f"14:{minute:02}")
    assert len(village.told("00001")) == 1
    village.request("00001", "15:24")
    assert village.told("00001")[-1] == at("15:24")


def test_who_shows_a_link_is_told_when_nothing_is_sent_and_to_ring(village: Village) -> None:
    link = village.old_link()
    answers = [village.request("00001", clock, link=link) for clock in ("15:00", "15:24", "15:40")]
    assert [each.startswith("No further link") for each in answers] == [False, False, True]
    assert all("ring the centre" in each for each in answers)
    assert village.told("00001") == [at("15:00"), at("15:24")]


def test_strangers_read_the_same_whatever_is_sent_and_when_to_ring(village: Village) -> None:
    answers = {village.request(unit, "15:00") for unit in (*UNITS, "00001", "99999")}
    assert len(answers) == 1
    assert "ring the centre" in answers.pop()


@pytest.mark.parametrize("shown", ["another unit's", "made up", "revoked", "a wrong secret", "another campaign's"])
def test_what_is_no_link_of_that_unit_makes_nobody_its_officer(village: Village, shown: str) -> None:
    grants = village.api.grants
    link, cookie = village.old_link(), signed_in(grants)
    given: dict[str, str] = {
        "another unit's": {"link": village.old_link("00002")},
        "made up": {"link": "A" * 22},
        "revoked": {"link": link},
        "a wrong secret": {"cookie": f"{cookie.partition('.')[0]}.{'A' * 22}"},
        "another campaign's": {"link": link},
    }[shown]
    if shown == "revoked":
        for each in list(grants.grants):
            grants.revoke(each)
    if shown == "another campaign's":
        for id, each in grants.grants.items():
            hats = tuple(replace(hat, own=replace(hat.own, campaign="lang-que")) for hat in each.hats)
            grants.grants[id] = replace(each, hats=hats)
    village.request("00001", "15:24", **given)
    assert grants.asked["lang-sen", "00001"] is Asker.STRANGER


def test_the_phone_keeps_the_cookie_that_shows_whose_it_was(village: Village) -> None:
    village.world.now = at("12:00")
    campaign = village.world.campaign
    token = issue(village.world.grants, campaign, campaign.units["00001"], village.world.now.date(), "x").token  # type: ignore[arg-type]
    answered = village.api.call("POST", "/v1/session", at=village.world.now, body={"token": token})
    ends = campaign.corrections_close(village.world.now.date()) + campaign.retention.links
    (cookie,) = answered["cookies"]
    assert f"Max-Age={int((ends - village.world.now).total_seconds())}" in str(cookie)
