"""One read, the decision, one write: what a sender is answered."""

from typing import Any

import pytest

from giaoban.campaign import Campaign
from giaoban.problem import Conflict, Refused, Unavailable
from giaoban.reports.report import Report, UnitDay
from giaoban.reports.submission import Submission
from giaoban.reports.submit import Taken, submit
from tests.reports.fake_store import FakeReportStore
from tests.reports.made import DAY, REPORTER, UNIT, at, new_id, submission


class OvertakenStore(FakeReportStore):
    """Somebody else's report arrives between our read and our write."""

    def __init__(self, other: Report) -> None:
        super().__init__()
        self._other = other

    def add(self, report: Report) -> bool:
        super().add(self._other)
        return super().add(report)


class SilentStore(FakeReportStore):
    """The write's answer is lost; it `arrives` or it does not."""

    def __init__(self, arrives: bool) -> None:
        super().__init__()
        self._arrives = arrives

    def add(self, report: Report) -> bool:
        if self._arrives:
            super().add(report)
        raise Unavailable("store_silent")


def send(store: Any, campaign: Campaign, sent: Submission, clock: str = "10:00") -> Taken:
    return submit(store, read(store, campaign), sent, REPORTER, at(clock))


def read(store: Any, campaign: Campaign) -> UnitDay:
    found: UnitDay = store.unit_day_under(campaign, campaign.units[UNIT], DAY, None)
    return found


def test_a_report_and_its_correction_are_two_revisions(campaign: Campaign) -> None:
    store = FakeReportStore()
    first, second = submission(), submission(base_revision=1, figures={"dossiers_online": 42})
    assert [send(store, campaign, each).is_new for each in (first, second)] == [True, True]
    assert [each.sent for each in read(store, campaign).revisions] == [first, second]


def test_the_same_again_is_a_success_that_stores_nothing(campaign: Campaign) -> None:
    store, sent = FakeReportStore(), submission()
    taken, again = send(store, campaign, sent), send(store, campaign, sent, "11:00")
    assert (taken.is_new, again.is_new) == (True, False)
    assert again.unit_day == taken.unit_day
    assert read(store, campaign).revision == 1


def test_the_same_again_is_answered_by_its_own_revision_though_later_ones_exist(campaign: Campaign) -> None:
    store, sent = FakeReportStore(), submission()
    send(store, campaign, sent)
    send(store, campaign, submission(base_revision=1))
    assert send(store, campaign, sent).unit_day.revision == 1


def test_the_same_again_is_a_success_even_after_corrections_closed(campaign: Campaign) -> None:
    store, sent = FakeReportStore(), submission()
    send(store, campaign, sent)
    again = submit(store, read(store, campaign), sent, REPORTER, campaign.corrections_close(DAY))
    assert not again.is_new


def test_the_same_id_with_other_content_is_a_conflict(campaign: Campaign) -> None:
    store, same = FakeReportStore(), new_id()
    send(store, campaign, submission(id=same))
    with pytest.raises(Conflict) as conflict:
        send(store, campaign, submission(id=same, figures={"dossiers_online": 42}, base_revision=1))
    assert conflict.value.name == "same_id_other_content"
    assert read(store, campaign).revision == 1


def test_a_stale_base_is_a_conflict_that_shows_what_stands(campaign: Campaign) -> None:
    store = FakeReportStore()
    send(store, campaign, submission())
    with pytest.raises(Conflict) as conflict:
        send(store, campaign, submission(figures={"dossiers_online": 42}))
    assert conflict.value.name == "another_came_first"
    assert conflict.value.current
    assert (conflict.value.current["revision"], conflict.value.current["figures"]) == (1, {"dossiers_online": 41})


def test_a_base_from_the_future_is_refused(campaign: Campaign) -> None:
    with pytest.raises(Refused):
        send(FakeReportStore(), campaign, submission(base_revision=1))


def test_who_is_overtaken_between_read_and_write_is_shown_the_other(campaign: Campaign) -> None:
    other = Report(campaign.slug, UNIT, DAY, 1, at("09:59"), submission(figures={"dossiers_online": 7}), REPORTER)
    store = OvertakenStore(other)
    with pytest.raises(Conflict) as conflict:
        send(store, campaign, submission())
    assert conflict.value.current
    assert conflict.value.current["figures"] == {"dossiers_online": 7}
    assert read(store, campaign).revisions == (other,)


def test_who_is_overtaken_by_their_own_second_press_has_succeeded(campaign: Campaign) -> None:
    sent = submission()
    store = OvertakenStore(Report(campaign.slug, UNIT, DAY, 1, at("09:59"), sent, REPORTER))
    taken = send(store, campaign, sent)
    assert (taken.is_new, taken.unit_day.revision) == (False, 1)


def test_a_write_whose_answer_is_lost_is_found(campaign: Campaign) -> None:
    taken = send(SilentStore(arrives=True), campaign, submission())
    assert (taken.is_new, taken.unit_day.revision) == (False, 1)


def test_a_write_that_never_arrived_may_be_sent_again(campaign: Campaign) -> None:
    store = SilentStore(arrives=False)
    with pytest.raises(Unavailable):
        send(store, campaign, submission())
    assert read(store, campaign).revision == 0
