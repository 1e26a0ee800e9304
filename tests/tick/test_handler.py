"""The tick's entry point and that of what it asks for: the slot is the time that the event carries."""

import json
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from aws_lambda_powertools.utilities.batch.exceptions import BatchProcessingError

from giaoban.duties.duty import Duty
from giaoban.duties.work import Done
from giaoban.editions.edition import EditionKind
from giaoban.editions.store import EditionStore
from giaoban.problem import Unavailable
from tests.engines.fixtures import Engine
from tests.engines.functions import function

SLOT = "2025-07-24T17:05:00Z"
HANOI = "hanoi-45"


class Ticking:
    """Both functions, with a list in place of the queue between them."""

    def __init__(self, engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
        self.waiting: list[Duty] = []
        # What the duties say that they have done, by kind.
        self.done: dict[str, list[Done]] = {}
        self._tick, self._duties = function("tick", engine), function("duties", engine)
        monkeypatch.setattr(sys.modules["tick"], "queue", self)
        duties = sys.modules["duties"]
        self._work = replace(duties.work, queue=self)
        monkeypatch.setattr(duties, "work", self)

    def ask(self, duties: list[Duty]) -> None:
        self.waiting += duties

    def do(self, duty: Duty) -> dict[str, list[Done]]:
        done = self._work.do(duty)
        for kind, some in done.items():
            self.done[kind] = self.done.get(kind, []) + some
        return done

    def __call__(self, slot: str) -> tuple[dict[str, Any], list[str]]:
        """The tick's answer, and what failed of the duties."""
        self.done = {}
        answer, failed = self._tick({"slot": slot}, None), []
        while self.waiting:
            duty = self.waiting.pop(0)
            if not self._went_through(duty):
                failed.append(duty.what.value)
        return answer, failed

    def _went_through(self, duty: Duty) -> bool:
        record = {"messageId": "1", "body": json.dumps(duty.body()), "eventSource": "aws:sqs", "attributes": {}}
        try:
            return not self._duties({"Records": [record]}, None)["batchItemFailures"]
        except BatchProcessingError:
            # Of a batch of one that fails, Powertools raises instead of telling which.
            return False


@pytest.fixture
def tick(on_moto: Engine, monkeypatch: pytest.MonkeyPatch) -> Ticking:
    return Ticking(on_moto, monkeypatch)


def test_a_tick_has_two_days_opened_and_one_frozen_and_the_same_tick_again_nothing(tick: Ticking) -> None:
    assert tick(SLOT) == ({"slot": SLOT, "asked": [HANOI]}, [])
    assert tick.done["opened"] == [{"day": "2025-07-24", "units": 143}, {"day": "2025-07-25", "units": 143}]
    assert tick.done["frozen"] == [{"day": "2025-07-24", "edition": 1, "kind": "provisional"}]
    assert tick(SLOT) == ({"slot": SLOT, "asked": [HANOI]}, [])
    assert not any(tick.done.values())


def test_a_campaign_that_is_over_is_not_ticked(tick: Ticking) -> None:
    assert tick("2026-06-24T17:05:00Z") == ({"slot": "2026-06-24T17:05:00Z", "asked": []}, [])


def test_at_a_quarter_to_five_without_an_edition_the_alarm_is_a_metric_once(
    tick: Ticking, capsys: pytest.CaptureFixture[str]
) -> None:
    tick("2025-07-24T09:45:00Z")
    assert tick.done["alarms"] == [{"day": "2025-07-24"}]
    (metric,) = [json.loads(line) for line in capsys.readouterr().out.splitlines() if "EditionNotIssued" in line]
    assert metric["EditionNotIssued"] == [1.0]
    assert metric["_aws"]["CloudWatchMetrics"][0]["Namespace"] == "GiaoBan"
    assert metric["_aws"]["CloudWatchMetrics"][0]["Dimensions"] == [["service"]]
    assert metric["service"] == "duties"
    tick("2025-07-24T09:50:00Z")
    assert "EditionNotIssued" not in capsys.readouterr().out


def test_a_day_that_cannot_be_opened_stops_no_edition_and_its_duty_comes_again(
    on_moto: Engine, tick: Ticking, monkeypatch: pytest.MonkeyPatch
) -> None:
    tick("2025-07-24T09:40:00Z")
    monkeypatch.setattr("giaoban.duties.work.open_portion", _silent)
    assert tick("2025-07-24T09:55:00Z")[1] == ["campaign"]
    kept = EditionStore(on_moto.editions).kept(HANOI, "2025-07-24")
    assert [entry.kind for entry in kept.editions] == [EditionKind.PROVISIONAL]


def _silent(*_: object) -> Iterator[dict[str, object]]:
    raise Unavailable("store_silent")
