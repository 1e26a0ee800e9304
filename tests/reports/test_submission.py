"""The body of a report: read when it is sound, refused with every problem when it is not."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from giaoban.campaign import Campaign, Form
from giaoban.problem import Refused, problem
from giaoban.reports.submission import Device, Submission, read_device, read_submission
from tests.reports.made import body, new_id

LONG = "x" * 1001


@pytest.fixture
def form(campaign: Campaign) -> Form:
    return campaign.forms["commune"]


def read(form: Form, **said: Any) -> Submission:
    return read_submission(body(**said), form, [])


def refused(form: Form, **said: Any) -> list[tuple[str, str]]:
    with pytest.raises(Refused) as refusal:
        read(form, **said)
    assert all(each.text.vi and each.text.en for each in refusal.value.problems)
    return [(each.path, each.rule) for each in refusal.value.problems]


def test_a_whole_report_is_read_as_it_was_said(form: Form) -> None:
    sent = read(
        form,
        submission_id="5F3B8A10-0000-4000-8000-00000000000A",
        base_revision=3,
        complete=False,
        figures={"dossiers_online": 41, "emergency_team": False},
        notes={"difficulties": "Mạng chậm", "proposals": ""},
        explanations={"stock_fell:team_members": "Chuyển đi"},
        device={"finished_at": "2025-08-02T15:40:00+07:00", "clock_offset_ms": -1500, "model": "cũ"},
    )
    assert sent == Submission(
        id="5f3b8a10-0000-4000-8000-00000000000a",
        base_revision=3,
        nothing_to_report=False,
        complete=False,
        figures={"dossiers_online": 41, "emergency_team": False},
        notes={"difficulties": "Mạng chậm"},
        explanations={"stock_fell:team_members": "Chuyển đi"},
        device=Device(datetime.fromisoformat("2025-08-02T15:40:00+07:00"), -1500),
    )


def test_what_is_not_said_has_its_plain_meaning(form: Form) -> None:
    sent = read(form)
    assert (sent.complete, sent.nothing_to_report, sent.notes, sent.explanations) == (True, False, {}, {})
    assert sent.device == Device(None, 0)


@pytest.mark.parametrize(
    "said, problems",
    [
        ({"submission_id": None}, [("/submission_id", "missing")]),
        ({"base_revision": None}, [("/base_revision", "missing")]),
        ({"submission_id": "1234"}, [("/submission_id", "wrong_form")]),
        ({"submission_id": new_id() + "\n"}, [("/submission_id", "wrong_form")]),
        ({"submission_id": 7}, [("/submission_id", "wrong_type_text")]),
        ({"base_revision": -1}, [("/base_revision", "below_minimum")]),
        ({"base_revision": 10_000}, [("/base_revision", "above_maximum")]),
        ({"base_revision": 1.5}, [("/base_revision", "wrong_type_integer")]),
        ({"base_revision": "0"}, [("/base_revision", "wrong_type_integer")]),
        ({"base_revision": True}, [("/base_revision", "wrong_type_integer")]),
        ({"base_revision": float("inf")}, [("/base_revision", "wrong_type_integer")]),
        ({"complete": 1}, [("/complete", "wrong_type_boolean")]),
        ({"complete": "yes"}, [("/complete", "wrong_type_boolean")]),
        ({"nothing_to_report": 0}, [("/nothing_to_report", "wrong_type_boolean")]),
        ({"figures": []}, [("/figures", "wrong_type_object")]),
        ({"figures": "41"}, [("/figures", "wrong_type_object")]),
        ({"figures": {}}, [("/figures", "says_nothing")]),
        ({"figures": None}, [("/figures", "says_nothing")]),
        ({"figures": {"dossiers_online": -1}}, [("/figures/dossiers_online", "below_minimum")]),
        ({"figures": {"dossiers_online": 10**18}}, [("/figures/dossiers_online", "above_maximum")]),
        ({"notes": "Mạng chậm"}, [("/notes", "wrong_type_object")]),
        ({"notes": {"difficulties": LONG}}, [("/notes/difficulties", "too_long")]),
        ({"notes": {"difficulties": 5}}, [("/notes/difficulties", "wrong_type_text")]),
        ({"notes": {"wishes": "…"}}, [("/notes/wishes", "unknown_field")]),
        ({"explanations": {"stock_fell:team_members": LONG}}, [("/explanations/stock_fell:team_members", "too_long")]),
        ({"explanations": {"Stock Fell": "…"}}, [("/explanations", "invalid")]),
        ({"explanations": {f"r{n}": "" for n in range(101)}}, [("/explanations", "too_many")]),
        ({"device": "phone"}, [("/device", "wrong_type_object")]),
        ({"device": {"clock_offset_ms": "0"}}, [("/device/clock_offset_ms", "wrong_type_integer")]),
        ({"device": {"finished_at": 1754121599}}, [("/device/finished_at", "wrong_type_text")]),
        ({"told_by": "x" * 201}, [("/told_by", "too_long")]),
        ({"unit": "00001"}, [("/unit", "unknown_field")]),
        ({"received_at": "2025-08-02T15:00:00+07:00"}, [("/received_at", "unknown_field")]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_named_by_its_path(form: Form, said: dict[str, Any], problems: list[tuple[str, str]]) -> None:
    assert refused(form, **said) == problems


def test_1000_characters_of_vietnamese_are_not_too_long(form: Form) -> None:
    assert len(read(form, notes={"difficulties": "ệ" * 1000}).notes["difficulties"]) == 1000


def test_all_problems_of_a_report_are_told_in_one_answer_with_those_of_its_text(form: Form) -> None:
    already = [problem("/notes/proposals", "control_characters")]
    wrong = body(
        submission_id="x", base_revision=-1, complete="no", colour="red", notes={"difficulties": LONG},
        figures={"dossiers_online": -5, "villages": 3, "team_members": 2, "members_trained": 3},
    )  # fmt: skip
    with pytest.raises(Refused) as refusal:
        read_submission(wrong, form, already)
    assert {(each.path, each.rule) for each in refusal.value.problems} == {
        ("/notes/proposals", "control_characters"),
        ("/submission_id", "wrong_form"),
        ("/base_revision", "below_minimum"),
        ("/complete", "wrong_type_boolean"),
        ("/colour", "unknown_field"),
        ("/notes/difficulties", "too_long"),
        ("/figures/dossiers_online", "below_minimum"),
        ("/figures/villages", "unknown_field"),
        ("/figures/members_trained", "trained_above_members"),
    }


class TestNothingToReport:
    def test_it_needs_no_figure(self, form: Form) -> None:
        assert read(form, figures=None, nothing_to_report=True).figures == {}

    def test_stocks_and_flows_of_0_may_stand_beside_it(self, form: Form) -> None:
        figures = {"team_members": 120, "dossiers_online": 0, "technician": False, "emergency_team": True}
        assert read(form, nothing_to_report=True, figures=figures).figures == figures

    def test_what_happened_contradicts_it(self, form: Form) -> None:
        figures = {"dossiers_online": 1, "technician": True}
        assert refused(form, nothing_to_report=True, figures=figures) == [
            ("/figures/dossiers_online", "nothing_yet_figures"),
            ("/figures/technician", "nothing_yet_figures"),
        ]

    def test_0_is_a_figure_and_not_nothing(self, form: Form) -> None:
        assert read(form, figures={"dossiers_online": 0}).figures == {"dossiers_online": 0}


class TestTheSameReportAgain:
    def test_another_clock_and_base_are_the_same_content(self, form: Form) -> None:
        device = {"finished_at": "2025-08-02T15:40:00+07:00"}
        assert read(form).content == read(form, base_revision=2, device=device).content

    @pytest.mark.parametrize(
        "said",
        [
            {"figures": {"dossiers_online": 42}},
            {"figures": {"dossiers_online": 41, "dossiers_counter": 0}},
            {"complete": False},
            {"notes": {"difficulties": "…"}},
            {"explanations": {"stock_fell:team_members": "…"}},
            {"told_by": "Bà Sen"},
            {"entered_by": "Ông Sen"},
        ],
    )
    def test_anything_else_is_other_content(self, form: Form, said: dict[str, Any]) -> None:
        assert read(form).content != read(form, **said).content

    def test_true_is_not_1(self, form: Form) -> None:
        assert refused(form, figures={"dossiers_online": True})
        assert refused(form, figures={"emergency_team": 1})


class TestThePhonesClock:
    @pytest.mark.parametrize(
        "finished_at", ["", "15:40", "yesterday", "2025-08-02T15:40:00", "2025-13-02T15:40:00+07:00", "9" * 60]
    )
    def test_an_illegible_time_is_left_out_and_the_report_taken(self, form: Form, finished_at: str) -> None:
        assert read(form, device={"finished_at": finished_at, "clock_offset_ms": 5}).device.finished is None

    @pytest.mark.parametrize("offset", [10**4000, -(10**30), 1e300, 2**63])
    def test_an_absurd_offset_says_nothing(self, offset: float) -> None:
        device = read_device({"finished_at": "2025-08-02T15:40:00+07:00", "clock_offset_ms": offset})
        assert device.finished is None or device.clock_offset_ms == 0

    def test_the_offset_brings_the_phones_time_to_the_servers(self) -> None:
        finished = datetime.fromisoformat("2025-08-02T15:40:00+07:00")
        assert Device(finished, -90_000).finished == finished - timedelta(seconds=90)
