"""A unit's report over HTTP: send, correct, read back, and every refusal with its status."""

from datetime import datetime
from typing import Any

import pytest

from giaoban.access import Role
from giaoban.campaign import Campaign
from giaoban.reports.report import Baseline, KnownStock
from tests.access.app import Api
from tests.access.made import grant, signed_in
from tests.reports.made import DAY, at, body, new_id, unit_day
from tests.web.event import NOON, body_of

PATH = "/v1/campaigns/lang-sen/days/2025-08-02/reports/00001"
# Of the coordinator that `signed_in` makes.
ACCOUNT = "s-12345678"
BASELINE = Baseline({"team_members": KnownStock(120, DAY.replace(day=1))}, {"dossiers_online": 40})


class Phone:
    """Somebody who is signed in and sends."""

    def __init__(self, campaign: Campaign) -> None:
        self.api = Api(campaign)
        self.api.reports.add_baseline(unit_day(campaign, baseline=BASELINE), at("00:05"))
        self.cookie = signed_in(self.api.grants)

    def put(self, path: str = PATH, at: datetime = NOON, role: Role | None = None, **said: Any) -> dict[str, Any]:
        cookie = signed_in(self.api.grants, role) if role else self.cookie
        return self.api.call("PUT", path, cookie=cookie, at=at, body=body(**said))

    def get(self, at: datetime = NOON, **query: str) -> dict[str, Any]:
        return body_of(self.api.call("GET", PATH, cookie=self.cookie, at=at, query=query))


@pytest.fixture
def phone(campaign: Campaign) -> Phone:
    return Phone(campaign)


def test_before_any_report_one_reads_revision_0(phone: Phone) -> None:
    assert phone.get() == {
        "unit": "00001",
        "day": "2025-08-02",
        "revision": 0,
        "state": "expected",
        "flags": [],
        "received_at": None,
        "receipt": None,
        "findings": [],
        "submission_id": None,
        "complete": None,
        "nothing_to_report": None,
        "figures": {},
        "notes": {},
        "explanations": {},
        "baseline": {"stocks": {"team_members": {"value": 120, "day": "2025-08-01"}}, "usual": {"dossiers_online": 40}},
        "returns": [],
        "corrections_close": "2025-08-04T16:00:00+07:00",
    }


def test_a_report_is_answered_by_its_receipt_and_findings(phone: Phone) -> None:
    answered = phone.put(
        figures={"team_members": 119}, explanations={"stock_fell:team_members": "Chuyển đi"}, at=at("15:59:59.999")
    )
    told = body_of(answered)
    assert answered["statusCode"] == 201
    assert len(told.pop("receipt")) == 9
    assert told == {
        "unit": "00001",
        "day": "2025-08-02",
        "revision": 1,
        "state": "on_time",
        "flags": [],
        "received_at": "2025-08-02T15:59:59.999+07:00",
        "findings": [
            {
                "rule": "stock_fell:team_members",
                "figures": ["team_members"],
                "vi": "“Thành viên” giảm từ 120 xuống 119.",
                "en": "“Members” fell from 120 to 119.",
                "explanation": "Chuyển đi",
            }
        ],
    }


def test_what_was_sent_is_read_back_with_its_history(phone: Phone) -> None:
    first, second = new_id(), new_id()
    phone.put(submission_id=first, figures={"dossiers_online": 41}, complete=False)
    phone.put(
        submission_id=second, base_revision=1, figures={"dossiers_online": 0}, notes={"difficulties": "Mạng chậm"}
    )
    read = phone.get(revisions="all")
    assert (read["revision"], read["figures"], read["submission_id"], read["flags"]) == (
        2,
        {"dossiers_online": 0},
        second,
        [],
    )
    assert [(each["revision"], each["figures"], each["complete"]) for each in read["history"]] == [
        (1, {"dossiers_online": 41}, False),
        (2, {"dossiers_online": 0}, True),
    ]
    assert {each["by"]["role"] for each in read["history"]} == {"reporter"}
    assert "history" not in phone.get()


@pytest.mark.parametrize("sent_at, now, state", [("15:59:59.999", "18:00", "on_time"), ("16:00:00", "18:00", "late")])
def test_a_correction_in_the_evening_leaves_the_state(phone: Phone, sent_at: str, now: str, state: str) -> None:
    phone.put(at=at(sent_at))
    assert body_of(phone.put(at=at(now), base_revision=1))["state"] == state


def test_the_same_again_is_200_and_others_first_is_409_with_what_stands(phone: Phone) -> None:
    same = body()
    assert [phone.put(**same)["statusCode"] for _ in range(2)] == [201, 200]
    answered = phone.put(figures={"dossiers_online": 7})
    assert answered["statusCode"] == 409
    assert body_of(answered)["current"] == phone.get()


@pytest.mark.parametrize(
    "path, said, moment, status, name",
    [
        (PATH, {"figures": {"dossiers_online": -1}}, NOON, 422, "refused"),
        (PATH, {"base_revision": 5}, NOON, 422, "refused"),
        (PATH, {"told_by": "Bà Sen"}, NOON, 422, "refused"),
        (PATH.replace("02/", "03/"), {}, NOON, 422, "day_in_the_future"),
        (PATH, {}, datetime.fromisoformat("2025-08-04T16:00:00+07:00"), 410, "corrections_closed"),
        (PATH.replace("2025-08-02", "2025-07-23"), {}, NOON, 404, "unknown_day"),
        (PATH.replace("2025-08-02", "tomorrow"), {}, NOON, 404, "unknown_day"),
    ],
)  # fmt: skip
def test_every_refusal_has_its_status_and_leaves_everything_as_it_was(
    phone: Phone, path: str, said: dict[str, Any], moment: datetime, status: int, name: str
) -> None:
    # A link of a later day still opens this one: it is the day's own hour that is asked.
    phone.cookie = signed_in(phone.api.grants, ends=NOON.replace(month=9))
    answered = phone.put(path, at=moment, **said)
    assert (answered["statusCode"], body_of(answered)["type"]) == (status, f"urn:giaoban:problem:{name}")
    assert phone.api.reports.reports == {}


@pytest.mark.parametrize(
    "unit, slug, status", [("99999", "lang-sen", 404), ("00001", "lang-no", 404), ("SSEN", "lang-sen", 201)]
)
def test_the_centre_reaches_every_unit_that_exists(phone: Phone, unit: str, slug: str, status: int) -> None:
    path = f"/v1/campaigns/{slug}/days/2025-08-02/reports/{unit}"
    answered = phone.put(path, role=Role.COORDINATOR, told_by="Bà Sen", nothing_to_report=True, figures={})
    assert answered["statusCode"] == status


def test_a_dictated_report_says_who_told_and_is_flagged(phone: Phone) -> None:
    told = body_of(phone.put(role=Role.COORDINATOR, told_by="Bà Sen"))
    assert told["flags"] == ["phoned_in"]
    read = phone.get(revisions="all")
    assert (read["told_by"], read["entered_by"]) == ("Bà Sen", ACCOUNT)
    assert (read["history"][0]["by"]["role"], read["history"][0]["by"]["account"]) == ("coordinator", ACCOUNT)


def test_a_dictated_report_is_signed_by_the_session_and_by_no_other_name(phone: Phone) -> None:
    phone.cookie = signed_in(phone.api.grants, Role.COORDINATOR)
    refused = phone.put(told_by="Bà Sen", entered_by="Ông Sen")
    assert [(each["path"], each["rule"]) for each in body_of(refused)["problems"]] == [
        ("/entered_by", "entered_by_somebody_else")
    ]
    assert ACCOUNT in body_of(refused)["problems"][0]["vi"]
    assert phone.api.reports.reports == {}
    assert phone.put(told_by="Bà Sen", entered_by=ACCOUNT)["statusCode"] == 201


def test_a_dictated_report_whose_reply_was_lost_is_recognised_with_and_without_the_name(phone: Phone) -> None:
    phone.cookie = signed_in(phone.api.grants, Role.COORDINATOR)
    said = {"told_by": "Bà Sen", "submission_id": new_id()}
    statuses = [phone.put(**said, **named)["statusCode"] for named in ({}, {}, {"entered_by": ACCOUNT})]
    assert statuses == [201, 200, 200]


def test_a_units_own_revision_is_of_no_account_and_says_whose_link_it_came_by(phone: Phone) -> None:
    phone.put()
    assert phone.get(revisions="all")["history"][0]["by"] == {
        "role": "reporter",
        "link": phone.cookie[:10],
        "account": None,
        "person": grant().recipient,
    }


HOSTILE = [
    "=HYPERLINK(1)",
    "<img src=x onerror=alert(1)>",
    "\u202etxet",
    "{team_members}",
    "%s %(x)s",
    "'; DROP TABLE",
    "\u200b👍",
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_kept_as_the_text_it_is(phone: Phone, text: str) -> None:
    assert phone.put(notes={"difficulties": text}, explanations={"stock_fell:team_members": text})["statusCode"] == 201
    assert phone.get()["notes"]["difficulties"] == text


def test_signs_that_nobody_sees_refuse_no_report(phone: Phone) -> None:
    pasted = "Mất điện\x0btừ 9 giờ\x03\x00\ud83d"
    assert (
        phone.put(notes={"difficulties": pasted}, explanations={"stock_fell:team_members": pasted})["statusCode"] == 201
    )
    assert phone.get()["notes"]["difficulties"] == "Mất điện\ntừ 9 giờ"
    assert phone.get()["explanations"]["stock_fell:team_members"] == "Mất điện\ntừ 9 giờ"


def test_all_problems_are_one_answer_in_both_languages(phone: Phone) -> None:
    wrong = body(figures={"dossiers_online": -1, "villages": 2}, notes={"difficulties": "x" * 1001})
    answered = phone.put(**wrong)
    problems = body_of(answered)["problems"]
    assert [(each["path"], each["rule"]) for each in problems] == [
        ("/notes/difficulties", "too_long"),
        ("/figures/dossiers_online", "below_minimum"),
        ("/figures/villages", "unknown_field"),
    ]
    assert all(each["vi"] and each["en"] for each in problems)
