"""The process is killed at every edge of what it does, and started again: no SMS twice, at most one e-mail twice."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta

import pytest

from giaoban.campaign import Campaign
from giaoban.contact import Channel
from giaoban.outbox.message import Fate
from giaoban.outbox.outcome import NoAnswer, NotNow, Refused, SendOutcome, Taken
from giaoban.problem import Unavailable
from tests.reminders.world import Killed, World
from tests.reports.made import at


def afternoon(
    campaign: Campaign, clock: str, channels: tuple[Channel, ...], edge: int | None, is_silence: bool = False
) -> World:
    """A wave for two units, killed (or left without an answer) at one edge; then the ticks that follow, undisturbed."""
    world = World(campaign)
    for unit in ("00001", "00002"):
        world.somebody(unit, channels=channels)
    if edge is not None:
        world.edges.cuts[edge] = silence if is_silence else die
    world.tick(clock)
    world.work()
    for _ in range(3):
        world.now += timedelta(minutes=5)
        world.tick()
        world.work()
    return world


def die() -> None:
    raise Killed


def silence() -> None:
    raise Unavailable("store_silent")


def edges_of(campaign: Campaign, clock: str, channels: tuple[Channel, ...]) -> list[int]:
    """Every one that is crossed in a run without faults; those after the work was done belong to later ticks."""
    return list(range(1, len(afternoon(campaign, clock, channels, None).edges.crossed) + 1))


@pytest.mark.parametrize("clock, channel", [("15:30", Channel.SMS), ("15:00", Channel.EMAIL)])
def test_killed_at_any_edge_everything_is_said_of_every_message_and_nothing_comes_twice(
    reminding: Campaign, clock: str, channel: Channel
) -> None:
    twice = 0
    edges = edges_of(reminding, clock, (channel,))
    for edge in edges:
        world = afternoon(reminding, clock, (channel,), edge)
        assert world.crashes == 1
        handed = Counter(each.key for each in world.handed)
        assert max(handed.values(), default=0) <= (1 if channel is Channel.SMS else 2)
        twice += sum(handed.values()) > len(handed)
        messages = world.messages("sms_before" if channel is Channel.SMS else "email_before")
        assert all(each.is_settled and (each.reason or each.state == "SENT") for each in messages)
        # Nobody is forgotten: each was handed over, or it is known that nobody knows.
        assert len(messages) == 2
        assert all(each.key in handed or each.state == "UNKNOWN" for each in messages)
    assert len(edges) > 50
    assert twice <= (0 if channel is Channel.SMS else len(edges))


def test_left_without_an_answer_at_any_edge_no_sms_comes_twice_and_nobody_is_forgotten(reminding: Campaign) -> None:
    crossed = afternoon(reminding, "15:30", (Channel.SMS,), None).edges.crossed
    for edge in [number for number, name in enumerate(crossed, start=1) if "texter" not in name]:
        world = afternoon(reminding, "15:30", (Channel.SMS,), edge, is_silence=True)
        handed = Counter(each.key for each in world.handed)
        assert max(handed.values(), default=0) <= 1
        assert all(each.is_settled for each in world.messages("sms_before"))
        assert all(each.key in handed or each.state == "UNKNOWN" for each in world.messages("sms_before"))


def test_an_sms_whose_answer_was_lost_is_never_sent_again_an_email_once_more(world: World) -> None:
    world.somebody("00001", channels=(Channel.SMS,)), world.somebody("00002", channels=(Channel.EMAIL,))
    world.mailer.behave = world.texter.behave = lost
    world.tick("15:30")
    world.work()
    assert sorted(world.states("sms_before").values()) == ["UNKNOWN no_answer", "UNKNOWN no_answer"]
    for _ in range(4):
        world.now += timedelta(minutes=2)
        world.tick_of(at("15:35"))
        world.work()
    assert Counter(each.key.channel for each in world.handed) == {"sms": 1, "email": 2}


def test_a_receipt_before_the_second_try_makes_it_unnecessary(world: World) -> None:
    world.somebody(channels=(Channel.EMAIL,))
    world.mailer.behave = lost
    world.tick("15:30")
    world.work()
    world.receipt(world.handed[0], Fate.DELIVERED)
    world.tick("15:35")
    world.work()
    assert len(world.handed) == 1
    (message,) = world.messages("sms_before")
    assert (message.state, message.fate, message.message_id) == ("SENT", "delivered", "id-from-receipt")


def lost(_: str) -> SendOutcome:
    return NoAnswer()


def test_a_busy_provider_is_asked_again_and_again_and_nothing_is_sent_twice(world: World) -> None:
    world.somebody(channels=(Channel.SMS,))
    world.texter.behave = busy_until(6)
    world.tick("15:30")
    world.work()
    assert world.states("sms_before") == {"00001-0000000001": "PENDING"}
    assert world.outbox.kept.total == 0
    world.tick("15:35")
    world.work()
    assert world.states("sms_before") == {"00001-0000000001": "SENT"}
    assert len(world.handed) == 1


def busy_until(number: int) -> Callable[[str], SendOutcome]:
    left: list[SendOutcome] = [NotNow()] * number

    def answer(name: str) -> SendOutcome:
        return left.pop() if left else Taken(name)

    return answer


def test_a_refused_sms_goes_by_email_at_once(world: World) -> None:
    reporter = world.somebody()
    world.texter.behave = lambda _: Refused("ConflictException", is_opted_out=True)
    world.tick("15:30")
    world.work()
    assert [each.key.channel for each in world.handed] == ["email"]
    assert sorted(f"{each.state} {each.reason or ''}" for each in world.messages("sms_before")) == [
        "FAILED opted_out",
        "SENT ",
    ]
    assert world.person(reporter).reachable() == (Channel.EMAIL,)
    world.tick("16:00")
    world.work()
    assert [each.key.channel for each in world.handed] == ["email", "email"]


def test_what_is_older_than_ten_minutes_is_not_sent_and_says_so(world: World) -> None:
    reporter = world.somebody()
    world.tick("15:30")
    world.work(later=timedelta(minutes=10))
    assert world.handed == []
    world.tick("15:40")
    assert world.states("sms_before") == {reporter.id: "SKIPPED expired"}


def test_a_wave_whose_ticks_were_all_lost_says_that_it_was_missed(world: World) -> None:
    world.somebody()
    world.tick("15:40")
    heads = world.outbox.heads(world.campaign.slug, world.campaign.today(world.now))
    assert heads["sms_before"].state == "missed"
    assert world.queue == []


@pytest.mark.parametrize("edge", range(1, 40))
def test_a_tick_killed_at_any_edge_and_never_repeated_in_time_still_says_what_became_of_what_it_put(
    world: World, edge: int
) -> None:
    world.somebody("00001"), world.somebody("00002")
    world.edges.kill_at(edge)
    world.tick("15:30")
    world.edges.calm()
    world.tick("15:40")
    world.tick("15:45")
    assert all(each.is_settled for each in world.messages("sms_before"))


def test_of_who_died_in_the_last_minute_it_is_said_at_ten_minutes(world: World) -> None:
    reporter = world.somebody(channels=(Channel.SMS,))
    world.tick("15:30")
    world.edges.kill_at(len(EDGES_TO_CLAIM))
    world.work(later=timedelta(minutes=9, seconds=30))
    world.tick("15:40")
    assert world.states("sms_before") == {reporter.id: "UNKNOWN crashed"}


# From the queue message to the claim's answer.
EDGES_TO_CLAIM = ("of_unit", "of_unit", "unit", "unit", "switch", "switch", "replace", "replace")
