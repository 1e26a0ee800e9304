"""Editions on the engines: every write once, every read whole."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from giaoban.dynamodb import bound
from giaoban.editions.edition import EditionKind, Remarks
from giaoban.editions.items import Item, documents_key, edition_key, mail_key, partition
from giaoban.editions.kept import Entry, Kept, Message, Registered
from giaoban.editions.part import part_of
from giaoban.editions.store import EditionStore
from tests.editions.fakes import FakeEditionStore
from tests.engines.fixtures import Engine

DAY = "2025-08-02"
ENTRY = Entry(1, EditionKind.ISSUED, "a" * 64, "2025-08-02T16:48:12.345+07:00", "dieu-phoi-1", "press-1", {"due": 143})
REGISTERED = Registered(1, "12/BC", DAY, "2025-08-02T17:20:00.000+07:00", "dieu-phoi-1")
AT = "2025-08-02T16:45:00+07:00"


@pytest.fixture(params=["moto", "dynalite", "fake"])
def store(request: pytest.FixtureRequest) -> EditionStore | FakeEditionStore:
    """The fake is held to what the real one does."""
    if request.param == "fake":
        return FakeEditionStore()
    return EditionStore(request.getfixturevalue(f"on_{request.param}").editions)


def test_a_period_of_which_nothing_is_kept_is_empty(store: EditionStore) -> None:
    assert store.kept("hanoi-45", DAY) == Kept("hanoi-45", DAY)


def test_an_edition_is_added_once_and_never_overwritten(store: EditionStore) -> None:
    assert store.add_edition("hanoi-45", DAY, ENTRY)
    assert not store.add_edition("hanoi-45", DAY, replace(ENTRY, sha256="b" * 64, request="press-2"))
    second = replace(ENTRY, number=2, kind=EditionKind.CORRECTION, issued_by=None, request="clock/correction")
    assert store.add_edition("hanoi-45", DAY, second)
    kept = store.kept("hanoi-45", DAY)
    assert (kept.editions, kept.last, kept.number) == ((ENTRY, second), second, 2)
    assert kept.asked_before("press-1") == ENTRY
    assert kept.asked_before("press-2") is None
    assert store.kept("hanoi-45", "2025-08-03").number == 0
    assert store.kept("lang-sen", DAY).number == 0


def test_remarks_are_numbered_and_the_newest_counts(store: EditionStore) -> None:
    first, second = Remarks("Một", "dieu-phoi-1", 1), Remarks("", "dieu-phoi-2", 2)
    assert store.add_remarks("hanoi-45", DAY, first, AT)
    assert not store.add_remarks("hanoi-45", DAY, replace(second, number=1), AT)
    assert store.add_remarks("hanoi-45", DAY, second, AT)
    kept = store.kept("hanoi-45", DAY)
    assert (kept.remarks, kept.remark) == ((first, second), second)


def test_a_mistaken_registry_number_is_followed_by_another(store: EditionStore) -> None:
    assert store.register("hanoi-45", DAY, 1, REGISTERED)
    assert not store.register("hanoi-45", DAY, 1, replace(REGISTERED, number="13/BC"))
    second = replace(REGISTERED, order=2, number="13/BC")
    assert store.register("hanoi-45", DAY, 1, second)
    assert store.kept("hanoi-45", DAY).registered == {1: [REGISTERED, second]}


def test_what_is_marked_is_marked_once(store: EditionStore) -> None:
    assert store.mark("hanoi-45", DAY, "alarm", AT)
    assert not store.mark("hanoi-45", DAY, "alarm", AT)
    assert store.kept("hanoi-45", DAY).alarm_at == AT
    assert not store.kept("hanoi-45", DAY).is_closed
    assert store.mark("hanoi-45", DAY, "closed", AT)
    assert store.kept("hanoi-45", DAY).is_closed


def test_what_the_documents_job_writes_is_read(engine: Engine) -> None:
    store, items = EditionStore(engine.editions), bound(Item, engine.editions)
    store.add_edition("hanoi-45", DAY, ENTRY)
    made = {"pdf": {"sha256": "c" * 64, "bytes": 9}}
    items(partition("hanoi-45", DAY), documents_key(1), data=made).save()
    said = {"message_id": "m-1", "reason": None}
    items(partition("hanoi-45", DAY), mail_key(1, "chairman"), state="SENT", at=AT, data=said).save()
    items(partition("hanoi-45", DAY), mail_key(1, "centre"), state="CLAIMED", at=AT).save()
    kept = store.kept("hanoi-45", DAY)
    assert kept.documents == {1: made}
    assert list(kept.mail[1]) == [Message("centre", "CLAIMED", AT), Message("chairman", "SENT", AT, "m-1")]


def test_of_sixteen_that_add_at_once_one_makes_the_edition(on_dynalite: Engine) -> None:
    stores = [EditionStore(on_dynalite.editions) for _ in range(16)]
    for number in range(1, 11):
        with ThreadPoolExecutor(16) as pool:
            entries = [replace(ENTRY, number=number, request=f"press-{each}") for each in range(16)]
            added = list(
                pool.map(lambda pair: pair[0].add_edition("hanoi-45", DAY, pair[1]), zip(stores, entries, strict=True))
            )
        assert added.count(True) == 1
        last = stores[0].kept("hanoi-45", DAY).last
        assert last == entries[added.index(True)]


def test_a_capability_says_its_part_of_a_day_once(store: EditionStore) -> None:
    said = part_of({"present": 3, "short": ["00001"], "names": {"vi": "Đủ"}})
    assert store.add_part("hanoi-45", DAY, "coverage", said)
    assert not store.add_part("hanoi-45", DAY, "coverage", part_of({"present": 4}))
    assert store.add_part("hanoi-45", DAY, "outreach", part_of({}))
    kept = store.kept("hanoi-45", DAY)
    assert kept.parts == {"coverage": said, "outreach": part_of({})}
    assert kept.parts["coverage"].is_whole
    assert kept.number == 0


def test_of_many_who_say_the_same_part_at_once_one_is_kept(on_dynalite: Engine) -> None:
    stores = [EditionStore(on_dynalite.editions) for _ in range(16)]
    parts = [part_of({"said_by": number}) for number in range(16)]
    with ThreadPoolExecutor(16) as pool:
        added = list(
            pool.map(
                lambda pair: pair[0].add_part("hanoi-45", DAY, "coverage", pair[1]), zip(stores, parts, strict=True)
            )
        )
    assert added.count(True) == 1
    assert stores[0].kept("hanoi-45", DAY).parts == {"coverage": parts[added.index(True)]}


def test_keys_sort_in_the_order_of_their_numbers() -> None:
    assert sorted(edition_key(number) for number in (10, 9, 100, 1)) == [edition_key(each) for each in (1, 9, 10, 100)]
