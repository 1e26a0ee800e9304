"""A coordinator issues: one press makes one edition, whoever else presses and whatever is lost."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from giaoban.campaign import Campaign
from giaoban.editions.edition import EditionKind
from giaoban.editions.issue import Issued, Order, issue
from giaoban.editions.kept import Entry
from giaoban.editions.remark import write_remarks
from giaoban.problem import Conflict, GiaobanError, Refused, Unavailable
from tests.editions.fakes import FakeEditionStore, FakeStores
from tests.editions.made import sent
from tests.reports.made import DAY, at, new_id

NOW = at("16:48:12.345")
FIRST = date(2025, 7, 24)


class FirstDay:
    """The campaign's first day, so that no earlier day needs an edition."""

    def __init__(self, campaign: Campaign, stores: FakeStores | None = None) -> None:
        self.campaign, self.made = campaign, stores or FakeStores()
        self.report("00001", "15:00", 1)

    def report(self, unit: str, clock: str, revision: int) -> None:
        made = sent(self.campaign, unit, "15:00", revision)
        self.made.reports.add(replace(made, day=FIRST, received_at=at(clock, FIRST)))

    def press(self, base: int = 0, request: str | None = None, by: str = "dieu-phoi-1", clock: str = "16:48") -> Issued:
        order = Order(request or new_id(), base, by)
        return issue(self.made.stores, self.campaign, FIRST, order, at(clock, FIRST))

    @property
    def editions(self) -> tuple[Entry, ...]:
        return self.made.editions.kept(self.campaign.slug, FIRST.isoformat()).editions


@pytest.fixture
def centre(campaign: Campaign) -> FirstDay:
    return FirstDay(campaign)


def refusal(error: pytest.ExceptionInfo[GiaobanError]) -> list[tuple[str, str]]:
    return [(each.path, each.rule) for each in error.value.problems]


def test_the_edition_is_listed_kept_under_its_hash_and_asked_for(centre: FirstDay) -> None:
    issued = centre.press()
    assert issued.is_new
    assert centre.editions == (issued.entry,)
    assert (issued.entry.number, issued.entry.kind, issued.entry.issued_by) == (1, EditionKind.ISSUED, "dieu-phoi-1")
    content = centre.made.stores.archive.edition(issued.entry.sha256).content
    assert content["issued_at"] == issued.entry.issued_at == "2025-07-24T16:48:00.000+07:00"
    assert f"campaigns/{content['campaign']['data_sha256']}.json" in centre.made.bucket.objects
    assert centre.made.queue.sent == centre.made.site.sent == [("lang-sen", "2025-07-24", 1)]


def test_the_same_press_again_makes_no_second_edition(centre: FirstDay) -> None:
    first = centre.press(request="one")
    again = centre.press(request="one", clock="17:30")
    assert (again.entry, again.is_new) == (first.entry, False)
    assert len(centre.editions) == 1


def test_two_coordinators_at_once_make_one_edition_and_the_second_sees_it(centre: FirstDay) -> None:
    first = centre.press()
    with pytest.raises(Conflict) as error:
        centre.press(by="dieu-phoi-2")
    assert error.value.name == "issued_meanwhile"
    assert error.value.current
    assert error.value.current["sha256"] == first.entry.sha256


class Losing(FakeEditionStore):
    """Adds or not, and does not know which; somebody else's edition may be there before."""

    is_written = True
    other: Entry | None = None

    def add_edition(self, campaign: str, period: str, entry: Entry) -> bool:
        if self.other:
            super().add_edition(campaign, period, self.other)
        elif self.is_written:
            super().add_edition(campaign, period, entry)
        raise Unavailable("store_silent")


def test_a_lost_reply_is_recognised_by_the_press_itself(campaign: Campaign) -> None:
    centre = FirstDay(campaign, FakeStores(editions=Losing()))
    issued = centre.press()
    assert issued.is_new
    assert centre.editions == (issued.entry,)
    assert centre.made.queue.sent == centre.made.site.sent == [("lang-sen", "2025-07-24", 1)]


def test_what_was_not_written_can_be_pressed_again(campaign: Campaign) -> None:
    store = Losing()
    store.is_written = False
    centre = FirstDay(campaign, FakeStores(editions=store))
    with pytest.raises(Unavailable):
        centre.press()
    assert centre.editions == ()
    assert centre.made.queue.sent == []


def test_in_the_second_of_the_put_somebody_else_was_first(campaign: Campaign) -> None:
    store = Losing()
    store.other = Entry(1, EditionKind.PROVISIONAL, "a" * 64, "2025-07-24T16:55:00.000+07:00", None, "clock", {})
    centre = FirstDay(campaign, FakeStores(editions=store))
    with pytest.raises(Conflict):
        centre.press()
    assert centre.editions == (store.other,)


def test_a_silent_queue_does_not_stop_an_edition(centre: FirstDay) -> None:
    centre.made.queue.is_down = True
    assert centre.press().is_new
    assert centre.made.queue.sent == []


def test_an_edition_that_nobody_has_seen_cannot_be_the_base(centre: FirstDay) -> None:
    with pytest.raises(Refused) as error:
        centre.press(base=1)
    assert refusal(error) == [("/base_edition", "base_edition_unknown")]


def test_nothing_new_is_nothing_to_issue(centre: FirstDay) -> None:
    centre.press(clock="16:30")
    with pytest.raises(Refused) as error:
        centre.press(base=1)
    assert refusal(error) == [("", "nothing_changed")]
    assert len(centre.editions) == 1


def test_other_remarks_are_something_to_issue(centre: FirstDay) -> None:
    centre.press(clock="16:30")
    kept = centre.made.editions.kept("lang-sen", FIRST.isoformat())
    write_remarks(centre.made.stores, kept, "Đúng giờ", 0, "dieu-phoi-1", "2025-07-24T16:40:00+07:00")
    second = centre.press(base=1)
    content = centre.made.stores.archive.edition(second.entry.sha256).content
    assert content["remarks"] == {"text": "Đúng giờ", "by": "dieu-phoi-1", "number": 1}
    assert (content["changes"], content["replaces"]["edition"]) == ([], 1)


def test_a_correction_makes_a_second_edition_and_the_first_stays(centre: FirstDay) -> None:
    first = centre.press(clock="16:30").entry
    before = centre.made.bucket.objects[f"editions/{first.sha256}.json"]
    centre.report("00001", "16:40", 2)
    second = centre.press(base=1).entry
    assert centre.editions == (first, second)
    assert centre.made.bucket.objects[f"editions/{first.sha256}.json"] == before
    assert centre.made.stores.archive.edition(second.sha256).content["changes"][0]["why"] == "correction"


def test_corrections_in_the_second_of_issuing_are_in_this_edition_or_the_next(centre: FirstDay) -> None:
    centre.report("00002", "16:48:00.000", 1)
    centre.report("SSEN", "16:48:00.001", 1)
    first = centre.made.stores.archive.edition(centre.press().entry.sha256).content
    assert [row["revision"] for row in first["units"]] == [1, 1, 0]
    second = centre.made.stores.archive.edition(centre.press(base=1, clock="16:49").entry.sha256).content
    assert [(each["unit"], each["why"]) for each in second["changes"]] == [("SSEN", "first_report")]


def test_a_day_that_has_not_begun_is_refused(centre: FirstDay) -> None:
    with pytest.raises(Refused) as error:
        issue(
            centre.made.stores, centre.campaign, FIRST + timedelta(days=1), Order(new_id(), 0, "x"), at("16:48", FIRST)
        )
    assert refusal(error) == [("", "day_in_the_future")]


def test_days_that_the_tick_has_missed_get_their_editions_first(campaign: Campaign) -> None:
    made = FakeStores()
    issue(made.stores, campaign, DAY, Order(new_id(), 0, "dieu-phoi-1"), NOW)
    days = [FIRST + timedelta(days=number) for number in range(10)]
    last = [made.editions.kept("lang-sen", day.isoformat()).last for day in days]
    assert [entry and entry.kind for entry in last] == [*[EditionKind.PROVISIONAL] * 9, EditionKind.ISSUED]
    assert last[-1]
    assert last[-2]
    assert made.stores.archive.edition(last[-1].sha256).content["previous"]["sha256"] == last[-2].sha256
