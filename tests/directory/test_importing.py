"""A list takes effect at once or not at all: on both engines, killed at every write, beside other people's changes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from giaoban.contact import Channel, Duty, Why
from giaoban.directory import Entry, Stop
from giaoban.directory.importing import import_list, people_list
from giaoban.directory.items import changed
from giaoban.directory.store import DirectoryStore
from giaoban.lists.importing import Author, tidy_up
from giaoban.problem import Conflict, Unavailable
from tests.directory.fake_store import FakeDirectoryStore
from tests.directory.made import AT, SEN, text_of
from tests.engines.fixtures import Engine
from tests.engines.wire import tapped

SLUG, BY = "lang-sen", Author("admin", "quan-tri")
ONG = replace(SEN, unit="00002", name="Trần Văn Ong", phone="+84987654321", email=None, channels=(Channel.SMS,))
BUOM = replace(SEN, role=Duty.DEPUTY, name="Đỗ Thị Bướm", phone="+84399999999", email=None, channels=(Channel.SMS,))
# Sen's number changes, Ong goes, Bướm comes.
FIRST, SECOND = [SEN, ONG], [replace(SEN, phone="+84911111111"), BUOM]
LATER = AT + timedelta(hours=1)


class Killed(BaseException):
    """The process is gone: nothing after it runs, not even what tidies up."""


class Dying(FakeDirectoryStore):
    """Dies instead of its n-th write, or right after it."""

    def __init__(self) -> None:
        super().__init__()
        self.left: int | None = None
        self.after = False

    def _write(self, write: Callable[[], Any]) -> Any:
        if self.left is None:
            return write()
        self.left -= 1
        if self.left < 0 and not self.after:
            raise Killed
        done = write()
        if self.left < 0:
            raise Killed
        return done

    def put(self, item: Any, before: int | None) -> bool:
        return bool(self._write(lambda: FakeDirectoryStore.put(self, item, before)))

    def put_all(self, items: Any) -> None:
        for item in items:
            self._write(lambda item=item: FakeDirectoryStore.put_all(self, [item]))

    def remove(self, item: Any) -> bool:
        return bool(self._write(lambda: FakeDirectoryStore.remove(self, item)))


def seen(store: DirectoryStore) -> list[Entry]:
    return sorted((each.entry for each in store.read(SLUG).people), key=lambda each: each.name)


def by_name(entries: list[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda each: each.name)


@pytest.fixture
def store(engine: Engine) -> DirectoryStore:
    return DirectoryStore(engine.directory)


def test_a_list_replaces_what_was_there(store: DirectoryStore) -> None:
    first = import_list(store, SLUG, FIRST, BY, AT)
    assert (len(first.added), first.unchanged, seen(store)) == (2, 0, by_name(FIRST))
    second = import_list(store, SLUG, SECOND, BY, LATER)
    assert [len(each) for each in (second.added, second.changed, second.removed)] == [1, 1, 1]
    assert seen(store) == by_name(SECOND)
    sen = next(each for each in store.unit(SLUG, "00001").people if each.entry.name == SEN.name)
    assert [(each.at, each.what, each.via) for each in sen.history] == [
        (AT, "imported", "quan-tri"),
        (LATER, "imported", "quan-tri"),
    ]
    assert store.unit(SLUG, "00002").people == ()


def test_of_who_was_removed_and_of_an_earlier_number_nothing_stays(store: DirectoryStore) -> None:
    import_list(store, SLUG, FIRST, BY, AT)
    import_list(store, SLUG, SECOND, BY, LATER)
    everything = text_of([item.to_dynamodb_dict() for item in store.read(SLUG).items])
    assert SEN.name in everything
    assert not [each for each in (ONG.name, ONG.phone, SEN.phone) if each and each in everything]


def test_the_same_list_twice_changes_nothing_in_any_order(store: DirectoryStore) -> None:
    import_list(store, SLUG, FIRST, BY, AT)
    before = [item.to_dynamodb_dict() for item in store.read(SLUG).items], store.head(SLUG)
    again = import_list(store, SLUG, [*reversed(FIRST)], BY, LATER)
    assert (again.is_same_list, again.is_empty) == (True, True)
    assert ([item.to_dynamodb_dict() for item in store.read(SLUG).items], store.head(SLUG)) == before


def test_what_was_mended_by_hand_stays_when_the_last_list_comes_again_and_goes_with_another(
    store: DirectoryStore,
) -> None:
    import_list(store, SLUG, FIRST, BY, AT)
    sen = next(each for each in store.read(SLUG).people if each.entry == SEN)
    assert store.change(
        SLUG, changed(replace(sen, entry=replace(SEN, phone="+84922222222")), LATER, "changed", "admin", "a"), LATER
    )
    import_list(store, SLUG, FIRST, BY, LATER)
    assert "+84922222222" in {each.phone for each in seen(store)}
    import_list(store, SLUG, [*FIRST, BUOM], BY, LATER)
    assert seen(store) == by_name([*FIRST, BUOM])


def test_a_plan_that_was_looked_at_is_carried_out_or_nothing_is(store: DirectoryStore) -> None:
    plan = import_list(store, SLUG, FIRST, BY, AT)
    looked_at = people_list(store).plan(SLUG, SECOND)
    store.delete(SLUG, store.read(SLUG).people[0].id)
    with pytest.raises(Conflict, match="directory_changed"):
        import_list(store, SLUG, SECOND, BY, LATER, looked_at.token)
    assert len(seen(store)) == 1
    assert plan.token != looked_at.token


def test_a_stop_holds_for_its_number_through_an_import_and_under_another_name(store: DirectoryStore) -> None:
    import_list(store, SLUG, FIRST, BY, AT)
    for person in store.read(SLUG).people:
        stop = Stop(AT, Why.STOP, "carrier", person.entry.phone or "")
        noted = changed(replace(person, stops={Channel.SMS: stop}), AT, "stopped", "carrier", "carrier")
        assert store.note(SLUG, noted)
    import_list(store, SLUG, [replace(SEN, phone="+84911111111"), replace(ONG, name="Lý Văn Ong")], BY, LATER)
    stopped = {each.entry.name: each.stop_of(Channel.SMS) is not None for each in store.read(SLUG).people}
    assert stopped == {"Lê Thị Sen": False, "Lý Văn Ong": True}


def writes(kill: Callable[[Dying], None] | None = None) -> int:
    """How many writes the second import takes."""
    store = Dying()
    import_list(store, SLUG, FIRST, BY, AT)
    store.left = 1000
    import_list(store, SLUG, SECOND, BY, LATER)
    return 1000 - store.left


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize("number", range(writes()))
class TestKilledAtEveryWrite:
    def killed(self, number: int, after: bool) -> Dying:
        store = Dying()
        import_list(store, SLUG, FIRST, BY, AT)
        store.left, store.after = number, after
        with pytest.raises(Killed):
            import_list(store, SLUG, SECOND, BY, LATER)
        store.left = None
        return store

    def test_all_of_the_list_is_seen_or_nothing_of_it(self, number: int, after: bool) -> None:
        store = self.killed(number, after)
        assert seen(store) in (by_name(FIRST), by_name(SECOND))
        people = [person for unit in ("00001", "00002") for person in store.unit(SLUG, unit).people]
        assert by_name([each.entry for each in people]) == seen(store)

    def test_a_minute_later_the_same_list_goes_through(self, number: int, after: bool) -> None:
        store = self.killed(number, after)
        import_list(store, SLUG, SECOND, BY, LATER + timedelta(minutes=2))
        assert seen(store) == by_name(SECOND)

    def test_another_list_goes_through_too_and_nothing_of_the_dead_one_comes_back(
        self, number: int, after: bool
    ) -> None:
        store = self.killed(number, after)
        import_list(store, SLUG, [ONG], BY, LATER + timedelta(minutes=2))
        assert seen(store) == [ONG]
        assert "Bướm" not in text_of(store.stored)

    def test_whoever_asks_to_be_deleted_then_is_nowhere_any_more(self, number: int, after: bool) -> None:
        store = self.killed(number, after)
        now = LATER + timedelta(minutes=2)
        for person in store.read(SLUG).people:
            store.delete(SLUG, person.id)
        tidy_up(store, SLUG, now)
        assert not [each for each in (SEN.name, ONG.name, BUOM.name) if each in text_of(store.stored)]

    def test_somebody_can_be_mended_and_that_holds(self, number: int, after: bool) -> None:
        store = self.killed(number, after)
        now = LATER + timedelta(minutes=2)
        sen = next(each for each in store.read(SLUG).people if each.entry.name == SEN.name)
        mended = replace(sen, entry=replace(sen.entry, phone="+84933333333"))
        assert store.change(SLUG, changed(mended, now, "changed", "admin", "a"), now)
        tidy_up(store, SLUG, now)
        assert "+84933333333" in {each.phone for each in seen(store)}


@pytest.mark.parametrize("number", range(1, 7))
def test_an_answer_lost_on_its_way_does_not_undo_an_import(on_moto: Engine, number: int) -> None:
    """The client sends the write again, which then looks like somebody else's."""

    class Losing(DirectoryStore):
        left = -1

        def put(self, item: Any, before: int | None) -> bool:
            self.left -= 1
            wire.lose_answers = int(self.left == 0)
            return super().put(item, before)

    with tapped() as wire:
        store = Losing(on_moto.directory)
        import_list(store, SLUG, FIRST, BY, AT)
        store.left = number
        import_list(store, SLUG, SECOND, BY, LATER)
        assert seen(store) == by_name(SECOND)


def test_a_store_that_is_silent_is_said_to_be(on_moto: Engine) -> None:
    with tapped() as wire:
        store = DirectoryStore(on_moto.directory)
        wire.lose_requests = 10
        with pytest.raises(Unavailable):
            import_list(store, SLUG, FIRST, BY, AT)
