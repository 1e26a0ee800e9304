"""Reports in DynamoDB, on both engines: what is put is read back whole, and nothing is ever overwritten."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from giaoban.access import Role
from giaoban.campaign import Campaign
from giaoban.reports.report import Author, Baseline, Day, KnownStock, Report, UnitDay
from giaoban.reports.store import ReportStore
from giaoban.reports.submission import Device, Submission
from tests.engines.fixtures import Engine
from tests.reports.fake_store import FakeReportStore
from tests.reports.made import COORDINATOR, DAY, UNIT, at, new_id, report, submission, unit_day

EVE = date(2025, 8, 1)
BASELINE = Baseline(
    {"team_members": KnownStock(120, EVE), "emergency_team": KnownStock(True, EVE)}, {"dossiers_online": 0}
)

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=50)
SUBMISSIONS = st.builds(
    submission,
    id=st.uuids().map(str),
    nothing_to_report=st.booleans(),
    complete=st.booleans(),
    figures=st.dictionaries(
        st.sampled_from(["dossiers_online", "emergency_team"]), st.integers(0, 10**6) | st.booleans()
    ),
    notes=st.dictionaries(st.sampled_from(["difficulties", "proposals"]), TEXT),
    explanations=st.dictionaries(st.just("stock_fell:team_members"), TEXT),
    device=st.just(Device(None, 0))
    | st.builds(Device, st.datetimes(timezones=st.timezones()), st.integers(-(10**9), 10**9)),
    told_by=st.none() | TEXT,
    entered_by=st.none() | TEXT,
)


@pytest.fixture(params=["moto", "dynalite", "memory"])
def store(request: pytest.FixtureRequest) -> ReportStore | FakeReportStore:
    """The real store on both engines, and the fake one that other tests stand on."""
    if request.param == "memory":
        return FakeReportStore()
    engine: Engine = request.getfixturevalue(f"on_{request.param}")
    return ReportStore(engine.reports)


def whole(campaign: Campaign) -> Report:
    """A report in which every field says something of its own."""
    sent = submission(
        id=new_id(),
        base_revision=0,
        nothing_to_report=True,
        complete=False,
        figures={"team_members": 0, "dossiers_online": 10_000, "emergency_team": True, "technician": False},
        notes={"difficulties": "Mạng chậm\n=1+1 <b>\u202e 👍 “Đ”", "proposals": "x" * 1000},
        explanations={"stock_fell:team_members": "Hai người chuyển đi"},
        device=Device(datetime.fromisoformat("2025-08-02T15:40:00.123456+07:00"), -1500),
        told_by="Bà Sen",
        entered_by="Ông Sen",
    )
    return Report(campaign.slug, UNIT, DAY, 1, at("15:59:59.999"), sent, COORDINATOR)


def test_a_report_is_read_back_with_every_field(store: ReportStore, campaign: Campaign) -> None:
    sent = whole(campaign)
    assert store.add(sent)
    read = store.unit_day_under(campaign, campaign.units[UNIT], DAY, None)
    assert read.revisions == (sent,)
    assert {type(value) for value in sent.sent.figures.values()} == {int, bool}
    assert [type(each) for each in read.revisions[0].sent.figures.values()] == [
        type(each) for each in sent.sent.figures.values()
    ]
    assert read.revisions[0].receipt == sent.receipt


def test_a_day_without_anything_is_empty(store: ReportStore, campaign: Campaign) -> None:
    assert store.unit_day_under(campaign, campaign.units[UNIT], DAY, None) == unit_day(campaign)
    blank = {code: UnitDay(campaign, unit, DAY) for code, unit in campaign.units.items()}
    assert store.day(campaign, DAY) == Day(campaign, DAY, blank)


def test_a_revision_that_exists_is_never_overwritten(store: ReportStore, campaign: Campaign) -> None:
    first, other = report(campaign, at("10:00")), report(campaign, at("10:01"), figures={"dossiers_online": 999})
    assert store.add(first)
    assert not store.add(other)
    assert not store.add(first)
    assert store.unit_day_under(campaign, campaign.units[UNIT], DAY, None).revisions == (first,)


def test_a_units_day_holds_its_own_revisions_in_order_and_no_others(store: ReportStore, campaign: Campaign) -> None:
    mine = [report(campaign, at("10:00"), number) for number in range(1, 13)]
    others = [
        replace(mine[0], unit="00002"),
        replace(mine[0], unit="000011"),
        replace(mine[0], day=EVE),
        replace(mine[0], campaign="lang-que"),
    ]
    for each in [*reversed(mine), *others]:
        assert store.add(each)
    assert store.unit_day_under(campaign, campaign.units[UNIT], DAY, None).revisions == tuple(mine)


def test_a_whole_day_is_read_by_unit(store: ReportStore, campaign: Campaign) -> None:
    mine, theirs = report(campaign, at("10:00")), replace(report(campaign, at("11:00")), unit="00002")
    store.add_baseline(unit_day(campaign, baseline=BASELINE), at("00:05"))
    for each in (mine, theirs, replace(mine, day=EVE), replace(mine, unit="99999")):
        store.add(each)
    store.mark_opened(campaign, DAY)
    read = store.day(campaign, DAY).units
    assert list(read) == list(campaign.units)
    assert (read["00001"].revisions, read["00002"].revisions) == ((mine,), (theirs,))
    assert (read["00001"].baseline, read["00002"].baseline) == (BASELINE, Baseline())
    assert read["SSEN"] == UnitDay(campaign, campaign.units["SSEN"], DAY)


def test_a_baseline_is_put_once_and_read_with_the_day(store: ReportStore, campaign: Campaign) -> None:
    opened = unit_day(campaign, baseline=BASELINE)
    assert store.add_baseline(opened, at("00:05"))
    assert not store.add_baseline(unit_day(campaign), at("00:10"))
    assert store.unit_day_under(campaign, opened.unit, DAY, None) == opened


def test_a_day_is_opened_when_it_has_been_marked(store: ReportStore, campaign: Campaign) -> None:
    assert not store.is_opened(campaign, DAY)
    store.mark_opened(campaign, DAY)
    store.mark_opened(campaign, DAY)
    assert store.is_opened(campaign, DAY)
    assert not store.is_opened(campaign, EVE)
    assert store.unit_day_under(campaign, campaign.units[UNIT], DAY, None) == unit_day(campaign)


def test_a_day_larger_than_one_page_of_the_engine_is_read_whole(engine: Engine, campaign: Campaign) -> None:
    """A Query answers at most 1 MB at a time."""
    store, words = ReportStore(engine.reports), {"difficulties": "ệ" * 1000, "proposals": "ệ" * 1000}
    for number in range(1, 200):
        store.add(
            report(campaign, at("10:00"), number, notes=words, explanations={f"r{n}": "ệ" * 1000 for n in range(2)})
        )
    assert store.unit_day_under(campaign, campaign.units[UNIT], DAY, None).revision == 199


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(sent=SUBMISSIONS, moment=st.datetimes(datetime(2025, 7, 1), datetime(2025, 10, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_any_submission_comes_back_as_it_was(
    on_moto: Engine, campaign: Campaign, sent: Submission, moment: datetime
) -> None:
    store = ReportStore(on_moto.reports)
    to_the_millisecond = moment.replace(microsecond=moment.microsecond // 1000 * 1000)
    other = replace(campaign, slug=f"c-{new_id()}")
    kept = Report(other.slug, UNIT, DAY, 1, to_the_millisecond, sent, Author(Role.REPORTER, "l-x"))
    assert store.add(kept)
    assert store.unit_day_under(other, campaign.units[UNIT], DAY, None).revisions == (kept,)
