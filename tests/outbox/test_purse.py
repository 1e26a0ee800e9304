"""SMS are counted before they leave, ten at a time: no limit is exceeded, and what is not needed comes back."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from giaoban.outbox.purse import Purse
from giaoban.problem import Unavailable


class Counter:
    """Counts up to a limit, as the table's own does."""

    def __init__(self, limit: int) -> None:
        self.limit, self.counted, self.writes = limit, 0, 0

    def spend(self, parts: int) -> bool:
        self.writes += 1
        if self.counted + parts > self.limit:
            return False
        self.counted += parts
        return True


def taken(purse: Purse, times: int) -> int:
    return sum(purse.take(1) for _ in range(times))


@pytest.mark.parametrize("limit, wanted, paid", [(100, 25, 25), (12, 25, 12), (9, 25, 9), (0, 3, 0)])
def test_as_many_are_paid_as_the_limit_allows_and_no_more(limit: int, wanted: int, paid: int) -> None:
    counter = Counter(limit)
    purse = Purse(counter.spend)
    assert taken(purse, wanted) == paid
    assert counter.counted <= limit
    purse.close()
    assert counter.counted == paid


def test_ten_are_counted_in_one_write() -> None:
    counter = Counter(100)
    purse = Purse(counter.spend)
    assert (taken(purse, 10), counter.writes) == (10, 1)


def test_what_was_not_sent_pays_for_the_next_one_and_in_the_end_comes_back() -> None:
    counter = Counter(10)
    purse = Purse(counter.spend)
    assert taken(purse, 10) == 10
    purse.give_back(2)
    assert (taken(purse, 2), taken(purse, 1)) == (2, 0)
    purse.give_back(1)
    purse.close(), purse.close()
    assert counter.counted == 9


def test_several_threads_never_spend_what_is_not_there() -> None:
    counter = Counter(37)
    purse = Purse(counter.spend)
    with ThreadPoolExecutor(8) as threads:
        assert sum(threads.map(lambda _: purse.take(1), range(200))) == 37
    assert counter.counted == 37


def test_an_sms_of_several_parts_takes_them_all_or_none() -> None:
    counter = Counter(11)
    purse = Purse(counter.spend)
    assert [purse.take(4), purse.take(4), purse.take(4)] == [True, True, False]


def test_a_counter_that_does_not_answer_at_the_end_has_counted_too_many_and_never_too_few() -> None:
    counter = Counter(100)
    purse = Purse(_silent_when_given_back(counter))
    assert purse.take(1)
    purse.close()
    assert counter.counted == 10


def _silent_when_given_back(counter: Counter) -> Callable[[int], bool]:
    def spend(parts: int) -> bool:
        if parts < 0:
            raise Unavailable("store_silent")
        return counter.spend(parts)

    return spend
