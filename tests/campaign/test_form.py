"""What a form makes of figures: problems that refuse, findings that ask, in sentences with their values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.campaign import Campaign, Form, Past, load_all

SHIPPED = load_all()["hanoi-45"].forms["commune"]


@pytest.fixture
def form(campaign: Campaign) -> Form:
    return campaign.forms["commune"]


@pytest.mark.parametrize(
    "name, value, rule",
    [
        ("team_members", -1, "below_minimum"),
        ("team_members", 10_001, "above_maximum"),
        ("team_members", 10**18, "above_maximum"),
        ("team_members", 2.5, "wrong_type_integer"),
        ("team_members", float("inf"), "wrong_type_integer"),
        ("team_members", "12", "wrong_type_integer"),
        ("team_members", True, "wrong_type_integer"),
        ("team_members", None, "wrong_type_integer"),
        ("team_members", [12], "wrong_type_integer"),
        ("team_members", {"value": 12}, "wrong_type_integer"),
        ("emergency_team", 1, "wrong_type_boolean"),
        ("emergency_team", "true", "wrong_type_boolean"),
        ("emergency_team", None, "wrong_type_boolean"),
        ("villages", 12, "unknown_field"),
    ],
)
def test_a_figure_that_cannot_be_is_a_problem_with_its_path(form: Form, name: str, value: object, rule: str) -> None:
    assert [(each.path, each.rule) for each in form.problems({name: value})] == [(f"/figures/{name}", rule)]


@pytest.mark.parametrize("name, path", [("a/b", "/figures/a~1b"), ("a~b", "/figures/a~0b"), ("", "/figures/")])
def test_the_path_of_a_problem_is_a_json_pointer(form: Form, name: str, path: str) -> None:
    assert [each.path for each in form.problems({name: 1})] == [path]


@pytest.mark.parametrize("value", [0, 10_000, 5.0])
def test_a_count_within_its_limits_is_no_problem(form: Form, value: object) -> None:
    assert form.problems({"team_members": value}) == []


def test_every_problem_is_told_at_once(form: Form) -> None:
    found = form.problems({"team_members": -1, "emergency_team": 3, "villages": 1, "members_trained": "x"})
    assert {each.path for each in found} == {
        "/figures/team_members", "/figures/emergency_team", "/figures/villages", "/figures/members_trained"
    }  # fmt: skip


def test_an_impossible_relation_is_a_problem_of_its_first_figure_in_filled_sentences(form: Form) -> None:
    (found,) = form.problems({"members_trained": 1300, "team_members": 1200})
    assert (found.path, found.rule) == ("/figures/members_trained", "trained_above_members")
    assert found.text.vi == "Đã tập huấn (1.300) không thể lớn hơn số thành viên (1.200)."
    assert found.text.en == "Trained (1,300) cannot be more than members (1,200)."


COUNTS = st.dictionaries(st.sampled_from([*SHIPPED.figures]), st.integers(0, 40))


@given(COUNTS, COUNTS, COUNTS, st.dictionaries(st.sampled_from([rule.id for rule in SHIPPED.rules]), st.text()))
def test_what_the_board_counts_are_the_findings(
    figures: dict[str, int], stocks: dict[str, int], usual: dict[str, int], explanations: dict[str, str]
) -> None:
    figures = {name: SHIPPED.figures[name].type(value) for name, value in figures.items()}
    past = Past({name: SHIPPED.figures[name].type(value) for name, value in stocks.items()}, usual)
    findings = SHIPPED.findings(figures, past, explanations)
    assert SHIPPED.doubts(figures, past) == [finding.rule for finding in findings]
    assert all((finding.explanation is None) == (finding.rule not in explanations) for finding in findings)


def test_a_relation_is_not_judged_by_a_figure_that_is_wrong_in_itself(form: Form) -> None:
    assert [each.rule for each in form.problems({"members_trained": 20_000, "team_members": 1})] == ["above_maximum"]


def test_a_blank_figure_breaks_no_relation(form: Form) -> None:
    assert form.problems({"members_trained": 5}) == []


def test_5_point_0_is_5_and_nothing_unknown_stays(form: Form) -> None:
    assert form.whole({"team_members": 5.0, "emergency_team": True, "villages": 7}) == {
        "team_members": 5,
        "emergency_team": True,
    }


def test_each_makes_one_rule_per_count_and_leaves_out_what_may_fall(form: Form) -> None:
    made = {rule.id for rule in form.rules if ":" in rule.id}
    assert made == {
        "stock_fell:team_members",
        "stock_fell:members_trained",
        "far_above_usual:dossiers_online",
        "far_above_usual:dossiers_counter",
    }


def test_a_stock_that_fell_asks_for_a_reason(form: Form) -> None:
    (found,) = form.findings({"team_members": 1100}, Past({"team_members": 1200}))
    assert (found.rule, found.figures, found.explanation) == ("stock_fell:team_members", ("team_members",), None)
    assert found.text.vi == "“Thành viên” giảm từ 1.200 xuống 1.100."
    assert found.text.en == "“Members” fell from 1,200 to 1,100."


@pytest.mark.parametrize("today, asks", [(430, False), (431, True)])
def test_a_flow_far_above_the_usual_asks_for_a_reason(form: Form, today: int, asks: bool) -> None:
    assert bool(form.findings({"dossiers_online": today}, Past({}, {"dossiers_online": 41}))) is asks


def test_a_stock_without_a_past_and_one_that_may_fall_ask_nothing(form: Form) -> None:
    assert form.findings({"team_members": 1, "dossiers_pending": 1}, Past({"dossiers_pending": 9})) == []


def test_yes_and_no_read_as_words(form: Form) -> None:
    (found,) = form.findings({"emergency_team": False}, Past({"emergency_team": True}))
    assert (found.text.vi, found.text.en) == (
        "Trước có tổ (có), nay không (không).",
        "There was a team (yes), now there is none (no).",
    )


def test_the_units_own_reason_stands_beside_the_finding(form: Form) -> None:
    reasons = {"stock_fell:team_members": "Hai người chuyển đi.", "far_above_usual:dossiers_online": "…"}
    (found,) = form.findings({"team_members": 1}, Past({"team_members": 3}), reasons)
    assert found.view()["explanation"] == "Hai người chuyển đi."


def test_a_finding_never_refuses(form: Form) -> None:
    assert form.problems({"team_members": 0, "emergency_team": False, "dossiers_online": 10_000}) == []
