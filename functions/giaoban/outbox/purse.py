"""Parts of SMS counted some ahead: one write of the counter for ten messages, and never beyond a limit.

They are counted before anything is handed over, and what is left is given back at the end. A crash wastes a few.
"""

from collections.abc import Callable
from contextlib import suppress
from threading import Lock

from giaoban.problem import Unavailable

AHEAD = 10


class Purse:
    """For one invocation and one day; `spend` is the counter's own, which refuses what is beyond a limit."""

    def __init__(self, spend: Callable[[int], bool]) -> None:
        self._spend, self._lock, self._left = spend, Lock(), 0

    def take(self, parts: int) -> bool:
        """False beyond a limit. Raises Unavailable."""
        with self._lock:
            if self._left < parts and self._spend(AHEAD):
                self._left += AHEAD
            if self._left < parts:
                return self._spend(parts)
            self._left -= parts
            return True

    def give_back(self, parts: int) -> None:
        """What was taken and not sent."""
        with self._lock:
            self._left += parts

    def close(self) -> None:
        """Nobody waits for what is left over: a counter that does not answer has counted a few too many."""
        with self._lock, suppress(Unavailable):
            if self._left:
                self._spend(-self._left)
                self._left = 0
