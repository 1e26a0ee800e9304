"""What a unit is like over the whole campaign: how large, how punctual, how quick, what it never fills in."""

from dataclasses import dataclass
from enum import StrEnum
from random import Random

from giaoban.campaign import Unit
from tools.replay.chance import chance, spread

# 51 phường and 75 xã with these averages receive about 6,250 dossiers a day (domain.md, section 1).
DOSSIERS_A_DAY = {"urban": 71.0, "rural": 35.0}
# What some units have not got round to counting.
SOMETIMES_NEVER_COUNTED = ("ai_helped", "points_5g", "served_other_vulnerable", "it_contracted")


class Habit(StrEnum):
    """When a unit sends its reports."""

    EARLY = "early"
    STEADY = "steady"
    LAST_MINUTE = "last_minute"
    CHAOTIC = "chaotic"


HOW_MANY = {Habit.EARLY: 15, Habit.STEADY: 55, Habit.LAST_MINUTE: 20, Habit.CHAOTIC: 10}


@dataclass(frozen=True)
class Character:
    """`size`: dossiers on an average day; `pace`: 1 finishes with the campaign, more finishes sooner."""

    seed: int
    code: str
    kind: str
    is_urban: bool
    habit: Habit
    size: float
    pace: float
    online_share: float
    clock_offset_ms: int
    never_counted: frozenset[str]

    def die(self, *about: object) -> Random:
        """This unit's own chance in a matter that stays the same from day to day."""
        return chance(self.seed, self.code, *about)


def character(unit: Unit, seed: int) -> Character:
    """The same for the same unit and seed."""
    die = chance(seed, unit.code, "character")
    is_urban = unit.names.vi.startswith("Phường")
    return Character(
        seed=seed,
        code=unit.code,
        kind=unit.kind,
        is_urban=is_urban,
        habit=die.choices(list(HOW_MANY), list(HOW_MANY.values()))[0],
        size=spread(die, DOSSIERS_A_DAY["urban" if is_urban else "rural"], 0.35),
        pace=die.uniform(0.85, 1.35),
        online_share=min(0.85, max(0.35, die.gauss(0.62 if is_urban else 0.57, 0.07))),
        clock_offset_ms=round(die.gauss(0, 1500)) + (die.choice([-240_000, 180_000]) if die.random() < 0.04 else 0),
        never_counted=frozenset(name for name in SOMETIMES_NEVER_COUNTED if die.random() < 0.03),
    )
