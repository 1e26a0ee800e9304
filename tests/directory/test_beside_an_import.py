"""What other people do while an import is at work is neither lost nor undone, at whichever of its writes they do it."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from giaoban.contact import Channel, Why
from giaoban.directory import Person, Stop
from giaoban.directory.importing import import_list
from giaoban.directory.items import Item, changed, person_id
from giaoban.lists.importing import _tidy, tidy_up
from giaoban.lists.store import Standing
from giaoban.problem import Conflict
from tests.directory.fake_store import FakeDirectoryStore
from tests.directory.made import AT, SEN, text_of
from tests.directory.test_importing import BUOM, BY, FIRST, LATER, ONG, SECOND, SLUG, by_name, seen


class Interrupting(FakeDirectoryStore):
    """Something else happens right before the write of this number."""

    def __init__(self) -> None:
        super().__init__()
        self.left = -1
        self.happens: Callable[[], object] = lambda: None
        self.was_refused = False

    def put(self, item: Any, before: int | None) -> bool:
        self.left -= 1
        if self.left == 0:
            self.happens()
        return super().put(item, before)

    def put_all(self, items: Any) -> None:
        self.left -= 1
        if self.left == 0:
            self.happens()
        super().put_all(items)


@pytest.mark.parametrize("number", range(1, 6))
class TestBesideAnImport:
    def interrupted(self, number: int, happens: Callable[[Interrupting], object]) -> Interrupting:
        store = Interrupting()
        import_list(store, SLUG, FIRST, BY, AT)
        store.left, store.happens = number, lambda: happens(store)
        try:
            import_list(store, SLUG, SECOND, BY, LATER)
        except Conflict:
            store.was_refused = True
        return store

    def test_who_is_deleted_meanwhile_is_nowhere_afterwards(self, number: int) -> None:
        def delete(store: Interrupting) -> None:
            for person in store.read(SLUG).people:
                if person.entry.name == SEN.name:
                    store.delete(SLUG, person.id)
            tidy_up(store, SLUG, LATER)

        # Before the first write there is no import yet: then the list comes after, and has Sen in it.
        assert (SEN.name in text_of(self.interrupted(number, delete).stored)) == (number == 1)

    def test_a_stop_noted_meanwhile_holds(self, number: int) -> None:
        def stop(store: Interrupting) -> None:
            sen = next(each for each in store.read(SLUG).people if each.entry.name == SEN.name)
            stops = {Channel.EMAIL: Stop(LATER, Why.BOUNCE, "mail", SEN.email or "")}
            assert store.note(SLUG, changed(replace(sen, stops=stops), LATER, "stopped", "mail", "mail"))

        store = self.interrupted(number, stop)
        (sen,) = [each for each in store.read(SLUG).people if each.entry.name == SEN.name]
        assert sen.stop_of(Channel.EMAIL)
        assert seen(store) == by_name(FIRST if store.was_refused else SECOND)

    def test_nobody_is_lost_who_was_named_meanwhile(self, number: int) -> None:
        new = Person("00002-00000000bb", replace(ONG, name="Vũ Thị Tằm"), version=1)
        store = self.interrupted(number, lambda store: store.add(SLUG, new))
        # Before the first write there is no import yet: then the list comes after, and is the whole list.
        assert (new.entry in seen(store)) == (number > 1)

    def test_a_second_import_waits_its_turn(self, number: int) -> None:
        said: list[str] = []

        def second(store: Interrupting) -> None:
            store.left = -1
            try:
                import_list(store, SLUG, [BUOM], BY, LATER)
            except Conflict as error:
                said.append(error.name)

        store = self.interrupted(number, second)
        assert seen(store) in (by_name(SECOND), [BUOM])
        assert said == ["import_under_way"] or seen(store) == [BUOM] or number > 1

    def test_a_slow_import_whose_turn_is_over_comes_to_nothing(self, number: int) -> None:
        def later(store: Interrupting) -> None:
            store.left = -1
            import_list(store, SLUG, [BUOM], BY, LATER + timedelta(minutes=5))

        store = self.interrupted(number, later)
        found = seen(store)
        assert found in ([BUOM], by_name(SECOND))
        tidy_up(store, SLUG, LATER + timedelta(minutes=9))
        assert seen(store) == found

    def test_a_slow_import_that_was_tidied_up_after_comes_to_nothing(self, number: int) -> None:
        store = self.interrupted(number, lambda store: tidy_up(store, SLUG, LATER + timedelta(minutes=5)))
        assert seen(store) == by_name(FIRST if store.was_refused else SECOND)

    def test_whoever_tidies_up_by_an_old_sight_leaves_alone_what_an_import_at_work_has_written(
        self, number: int
    ) -> None:
        before = FakeDirectoryStore()
        import_list(before, SLUG, FIRST, BY, AT)
        old = before.head(SLUG)
        store = self.interrupted(number, lambda store: _tidy(store, SLUG, old))
        assert (seen(store), store.was_refused) == (by_name(SECOND), False)


class Reading(FakeDirectoryStore):
    """Sen is deleted right before the reading of this number."""

    left = -1

    def standing(self, campaign: str, only: Sequence[str] | None = None) -> Standing[Item]:
        self.left -= 1
        if self.left == 0:
            for item in super().standing(campaign).items:
                if item.entry["name"] == SEN.name:
                    self.delete(campaign, person_id(item.key))
        return super().standing(campaign, only)


@pytest.mark.parametrize("number", range(1, 6))
def test_who_is_deleted_between_two_readings_of_an_import_comes_back_only_by_the_list(number: int) -> None:
    store = Reading()
    import_list(store, SLUG, FIRST, BY, AT)
    store.left = number
    try:
        import_list(store, SLUG, SECOND, BY, LATER)
    except Conflict:
        # Planned as somebody to change, and not there any more.
        assert (number, seen(store)) == (4, [ONG])
    else:
        assert seen(store) == ([BUOM] if number == 5 else by_name(SECOND))


def test_who_is_about_to_be_changed_by_an_import_cannot_be_mended_until_it_is_over() -> None:
    store = Interrupting()
    import_list(store, SLUG, FIRST, BY, AT)
    said: list[str] = []

    def mend() -> None:
        sen = next(each for each in store.read(SLUG).people if each.entry.name == SEN.name)
        after = changed(replace(sen, entry=replace(SEN, language="en")), LATER, "changed", "admin", "a")
        with pytest.raises(Conflict) as refused:
            store.change(SLUG, after, LATER)
        said.append(refused.value.name)

    # The write that counts: everything is staged.
    store.left, store.happens = 5, mend
    import_list(store, SLUG, SECOND, BY, LATER)
    assert (said, seen(store)) == (["import_under_way"], by_name(SECOND))
