"""Where a unit's day stands: exactly one state, decided by the server's receipt time of the first revision."""

from datetime import datetime
from enum import StrEnum

from giaoban.reports.decision import is_excused, is_returned
from giaoban.reports.report import UnitDay


class State(StrEnum):
    """The state of one unit's day."""

    EXPECTED = "expected"
    ON_TIME = "on_time"
    LATE = "late"
    MISSING = "missing"
    EXCUSED = "excused"


class Flag(StrEnum):
    """What else is to be seen at once about a unit's day."""

    NOTHING_TO_REPORT = "nothing_to_report"
    CLAIMED_ON_TIME = "claimed_on_time"
    PARTIAL = "partial"
    RETURNED = "returned"
    PHONED_IN = "phoned_in"


def state_of(unit_day: UnitDay, now: datetime) -> State:
    """On time is received before the deadline, to the millisecond; corrections never change it (III.6, III.7)."""
    state = state_without_excuse(unit_day, now)
    # Excused beforehand, and then on time after all: the better word stands.
    return State.EXCUSED if is_excused(unit_day.decisions) and state is not State.ON_TIME else state


def state_without_excuse(unit_day: UnitDay, now: datetime) -> State:
    """What an excused unit's day `was`."""
    if unit_day.first:
        return State.ON_TIME if unit_day.first.received_at < unit_day.deadline else State.LATE
    return State.EXPECTED if now < unit_day.deadline else State.MISSING


def flags_of(unit_day: UnitDay) -> list[Flag]:
    """Of the current revision, in the order of Flag; `claimed_on_time` is of the first one."""
    if not unit_day.current:
        return []
    sent = unit_day.current.sent
    raised = {
        Flag.NOTHING_TO_REPORT: sent.nothing_to_report,
        Flag.CLAIMED_ON_TIME: claims_on_time(unit_day),
        Flag.PARTIAL: not sent.complete,
        Flag.RETURNED: is_returned(unit_day.decisions, unit_day.revision),
        Flag.PHONED_IN: sent.told_by is not None,
    }
    return [flag for flag, up in raised.items() if up]


def claims_on_time(unit_day: UnitDay) -> bool:
    """Received late, yet finished on the phone before the deadline: evidence for a coordinator, no more."""
    deadline, first = unit_day.deadline, unit_day.first
    if not first or first.received_at < deadline:
        return False
    finished = first.sent.device.finished
    return finished is not None and unit_day.campaign.opens(unit_day.day) <= finished < deadline
