"""Who stands twice, and where first; who is who in the next list."""

from giaoban.lists.same import Sameness

# Known by a number, and without one by a name.
SAME = Sameness[tuple[str, int | None]](lambda entry: (entry[1], entry[0]))


def test_two_with_a_number_each_are_told_apart_by_it_alone() -> None:
    assert SAME.is_same(("a", 1), ("b", 1))
    assert not SAME.is_same(("a", 1), ("a", 2))


def test_where_one_has_none_the_name_tells() -> None:
    assert SAME.is_same(("a", 1), ("a", None))
    assert not SAME.is_same(("a", None), ("b", None))


def test_nothing_in_common_is_not_the_same() -> None:
    assert not Sameness[int](lambda _: (None,)).is_same(1, 1)


def test_each_repetition_names_the_first() -> None:
    listed = [("a", 1), ("b", 2), ("a", None), ("c", 2), ("a", 1), ("a", 3)]
    assert SAME.repeated(listed) == {2: 0, 3: 1, 4: 0, 5: 2}


def test_numbers_pair_before_names_and_nobody_twice() -> None:
    assert SAME.paired([("a", 1), ("b", 2)], [("b", 1), ("a", 3)]) == {0: 0}
    assert SAME.paired([("a", 1), ("b", 2)], [("a", 3), ("b", 4)]) == {0: 0, 1: 1}
    assert SAME.paired([], [("a", 1)]) == SAME.paired([("a", 1)], []) == {}
