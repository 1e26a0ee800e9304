"""Whoever is deleted, replaced or reached elsewhere is signed out everywhere, at once, and their links open nothing."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from giaoban.access import Role
from giaoban.access.links import issue
from giaoban.campaign import Campaign
from giaoban.contact import Duty
from giaoban.directory.leaving import keeps_links
from giaoban.problem import Unavailable
from tests.directory.centre import DIRECTORY, REPORTER, Centre
from tests.directory.centre import SEN as SEN_PATH
from tests.directory.made import PERSON, SEN, edited, listed, person, row, rows_csv
from tests.directory.test_added import NEW
from tests.web.event import NOON

OTHER = "00001-00000000bb"


class Office(Centre):
    """Sen of 00001 has opened a link of today's on one telephone; another lies unopened. Bướm is the unit's deputy."""

    def __init__(self, campaign: Campaign) -> None:
        super().__init__(campaign)
        self.campaign = campaign
        self.api.directory.add("lang-sen", person(OTHER, name="Lý Thị Bướm", role=Duty.DEPUTY, phone="+84911111112"))
        self.sen, self.unopened, self.buom = (self.link(each) for each in (PERSON, PERSON, OTHER))
        self.phones = {"sen": self.entered(self.sen), "buom": self.entered(self.buom)}

    def link(self, recipient: str) -> str:
        return issue(
            self.api.grants, self.campaign, self.campaign.units["00001"], NOON.date(), recipient, now=NOON
        ).token  # type: ignore[arg-type]

    def entered(self, token: str) -> str:
        (cookie,) = self.api.call("POST", "/v1/session", body={"token": token})["cookies"]
        return str(cookie).partition(";")[0].removeprefix("__Host-giaoban=")

    def opens(self, token: str) -> bool:
        return bool(self.api.call("POST", "/v1/session", body={"token": token})["statusCode"] == 200)

    def signed_in(self) -> set[str]:
        asked = {name: self.api.call("GET", "/v1/session", cookie=cookie) for name, cookie in self.phones.items()}
        return {name for name, answered in asked.items() if answered["statusCode"] == 200}


@pytest.fixture
def office(campaign: Campaign) -> Office:
    return Office(campaign)


BUOM_ENTRY = person(OTHER, name="Lý Thị Bướm", role=Duty.DEPUTY, phone="+84911111112").entry


@pytest.mark.parametrize("goes", [
    lambda office: office.ask("DELETE", SEN_PATH),
    lambda office: office.ask("POST", REPORTER, Role.LEADER, body=NEW),
    lambda office: office.ask("PUT", SEN_PATH, body=edited(phone="0911 111 111")),
    lambda office: office.ask("PUT", SEN_PATH, body=edited(email="hoa@giaoban.invalid")),
    lambda office: office.ask("PUT", SEN_PATH, body=edited(phone=None, channels=["email"])),
    lambda office: office.ask("PUT", SEN_PATH, body=edited(role="leader")),
    lambda office: office.send(listed(BUOM_ENTRY)),
    lambda office: office.send(listed(BUOM_ENTRY, person(phone="+84911111111").entry)),
    lambda office: office.ask("DELETE", f"{SEN_PATH}/links"),
], ids=["deleted", "replaced", "another number", "another address", "a number taken away", "made the leader",
        "not on the list", "another number in the list", "ended by hand"])  # fmt: skip
def test_they_are_signed_out_and_no_link_of_theirs_opens_any_more(
    office: Office, goes: Callable[[Office], tuple[int, Any]]
) -> None:
    assert goes(office)[0] in {200, 201, 204}
    assert [office.opens(each) for each in (office.sen, office.unopened)] == [False, False]
    assert office.signed_in() == {"buom"}
    assert office.opens(office.buom)


@pytest.mark.parametrize("stays", [
    lambda office: office.ask("PUT", SEN_PATH, body=edited(name="Lê Thị Sến")),
    lambda office: office.ask("PUT", SEN_PATH, body=edited(quiet=["22:00", "06:00"], language="en")),
    lambda office: office.ask("PUT", SEN_PATH, body=edited(stopped=["sms"])),
    lambda office: office.ask("PUT", SEN_PATH, body=edited(role="deputy")),
    lambda office: office.ask("PUT", SEN_PATH, body=edited(base_version=7, phone="0911 111 111")),
    lambda office: office.ask("PUT", SEN_PATH, body=edited(phone="113")),
    lambda office: office.send(listed(SEN, BUOM_ENTRY)),
    lambda office: office.send(rows_csv(row(phone="113"))),
    lambda office: office.send(listed(BUOM_ENTRY), dry_run=True),
    lambda office: office.send(listed(BUOM_ENTRY), plan="another plan"),
], ids=["a corrected name", "hours and language", "a channel stopped", "the deputy", "on an old sight", "refused",
        "the same list", "a list with problems", "a trial run", "another plan"])  # fmt: skip
def test_what_changes_nothing_about_who_has_the_telephone_signs_nobody_out(
    office: Office, stays: Callable[[Office], tuple[int, Any]]
) -> None:
    stays(office)
    assert office.signed_in() == {"sen", "buom"}
    assert office.opens(office.unopened)


def test_a_unit_s_links_end_all_together_and_it_is_said_how_many(office: Office) -> None:
    assert office.ask("DELETE", "/v1/campaigns/lang-sen/units/00001/links", Role.COORDINATOR) == (200, {"ended": 3})
    assert office.signed_in() == set()
    assert office.ask("DELETE", "/v1/campaigns/lang-sen/units/00001/links") == (200, {"ended": 0})


def test_who_had_their_links_ended_by_hand_can_be_sent_a_new_one(office: Office) -> None:
    assert office.ask("DELETE", f"{SEN_PATH}/links") == (200, {"ended": 2})
    assert office.opens(office.link(PERSON))


def test_nobody_of_a_unit_ends_links(office: Office) -> None:
    for path in (f"{SEN_PATH}/links", "/v1/campaigns/lang-sen/units/00001/links"):
        assert [office.ask("DELETE", path, by)[0] for by in (Role.REPORTER, Role.LEADER, Role.VIEWER)] == [403] * 3
    assert office.ask("DELETE", f"{DIRECTORY}/people/00001-00000000cc/links")[0] == 404


@pytest.mark.parametrize("silent", ["directory", "grants"])
def test_when_a_store_falls_silent_the_one_who_goes_is_signed_out_or_still_there_to_be_deleted_again(
    office: Office, monkeypatch: pytest.MonkeyPatch, silent: str
) -> None:
    def falls_silent(*_: object) -> Iterator[None]:
        raise Unavailable("store_silent")

    with monkeypatch.context() as meanwhile:
        store, does = {"directory": (office.api.directory, "delete"), "grants": (office.api.grants, "revoke")}[silent]
        meanwhile.setattr(store, does, falls_silent)
        assert office.ask("DELETE", SEN_PATH)[0] == 503
    assert office.signed_in() == ({"buom"} if silent == "directory" else {"sen", "buom"})
    assert office.ask("DELETE", SEN_PATH)[0] == 204
    assert office.signed_in() == {"buom"}


def test_a_link_that_is_sent_while_they_are_being_deleted_ends_too(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    delete, sent = office.api.directory.delete, []

    def just_then(campaign: str, person_id: str) -> None:
        sent.append(office.link(PERSON))
        delete(campaign, person_id)

    monkeypatch.setattr(office.api.directory, "delete", just_then)
    assert office.ask("DELETE", SEN_PATH)[0] == 204
    assert not office.opens(sent[0])


def test_one_more_address_ends_nothing() -> None:
    assert keeps_links(person(email=None).entry, SEN)
    assert not keeps_links(SEN, person(email=None).entry)
    assert not keeps_links(SEN, None)
