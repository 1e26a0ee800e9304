"""What a campaign owes at a slot is done once, a portion at a time, whatever dies on the way."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest

from giaoban.campaign import Campaign
from giaoban.duties.duty import Duty, What, read_duty
from giaoban.duties.work import Done, Work
from giaoban.outbox.message import Message
from giaoban.problem import Unavailable
from tests.duties.queued import Queue
from tests.reminders.world import World
from tests.reports.made import DAY, at

CODES = [f"{number:05}" for number in range(1, 8)]
SLOT = at("15:30")


@pytest.fixture(autouse=True)
def _three_units_a_portion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("giaoban.campaign.portion.UNITS", 3)


@pytest.fixture
def seven(reminding: Campaign) -> World:
    return seven_units(reminding)


def seven_units(reminding: Campaign) -> World:
    """With a reporter each, on the campaign's first day."""
    first = reminding.units["00001"]
    units = {code: replace(first, code=code) for code in CODES}
    world = World(replace(reminding, units=units, first_day=DAY))
    for code in CODES:
        world.somebody(code)
    return world


def work(world: World, queue: Queue, **editions: object) -> Work:
    return Work({world.campaign.slug: world.campaign}, world.stores, queue, editions)  # type: ignore[arg-type]


def ticked(world: World, slot: datetime = SLOT) -> Queue:
    queue = Queue(world)
    queue.waiting.append((Duty(What.CAMPAIGN, world.campaign.slug, slot), 1))
    queue.empty(work(world, queue))
    return queue


def told(world: World) -> list[str]:
    return sorted(message.key.unit for message in world.messages("sms_before"))


def test_the_day_is_opened_portion_by_portion_before_anybody_is_reminded(seven: World) -> None:
    queue = ticked(seven)
    did = [duty.what for duty, _ in queue.done]
    assert did[:4] == [What.CAMPAIGN] * 4
    assert What.CAMPAIGN not in did[4:]
    assert (len(seven.reports.baselines), seven.reports.opened) == (7, {(seven.campaign.slug, DAY)})
    assert told(seven) == CODES


def test_no_duty_handles_more_units_than_stated(seven: World) -> None:
    queue = ticked(seven)
    opened = [each["units"] for _, done in queue.done for each in done.get("opened", [])]
    made = [each["made"] for _, done in queue.done for each in done.get("reminded", []) if each.get("made")]
    assert (opened, made) == ([3, 3, 1], [3, 3, 1])


def test_a_wave_is_said_to_be_made_when_its_last_portion_is_and_closed_when_all_has_ended(seven: World) -> None:
    queue = Queue()
    each = Duty(What.WAVE, seven.campaign.slug, SLOT, DAY, "sms_before")
    queue.waiting.append((each, 1))
    doing = work(seven, queue)
    doing.do(each)
    assert (told(seven), seven.outbox.heads(seven.campaign.slug, DAY)) == (CODES[:3], {})
    queue.empty(doing)
    assert (told(seven), seven.outbox.heads(seven.campaign.slug, DAY)["sms_before"].state) == (CODES, "made")
    ticked(seven, at("15:40"))
    assert {message.state for message in seven.messages("sms_before")} == {"SKIPPED"}
    assert seven.outbox.heads(seven.campaign.slug, DAY)["sms_before"].state == "closed"


def test_a_wave_stays_open_while_one_portion_has_left_something_open(
    seven: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    ticked(seven)
    real = seven.outbox.replace

    def silent_about_the_first(after: Message) -> bool:
        return after.key.unit != CODES[0] and real(after)

    monkeypatch.setattr(seven.outbox, "replace", silent_about_the_first)
    ticked(seven, at("15:40"))
    assert seven.outbox.heads(seven.campaign.slug, DAY)["sms_before"].state == "made"


def edges(world: World) -> int:
    ticked(world)
    return len(world.edges.crossed)


def test_killed_at_any_edge_between_handing_over_and_marking_nothing_is_lost(reminding: Campaign) -> None:
    whole = seven_units(reminding)
    count, heads = edges(whole), whole.outbox.heads(whole.campaign.slug, DAY)
    keys = {message.key for message in whole.all_messages()}
    assert count > 50
    for edge in range(1, count + 1):
        world = seven_units(reminding)
        world.edges.kill_at(edge)
        queue = ticked(world)
        assert queue.dead == []
        assert len(world.reports.baselines) == len(CODES)
        assert {message.key for message in world.all_messages()} == keys
        assert world.outbox.heads(world.campaign.slug, DAY) == heads
        asked = {each.unit for each in world.queue}
        assert asked >= set(CODES)


def test_a_queue_that_does_not_take_what_follows_has_the_duty_come_again(seven: World) -> None:
    class Refusing(Queue):
        left = 2

        def ask(self, duties: object) -> None:
            self.left -= 1
            if self.left == 0:
                raise Unavailable("store_silent")
            super().ask(duties)  # type: ignore[arg-type]

    queue = Refusing()
    queue.waiting.append((Duty(What.CAMPAIGN, seven.campaign.slug, SLOT), 1))
    queue.empty(work(seven, queue))
    assert (queue.dead, told(seven)) == ([], CODES)


def test_editions_do_not_wait_for_a_day_that_cannot_be_opened(seven: World, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    def noted(campaign: Campaign, slot: datetime) -> Iterator[Done]:
        seen.append(f"{campaign.slug} {slot:%H:%M}")
        return iter(())

    def silent(*_: object) -> bool:
        raise Unavailable("store_silent")

    monkeypatch.setattr(seven.reports, "is_opened", silent)
    queue = Queue()
    queue.waiting.append((Duty(What.CAMPAIGN, seven.campaign.slug, SLOT), 1))
    queue.empty(work(seven, queue, alarms=noted))
    assert [duty.what for duty in queue.dead] == [What.CAMPAIGN]
    assert "lang-sen 15:30" in seen


def test_one_kind_of_edition_that_fails_stops_no_other(seven: World) -> None:
    seen: list[datetime] = []

    def silent(*_: object) -> Iterator[Done]:
        raise Unavailable("store_silent")

    def noted(_: Campaign, slot: datetime) -> Iterator[Done]:
        seen.append(slot)
        return iter(())

    with pytest.raises(Unavailable):
        work(seven, Queue(), alarms=silent, frozen=noted).do(Duty(What.EDITIONS, seven.campaign.slug, SLOT))
    assert seen == [SLOT]


@pytest.mark.parametrize("duty", [Duty(What.CAMPAIGN, "a", SLOT), Duty(What.WATCH, "a", SLOT, DAY, "late", "00250", 3)])
def test_a_duty_is_read_as_it_was_asked(duty: Duty) -> None:
    assert read_duty(duty.body()) == duty
