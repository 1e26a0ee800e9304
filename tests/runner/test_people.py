"""The demonstration's people are plainly invented, and their numbers ring nowhere."""

from dataclasses import replace

from giaoban.campaign import Campaign
from giaoban.directory.list_file import list_file
from giaoban.directory.phone import PREFIXES
from giaoban.directory.reading import read_list
from tools.runner.people import invented


def test_every_unit_has_its_three_whose_numbers_no_network_has(hanoi: Campaign) -> None:
    people = list(invented(hanoi))
    assert len(people) == 3 * len(hanoi.units)
    assert len({each.phone for each in people}) == len(people)
    for each in people:
        assert each.unit in each.name
        assert each.phone
        assert each.phone[3:5] not in PREFIXES
        assert each.phone.startswith("+84000")
        assert each.email
        assert each.email.endswith("@giaoban.invalid")


def test_their_list_is_one_that_is_imported_without_a_problem(hanoi: Campaign) -> None:
    people = list(invented(hanoi))
    found, problems = read_list(list_file("csv", hanoi, people), hanoi)
    assert problems == []
    assert sorted(each.name for each in found) == sorted(each.name for each in people)


def test_a_campaign_without_test_numbers_gets_nobody(hanoi: Campaign) -> None:
    real = replace(hanoi, test_numbers=None)
    assert list(invented(real)) == []
    assert len(read_list(list_file("csv", hanoi, list(invented(hanoi))), real)[1]) == 3 * len(hanoi.units)
