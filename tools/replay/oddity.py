"""What goes wrong when people type figures: a stock that falls, a sum that is off, a digit too many."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from tools.replay.today import Figures

# Parts that may fall without making another figure impossible.
MAY_BE_MISTYPED = ("members_trained", "officials_trained", "community_teams", "tasks_done")
TYPED_TWICE = ("dossiers_online", "dossiers_counter", "ai_helped", "help_raised", "people_trained", "help_received")


@dataclass(frozen=True)
class Odd:
    """Figures as mistyped, which rule of the form should notice, and what kind of mistake it was."""

    figures: Figures
    rule: str
    mistake: str


def oddity(figures: Figures, earlier: Mapping[str, int | bool], die: Random) -> Odd | None:
    """One mistake, or None where these figures give no occasion for it."""
    make: Callable[[Figures, Mapping[str, int | bool], Random], Odd | None]
    make = die.choices([_fallen, _off, _digit], [4, 3, 3])[0]
    return make(figures, earlier, die)


def _fallen(figures: Figures, earlier: Mapping[str, int | bool], die: Random) -> Odd | None:
    stocks = [name for name in MAY_BE_MISTYPED if name in figures and earlier.get(name, 0) >= 4]
    if not stocks:
        return None
    name = die.choice(stocks)
    fallen = int(earlier[name] * die.uniform(0.4, 0.9))
    return Odd({**figures, name: fallen}, f"stock_fell:{name}", "fallen")


def _off(figures: Figures, earlier: Mapping[str, int | bool], die: Random) -> Odd | None:
    if "dossiers_pending" not in figures or "dossiers_pending" not in earlier:
        return None
    off = die.choice([-1, 1]) * die.randint(2, 18)
    pending = max(0, figures["dossiers_pending"] + off)
    return Odd({**figures, "dossiers_pending": pending}, "dossiers_do_not_add_up", "off")


def _digit(figures: Figures, _: Mapping[str, int | bool], die: Random) -> Odd | None:
    flows = [name for name in TYPED_TWICE if 5 <= figures.get(name, 0) < 500]
    if not flows:
        return None
    name = die.choice(flows)
    return Odd({**figures, name: figures[name] * 10 + die.randrange(10)}, f"flow_far_above_usual:{name}", "digit")
