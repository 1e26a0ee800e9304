"""A campaign's past days, made through the public API of a running system: invented, seeded, the same every time."""

from tools.replay.going_on import go_on
from tools.replay.play import Summary, play
from tools.replay.sender import ReplayStopped

__all__ = ["ReplayStopped", "Summary", "go_on", "play"]
