"""What a batch's units have in common is read once; what is theirs alone never comes from a neighbour."""

from collections import Counter
from dataclasses import replace

import pytest

from giaoban.campaign import Campaign
from giaoban.contact import Duty
from giaoban.outbox.message import LATEST, MessageState
from giaoban.outbox.neighbours import neighbours
from giaoban.outbox.outcome import Taken
from giaoban.outbox.send import send_unit
from giaoban.problem import Unavailable
from tests.reminders.world import World

CODES = [f"{number:05}" for number in range(1, 101)]


@pytest.mark.parametrize(
    "wanted, parted",
    [
        (["00001", "00002", "00003"], [["00001", "00002", "00003"]]),
        (["00001", "00006"], [["00001", "00006"]]),
        (["00001", "00007"], [["00001"], ["00007"]]),
        (["00001", "00050", "00051"], [["00001"], ["00050", "00051"]]),
        (["00099", "PAHCC"], [["00099"], ["PAHCC"]]),
        ([], []),
    ],
)
def test_units_far_from_each_other_are_read_apart(wanted: list[str], parted: list[list[str]]) -> None:
    assert list(neighbours(wanted, CODES)) == parted


@pytest.fixture
def ten(reminding: Campaign) -> World:
    """Ten units, with a deputy and a leader each."""
    first = reminding.units["00001"]
    world = World(replace(reminding, units={code: replace(first, code=code) for code in CODES[:10]}))
    for code in CODES[:10]:
        world.somebody(code, Duty.DEPUTY), world.somebody(code, Duty.LEADER)
    world.tick("15:45")
    return world


def work(world: World) -> None:
    """All that is asked for, in one invocation."""
    batch = world.batch()
    neighbours = world.neighbours(batch, world.queue)
    for asked in world.queue:
        send_unit(batch, neighbours, asked)


def test_of_ten_units_messages_and_people_are_read_once_and_each_ones_day_for_every_message(ten: World) -> None:
    before = len(ten.edges.crossed)
    work(ten)
    read = Counter(name.removeprefix("before ") for name in ten.edges.crossed[before:] if name.startswith("before"))
    assert len(ten.handed) == 20
    assert (read["outbox.of_units"], read["directory.units"], read["outbox.switch"]) == (1, 1, 1)
    assert (read["reports.unit_day_under"], read["outbox.replace"]) == (20, 40)


def test_each_hears_what_is_theirs(ten: World) -> None:
    work(ten)
    people = {each.entry.phone: each for each in (ten.directory.read(ten.campaign.slug).people)}
    assert all(people[each.address].id == each.key.recipient for each in ten.handed)
    assert all(people[each.address].entry.unit == each.key.unit for each in ten.handed)


def test_a_unit_that_reports_while_its_neighbours_are_handed_over_hears_nothing(ten: World) -> None:
    """All was read before; its day is read last of all."""
    batch = ten.batch()
    neighbours = ten.neighbours(batch, ten.queue)
    for asked in ten.queue[:-1]:
        send_unit(batch, neighbours, asked)
    ten.report(ten.queue[-1].unit)
    send_unit(batch, neighbours, ten.queue[-1])
    assert {each.key.unit for each in ten.handed} == set(CODES[:9])


def test_what_grows_too_old_while_a_slow_provider_takes_another_is_not_sent(ten: World) -> None:
    passed = [0.0]

    def slow(name: str) -> Taken:
        passed[0] += LATEST.total_seconds()
        return Taken(name)

    ten.texter.behave = slow
    batch = ten.batch(seconds=lambda: passed[0])
    counts = send_unit(batch, ten.neighbours(batch, ten.queue), ten.queue[0])
    assert (counts, len(ten.handed)) == ({"SENT": 1, "SKIPPED": 1}, 1)
    assert sorted(filter(None, (each.reason for each in ten.messages("sms_leaders")))) == ["expired"]


def test_the_next_one_reads_again_what_one_could_not_read(ten: World) -> None:
    ten.edges.cuts[len(ten.edges.crossed) + 1] = _silent
    neighbours = ten.neighbours(ten.batch(), ten.queue)
    with pytest.raises(Unavailable):
        neighbours.messages(ten.queue[0])
    assert [each.state for each in neighbours.messages(ten.queue[0])] == [MessageState.PENDING] * 2


def _silent() -> None:
    raise Unavailable("store_silent")
