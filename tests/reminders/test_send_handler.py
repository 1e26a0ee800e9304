"""The queue's function: one poison message leaves 99 handed over; nothing personal is logged, queued or raised."""

import importlib
import io
import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from types import ModuleType
from typing import Any
from unittest.mock import patch

import pytest

from giaoban.campaign import Campaign
from giaoban.contact import Channel
from giaoban.problem import Unavailable
from tests.engines.fixtures import Engine
from tests.engines.functions import function
from tests.reminders.world import World
from tests.reports.made import at

NOW = at("15:30:02")


@pytest.fixture
def send(on_moto: Engine) -> Iterator[ModuleType]:
    """functions/send.py."""
    function("send", on_moto)
    yield sys.modules["send"]
    sys.modules.pop("send")


@pytest.fixture
def crowd(reminding: Campaign) -> World:
    """A hundred units with a reporter each."""
    first = reminding.units["00001"]
    units = {f"{number:05}": replace(first, code=f"{number:05}") for number in range(1, 101)}
    world = World(replace(reminding, units=units))
    for code in units:
        world.somebody(code, name=f"Nguyễn Bí Mật {code}", channels=(Channel.SMS,))
    world.tick("15:30")
    return world


def event(world: World, *instead: object, count: int = 1) -> dict[str, Any]:
    bodies = [*instead, *(each.body() for each in world.queue)]
    return {"Records": [_record(number, body, count) for number, body in enumerate(bodies)]}


def _record(number: int, body: object, count: int) -> dict[str, Any]:
    first = str(int(NOW.timestamp() * 1000))
    times = {"SentTimestamp": first, "ApproximateFirstReceiveTimestamp": first, "ApproximateReceiveCount": str(count)}
    text = body if isinstance(body, str) else json.dumps(body)
    return {"messageId": f"m-{number}", "body": text, "attributes": times, "eventSource": "aws:sqs"}


POISON = ["{", "[]", "null", '{"campaign": 1}', {"campaign": "lang-sen", "day": "gestern", "wave": "x", "unit": "y"},
          {"campaign": "other", "day": "2025-08-02", "wave": "late", "unit": "00001"}]  # fmt: skip


@pytest.mark.parametrize("poison", POISON, ids=str)
def test_one_poison_message_leaves_the_others_handed_over(send: ModuleType, crowd: World, poison: object) -> None:
    crowd.queue.pop()
    with patch.multiple(send, office=crowd.office, reminding=crowd.reminding):
        answer = send.handler(event(crowd, poison), None)
    assert answer == {"batchItemFailures": [{"itemIdentifier": "m-0"}]}
    assert len(crowd.handed) == 99


def test_one_unit_whose_hand_over_breaks_leaves_the_others(send: ModuleType, crowd: World) -> None:
    def broken(name: str) -> Any:
        if len(crowd.handed) == 50 and not crowd.rung:
            crowd.rung.append("broken")
            raise RuntimeError("Nguyễn Bí Mật +84912000051")
        return importlib.import_module("giaoban.outbox.outcome").Taken(name)

    crowd.texter.behave = broken
    with patch.multiple(send, office=crowd.office, reminding=crowd.reminding):
        answer = send.handler(event(crowd), None)
    assert len(answer["batchItemFailures"]) == 1
    assert len(crowd.handed) == 99


def test_names_numbers_addresses_and_links_are_in_no_log_no_queue_and_no_outbox(
    send: ModuleType, crowd: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = io.StringIO()
    monkeypatch.setattr(send.logger.registered_handler, "stream", log)
    crowd.texter.behave = _breaks_at_the_fiftieth(crowd)
    with patch.multiple(send, office=crowd.office, reminding=crowd.reminding):
        send.handler(event(crowd, POISON[0]), None)
    told = (
        log.getvalue()
        + json.dumps([each.body() for each in crowd.queue], ensure_ascii=False)
        + str(crowd.outbox.stored)
    )
    assert '"message":"sent"' in told
    assert "RuntimeError" in told
    tokens = [each.words[-22:] for each in crowd.handed]
    secrets = [*tokens, *(each.address for each in crowd.handed), "Bí Mật", "giaoban.invalid"]
    assert len(secrets) > 150
    assert [secret for secret in secrets if secret in told or secret.removeprefix("+84") in told] == []


def _breaks_at_the_fiftieth(crowd: World) -> Any:
    def behave(name: str) -> Any:
        if len(crowd.handed) == 50:
            crowd.handed.append(crowd.handed[-1])
            raise RuntimeError("Nguyễn Bí Mật +84912000051")
        return importlib.import_module("giaoban.outbox.outcome").Taken(name)

    return behave


def test_a_silent_store_gives_its_message_back_and_the_next_try_sends(send: ModuleType, crowd: World) -> None:
    crowd.edges.cuts[len(crowd.edges.crossed) + 1] = _silent
    with patch.multiple(send, office=crowd.office, reminding=crowd.reminding):
        answer = send.handler(event(crowd), None)
        assert len(answer["batchItemFailures"]) == 1
        assert send.handler(event(crowd, count=2), None) == {"batchItemFailures": []}
    assert len(crowd.handed) == 100


def _silent() -> None:
    raise Unavailable("store_silent")


@pytest.mark.parametrize("count, handed", [(1, 100), (3, 100), (4, 100), (5, 0)])
def test_a_message_that_comes_again_is_known_to_be_so_much_older(
    send: ModuleType, crowd: World, count: int, handed: int
) -> None:
    """180 s each time: the fifth is 12 minutes after the slot."""
    with patch.multiple(send, office=crowd.office, reminding=crowd.reminding):
        send.handler(event(crowd, count=count), None)
    assert len(crowd.handed) == handed
