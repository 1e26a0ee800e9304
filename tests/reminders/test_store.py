"""The outbox on both engines: one conditional write each, of two writers one wins, lost answers are told apart."""

import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from giaoban.contact import Channel
from giaoban.outbox.capability import Allowance
from giaoban.outbox.items import Spent, Switch, key_of
from giaoban.outbox.message import (
    Fate,
    Key,
    Message,
    Reason,
    claimed,
    failed,
    received,
    released,
    sent,
    skipped,
    unknown,
)
from giaoban.problem import Unavailable
from giaoban.reminders.store import Head, ReminderStore, closed
from tests.engines.fixtures import Engine
from tests.engines.wire import Wire, tapped
from tests.reminders.made import KEY, SLOT, message
from tests.reports.made import DAY, at

NOW = at("15:30:01")
WIDE = 10_000


@pytest.fixture
def store(engine: Engine) -> ReminderStore:
    return ReminderStore(engine.reminders)


@pytest.fixture
def tapped_store(on_moto: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[ReminderStore, Wire]]:
    monkeypatch.setattr("botocore.endpoint.time.sleep", lambda _: None)
    with tapped() as wire:
        yield ReminderStore(on_moto.reminders), wire


def every_state() -> list[Message]:
    new = message()
    mine = claimed(new, "a1", NOW)
    ends = [
        sent(mine, "id-1", 1, NOW), skipped(new, Reason.QUIET, NOW), unknown(mine, Reason.CRASHED, NOW),
        failed(mine, "refused:X", NOW), released(mine, NOW),
    ]  # fmt: skip
    return [mine, *ends, received(ends[0], Fate.DELIVERED, "id-1", NOW)]


def test_a_message_is_put_once(store: ReminderStore) -> None:
    assert store.add(message())
    assert store.replace(claimed(message(), "a1", NOW))
    assert not store.add(message())
    assert store.get(KEY) == claimed(message(), "a1", NOW)


@pytest.mark.parametrize("after", every_state(), ids=lambda each: f"{each.state} {each.fate or ''}")
def test_what_is_stored_reads_the_same(store: ReminderStore, after: Message) -> None:
    assert store.add(message())
    stands = message()
    while stands.version < after.version - 1:
        stands = claimed(stands, "a1", NOW)
        assert store.replace(stands)
    if after.version > 1:
        assert store.replace(after)
    assert store.get(KEY) == after


def test_of_two_next_versions_one_counts(store: ReminderStore) -> None:
    store.add(message())
    assert store.replace(claimed(message(), "a1", NOW))
    assert not store.replace(claimed(message(), "b2", NOW))
    assert store.replace(claimed(message(), "a1", NOW))  # its own once more: the answer had been lost


def test_a_units_messages_and_a_waves_are_read_apart(store: ReminderStore) -> None:
    keys = [{"unit": "00001"}, {"unit": "00002"}, {"unit": "00001", "wave": "late"}, {"unit": "00001", "about": "0815"}]
    for each in keys:
        assert store.add(message(**each))
    assert len(store.of_unit("lang-sen", DAY, "sms_before", "00001")) == 2
    assert len(store.of_wave("lang-sen", DAY, "sms_before")) == 3
    assert store.get(Key("lang-sen", DAY, "late", "00009", Channel.SMS, "x")) is None


def test_a_key_that_begins_like_another_is_not_taken_for_it(store: ReminderStore) -> None:
    store.add(message(recipient="00001-0000000001", about="0815"))
    assert store.get(KEY) is None


@pytest.mark.parametrize("text", ["late#00001#sms", "a", "late#00001#fax#x"])
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is not a valid|not enough"):
        key_of("lang-sen#2025-08-02", text)


def test_a_wave_is_made_and_then_closed(store: ReminderStore) -> None:
    head = Head("late", SLOT, "made", NOW)
    assert store.put_head("lang-sen", DAY, head)
    assert not store.put_head("lang-sen", DAY, Head("late", SLOT, "missed", NOW))
    assert store.put_head("lang-sen", DAY, closed(head, NOW))
    assert store.heads("lang-sen", DAY) == {"late": closed(head, NOW)}


def test_the_switch_is_off_until_somebody_turns_it_and_of_two_who_do_one_wins(store: ReminderStore) -> None:
    assert not store.switch("lang-sen").paused
    assert store.turn("lang-sen", Switch(True, "Diễn tập", "a", NOW, 1))
    assert not store.turn("lang-sen", Switch(True, "Diễn tập", "b", NOW, 1))
    assert store.turn("lang-sen", Switch(False, "Xong", "b", NOW, 2))
    assert store.switch("lang-sen") == Switch(False, "Xong", "b", NOW, 2)


def of_day(day: date, parts: int, altogether: int = WIDE) -> Allowance:
    return Allowance(parts, day.isoformat(), altogether=altogether)


def test_spending_stops_at_the_day_and_at_the_campaign_and_can_be_given_back(store: ReminderStore) -> None:
    tomorrow = DAY + timedelta(days=1)
    assert store.spend("lang-sen", of_day(DAY, 4), 3)
    assert not store.spend("lang-sen", of_day(DAY, 4), 2)
    assert store.spend("lang-sen", of_day(tomorrow, 4, 5), 2)
    assert not store.spend("lang-sen", of_day(tomorrow, 4, 5), 1)
    assert store.spend("lang-sen", of_day(tomorrow, 4, 5), -1)
    assert store.spent("lang-sen") == Spent(4, {DAY.isoformat(): 3, tomorrow.isoformat(): 1})
    assert not store.spend("other", of_day(DAY, 4), 5)


def test_what_is_paid_from_one_purse_takes_nothing_from_another(store: ReminderStore) -> None:
    nine, ten = (Allowance(2, hour, "stranger#2025-08-02") for hour in ("09", "10"))
    assert [store.spend("lang-sen", nine, 1) for _ in range(3)] == [True, True, False]
    assert not store.spend("lang-sen", ten, 3)
    assert store.spend("lang-sen", ten, 2)
    assert store.spend("lang-sen", of_day(DAY, 1, 1), 1)
    assert store.spent("lang-sen", "stranger#2025-08-02") == Spent(4, {"09": 2, "10": 2})
    assert store.spent("lang-sen") == Spent(1, {DAY.isoformat(): 1})


def test_of_many_who_spend_at_once_exactly_the_limit_goes_through(on_dynalite: Engine) -> None:
    stores = [ReminderStore(on_dynalite.reminders) for _ in range(8)]
    campaign, allowance = f"c-{uuid.uuid4().hex[:8]}", of_day(DAY, 50)
    with ThreadPoolExecutor(8) as pool:
        went = list(pool.map(lambda each: stores[each % 8].spend(campaign, allowance, 1), range(80)))
    assert sum(went) == 50
    assert stores[0].spent(campaign).total == 50


@pytest.mark.parametrize("lost", [1, 2])
def test_a_claim_whose_answer_was_lost_is_known_as_ones_own(
    tapped_store: tuple[ReminderStore, Wire], lost: int
) -> None:
    store, wire = tapped_store
    store.add(message())
    wire.lose_answers = lost
    assert store.replace(claimed(message(), "a1", NOW))


def test_a_claim_that_never_came_there_is_no_claim(tapped_store: tuple[ReminderStore, Wire]) -> None:
    store, wire = tapped_store
    store.add(message())
    wire.lose_requests = 9
    with pytest.raises(Unavailable):
        store.replace(claimed(message(), "a1", NOW))
    assert store.get(KEY) == message()


def test_a_day_of_more_than_one_page_is_read_whole(store: ReminderStore) -> None:
    """DynamoDB answers 1 MB at a time."""
    long = "x" * 900
    for number in range(1300):
        store._items(
            "lang-sen#2025-08-02", f"late#{number:05}#sms#{number:05}-1",
            state="SKIPPED", slot=0, version=1, data={"tries": 0, "parts": 0, "reason": long},
        ).save()  # fmt: skip
    store._items("lang-sen#2025-08-02", "#wave#late", state="made", slot=0, version=1, data={"at": 0}).save()
    found = store.of_day("lang-sen", DAY)
    assert [each.key.unit for each in found] == [f"{number:05}" for number in range(1300)]


def test_a_milestone_whose_id_begins_anothers_is_another_one(store: ReminderStore) -> None:
    assert store.reach("lang-sen", "plan_of_villages", True, "dieu-phoi-1")
    assert store.reach("lang-sen", "plan", True, "dieu-phoi-1")
    assert store.reach("lang-sen", "plan", False, "dieu-phoi-1")
    assert store.done_milestones("lang-sen") == {"plan_of_villages"}
