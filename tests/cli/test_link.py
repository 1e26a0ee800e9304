"""`giaoban link issue` and `giaoban link revoke`, on the local system and on one that the environment names."""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from giaoban.access import links
from giaoban.access.grant import Grant, Place, link_id
from giaoban.access.hat import Owner
from giaoban.access.store import GrantStore
from tests.cli.conftest import Said
from tests.engines.fixtures import Engine

LINK = re.compile(r"(https?://[^/]+)/bao-cao#t=([A-Za-z0-9_-]{22})\n")


def grant_of(link: str, table: str) -> Grant:
    grant = GrantStore(table).get(link_id(link.strip().rpartition("=")[2]) or "")
    assert grant
    return grant


def test_the_link_stands_alone_on_standard_output(giaoban: Callable[..., Said], local: Path, origin: str) -> None:
    said = giaoban("link", "issue", "--unit", "00004", "--run", str(local))
    found = LINK.fullmatch(said.out)
    assert said.status == 0
    assert found
    assert found[1] == origin
    assert "Ba Đình Ward (00004), reporter, recipient command-line: opens until 2025-08-04 16:00." in said.err


def test_it_is_stored_for_its_unit_recipient_and_role(
    giaoban: Callable[..., Said], local: Path, on_dynalite: Engine
) -> None:
    who = ("--unit", "SNV", "--recipient", "r-17", "--role", "leader")
    grant = grant_of(giaoban("link", "issue", *who, "--run", str(local)).out, on_dynalite.access)
    assert (grant.hat.own, grant.recipient, grant.hat.role) == (Owner("hanoi-45", "SNV"), "r-17", "leader")


def test_today_is_the_campaign_s_today_of_the_local_system(
    giaoban: Callable[..., Said], local: Path, on_dynalite: Engine
) -> None:
    grant = grant_of(giaoban("link", "issue", "--unit", "00004", "--run", str(local)).out, on_dynalite.access)
    assert grant.expires_at == datetime.fromisoformat("2025-08-04T16:00:00+07:00")


def test_another_day_ends_when_its_corrections_close(giaoban: Callable[..., Said], deployed: Engine) -> None:
    said = giaoban("link", "issue", "--unit", "00004", "--day", "2025-08-10")
    assert said.out.startswith("https://giaoban.example/bao-cao#t=")
    assert grant_of(said.out, deployed.access).expires_at == datetime.fromisoformat("2025-08-12T16:00:00+07:00")


def test_it_lands_on_its_day_and_on_the_field_that_is_named(giaoban: Callable[..., Said], deployed: Engine) -> None:
    asked = ("link", "issue", "--unit", "00004", "--day", "2025-08-10", "--field")
    grant = grant_of(giaoban(*asked, "difficulties").out, deployed.access)
    assert grant.lands == Place(date(2025, 8, 10), "difficulties")
    refused = giaoban(*asked, "no_such_thing")
    assert (refused.status, "no_such_thing" in refused.err) == (2, True)


def test_the_token_itself_is_kept_nowhere(giaoban: Callable[..., Said], deployed: Engine) -> None:
    said = giaoban("link", "issue", "--unit", "00004", "--day", "2025-08-10")
    token = said.out.strip().rpartition("=")[2]
    assert token not in said.err
    assert token not in repr(grant_of(said.out, deployed.access))


def test_outside_the_campaign_it_asks_for_a_day(giaoban: Callable[..., Said], bare_deployed: None) -> None:
    """The machine's own date is no day of the campaign."""
    said = giaoban("link", "issue", "--unit", "00004")
    assert said.status == 2
    assert "Give one of its days with --day" in said.err


@pytest.mark.parametrize(
    "arguments, sentence",
    [
        (("--unit", "4"), "has no unit 4"),
        (("--unit", "00004", "--campaign", "hue-30"), "There is no campaign hue-30. There are: hanoi-45."),
        (("--unit", "00004", "--day", "2025-09-07"), "2025-09-07 is not a day of the campaign"),
        (("--unit", "00004", "--day", "2/8/2025"), "2/8/2025 is not a day of the campaign"),
        (("--unit", "00004", "--role", "admin"), "invalid choice: 'admin'"),
        ((), "required: --unit"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_issued(
    giaoban: Callable[..., Said], bare_deployed: None, arguments: tuple[str, ...], sentence: str
) -> None:
    said = giaoban("link", "issue", *arguments)
    assert (said.status, said.out) == (2, "")
    assert sentence in said.err


def test_a_revoked_link_opens_nothing(giaoban: Callable[..., Said], local: Path, on_dynalite: Engine) -> None:
    link = giaoban("link", "issue", "--unit", "00004", "--run", str(local)).out.strip()
    assert giaoban("link", "revoke", link, "--run", str(local)).status == 0
    assert grant_of(link, on_dynalite.access).is_revoked


def test_the_token_alone_revokes_too(giaoban: Callable[..., Said], deployed: Engine) -> None:
    link = giaoban("link", "issue", "--unit", "00004", "--day", "2025-08-10").out.strip()
    assert giaoban("link", "revoke", link.rpartition("=")[2]).status == 0
    assert grant_of(link, deployed.access).is_revoked


@pytest.mark.parametrize("changed", ["({}).", "{}%20", "{}&utm_source=zalo", "\u200b{}\u200b\n"])
@pytest.mark.parametrize("said", ["#t=", "%2523t%253D"])
def test_a_link_that_a_chat_program_has_changed_is_revoked_as_the_page_opens_it(
    giaoban: Callable[..., Said], deployed: Engine, said: str, changed: str
) -> None:
    link = giaoban("link", "issue", "--unit", "00004", "--day", "2025-08-10").out.strip()
    assert giaoban("link", "revoke", changed.format(link.replace("#t=", said))).status == 0
    assert grant_of(link, deployed.access).is_revoked


@pytest.mark.parametrize("token", ["-BCDEFGHIJKLMNOPQRSTUV", "--CDEFGHIJKLMNOPQRSTUV"])
def test_a_token_that_begins_like_an_option_revokes_too(
    giaoban: Callable[..., Said], deployed: Engine, monkeypatch: pytest.MonkeyPatch, token: str
) -> None:
    monkeypatch.setattr(links, "new_secret", lambda: token)
    link = giaoban("link", "issue", "--unit", "00004", "--day", "2025-08-10").out.strip()
    assert link.endswith(token)
    assert giaoban("link", "revoke", token).status == 0
    assert grant_of(link, deployed.access).is_revoked


def test_a_link_that_nobody_issued_cannot_be_revoked(giaoban: Callable[..., Said], deployed: Engine) -> None:
    assert giaoban("link", "revoke", "A" * 22).status == 1


@pytest.mark.parametrize("text", ["", "abc", "https://giaoban.example/bao-cao", "A" * 23])
def test_what_is_no_link_is_said_to_be_none(giaoban: Callable[..., Said], bare_deployed: None, text: str) -> None:
    said = giaoban("link", "revoke", text)
    assert said.status == 2
    assert "neither a link" in said.err


def test_a_database_that_does_not_answer_is_said_in_a_sentence(giaoban: Callable[..., Said], bare_local: Path) -> None:
    said = giaoban("link", "revoke", "A" * 22, "--run", str(bare_local))
    assert said.status == 1
    assert "The database does not answer" in said.err


def test_a_person_s_and_a_unit_s_links_are_revoked_without_having_them(
    giaoban: Callable[..., Said], local: Path, on_dynalite: Engine
) -> None:
    run = ("--run", str(local))
    mine, hers, other = (
        giaoban("link", "issue", "--unit", unit, "--recipient", who, *run).out
        for unit, who in (("00091", "00091-aa"), ("00091", "00091-bb"), ("00097", "00097-aa"))
    )
    said = giaoban("link", "revoke", "--person", "00091-aa", *run)
    assert (said.status, "00091: 1 links revoked." in said.err) == (0, True)
    assert [grant_of(each, on_dynalite.access).is_revoked for each in (mine, hers, other)] == [True, False, False]
    assert "00091: 1 links revoked." in giaoban("link", "revoke", "--unit", "00091", *run).err
    assert [grant_of(each, on_dynalite.access).is_revoked for each in (hers, other)] == [True, False]


@pytest.mark.parametrize("given", [(), ("A" * 22, "--unit", "00004"), ("--unit", "99999"), ("--person", "nobody")])
def test_it_is_said_whose_links_or_which(giaoban: Callable[..., Said], local: Path, given: tuple[str, ...]) -> None:
    assert giaoban("link", "revoke", *given, "--run", str(local)).status == 2
