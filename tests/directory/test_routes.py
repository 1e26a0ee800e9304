"""The directory over HTTP, in memory: reading, the list, its import, single people, the reporter a leader names."""

from base64 import b64decode
from dataclasses import replace
from typing import Any

import pytest

from giaoban.access import OF_A_UNIT, STAFF, Role
from giaoban.access.grant import Grant, digest, new_secret, staff_id
from giaoban.access.hat import Hat
from giaoban.campaign import Campaign
from giaoban.lists.importing import _lock
from tests.access.app import Api
from tests.access.made import ENDS, signed_in
from tests.directory.bombs import workbook
from tests.directory.made import AT, PERSON, ROW, edited, encoded, person, row, rows_csv, text_of
from tests.web.event import body_of

DIRECTORY = "/v1/campaigns/lang-sen/directory"
SEN = f"{DIRECTORY}/people/{PERSON}"
REPORTER = "/v1/campaigns/lang-sen/units/00001/reporter"

type Answer = tuple[int, dict[str, Any]]


class Centre:
    """Sen is the reporter of 00001; requests come from the administrator unless somebody else is named."""

    def __init__(self, campaign: Campaign) -> None:
        self.api = Api(campaign)
        self.api.directory.add("lang-sen", person())
        self.cookies = {role: self._signed_in(role) for role in (*OF_A_UNIT, *STAFF)}

    def _signed_in(self, role: Role) -> str:
        if role in OF_A_UNIT:
            return signed_in(self.api.grants, role)
        secret, made = new_secret(), Grant(staff_id(role), (Hat(role),), f"{role}-1", ENDS)
        self.api.grants.add(replace(made, sessions={digest(secret): ENDS}))
        return f"{made.id}.{secret}"

    def ask(self, method: str, path: str, by: Role = Role.ADMIN, **given: Any) -> Answer:
        answered = self.api.call(method, path, cookie=self.cookies[by], **given)
        return answered["statusCode"], body_of(answered) if answered["body"] else {}

    def people(self, **query: str) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.ask("GET", DIRECTORY, query=query)[1]["people"]
        return found

    def send(self, content: bytes, **otherwise: Any) -> Answer:
        body = {"file": encoded(content), "name": "danh-ba.csv", "dry_run": False, **otherwise}
        return self.ask("POST", f"{DIRECTORY}/import", body=body)


@pytest.fixture
def centre(campaign: Campaign) -> Centre:
    return Centre(campaign)


def rules(answer: Answer) -> dict[str, str]:
    return {each["path"]: each["rule"] for each in answer[1]["problems"]}


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


NEW = {"name": "Trần Văn Ong", "phone": "0987 654 321"}


class TestAReporterNamedByTheLeader:
    def test_takes_the_place_of_the_earlier_one_who_is_deleted(self, centre: Centre) -> None:
        status, named = centre.ask("POST", REPORTER, Role.LEADER, body=NEW)
        assert (status, named["role"], named["phone"], named["channels"]) == (201, "reporter", "+84987654321", ["sms"])
        assert [each["name"] for each in centre.people()] == ["Trần Văn Ong"]
        assert "Sen" not in text_of(centre.api.directory.stored)

    def test_the_history_says_by_which_link(self, centre: Centre) -> None:
        (line,) = centre.ask("POST", REPORTER, Role.LEADER, body=NEW)[1]["history"]
        assert (line["what"], line["role"], line["via"][:2], len(line["via"])) == ("named", "leader", "l-", 10)

    def test_named_twice_is_named_once(self, centre: Centre) -> None:
        first = centre.ask("POST", REPORTER, Role.LEADER, body=NEW)[1]
        assert centre.ask("POST", REPORTER, Role.LEADER, body=NEW) == (201, first)

    def test_a_deputy_can_become_the_reporter(self, centre: Centre) -> None:
        ong = person(
            "00001-00000000bb", name="Trần Văn Ong", phone="+84987654321", role="deputy", email=None, channels=()
        )
        centre.api.directory.add("lang-sen", ong)
        assert centre.ask("POST", REPORTER, Role.LEADER, body=NEW)[1]["id"] == ong.id
        assert [(each["id"], each["role"]) for each in centre.people()] == [(ong.id, "reporter")]

    def test_the_leader_stays_the_leader(self, centre: Centre) -> None:
        leader = person("00001-00000000bb", name="Trần Văn Ong", phone="+84987654321", role="leader")
        centre.api.directory.add("lang-sen", leader)
        answer = centre.ask("POST", REPORTER, Role.LEADER, body=NEW)
        assert rules(answer) == {"/name": "already_listed"}
        assert len(centre.people()) == 2

    def test_somebody_of_the_leaders_name_with_another_number_is_another_person(self, centre: Centre) -> None:
        centre.api.directory.add("lang-sen", person("00001-00000000bb", name="Trần Văn Ong", role="leader"))
        assert centre.ask("POST", REPORTER, Role.LEADER, body=NEW)[0] == 201
        assert [(each["role"], each["phone"]) for each in centre.people()] == [
            ("reporter", "+84987654321"),
            ("leader", "+84912345678"),
        ]

    def test_what_a_phone_pastes_unseen_into_name_and_number_is_left_out(self, centre: Centre) -> None:
        body = {"name": "\u200bTrần\u202a Văn\u00a0Ong\ufeff", "phone": "\u202a0987 654 321\u202c"}
        assert centre.ask("POST", REPORTER, Role.LEADER, body=body)[1]["name"] == "Trần Văn Ong"

    def test_not_for_another_unit_and_not_by_a_reporter(self, centre: Centre) -> None:
        other = REPORTER.replace("00001", "00002")
        assert centre.ask("POST", other, Role.LEADER, body=NEW)[0] == 403
        assert centre.ask("POST", REPORTER, Role.REPORTER, body=NEW)[0] == 403

    @pytest.mark.parametrize(
        "said, problems",
        [
            ({"phone": None}, {"/phone": "no_address"}),
            ({"phone": "113"}, {"/phone": "not_a_mobile"}),
            ({"role": "leader"}, {"/role": "unknown_field"}),
            ({"name": ""}, {"/name": "missing"}),
        ],
    )
    def test_what_is_wrong_is_told(self, centre: Centre, said: dict[str, Any], problems: dict[str, str]) -> None:
        assert rules(centre.ask("POST", REPORTER, Role.LEADER, body=NEW | said)) == problems
        assert [each["name"] for each in centre.people()] == ["Lê Thị Sen"]


ANOTHER = {"role": "deputy", "name": "Trần Văn Súng", "phone": "0912 345 679"}
PEOPLE = "/v1/campaigns/lang-sen/units/00001/people"


@pytest.mark.parametrize("by", [Role.ADMIN, Role.COORDINATOR])
def test_a_second_person_is_added_by_hand_and_the_first_stays(centre: Centre, by: Role) -> None:
    status, added = centre.ask("POST", PEOPLE, by=by, body=ANOTHER)
    assert (status, added["name"], added["role"], added["version"]) == (201, "Trần Văn Súng", "deputy", 1)
    assert [each["role"] for each in centre.people()] == ["reporter", "deputy"]


def test_somebody_added_twice_stands_there_once(centre: Centre) -> None:
    first, again = (centre.ask("POST", PEOPLE, body=ANOTHER)[1] for _ in range(2))
    assert first["id"] == again["id"]
    assert len(centre.people()) == 2


def test_somebody_who_stands_there_already_is_mended_and_not_added_with_another_number(centre: Centre) -> None:
    centre.ask("POST", PEOPLE, body=ANOTHER)
    answer = centre.ask("POST", PEOPLE, body={**ANOTHER, "role": "leader"})
    assert rules(answer) == {"/name": "already_listed"}


def test_nobody_is_added_for_a_unit_that_there_is_not(centre: Centre) -> None:
    assert centre.ask("POST", "/v1/campaigns/lang-sen/units/99999/people", body=ANOTHER)[0] == 404
