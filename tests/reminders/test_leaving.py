"""Somebody leaves in the very moment in which they are sent a link: it is not sent, or it opens nothing."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from giaoban.access.held import end_links
from giaoban.campaign import Campaign
from giaoban.directory.items import changed
from giaoban.directory.leaving import ender, leaving
from tests.reminders.world import World

NEW_NUMBER = "+84912999999"


@pytest.fixture
def world(reminding: Campaign) -> World:
    return World(reminding)


def deleted(world: World) -> None:
    person = next(iter(world.directory.read(world.campaign.slug).people), None)
    with leaving(ender(world.grants, world.now), world.campaign.slug, [person] if person else []):
        if person:
            world.directory.delete(world.campaign.slug, person.id)


def moved(world: World) -> None:
    (person,) = world.directory.read(world.campaign.slug).people
    after = changed(replace(person, entry=replace(person.entry, phone=NEW_NUMBER)), world.now, "changed", "x", "y")
    with leaving(ender(world.grants, world.now), world.campaign.slug, [person]):
        assert world.directory.change(world.campaign.slug, after, world.now)


@pytest.mark.parametrize("leaves", [deleted, moved])
def test_at_whatever_moment_no_link_stays_open(reminding: Campaign, leaves: Callable[[World], None]) -> None:
    edge, ended = 0, False
    while not ended:
        edge += 1
        world = World(reminding)
        world.somebody()
        world.tick("15:30")
        before = len(world.edges.crossed)
        world.edges.cuts[before + edge] = lambda world=world: leaves(world)  # type: ignore[misc]
        world.work()
        ended = bool(world.edges.cuts)
        if not ended:
            opens = [each for each in world.grants.grants.values() if each.is_open(world.now)]
            told = {each.address for each in world.handed}
            assert not opens or told == {NEW_NUMBER}, world.edges.crossed[before + edge - 1]
    assert edge > 10


def test_who_has_left_since_they_were_read_is_told_nothing(world: World) -> None:
    sen = world.somebody()
    world.tick("15:30")
    world.edges.cuts[len(world.edges.crossed) + 1 + crossed_until(world, "before grants.note")] = lambda: deleted(world)
    world.work()
    assert world.handed == []
    assert world.states("sms_before") == {sen.id: "SKIPPED gone"}


def crossed_until(world: World, name: str) -> int:
    """How many edges another world, like this one, crosses before."""
    other = World(world.campaign)
    other.somebody()
    other.tick("15:30")
    before = len(other.edges.crossed)
    other.work()
    return other.edges.crossed[before:].index(name)


def test_whoever_ends_a_unit_s_links_finds_those_that_were_sent(world: World) -> None:
    world.somebody()
    world.tick("15:30")
    world.work()
    assert len(world.handed) == 1
    assert end_links(world.grants, world.campaign.slug, "00001", world.now) == 1
