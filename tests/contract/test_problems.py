"""Every refusal is RFC 9457, in both languages, with every problem and its place at once."""

import json
from collections.abc import Callable

import pytest

from tests.contract.client import Client
from tests.contract.conftest import Body, UnitDay

type Make = Callable[..., Body]


def test_all_problems_of_a_report_come_in_one_answer(unit_day: UnitDay) -> None:
    body = {
        "base_revision": -1,
        "complete": "yes",
        "figures": {"team_members": -1, "villages": 2.5, "people_served": None, "no_such_figure": 1},
        "notes": {"difficulties": "x" * 1001, "praise": "tốt"},
        "explanations": {"NOT A RULE": "vì"},
        "colour": "red",
    }
    answer = unit_day.reporter.put(unit_day.path, body)
    assert (answer.status, answer.problem) == (422, "refused")
    assert answer.problems == {
        "/submission_id": "missing",
        "/base_revision": "below_minimum",
        "/complete": "wrong_type_boolean",
        "/figures/team_members": "below_minimum",
        "/figures/villages": "wrong_type_integer",
        "/figures/people_served": "wrong_type_integer",
        "/figures/no_such_figure": "unknown_field",
        "/notes/difficulties": "too_long",
        "/notes/praise": "unknown_field",
        "/explanations": "invalid",
        "/colour": "unknown_field",
    }


def test_each_problem_says_what_to_do_in_vietnamese_and_english(unit_day: UnitDay, report: Make) -> None:
    answer = unit_day.reporter.put(unit_day.path, report(figures={"team_members": -1}))
    assert answer.json["problems"] == [
        {
            "path": "/figures/team_members",
            "rule": "below_minimum",
            "vi": "Số phải từ 0 trở lên.",
            "en": "The number must be 0 or more.",
        }
    ]
    assert (answer.json["detail"], answer.json["detail_en"]) == (
        "Báo cáo chưa gửi được vì còn nội dung cần sửa. Những gì đã nhập vẫn còn trên máy.",
        "The report was not accepted because something needs mending. What you typed is still on your device.",
    )


def test_a_problem_answer_has_the_members_of_rfc_9457(anyone: Client) -> None:
    answer = anyone.get("/v1/session")
    assert answer.kind == "application/problem+json"
    assert set(answer.json) == {"type", "title", "status", "detail", "detail_en", "problems"}
    assert (answer.json["status"], answer.json["problems"]) == (answer.status, [])


@pytest.mark.parametrize("written", ["120", "120.0", "1.2e2", "1200e-1"])
def test_a_whole_number_is_whole_however_it_is_written(unit_day: UnitDay, report: Make, written: str) -> None:
    body = json.dumps(report(figures={"team_members": "?"})).replace('"?"', written)
    assert unit_day.reporter.put(unit_day.path, body.encode()).status == 201
    assert b'"team_members":120}' in unit_day.reporter.get(unit_day.path).body
