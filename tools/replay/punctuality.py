"""When a unit sends: most between 14:30 and 15:58, many in the last quarter of an hour, some late, some not at all."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

from giaoban.campaign import Campaign
from tools.replay.character import Habit
from tools.replay.today import Today

# Minutes before the deadline (from, to), by how it goes that day.
WHEN = {
    "early": (390, 120),
    "afternoon": (90, 40),
    "getting on": (40, 16),
    "last quarter": (16, 2),
    "late": (-1, -150),
}
#               early, afternoon, getting on, last quarter, late, next morning, missing; each adds up to 1000
HOW_OFTEN = {
    Habit.EARLY: (550, 390, 35, 10, 8, 2, 5),
    Habit.STEADY: (30, 680, 145, 93, 30, 4, 18),
    Habit.LAST_MINUTE: (0, 130, 240, 520, 75, 7, 28),
    Habit.CHAOTIC: (40, 250, 130, 220, 210, 35, 115),
}
FINISHED_IN_TIME_BUT_RECEIVED_LATE = 0.4


@dataclass(frozen=True)
class Sent:
    """When the server receives a report, and when it was finished on the phone (on the server's clock)."""

    at: datetime
    finished: datetime


def first_sent(today: Today, campaign: Campaign) -> Sent | None:
    """When the day's first report comes; None when none does."""
    die, deadline = today.die("when"), campaign.deadline(today.day)
    how = die.choices([*WHEN, "next morning", "missing"], HOW_OFTEN[today.character.habit])[0]
    if how == "missing":
        return None
    if how == "next morning":
        return _at_once(deadline + timedelta(hours=die.uniform(15.4, 17.2)), die)
    if how == "late" and die.random() < FINISHED_IN_TIME_BUT_RECEIVED_LATE:
        return _stuck(deadline, die)
    earliest, latest = WHEN[how]
    return _at_once(deadline - timedelta(minutes=die.uniform(earliest, latest)), die)


def later(sent: Sent, die: Random, minutes: tuple[float, float]) -> Sent:
    """A further revision so many minutes after."""
    return _at_once(sent.at + timedelta(minutes=die.uniform(*minutes)), die)


def next_morning(today: Today, campaign: Campaign, die: Random) -> Sent:
    return _at_once(campaign.deadline(today.day) + timedelta(hours=die.uniform(15.6, 17.4)), die)


def _at_once(at: datetime, die: Random) -> Sent:
    return Sent(at, at - timedelta(milliseconds=die.randint(400, 5000)))


def _stuck(deadline: datetime, die: Random) -> Sent:
    """Finished before the deadline; the line was down, or the phone in a pocket."""
    received = deadline + timedelta(minutes=die.uniform(0.2, 35))
    return Sent(received, deadline - timedelta(minutes=die.uniform(0.3, 20)))
