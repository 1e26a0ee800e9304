"""Who of an earlier list is who of a later one: by number first, then by the name as it is spelled, never by a guess."""

from dataclasses import replace

import pytest

from giaoban.directory.items import entry_data
from giaoban.directory.person import Entry, Person
from giaoban.directory.rows import PEOPLE
from giaoban.lists.plan import EntryRules, make_plan
from tests.directory.made import SEN

RULES = EntryRules(PEOPLE, entry_data)


def hoa(name: str = "Nguyễn Thị Hoa", number: int | None = 1) -> Entry:
    return replace(SEN, name=name, phone=number and f"+8491234567{number}")


HOA, HOA_2, HOA_3, OTHER = hoa(), hoa(number=2), hoa(number=3), hoa("Nguyễn Thị Hòa", 4)


def outcome(stood: list[Entry], later: list[Entry]) -> tuple[int, int, int, int]:
    """Added, changed, removed, unchanged."""
    plan = make_plan([Person(str(place), each) for place, each in enumerate(stood)], later, None, RULES)
    return len(plan.added), len(plan.changed), len(plan.removed), plan.unchanged


@pytest.mark.parametrize("stood, later, expected", [
    pytest.param([HOA], [HOA_2], (0, 1, 0, 0), id="a new number of the only one of that name"),
    pytest.param([HOA], [OTHER], (1, 0, 1, 0), id="another name is another person"),
    pytest.param([HOA], [hoa("Nguyễn Thị Hòa")], (0, 1, 0, 0), id="a name mended, the number the same"),
    pytest.param([HOA], [HOA, HOA_2], (1, 0, 0, 1), id="a second one of that name comes"),
    pytest.param([HOA, HOA_2], [HOA_2], (0, 0, 1, 1), id="one of two goes, and the right one"),
    pytest.param([HOA, HOA_2], [HOA_2, HOA_3], (0, 1, 0, 1), id="one of two has a new number"),
    pytest.param([HOA, HOA_2], [HOA_3, hoa(number=5)], (2, 0, 2, 0), id="who of two is who cannot be told"),
    pytest.param([HOA, OTHER], [hoa(number=None), OTHER], (0, 1, 0, 1), id="a number that is gone"),
    pytest.param([hoa(number=None)], [HOA], (0, 1, 0, 0), id="a number that has come"),
    pytest.param([hoa("NGUYEN THI HOA")], [HOA], (0, 1, 0, 0), id="without accents before"),
])  # fmt: skip
def test_what_becomes_of_people_whose_names_are_alike(
    stood: list[Entry], later: list[Entry], expected: tuple[int, int, int, int]
) -> None:
    assert outcome(stood, later) == expected
