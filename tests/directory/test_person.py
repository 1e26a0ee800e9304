"""What forbids to write to somebody, and by which channel they are reached first."""

from dataclasses import replace

import pytest

from giaoban.contact import Channel, Why
from giaoban.directory.person import Stop
from tests.directory.made import AT, SEN, person

SMS, EMAIL = Channel.SMS, Channel.EMAIL


def stop(why: Why, address: str | None) -> Stop:
    return Stop(AT, why, "x", address or "")


def test_the_preferred_channel_stands_first() -> None:
    assert person(channels=(EMAIL, SMS)).reachable() == (EMAIL, SMS)
    assert person().address(SMS) == SEN.phone
    assert person().address(EMAIL) == SEN.email


def test_a_channel_without_an_address_reaches_nobody() -> None:
    assert person(email=None).reachable() == (SMS,)


@pytest.mark.parametrize("why, address, holds", [
    (Why.STOP, SEN.phone, True), (Why.BOUNCE, SEN.phone, True), (Why.STOP, "+84900000000", False), (Why.BY_HAND, "+84900000000", True),
])  # fmt: skip
def test_a_stop_holds_for_its_address_and_one_by_hand_for_any(why: Why, address: str | None, holds: bool) -> None:
    somebody = replace(person(), stops={SMS: stop(why, address)})
    assert (somebody.stop_of(SMS) is not None) is holds
    assert somebody.reachable() == ((EMAIL,) if holds else (SMS, EMAIL))
    assert somebody.stop_of(EMAIL) is None
