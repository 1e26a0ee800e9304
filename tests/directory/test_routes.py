"""The directory over HTTP, in memory: reading, the list, its import, single people, the reporter a leader names."""

from base64 import b64decode
from typing import Any

import pytest

from giaoban.access import Role
from giaoban.lists.importing import _lock
from tests.directory.bombs import workbook
from tests.directory.centre import DIRECTORY, REPORTER, SEN, Centre, rules
from tests.directory.made import AT, PERSON, ROW, edited, person, row, rows_csv, text_of


def test_the_directory_tells_who_is_told_and_who_is_missing(centre: Centre) -> None:
    status, read = centre.ask("GET", DIRECTORY)
    assert (status, read["units_without_reporter"], read["last_import"]) == (200, ["00002", "SSEN"], None)
    assert read["people"] == [
        {
            "id": PERSON,
            "version": 1,
            "unit": "00001",
            "role": "reporter",
            "name": "Lê Thị Sen",
            "phone": "+84912345678",
            "email": "sen@giaoban.invalid",
            "channels": ["sms", "email"],
            "language": "vi",
            "quiet": None,
            "stopped": [],
            "history": [
                {"at": "2025-07-24T08:00:00.000+07:00", "what": "imported", "role": "admin", "via": "quan-tri"}
            ],
        }
    ]


def test_one_unit_can_be_asked_for(centre: Centre) -> None:
    assert [each["unit"] for each in centre.people(unit="00001")] == ["00001"]
    assert centre.people(unit="00002") == []
    assert centre.ask("GET", DIRECTORY, query={"unit": "99999"})[0] == 404


def test_a_trial_run_says_what_would_happen_and_does_nothing(centre: Centre) -> None:
    before = dict(centre.api.directory.stored)
    content = rows_csv(row(phone="0911 111 111"), row(unit="00002", unit_name="", name="Trần Văn Ong"))
    status, plan = centre.send(content, dry_run=True)
    assert (status, plan["imported"], plan["unchanged"], plan["problems"]) == (200, False, 0, [])
    assert plan["added"] == [{"unit": "00002", "role": "reporter", "name": "Trần Văn Ong"}]
    assert plan["changed"] == [{"unit": "00001", "role": "reporter", "name": "Lê Thị Sen", "fields": ["phone"]}]
    assert plan["units_without_reporter"] == ["SSEN"]
    assert centre.api.directory.stored == before


def test_the_plan_that_was_looked_at_is_carried_out(centre: Centre) -> None:
    content = workbook(list(row(unit="00002", unit_name="", name="Trần Văn Ong")))
    plan = centre.send(content, dry_run=True)[1]["plan"]
    status, done = centre.send(content, plan=plan)
    assert (status, done["imported"], [each["name"] for each in done["removed"]]) == (200, True, ["Lê Thị Sen"])
    assert [each["name"] for each in centre.people()] == ["Trần Văn Ong"]
    assert centre.send(rows_csv(ROW), plan=plan)[0] == 409


def test_with_a_single_problem_nothing_is_imported_and_every_problem_is_told(centre: Centre) -> None:
    before = dict(centre.api.directory.stored)
    content = rows_csv(row(name="Trần Văn Ong"), row(name="Bướm", phone="024 3825 0000"), row(unit="9"))
    told = centre.send(content, dry_run=True)[1]
    assert [(each["row"], each["column"] and each["column"]["vi"]) for each in told["problems"]] == [
        (3, "Điện thoại di động"),
        (4, "Mã đơn vị"),
    ]
    refused = centre.send(content)
    assert (refused[0], rules(refused)) == (422, {"/rows/3/phone": "landline", "/rows/4/unit": "unknown_unit"})
    assert centre.api.directory.stored == before


@pytest.mark.parametrize("said", [{"file": "…"}, {"file": ""}, {"file": "AAA"}, {"dry_run": "yes"}, {"path": "/etc/x"}])
def test_a_wrong_body_is_refused(centre: Centre, said: dict[str, Any]) -> None:
    status, answer = centre.ask("POST", f"{DIRECTORY}/import", body={"file": "AAAA", "dry_run": True} | said)
    assert (status, len(answer["problems"])) == (422, 1)


def test_a_file_that_is_too_large_is_413(centre: Centre) -> None:
    status, answer = centre.send(b"x" * 1_100_000)
    assert (status, answer["type"]) == (413, "urn:giaoban:problem:file_too_large")
    assert centre.send(b"x" * 3_000_000)[0] == 413


@pytest.mark.parametrize("kind, begins", [("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")])
def test_the_list_to_fill_in_is_a_file_to_keep(centre: Centre, kind: str, begins: bytes) -> None:
    answered = centre.api.call(
        "GET",
        f"{DIRECTORY}/template/{kind}",
        cookie=centre.cookies[Role.ADMIN],
        query={"people": "current"},
    )
    assert b64decode(answered["body"]).startswith(begins)
    assert answered["headers"]["Content-Disposition"] == f'attachment; filename="danh-ba-lang-sen.{kind}"'
    assert answered["headers"]["Cache-Control"] == "no-store"
    assert centre.send(b64decode(answered["body"]))[1]["unchanged"] == 1


def test_there_is_no_other_kind_of_file(centre: Centre) -> None:
    assert centre.ask("GET", f"{DIRECTORY}/template/pdf")[0] == 404


class TestOnePerson:
    def test_is_mended(self, centre: Centre) -> None:
        status, read = centre.ask("PUT", SEN, body=edited(phone="0911.111.111", quiet=["22:00", "06:00"]))
        assert (status, read["phone"], read["version"], read["quiet"]) == (200, "+84911111111", 2, ["22:00", "06:00"])
        assert [each["what"] for each in read["history"]] == ["imported", "changed"]
        assert centre.people() == [read]

    def test_is_stopped_and_speaks_again_and_the_history_says_who(self, centre: Centre) -> None:
        stopped = centre.ask("PUT", SEN, Role.COORDINATOR, body=edited(stopped=["sms"]))[1]
        assert [(each["channel"], each["why"]) for each in stopped["stopped"]] == [("sms", "by_hand")]
        again = centre.ask("PUT", SEN, body=edited(base_version=2))[1]
        assert (again["stopped"], [each["what"] for each in again["history"]]) == (
            [],
            ["imported", "stopped", "resumed"],
        )
        assert [each["role"] for each in again["history"]] == ["admin", "coordinator", "admin"]

    def test_as_it_was_costs_nothing(self, centre: Centre) -> None:
        before = dict(centre.api.directory.stored)
        assert centre.ask("PUT", SEN, body=edited())[1]["version"] == 1
        assert centre.api.directory.stored == before

    def test_on_an_old_sight_is_refused_with_what_stands(self, centre: Centre) -> None:
        centre.ask("PUT", SEN, body=edited(language="en"))
        status, answer = centre.ask("PUT", SEN, body=edited(stopped=["sms"]))
        assert (status, answer["current"]["language"], answer["current"]["version"]) == (409, "en", 2)

    def test_cannot_become_another_who_is_there(self, centre: Centre) -> None:
        centre.ask("POST", REPORTER, body={"name": "Ong", "phone": "0987654321"})
        ong = centre.people()[0]["id"]
        centre.api.directory.add("lang-sen", person())
        answer = centre.ask("PUT", f"{DIRECTORY}/people/{ong}", body=edited(name="LÊ THỊ SEN"))
        assert rules(answer) == {"/name": "already_listed"}

    @pytest.mark.parametrize(
        "said, problems",
        [
            ({"phone": "024 3825 0000"}, {"/phone": "landline"}),
            ({"phone": None}, {"/channels": "channel_without_address"}),
            ({"phone": None, "email": None, "channels": []}, {"/phone": "no_address"}),
            ({"email": "a@b.vn\r\nBcc: c@d.vn"}, {"/email": "not_an_email"}),
            ({"name": "=1+1"}, {"/name": "not_a_name"}),
            ({"role": "boss"}, {"/role": "wrong_choice"}),
            ({"quiet": ["22:00", "22:00"]}, {"/quiet": "not_hours"}),
            ({"unit": "00002"}, {"/unit": "unknown_field"}),
            ({"history": []}, {"/history": "unknown_field"}),
        ],
    )
    def test_what_is_wrong_is_told_with_its_place(
        self, centre: Centre, said: dict[str, Any], problems: dict[str, str]
    ) -> None:
        before = dict(centre.api.directory.stored)
        assert rules(centre.ask("PUT", SEN, body=edited(**said))) == problems
        assert centre.api.directory.stored == before

    def test_is_deleted_at_once_and_then_unknown(self, centre: Centre) -> None:
        assert centre.ask("DELETE", SEN) == (204, {})
        assert "Sen" not in text_of(centre.api.directory.stored)
        assert (centre.ask("DELETE", SEN)[0], centre.ask("PUT", SEN, body=edited())[0]) == (404, 404)

    def test_is_deleted_with_the_copy_that_a_crashed_import_has_left(self, centre: Centre) -> None:
        store = centre.api.directory
        head = _lock(store, "lang-sen", AT)
        store.put_all([store.staged("lang-sen", person("00001-00000000cc"), head.last)])
        assert len(centre.people()) == 1
        assert centre.ask("DELETE", SEN) == (204, {})
        assert "Sen" not in text_of(store.stored)

    @pytest.mark.parametrize(
        "id", ["00001", "00001-", "-head", "%23head", "#head", "00001-00000000AA", "00001#00000000aa"]
    )
    def test_an_odd_id_is_nobody(self, centre: Centre, id: str) -> None:
        centre.send(rows_csv(ROW))
        before = dict(centre.api.directory.stored)
        assert centre.ask("DELETE", f"{DIRECTORY}/people/{id}")[0] == 404
        assert centre.api.directory.stored == before
