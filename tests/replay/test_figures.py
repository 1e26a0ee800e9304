"""The invented figures obey the form and look like a city's."""

from collections.abc import Iterator

import pytest

from giaoban.campaign import Campaign, Form
from giaoban.reports.submission import read_submission
from tests.replay.conftest import Days
from tools.replay.unit_day import Sending

ARRIVED = ("dossiers_online", "dossiers_counter", "dossiers_post")
RESOLVED = ("dossiers_resolved_on_time", "dossiers_resolved_late")
GROWING = (("officials_trained", "officials"), ("members_trained", "team_members"), ("community_teams", "villages"))


def communes(hanoi: Campaign, days: Days) -> Iterator[tuple[int, Sending]]:
    """The last revision of every commune's day, with the day's number from 0."""
    for number, sent in enumerate(days):
        for code, sendings in sent.items():
            if sendings and hanoi.units[code].kind == "commune":
                yield number, sendings[-1]


def total(hanoi: Campaign, days: Days, names: tuple[str, ...], numbers: range) -> int:
    return sum(
        sending.body["figures"].get(name, 0)
        for number, sending in communes(hanoi, days)
        if number in numbers
        for name in names
    )


def test_every_report_of_45_days_would_be_accepted(hanoi: Campaign, days: Days) -> None:
    """The server's own check of a body: the schema, the form, what is impossible."""
    sent = [sending for day in days for sendings in day.values() for sending in sendings]
    for each in sent:
        read_submission(dict(each.body), hanoi.form_of(hanoi.units[each.unit]), [])
    assert len(sent) > 6000


@pytest.mark.parametrize("kind", ["commune", "department"])
def test_every_figure_of_the_form_is_reported_by_most(hanoi: Campaign, days: Days, kind: str) -> None:
    form: Form = hanoi.forms[kind]
    friday = [sending for code, each in days[8].items() for sending in each[-1:] if hanoi.units[code].kind == kind]
    for name in form.figures:
        assert sum(name in sending.body["figures"] for sending in friday) > len(friday) * 0.8, name


def test_the_city_receives_about_6_250_dossiers_a_day(hanoi: Campaign, days: Days) -> None:
    assert 5600 < total(hanoi, days, ARRIVED, range(45)) / 45 < 6900


def test_three_in_five_dossiers_come_online_and_one_in_500_by_post(hanoi: Campaign, days: Days) -> None:
    online, _, post = (total(hanoi, days, (name,), range(45)) for name in ARRIVED)
    received = total(hanoi, days, ARRIVED, range(45))
    assert 0.55 < online / received < 0.65
    assert 0.001 < post / received < 0.003


def test_hardly_any_dossier_is_resolved_late(hanoi: Campaign, days: Days) -> None:
    late = total(hanoi, days, RESOLVED[1:], range(45))
    assert 0.0005 < late / total(hanoi, days, RESOLVED, range(45)) < 0.003


def test_weekends_are_much_lower(hanoi: Campaign, days: Days) -> None:
    friday, saturday, sunday = (total(hanoi, days, ARRIVED, range(day, day + 1)) for day in (1, 2, 3))
    assert saturday < friday * 0.5
    assert sunday < saturday


def test_a_ward_receives_more_dossiers_than_a_rural_commune(hanoi: Campaign, days: Days) -> None:
    received: dict[str, list[int]] = {"Phường": [], "Xã": []}
    for _, sending in communes(hanoi, days):
        kind = hanoi.units[sending.unit].names.vi.split()[0]
        received[kind].append(sum(sending.body["figures"].get(name, 0) for name in ARRIVED))
    urban, rural = (sum(each) / len(each) for each in received.values())
    assert urban > 1.5 * rural


@pytest.mark.parametrize("part, whole", GROWING)
def test_what_the_directive_asks_for_is_nearly_reached_at_the_end(
    hanoi: Campaign, days: Days, part: str, whole: str
) -> None:
    first, last = (
        total(hanoi, days, (part,), range(day, day + 1)) / total(hanoi, days, (whole,), range(day, day + 1))
        for day in (0, 44)
    )
    assert first < 0.8
    assert last > 0.93


def test_some_units_explain_what_is_odd_at_once(hanoi: Campaign, days: Days) -> None:
    explained = sum(bool(sending.body["explanations"]) for _, sending in communes(hanoi, days))
    assert 20 < explained < 150
