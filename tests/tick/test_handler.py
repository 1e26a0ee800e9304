"""The tick's entry point: the slot is the time that the event carries."""

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
    }
    assert tick({"slot": SLOT}, None) == {"slot": SLOT, "opened": []}
