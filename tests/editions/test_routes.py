"""The hour over HTTP: draft, remarks, issue, list, fetch, registry; weeks and the whole."""

import json
from base64 import b64decode
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.by_clock import freeze_provisional
from giaoban.editions.kept import Message
from tests.board.centre import DAY, Centre, named, problems
from tests.editions.schemas import validator
from tests.reports.made import at, new_id

ISSUED_AT = at("16:48:12.345")
EDITIONS = f"{DAY}/editions"
FIRST = "/v1/campaigns/lang-sen/days/2025-07-24"


@pytest.fixture
def centre(campaign: Campaign) -> Centre:
    made = Centre(campaign)
    made.send(figures={"dossiers_online": 41})
    return made


def press(base: int = 0) -> dict[str, Any]:
    return {"request_id": new_id(), "base_edition": base}


def put(centre: Centre, path: str, said: object, by: str | None = None) -> tuple[int, Any]:
    answered = centre.api.call("PUT", path, cookie=by or centre.coordinator, at=ISSUED_AT, body=said)
    return answered["statusCode"], json.loads(answered["body"])


def test_the_draft_is_the_edition_that_would_be_issued(centre: Centre, campaign: Campaign) -> None:
    list(freeze_provisional(centre.api.made.stores, campaign, at("16:50")))  # the days before
    status, draft = centre.get(f"{DAY}/draft", at=ISSUED_AT)
    assert (status, draft["kind"], draft["edition"], draft["issued_by"]) == (200, "draft", 1, None)
    assert list(validator("edition").iter_errors(draft)) == []
    centre.post(EDITIONS, press(), at=ISSUED_AT)
    _, issued = centre.get(f"{EDITIONS}/1/json", at=ISSUED_AT)
    assert issued == draft | {"kind": "issued", "issued_by": "dieu-phoi-1"}


def test_a_day_has_a_draft_from_midnight_on(centre: Centre) -> None:
    assert centre.get(f"{DAY}/draft", at=at("00:00"))[0] == 200
    assert named(centre.get(f"{DAY}/draft", at=at("00:00") - timedelta(milliseconds=1))) == (422, "day_in_the_future")


def test_issuing_answers_with_the_edition_and_again_with_the_same(centre: Centre) -> None:
    said = press()
    status, entry = centre.post(EDITIONS, said, at=ISSUED_AT)
    assert status == 201
    assert (entry["edition"], entry["kind"], entry["issued_by"]) == (1, "issued", "dieu-phoi-1")
    assert entry["issued_at"] == "2025-08-02T16:48:12.345+07:00"
    assert centre.post(EDITIONS, said | {"request_id": said["request_id"].upper()}, at=at("16:50")) == (200, entry)


def test_the_second_coordinator_sees_what_the_first_has_issued(centre: Centre) -> None:
    _, entry = centre.post(EDITIONS, press(), at=ISSUED_AT)
    answered = centre.post(EDITIONS, press(), by=centre.second, at=ISSUED_AT)
    assert named(answered) == (409, "issued_meanwhile")
    assert answered[1]["current"] == entry


def test_nothing_changed_and_a_base_from_nowhere_are_refused(centre: Centre) -> None:
    centre.post(EDITIONS, press(), at=ISSUED_AT)
    assert problems(centre.post(EDITIONS, press(1), at=ISSUED_AT)) == [("", "nothing_changed")]
    assert problems(centre.post(EDITIONS, press(2), at=ISSUED_AT)) == [("/base_edition", "base_edition_unknown")]
    assert named(centre.post(f"{DAY[:-1]}3/editions", press(), at=ISSUED_AT)) == (422, "day_in_the_future")


@pytest.mark.parametrize(
    "said, path",
    [({}, "/request_id"), ({"request_id": "1", "base_edition": 0}, "/request_id"),
     ({"request_id": new_id(), "base_edition": -1}, "/base_edition"),
     ({"request_id": new_id(), "base_edition": 0, "figures": {}}, "/figures")],
)  # fmt: skip
def test_what_is_not_a_press_of_the_button_is_refused(centre: Centre, said: object, path: str) -> None:
    answered = centre.post(EDITIONS, said, at=ISSUED_AT)
    assert path in [found for found, _ in problems(answered)]


class TestRemarks:
    def test_they_go_into_the_next_edition(self, centre: Centre) -> None:
        assert centre.get(f"{DAY}/remarks")[1] == {"text": "", "by": None, "number": 0}
        status, written = put(centre, f"{DAY}/remarks", {"text": "  Đúng giờ ", "base_remarks": 0})
        assert (status, written) == (201, {"text": "Đúng giờ", "by": "dieu-phoi-1", "number": 1})
        assert centre.get(f"{DAY}/remarks")[1] == written
        centre.post(EDITIONS, press(), at=ISSUED_AT)
        assert centre.get(f"{EDITIONS}/1/json")[1]["remarks"] == written

    def test_two_who_write_at_once_do_not_overwrite_each_other(self, centre: Centre) -> None:
        _, first = put(centre, f"{DAY}/remarks", {"text": "Một", "base_remarks": 0})
        status, problem = put(centre, f"{DAY}/remarks", {"text": "Hai", "base_remarks": 0}, centre.second)
        assert (status, problem["type"], problem["current"]) == (409, "urn:giaoban:problem:remarks_meanwhile", first)

    def test_the_same_sent_again_is_written_once(self, centre: Centre) -> None:
        said = {"text": "Một", "base_remarks": 0}
        assert put(centre, f"{DAY}/remarks", said) == put(centre, f"{DAY}/remarks", said)

    def test_they_can_be_emptied_and_no_base_is_skipped(self, centre: Centre) -> None:
        put(centre, f"{DAY}/remarks", {"text": "Một", "base_remarks": 0})
        assert put(centre, f"{DAY}/remarks", {"text": "", "base_remarks": 1})[1]["number"] == 2
        assert put(centre, f"{DAY}/remarks", {"text": "", "base_remarks": 7})[0] == 422
        assert put(centre, f"{DAY}/remarks", {"text": "x" * 5001, "base_remarks": 2})[0] == 422


class TestList:
    def test_it_says_what_became_of_each_edition(self, centre: Centre) -> None:
        centre.post(EDITIONS, press(), at=ISSUED_AT)
        sent = Message("chairman", "SENT", "2025-08-02T16:49:00.000+07:00", "m-1")
        centre.api.made.editions.deliver("lang-sen", "2025-08-02", 1, sent)
        status, listed = centre.get(EDITIONS)
        (edition,) = listed["editions"]
        assert (status, listed["alarm"], edition["registry"]) == (200, None, None)
        assert edition["counts"]["due"] == 3
        assert set(edition["documents"]) == {"pdf", "docx", "xlsx"}
        assert edition["mail"] == [
            {
                "recipient": {"id": "chairman", "names": {"vi": "Chủ tịch", "en": "Chairman"}},
                "state": "SENT",
                "at": "2025-08-02T16:49:00.000+07:00",
                "reason": None,
            }
        ]

    def test_the_registrys_number_stands_beside_the_edition_and_can_be_mended(self, centre: Centre) -> None:
        centre.post(EDITIONS, press(), at=ISSUED_AT)
        for number in ("12/BC-TTLS", "13/BC-TTLS"):
            status, given = centre.post(
                f"{EDITIONS}/1/registry", {"number": number, "date": "2025-08-02"}, at=ISSUED_AT
            )
            assert (status, given["number"], given["by"]) == (201, number, "dieu-phoi-1")
        assert centre.get(EDITIONS)[1]["editions"][0]["registry"]["number"] == "13/BC-TTLS"
        assert named(centre.post(f"{EDITIONS}/2/registry", {"number": "1", "date": "2025-08-02"})) == (
            404,
            "unknown_edition",
        )
        assert centre.post(f"{EDITIONS}/1/registry", {"number": "", "date": "2.8.2025"})[0] == 422

    def test_a_day_without_an_edition_has_an_empty_list(self, centre: Centre) -> None:
        status, told = centre.get(f"{FIRST}/editions")
        nothing = {"editions": [], "remarks": {"text": "", "by": None, "number": 0}, "alarm": None}
        assert (status, {name: told[name] for name in nothing}) == (200, nothing)

    def test_it_says_who_will_be_sent_it_and_when_the_clock_freezes_one(self, centre: Centre) -> None:
        _, told = centre.get(f"{FIRST}/editions")
        assert [each["id"] for each in told["recipients"]] == ["chairman", "centre"]
        assert told["provisional_at"] == "2025-07-24T16:55:00+07:00"


class TestFetch:
    def test_the_json_comes_byte_by_byte_as_its_hash_names_it(self, centre: Centre) -> None:
        _, entry = centre.post(EDITIONS, press(), at=ISSUED_AT)
        answered = centre.api.call("GET", f"{EDITIONS}/1/json", cookie=centre.viewer, at=ISSUED_AT)
        assert sha256(answered["body"].encode()).hexdigest() == entry["sha256"]
        tag = f'"{entry["sha256"]}"'
        assert answered["headers"]["ETag"] == tag
        again = centre.api.call(
            "GET", f"{EDITIONS}/1/json", cookie=centre.viewer, at=ISSUED_AT, headers={"if-none-match": tag}
        )
        assert again["statusCode"] == 304

    def test_a_document_comes_as_a_file_with_a_name(self, centre: Centre) -> None:
        _, entry = centre.post(EDITIONS, press(), at=ISSUED_AT)
        assert named(centre.get(f"{EDITIONS}/1/pdf")) == (404, "document_not_ready")
        content = b"%PDF-1.7 \xff\x00"
        sha = sha256(content).hexdigest()
        made = centre.api.made
        made.editions.deliver("lang-sen", "2025-08-02", 1)
        made.editions.kept("lang-sen", "2025-08-02").documents[1]["pdf"]["sha256"] = sha
        made.bucket.put(f"documents/{entry['sha256']}/pdf/{sha}.pdf", content, "application/pdf")
        answered = centre.api.call("GET", f"{EDITIONS}/1/pdf", cookie=centre.viewer, at=ISSUED_AT)
        assert (answered["statusCode"], answered["isBase64Encoded"]) == (200, True)
        assert b64decode(answered["body"]) == content
        assert answered["headers"]["Content-Type"] == "application/pdf"
        assert (
            answered["headers"]["Content-Disposition"] == 'attachment; filename="bao-cao-lang-sen-2025-08-02-ban-1.pdf"'
        )

    @pytest.mark.parametrize(
        "path, name",
        [("2/json", "unknown_edition"), ("0/json", "unknown_edition"), ("x/json", "unknown_edition"),
         ("²/json", "unknown_edition"), ("99999999999/json", "unknown_edition"), ("1/html", "unknown_format")],
    )  # fmt: skip
    def test_what_is_not_there_is_unknown(self, centre: Centre, path: str, name: str) -> None:
        centre.post(EDITIONS, press(), at=ISSUED_AT)
        assert named(centre.get(f"{EDITIONS}/{path}")) == (404, name)


class TestPeriods:
    PERIODS = "/v1/campaigns/lang-sen/periods"

    def test_the_weeks_and_the_whole_are_listed(self, centre: Centre) -> None:
        _, answered = centre.get(self.PERIODS, at=ISSUED_AT)
        assert [each["period"] for each in answered["periods"]] == [*(f"week-{n}" for n in range(1, 8)), "final"]
        assert [each["over"] for each in answered["periods"]] == [True, *[False] * 7]
        assert answered["periods"][0]["last"] is None

    def test_a_week_is_issued_listed_and_fetched(self, centre: Centre) -> None:
        centre.post(EDITIONS, press(), at=ISSUED_AT)
        status, entry = centre.post(f"{self.PERIODS}/week-1/editions", press(), at=ISSUED_AT)
        assert (status, entry["edition"]) == (201, 1)
        assert centre.get(f"{self.PERIODS}/week-1/editions")[1]["editions"][0]["sha256"] == entry["sha256"]
        _, content = centre.get(f"{self.PERIODS}/week-1/editions/1/json")
        assert list(validator("period").iter_errors(content)) == []
        assert ("lang-sen", "week-1", 1) in centre.api.made.queue.sent
        assert centre.get(self.PERIODS)[1]["periods"][0]["last"] == entry

    def test_a_week_that_is_not_over_cannot_be_issued(self, centre: Centre) -> None:
        assert problems(centre.post(f"{self.PERIODS}/week-2/editions", press())) == [("", "period_not_over")]

    @pytest.mark.parametrize("name", ["week-0", "week-8", "week", "Final", "2025-08-02"])
    def test_other_periods_are_unknown(self, centre: Centre, name: str) -> None:
        assert named(centre.get(f"{self.PERIODS}/{name}/editions")) == (404, "unknown_period")
