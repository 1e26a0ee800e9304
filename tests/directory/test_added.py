"""Who is named by the unit's leader, or added by hand at the centre."""

from typing import Any

import pytest

from giaoban.access import Role
from tests.directory.centre import REPORTER, Centre, rules
from tests.directory.made import person, text_of

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
