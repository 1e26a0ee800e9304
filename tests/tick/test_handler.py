"""The tick's entry point: the slot is the time that the event carries."""

import json
import sys
from collections.abc import Iterator

import pytest

from giaoban.editions.edition import Kind
from giaoban.editions.store import EditionStore
from giaoban.problem import Unavailable
from tests.engines.fixtures import Engine
from tests.engines.functions import function

SLOT = "2025-07-24T17:05:00Z"


def test_a_tick_says_what_it_has_opened_and_the_same_tick_again_says_nothing(on_moto: Engine) -> None:
    tick = function("tick", on_moto)
    assert tick({"slot": SLOT}, None) == {
        "slot": SLOT,
        "opened": [
            {"campaign": "hanoi-45", "day": "2025-07-24", "units": 143},
            {"campaign": "hanoi-45", "day": "2025-07-25", "units": 143},
        ],
        "reminded": [],
        "alarms": [],
        "frozen": [{"campaign": "hanoi-45", "day": "2025-07-24", "edition": 1, "kind": "provisional"}],
        "asked_again": [],
    }
    assert tick({"slot": SLOT}, None) == {
        "slot": SLOT,
        "opened": [],
        "reminded": [],
        "alarms": [],
        "frozen": [],
        "asked_again": [],
    }


def test_at_a_quarter_to_five_without_an_edition_the_alarm_is_a_metric_once(
    on_moto: Engine, capsys: pytest.CaptureFixture[str]
) -> None:
    tick = function("tick", on_moto)
    assert tick({"slot": "2025-07-24T09:45:00Z"}, None)["alarms"] == [{"campaign": "hanoi-45", "day": "2025-07-24"}]
    (metric,) = [json.loads(line) for line in capsys.readouterr().out.splitlines() if "EditionNotIssued" in line]
    assert metric["EditionNotIssued"] == [1.0]
    assert metric["_aws"]["CloudWatchMetrics"][0]["Namespace"] == "GiaoBan"
    assert metric["_aws"]["CloudWatchMetrics"][0]["Dimensions"] == [["service"]]
    assert metric["service"] == "tick"
    assert tick({"slot": "2025-07-24T09:50:00Z"}, None)["alarms"] == []
    assert "EditionNotIssued" not in capsys.readouterr().out


def test_a_duty_that_fails_stops_no_other_and_the_tick_fails_in_the_end(
    on_moto: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    tick = function("tick", on_moto)
    tick({"slot": "2025-07-24T09:40:00Z"}, None)
    monkeypatch.setitem(sys.modules["tick"].DUTIES, "opened", _silent)
    with pytest.raises(Unavailable):
        tick({"slot": "2025-07-24T09:55:00Z"}, None)
    kept = EditionStore(on_moto.editions).kept("hanoi-45", "2025-07-24")
    assert [entry.kind for entry in kept.editions] == [Kind.PROVISIONAL]


def _silent(*_: object) -> Iterator[dict[str, object]]:
    raise Unavailable("store_silent")
