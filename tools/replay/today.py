"""One unit's day of the campaign: all that its figures depend on."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from math import pow
from random import Random

from tools.replay.character import Character

type Figures = dict[str, int | bool]

SATURDAY = 5


@dataclass(frozen=True)
class Today:
    """`number` counts from 1; `earlier` are the unit's stocks as it last sent them, empty before its first report."""

    character: Character
    day: date
    number: int
    days: int
    earlier: Mapping[str, int | bool]

    @property
    def is_weekend(self) -> bool:
        return self.day.weekday() >= SATURDAY

    @property
    def progress(self) -> float:
        """0 on the first day, 1 on the last."""
        return (self.number - 1) / max(self.days - 1, 1)

    def die(self, about: str) -> Random:
        return self.character.die(about, self.day.isoformat())

    def known(self, stock: str, before_the_campaign: float) -> int:
        """A count as last sent."""
        return int(self.earlier.get(stock, round(before_the_campaign)))

    def grown(self, start: float, goal: float, steps_of: int = 3) -> float:
        """A part of the whole that rises from `start` to `goal` in steps, as trainings are held every few days."""
        shift = self.character.die("step").randrange(steps_of)
        number = self.number - (self.number + shift) % steps_of
        done = min(1.0, max(0.0, (number - 1) / max(self.days - 1, 1) * self.character.pace))
        return start + (goal - start) * (1 - pow(1 - done, 1.6))

    def since(self, about: str, first: int, last: int) -> bool:
        """True from this unit's own day between the `first` and the `last`."""
        return self.number >= self.character.die(about).randint(first, last)
