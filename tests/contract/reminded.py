"""A wave on the running system: its tick at its hour, and what became of its messages."""

import time
from typing import Any

from tests.contract.client import Client
from tests.contract.system import System

PATIENCE_SECONDS = 30


def tick(system: System, at: str) -> dict[str, Any]:
    """Sets the clock there, fires that slot alone, and waits until what it makes due is done."""
    assert system.client().put("/dev/clock", {"at": at, "quiet": True}).status == 200
    done: dict[str, Any] = system.client().post("/dev/ticks", {"slot": at}).json
    return done


def ends(system: System, staff: Client, wave: str, fates: dict[str, int], day: str = "2025-08-02") -> dict[str, Any]:
    """The wave, when something is said of each of its messages and so many receipts are in."""
    until = time.monotonic() + PATIENCE_SECONDS
    while True:
        found = wave_of(staff, wave, day)
        if not (found["counts"]["PENDING"] or found["counts"]["CLAIMED"]) and found["fates"] == fates:
            return found
        assert time.monotonic() < until, (found, system.logs[-2000:])
        time.sleep(0.1)


def wave_of(staff: Client, wave: str, day: str = "2025-08-02") -> dict[str, Any]:
    told = staff.get(f"/v1/campaigns/hanoi-45/days/{day}/reminders").json
    found: dict[str, Any] = next(each for each in told["waves"] if each["id"] == wave)
    return found


def behave(system: System, channel: str | None = None, **how: object) -> None:
    """How a provider's stand-in goes on; as always when nothing is said."""
    said = {**({"channel": channel} if channel else {}), **how}
    assert system.client().put("/dev/providers", said).status == 200


def outbox(system: System, to: str) -> list[dict[str, Any]]:
    """What was handed over for an address, the oldest first."""
    kept = system.client().get("/dev/outbox.json").json["messages"]
    return [each for each in reversed(kept) if to in each["to"]]
