"""What was handed over is never handed over again because a store did not take the word of it."""

from collections.abc import Callable

import pytest

from giaoban.contact import Channel, Duty
from giaoban.outbox.message import Message, MessageState
from giaoban.problem import Unavailable
from tests.reminders.world import World


def silent_about(world: World, recipient: str, times: int = 99) -> Callable[[Message], bool]:
    """The outbox, which does not take it that this one's message was sent."""
    replace, left = world.outbox.replace, [None] * times

    def answer(after: Message) -> bool:
        if after.key.recipient == recipient and after.state is MessageState.SENT and left:
            left.pop()
            raise Unavailable("store_silent")
        return replace(after)

    return answer


def test_nobody_else_waits_for_it_and_it_becomes_unknown(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    deputy, leader = (world.somebody(role=role, channels=(Channel.SMS,)) for role in (Duty.DEPUTY, Duty.LEADER))
    world.tick("15:45")
    monkeypatch.setattr(world.outbox, "replace", silent_about(world, deputy.id))
    counts = world.work()
    assert (counts["SENT"], len(world.handed)) == (2, 2)
    assert world.states("sms_leaders") == {deputy.id: "CLAIMED", leader.id: "SENT"}
    world.tick("15:50")
    world.work()
    assert world.states("sms_leaders") == {deputy.id: "UNKNOWN crashed", leader.id: "SENT"}
    assert len(world.handed) == 2


def test_it_is_said_again_until_the_store_answers(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    reporter = world.somebody(channels=(Channel.SMS,))
    world.tick("15:30")
    monkeypatch.setattr(world.outbox, "replace", silent_about(world, reporter.id, times=3))
    world.work()
    assert world.states("sms_before") == {reporter.id: "SENT"}
