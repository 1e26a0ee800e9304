"""What failed by one channel goes by the next that reaches somebody, never by the same or an earlier one."""

import pytest

from giaoban.contact import Channel, Why
from giaoban.directory.person import Stop
from giaoban.outbox.delivery import next_channel
from tests.directory.made import AT, SEN, person

SMS, EMAIL = Channel.SMS, Channel.EMAIL


@pytest.mark.parametrize("channels, after, expected", [
    ([SMS, EMAIL], None, SMS), ([EMAIL, SMS], None, EMAIL), ([SMS, EMAIL], SMS, EMAIL), ([EMAIL, SMS], EMAIL, SMS),
    ([SMS, EMAIL], EMAIL, None), ([EMAIL, SMS], SMS, None), ([SMS], SMS, None), ([EMAIL], SMS, None), ([], None, None), ([], SMS, None),
])  # fmt: skip
def test_the_next_channel(channels: list[Channel], after: Channel | None, expected: Channel | None) -> None:
    assert next_channel(person(), channels, after) is expected


def test_a_channel_that_does_not_reach_is_passed_over() -> None:
    silent = Stop(AT, Why.STOP, "x", SEN.phone or "")
    assert next_channel(person(email=None), [EMAIL, SMS]) is SMS
    assert next_channel(person(email=None), [SMS, EMAIL], SMS) is None
    stopped = person()
    stopped = type(stopped)(stopped.id, stopped.entry, {SMS: silent})
    assert next_channel(stopped, [SMS, EMAIL]) is EMAIL
