"""Receipts in any order, also before the message's own end is written down; bounces, complaints and STOP silence."""

from dataclasses import replace
from functools import partial
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.contact import Channel
from giaoban.directory.items import changed
from giaoban.directory.views import contacts_view
from giaoban.outbox.message import Fate, Reason, claimed, received, resettled, sent, settles, unknown
from giaoban.outbox.receipts import Unreadable, read_answers, read_receipt
from giaoban.outbox.receive import receive
from giaoban.outbox.tags import key_in, tags_of
from giaoban.reminders.stops import obey, silence
from tests.reminders.events import answer, bounced, of_email, of_sms
from tests.reminders.made import KEY, message
from tests.reminders.world import World
from tests.reports.made import at

EMAIL_KEY = message(channel=Channel.EMAIL).key
TAGS, SMS_TAGS = tags_of(EMAIL_KEY, "sen@giaoban.invalid"), tags_of(KEY, "+84912345678")
NOW = at("15:31")


@pytest.mark.parametrize(
    "event, fate",
    [
        (of_email(TAGS), "delivered"),
        (of_email(TAGS, "Email Delivery Delayed"), "delayed"),
        (of_email(TAGS, "Email Complaint Received"), "complained"),
        (of_email(TAGS, "Email Rejected"), "undelivered"),
        (bounced(TAGS), "bounced"),
        (bounced(TAGS, "Transient"), "undelivered"),
        (of_sms(SMS_TAGS), "delivered"),
        (of_sms(SMS_TAGS, "TEXT_SUCCESSFUL"), "delivered"),
        (of_sms(SMS_TAGS, "TEXT_CARRIER_UNREACHABLE"), "undelivered"),
        (of_sms(SMS_TAGS, "TEXT_INVALID"), "bounced"),
    ],
)
def test_what_an_event_says_of_which_message(event: dict[str, Any], fate: str) -> None:
    receipt = read_receipt(event)
    assert receipt
    assert receipt.fate == fate
    assert receipt.key in {KEY, EMAIL_KEY}


@pytest.mark.parametrize(
    "event",
    [
        of_email({}),
        of_email({"campaign": "x", "day": "2025-08-02", "wave": "y", "message": "nobody"}),
        of_sms(SMS_TAGS, "TEXT_QUEUED"),
        {"source": "aws.s3", "detail-type": "Object Created", "detail": {}},
        answer("+84912345678", "STOP"),
    ],
    ids=["another sender", "no key", "on its way", "another service", "an answer"],
)
def test_what_is_no_receipt_of_ours_is_left_alone(event: dict[str, Any]) -> None:
    assert read_receipt(event) is None


def test_what_cannot_be_read_is_refused_without_a_word_of_it() -> None:
    broken = of_email(TAGS)
    broken["detail"]["mail"] = {
        "destination": ["sen@giaoban.invalid"],
        "messageId": "x",
        "tags": {"campaign": ["c"]},
        "x": 1,
    }
    del broken["detail"]["mail"]["messageId"]
    with pytest.raises(Unreadable) as refused:
        read_receipt(broken)
    assert "sen@" not in str(refused.value)
    assert refused.value.__suppress_context__


@given(st.permutations(list(Fate)), st.booleans())
def test_in_whatever_order_they_come_the_worst_word_stands(order: list[Fate], twice: bool) -> None:
    stands = sent(claimed(message(), "a1", NOW), "id", 1, NOW)
    for fate in order + (order if twice else []):
        stands = received(stands, fate, "id", NOW)
    assert (stands.fate, stands.state) == (Fate.COMPLAINED, "SENT")


@pytest.mark.parametrize("order", list(permutations(["receipt", "end"])))
def test_a_receipt_before_the_end_is_written_is_kept(order: tuple[str, ...]) -> None:
    mine = stands = claimed(message(), "a1", NOW)
    for each in order:
        if each == "receipt":
            stands = received(stands, Fate.DELIVERED, "from-receipt", NOW)
        else:
            assert settles(stands, mine)
            stands = resettled(stands, sent(mine, "id-1", 1, NOW)) or stands
    assert (stands.state, stands.message_id, stands.fate, stands.parts) == ("SENT", "id-1", Fate.DELIVERED, 1)


def test_a_receipt_is_not_undone_by_who_had_heard_nothing() -> None:
    mine = claimed(message(), "a1", NOW)
    stands = received(mine, Fate.DELIVERED, "id-1", NOW)
    assert resettled(stands, unknown(mine, Reason.NO_ANSWER, NOW)) is None


def test_who_lost_a_claim_to_another_has_nothing_more_to_say() -> None:
    mine = claimed(message(channel=Channel.EMAIL), "a1", NOW)
    again = claimed(unknown(mine, Reason.CRASHED, NOW), "b2", NOW)
    assert not settles(again, mine)


def sms_world(world: World) -> Any:
    reporter = world.somebody()
    world.tick("15:30")
    world.work()
    return reporter


def test_a_delivered_sms_shows_as_delivered_and_a_second_receipt_is_no_news(world: World) -> None:
    sms_world(world)
    receipt = read_receipt(of_sms(tags_of(world.handed[0].key, world.handed[0].address)))
    assert receipt
    assert receive(world.outbox, receipt, partial(silence, world.directory))
    assert not receive(world.outbox, receipt, partial(silence, world.directory))
    assert [each.fate for each in world.messages("sms_before")] == [Fate.DELIVERED]


@pytest.mark.parametrize(
    "make, why", [(bounced, "bounce"), (lambda tags: of_email(tags, "Email Complaint Received"), "complaint")]
)
def test_a_bounce_or_a_complaint_silences_the_address(world: World, make: Any, why: str) -> None:
    reporter = world.somebody(channels=(Channel.EMAIL,))
    world.tick("15:00")
    world.work()
    receipt = read_receipt(make(tags_of(world.handed[0].key, world.handed[0].address)))
    assert receipt
    receive(world.outbox, receipt, partial(silence, world.directory))
    stop = world.person(reporter).stop_of(Channel.EMAIL)
    assert stop
    assert stop.why == why
    world.tick("16:00")
    world.work()
    assert len(world.handed) == 1


def test_somebodys_new_address_is_not_silenced_for_the_old_one(world: World) -> None:
    reporter = world.somebody(channels=(Channel.EMAIL,))
    world.tick("15:00")
    world.work()
    receipt = read_receipt(bounced(tags_of(world.handed[0].key, world.handed[0].address)))
    moved = replace(reporter, entry=replace(reporter.entry, email="moi@giaoban.invalid"))
    assert world.directory.change(world.campaign.slug, changed(moved, NOW, "changed", "admin", "x"), NOW)
    assert receipt
    receive(world.outbox, receipt, partial(silence, world.directory))
    assert world.person(reporter).reachable() == (Channel.EMAIL,)


@pytest.mark.parametrize("text, stopped", [("STOP", 1), (" Dừng ", 1), ("từ chối", 1), ("Vâng, cảm ơn", 0)])
def test_who_answers_stop_gets_no_more_sms(world: World, text: str, stopped: int) -> None:
    reporter = world.somebody()
    (said,) = read_answers(answer(reporter.entry.phone or "", text))
    assert obey(world.directory, [world.campaign.slug], said) == stopped  # type: ignore[arg-type]
    assert (Channel.SMS in world.person(reporter).reachable()) is not bool(stopped)


def test_what_is_no_wish_to_stop_stands_where_the_centre_reads_it(world: World) -> None:
    reporter = world.somebody()
    for text in ("Mất điện từ 14h,\r\n17h gửi\u200b ạ", "Đúng rồi"):
        (said,) = read_answers(answer(reporter.entry.phone or "", text))
        obey(world.directory, [world.campaign.slug], said)  # type: ignore[arg-type]
        (contact,) = contacts_view([world.person(reporter)], world.campaign.zone)
        assert contact["answer"] == {"at": "2025-08-02T15:31:12.000+07:00", "text": "Mất điện từ 14h, 17h gửi ạ"}
    assert Channel.SMS in world.person(reporter).reachable()


@given(st.builds(lambda about: message(about=about).key, st.sampled_from(["", "0815", "all_trained"])))
def test_tags_carry_the_key_and_are_of_the_letters_that_ses_allows(key: Any) -> None:
    tags = tags_of(key, "+84912345678")
    assert key_in(tags, Channel.SMS) == key
    assert len(tags) <= 5
    assert all(letter.isascii() and (letter.isalnum() or letter in "_-") for value in tags.values() for letter in value)
    assert "912345678" not in str(tags)
