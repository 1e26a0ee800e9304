"""Signing in by link, who am I, signing out, asking for the link."""

import pytest

from tests.contract.client import Client
from tests.contract.conftest import UnitDay
from tests.contract.system import System

ME = "/v1/session"
OF_A_UNIT = [
    "GET /v1/session",
    "GET /v1/campaigns/{c}/days/{d}/reports/{u}",
    "PUT /v1/campaigns/{c}/days/{d}/reports/{u}",
]


def test_a_links_token_opens_a_session_that_says_who_may_do_what(system: System, anyone: Client) -> None:
    link = system.link("00004")
    answer = anyone.post(ME, {"token": link.token})
    assert answer.status == 200
    assert answer.json == {
        "role": "reporter",
        "campaign": "hanoi-45",
        "unit": {"code": "00004", "kind": "commune", "names": {"vi": "Phường Ba Đình", "en": "Ba Đình Ward"}},
        "link": link.grant.short_id,
        "account": None,
        "expires_at": "2025-08-04T16:00:00+07:00",
        "lands": {"day": "2025-08-02", "field": None},
        "may": OF_A_UNIT,
    }


def test_the_cookie_is_for_this_host_and_our_own_pages_only(system: System, anyone: Client) -> None:
    answer = anyone.post(ME, {"token": system.link("00004").token})
    value, *attributes = answer.headers["set-cookie"].split("; ")
    assert value.startswith("__Host-giaoban=l-")
    named = {each.lower() for each in attributes if not each.startswith("Max-Age=")}
    assert named == {"path=/", "secure", "httponly", "samesite=strict"}


def test_the_cookie_is_kept_as_long_as_the_ended_link_and_opens_nothing_once_it_has_ended(
    system: System, anyone: Client
) -> None:
    at = {"giaoban-at": "2025-08-04T15:00:00+07:00"}
    answer = anyone.post(ME, {"token": system.link("00004").token}, headers=at)
    week = 7 * 24 * 3600
    assert f"Max-Age={3600 + week}" in answer.headers["set-cookie"].split("; ")
    assert anyone.get(ME, headers={"giaoban-at": "2025-08-04T16:00:00+07:00"}).status == 401


def test_neither_the_token_nor_the_contact_stands_in_the_answer(system: System, anyone: Client) -> None:
    link = system.link("00004")
    answer = anyone.post(ME, {"token": link.token})
    everything = str(answer.headers) + answer.body.decode()
    assert link.token not in everything
    assert "contact-of" not in everything
    assert link.grant.id not in answer.body.decode()


def test_who_am_i_is_the_same_answer_as_signing_in(system: System, anyone: Client) -> None:
    signed_in = anyone.post(ME, {"token": system.link("00004").token})
    assert anyone.get(ME).json == signed_in.json


def test_a_link_opens_on_several_devices_each_with_a_session_of_its_own(system: System) -> None:
    token, phone, computer = system.link("00004").token, system.client(), system.client()
    assert phone.post(ME, {"token": token}).status == computer.post(ME, {"token": token}).status == 200
    assert phone.cookie != computer.cookie
    assert phone.delete(ME).status == 204
    assert computer.get(ME).status == 200


def test_a_link_that_was_opened_50_times_opens_once_more_and_signs_nobody_out(system: System) -> None:
    token, clients = system.link("00004").token, [system.client() for _ in range(51)]
    assert {client.post(ME, {"token": token}).status for client in clients} == {200}
    assert (clients[0].get(ME).status, clients[49].get(ME).status, clients[50].get(ME).status) == (200, 200, 200)


def test_signing_out_ends_the_session_also_for_whoever_has_copied_the_cookie(system: System) -> None:
    client = system.reporter("00004")
    stolen = Client(system.origin, client.cookie)
    answer = client.delete(ME)
    assert (answer.status, client.cookie) == (204, "")
    assert "max-age=0" in answer.headers["set-cookie"].lower()
    assert stolen.get(ME).problem == "no_session"


def test_signing_out_without_a_session_is_done_already(anyone: Client) -> None:
    assert anyone.delete(ME).status == 204
    assert Client(anyone.origin, "l-" + "A" * 43 + "." + "A" * 22).delete(ME).status == 204


def test_without_a_session_who_am_i_is_401_and_says_what_to_do(anyone: Client) -> None:
    answer = anyone.get(ME)
    assert (answer.status, answer.problem) == (401, "no_session")
    assert answer.json["detail"].startswith("Phiên làm việc đã hết.")
    assert answer.json["detail_en"].startswith("The session has ended.")


@pytest.mark.parametrize(
    "body", [{"unit": "00070"}, {"unit": "99999"}, {"unit": 7}, {}, {"unit": "00070", "campaign": "hue"}]
)
def test_asking_for_a_link_is_answered_alike_for_everybody(anyone: Client, body: dict[str, object]) -> None:
    known = anyone.post("/v1/session/request", {"unit": "00004"})
    answer = anyone.post("/v1/session/request", body)
    assert (answer.status, answer.body) == (known.status, known.body) == (202, known.body)
    assert set(answer.json) == {"vi", "en"}
    assert {name: value for name, value in answer.headers.items() if name != "date"} == {
        name: value for name, value in known.headers.items() if name != "date"
    }


def test_a_unit_that_asks_again_at_once_is_not_noted_again(unit_day: UnitDay, anyone: Client) -> None:
    def asked(at: str) -> str:
        assert anyone.post("/v1/session/request", {"unit": unit_day.unit}, at=f"2025-08-02T{at}+07:00").status == 202
        noted = anyone.get("/dev/state").json["asked"]
        return str(next(each["at"] for each in noted if each["unit"] == unit_day.unit))

    assert asked("10:00:00") == asked("10:04:59") == "2025-08-02T10:00:00+07:00"
    assert asked("10:05:01") == "2025-08-02T10:05:01+07:00"


def test_a_request_for_an_unknown_unit_is_noted_nowhere(anyone: Client) -> None:
    anyone.post("/v1/session/request", {"unit": "99998"})
    assert not [each for each in anyone.get("/dev/state").json["asked"] if each["unit"] == "99998"]
