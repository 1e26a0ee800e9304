"""A commune's day at the counter: dossiers and officials' requests for help. What is left is what was left + in − out."""

from tools.replay.chance import events, share, spread
from tools.replay.today import Figures, Today

# Monday to Sunday; an average day is 1.
WEEK = (1.45, 1.32, 1.26, 1.20, 1.20, 0.38, 0.19)
BY_POST = 0.002
RESOLVED_LATE = 0.0015
DAYS_OF_WORK_PENDING = 2.7


def dossiers(today: Today) -> Figures:
    """About 6,250 a day over all communes: 60% online, 40% at the counter, 0.2% by post; 0.15% late."""
    die, character = today.die("dossiers"), today.character
    received = events(die, spread(die, character.size * WEEK[today.day.weekday()], 0.12))
    post = share(die, received, BY_POST)
    online = share(die, received - post, character.online_share)
    pending = today.known("dossiers_pending", character.size * DAYS_OF_WORK_PENDING) + received
    resolved = share(die, pending, 0.07 if today.is_weekend else 0.31 + 0.08 * today.progress)
    late = share(die, resolved, RESOLVED_LATE)
    return {
        "dossiers_online": online,
        "dossiers_counter": received - post - online,
        "dossiers_post": post,
        "dossiers_resolved_on_time": resolved - late,
        "dossiers_resolved_late": late,
        "dossiers_pending": pending - resolved,
    }


def help_requests(today: Today) -> Figures:
    """Fewer from week to week, and fewer left open (II.7)."""
    die, size = today.die("help"), today.character.size
    raised = events(die, (1.5 + size / 25) * (1 - 0.55 * today.progress) * (0.3 if today.is_weekend else 1))
    waiting = today.known("help_open", 1 + size / 30) + raised
    resolved = share(die, waiting, 0.6 if today.is_weekend else 0.84 + 0.12 * today.progress)
    return {"help_raised": raised, "help_resolved": resolved, "help_open": waiting - resolved}
