"""A department's day: help for communes, training, guides, its tasks under letter 4173 (III.6)."""

from math import floor

from tools.replay.chance import events, share, spread
from tools.replay.today import Figures, Today


def department(today: Today) -> Figures:
    """Every figure of the department's form."""
    return _help(today) | _training(today) | _tasks(today)


def _help(today: Today) -> Figures:
    die = today.die("help")
    usually = spread(today.character.die("help"), 16, 0.6) * (1 - 0.5 * today.progress)
    received = events(die, usually * (0.2 if today.is_weekend else 1))
    return {"help_received": received, "help_resolved": share(die, received, 0.93)}


def _training(today: Today) -> Figures:
    """Departments with systems in the communes train nearly every day, the others hardly ever."""
    die, own = today.die("training"), today.character.die("training")
    sessions = events(die, own.choice([0.05, 0.05, 1.5, 3.0]) * (0.2 if today.is_weekend else 1))
    people = sum(max(3, round(spread(die, 38, 0.4))) for _ in range(sessions))
    return {
        "training_sessions": sessions,
        "people_trained": people,
        "guides_issued": events(die, 0.35 * (0.1 if today.is_weekend else 1)),
    }


def _tasks(today: Today) -> Figures:
    """Given: nearly all at the start. Done and overdue never make more than what was given."""
    own = today.character.die("tasks")
    given = own.randint(6, 22) + floor(own.randint(0, 4) * today.progress)
    done = floor(given * today.grown(own.uniform(0.1, 0.3), own.uniform(0.86, 1.0)))
    overdue = share(today.die("tasks"), given - done, 0.06)
    return {"tasks_given": given, "tasks_done": done, "tasks_overdue": overdue}
