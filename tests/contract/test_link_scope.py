"""A link opens its own unit's reports until it ends, and nothing else (ASVS 8.2.1-3, 8.4.1)."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest

from tests.contract.client import Client
from tests.contract.conftest import Body, UnitDay
from tests.contract.system import TODAY, System

ME = "/v1/session"
CAMPAIGN = "/v1/campaigns/hanoi-45"


def refused(client: Client, path: str, body: Body) -> set[str]:
    """The problem's name for reading and for sending."""
    return {client.get(path).problem, client.put(path, body).problem}


def test_another_units_report_is_not_yours(system: System, report: Callable[..., Body]) -> None:
    assert refused(system.reporter("00004"), f"{CAMPAIGN}/days/2025-08-02/reports/00008", report()) == {"not_yours"}


@pytest.mark.parametrize("unit", ["99999", "4", "00004x", "%20", "*"])
def test_a_unit_that_does_not_exist_is_unknown(system: System, report: Callable[..., Body], unit: str) -> None:
    path = f"{CAMPAIGN}/days/2025-08-02/reports/{unit}"
    assert refused(system.reporter("00004"), path, report()) == {"unknown_unit"}
    assert refused(system.client(), path, report()) == {"no_session"}


@pytest.mark.parametrize("slug", ["hue-30", "hanoi-46", "HANOI-45"])
def test_a_campaign_that_does_not_exist_is_unknown(system: System, report: Callable[..., Body], slug: str) -> None:
    path = f"/v1/campaigns/{slug}/days/2025-08-02/reports/00004"
    assert refused(system.reporter("00004"), path, report()) == {"unknown_campaign"}


def test_another_units_report_is_not_changed_by_who_may_not(unit_day: UnitDay, report: Callable[..., Body]) -> None:
    unit_day.reporter.put(unit_day.path, report())
    before = unit_day.reporter.get(f"{unit_day.path}?revisions=all").body
    other = unit_day.system.reporter("00004")
    assert other.put(unit_day.path, report(base_revision=1, figures={"team_members": 1})).status == 403
    assert unit_day.reporter.get(f"{unit_day.path}?revisions=all").body == before


@pytest.mark.parametrize(
    "token",
    [
        "AAAAAAAAAAAAAAAAAAAAAA",
        "A" * 21,
        "A" * 23,
        "A" * 60_000,
        "",
        "AAAAAAAAAAAAAAAAAAAAA=",
        "AAAAAAAAAAAAAAAAAAAAA\n",
        "ÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁÁ",
        "٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠",
        None,
        0,
        True,
        ["AAAAAAAAAAAAAAAAAAAAAA"],
        {"$ne": ""},
    ],
)
def test_a_guessed_token_opens_nothing(anyone: Client, token: object) -> None:
    answer = anyone.post(ME, {"token": token})
    assert (answer.status, answer.problem, anyone.cookie) == (401, "link_opens_nothing", "")


def test_no_token_at_all_opens_nothing(anyone: Client) -> None:
    assert anyone.post(ME, {}).problem == "link_opens_nothing"


def test_a_links_stored_id_is_not_its_token(system: System, anyone: Client) -> None:
    grant = system.link("00004").grant
    for guess in (grant.id, grant.id.removeprefix("l-"), grant.id.removeprefix("l-")[:22]):
        assert anyone.post(ME, {"token": guess}).status == 401


def test_a_revoked_link_opens_nothing_and_its_sessions_die_at_once(system: System, anyone: Client) -> None:
    link, phone = system.link("00004"), system.client()
    assert phone.post(ME, {"token": link.token}).status == 200
    assert system.grants.revoke(link.grant.id)
    assert phone.get(ME).problem == "no_session"
    assert anyone.post(ME, {"token": link.token}).problem == "link_opens_nothing"


def test_revoking_one_link_leaves_the_units_others(system: System) -> None:
    link, other = system.link("00004"), system.reporter("00004")
    system.grants.revoke(link.grant.id)
    assert other.get(ME).status == 200


@pytest.mark.parametrize("at, status", [("15:59:59.999", 200), ("16:00:00.000", 401), ("16:00:01.000", 401)])
def test_a_link_opens_until_corrections_of_its_day_close(system: System, anyone: Client, at: str, status: int) -> None:
    token = system.link("00004").token
    assert anyone.post(ME, {"token": token}, at=f"2025-08-04T{at}+07:00").status == status


@pytest.mark.parametrize("at, status", [("15:59:59.999", 200), ("16:00:00.000", 401)])
def test_a_session_ends_with_its_link(system: System, at: str, status: int) -> None:
    assert system.reporter("00004").get(ME, at=f"2025-08-04T{at}+07:00").status == status


@pytest.mark.parametrize("hours, status", [(timedelta(hours=12, milliseconds=-1), 200), (timedelta(hours=12), 401)])
def test_a_session_of_staff_ends_after_12_hours(system: System, hours: timedelta, status: int) -> None:
    noon = system.campaign.opens(TODAY) + timedelta(hours=12)
    assert system.staff("dieu-phoi-2").get(ME, at=(noon + hours).isoformat()).status == status


def test_opening_another_units_link_changes_whose_session_it_is(system: System, report: Callable[..., Body]) -> None:
    phone = system.reporter("00004")
    phone.post(ME, {"token": system.link("00008").token})
    assert phone.get(ME).json["unit"]["code"] == "00008"
    assert refused(phone, f"{CAMPAIGN}/days/2025-08-02/reports/00004", report()) == {"not_yours"}


def _id_of_another(system: System, cookie: str) -> str:
    return system.reporter("00008").cookie.split(".")[0] + "." + cookie.split(".")[1]


TAMPERED: dict[str, Callable[[System, str], str]] = {
    "another link's id with this secret": _id_of_another,
    "another secret": lambda _, cookie: cookie.split(".")[0] + "." + "A" * 22,
    "no secret": lambda _, cookie: cookie.split(".")[0],
    "an empty secret": lambda _, cookie: cookie.split(".")[0] + ".",
    "the secret alone": lambda _, cookie: cookie.split(".")[1],
    "one letter more": lambda _, cookie: cookie + "A",
    "one letter less": lambda _, cookie: cookie[:-1],
    "called staff": lambda _, cookie: "s-" + cookie[2:],
    "another kind of item": lambda _, cookie: "ask#hanoi-45#00004." + cookie.split(".")[1],
    "in quotes": lambda _, cookie: f'"{cookie}"',
    "doubled": lambda _, cookie: f"{cookie},{cookie}",
    "huge": lambda _, cookie: cookie + "A" * 5000,
    "nothing": lambda *_: "=",
}


@pytest.mark.parametrize("name", TAMPERED)
def test_a_changed_cookie_is_nobodys(system: System, name: str) -> None:
    cookie = TAMPERED[name](system, system.reporter("00004").cookie)
    assert Client(system.origin, cookie).get(ME).problem == "no_session"


def test_a_cookie_of_another_name_is_not_ours(system: System, anyone: Client) -> None:
    cookie = system.reporter("00004").cookie
    for name in ("giaoban", "__Secure-giaoban", "__host-giaoban", "__Host-giaoban2"):
        assert anyone.get(ME, headers={"Cookie": f"{name}={cookie}"}).status == 401
    assert anyone.get(ME, headers={"Cookie": f"a=b; __Host-giaoban={cookie}; c=d"}).status == 200


def test_the_token_is_not_taken_from_the_address_or_a_header(system: System, anyone: Client) -> None:
    token = system.link("00004").token
    assert anyone.get(f"{ME}?token={token}").status == 401
    assert anyone.get(ME, headers={"Authorization": f"Bearer {token}"}).status == 401
    assert anyone.post(f"{ME}?token={token}", {}).status == 401


def test_a_link_of_an_earlier_day_opens_the_units_later_days_too_until_it_ends(
    system: System, report: Callable[..., Body], free_units: Iterator[str]
) -> None:
    unit = next(free_units)
    client = system.reporter(unit)
    path = f"{CAMPAIGN}/days/2025-08-03/reports/{unit}"
    assert client.put(path, report(), at="2025-08-03T09:00:00+07:00").status == 201
