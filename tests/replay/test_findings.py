"""Against each unit's own past, as revision 0 has it: a few findings, so that there is something to see."""

from datetime import timedelta

import pytest

from giaoban.access import Role
from giaoban.campaign import Campaign
from giaoban.reports.opening import baseline_of
from giaoban.reports.report import Author, Report, UnitDay
from giaoban.reports.submission import read_submission
from tests.replay.conftest import Days
from tools.replay.unit_day import Sending

AUTHOR = Author(Role.REPORTER, "l-test")


@pytest.fixture(scope="module")
def found(hanoi: Campaign, days: Days) -> list[list[str]]:
    """The rules that find something in each unit-day's current revision, over the first 20 days."""
    window: list[dict[str, UnitDay]] = []
    found = []
    for sent in days[:20]:
        today = {code: as_stored(hanoi, code, sendings, window) for code, sendings in sent.items()}
        window = [*window[-6:], today]
        found += [rules_of(each) for each in today.values() if each.current]
    return found


def as_stored(hanoi: Campaign, code: str, sendings: list[Sending], window: list[dict[str, UnitDay]]) -> UnitDay:
    unit = hanoi.units[code]
    yesterday = next(iter(window[-1].values())).day if window else hanoi.first_day - timedelta(days=1)
    day = yesterday + timedelta(days=1)
    revisions = tuple(
        Report(hanoi.slug, code, day, number, each.at, submission(hanoi, each), AUTHOR)
        for number, each in enumerate(sendings, start=1)
    )
    return UnitDay(hanoi, unit, day, baseline_of(unit, day, hanoi, window), revisions)


def submission(hanoi: Campaign, sending: Sending):
    return read_submission(dict(sending.body), hanoi.form_of(hanoi.units[sending.unit]), [])


def rules_of(unit_day: UnitDay) -> list[str]:
    assert unit_day.current
    figures = unit_day.current.sent.figures
    return [finding.rule for finding in unit_day.form.findings(figures, unit_day.baseline.past)]


def test_a_few_reports_in_a_hundred_have_a_finding(found: list[list[str]]) -> None:
    assert 0.01 < sum(map(bool, found)) / len(found) < 0.06


@pytest.mark.parametrize("rule", ["stock_fell", "dossiers_do_not_add_up", "flow_far_above_usual"])
def test_every_kind_of_mistake_occurs(found: list[list[str]], rule: str) -> None:
    assert any(each.startswith(rule) for rules in found for each in rules)
