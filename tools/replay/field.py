"""Who was there to help and whom they reached: supporters, mobile sessions, AI."""

from tools.replay.chance import events, share, spread
from tools.replay.today import Figures, Today


def supporters(today: Today) -> Figures:
    """They arrive in the first ten days; at weekends fewer come (II.3, III.5)."""
    die, character = today.die("supporters"), today.character
    own = character.die("supporters")
    enterprise, school, other = own.choice([1, 1, 1, 2, 2]), own.choice([1, 2, 2, 3, 4]), own.choice([0, 0, 0, 1])
    here = 0.55 if today.is_weekend else 0.95
    return {
        "supporters_enterprise": share(die, enterprise * today.since("enterprise", 1, 9), here),
        "supporters_school": share(die, school * today.since("school", 1, 10), here * 0.9),
        "supporters_other": share(die, other, here),
        "centre_technician": today.since("technician", 1, 4) and die.random() < (0.78 if today.is_weekend else 0.97),
        "working_space": today.since("space", -12, 12),
    }


def mobile(today: Today) -> Figures:
    """Small and often, weekends too, since people are at home then (II.4)."""
    die, rural = today.die("mobile"), not today.character.is_urban
    planned = today.character.die("mobile").choice([1, 1, 2, 2, 3]) + rural
    sessions = share(die, planned, 0.6 if today.is_weekend else 0.88)
    served = sum(max(1, round(spread(die, 13, 0.4))) for _ in range(sessions))
    return {
        "mobile_sessions": sessions,
        "people_served": served,
        "served_elderly": share(die, served, 0.38 if rural else 0.3),
        "served_disabled": share(die, served, 0.03),
        "served_poor": share(die, served, 0.08 if rural else 0.03),
        "served_other_vulnerable": share(die, served, 0.04),
    }


def ai(today: Today) -> Figures:
    """Few at first; more as the tools become known (II.9)."""
    die, size = today.die("ai"), today.character.size
    return {"ai_helped": events(die, size * (0.08 + 0.3 * today.progress) * (0.4 if today.is_weekend else 1))}
