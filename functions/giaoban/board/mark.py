"""What somebody who looks at a day has already: a mark that comes as an answer's ETag and goes with the next question.

It says how often the day had changed when it was read, when that was, and the digests of groups of lines. So a look at
an unchanged day costs one small read, and a look at a changed one is answered with the groups that are others now,
whatever made them so. Nothing is kept here of who has seen what.
"""

import hashlib
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from giaoban.moments import milliseconds, moment_of

# A count may be lost on its way; nobody looks at an older day than this.
READ_EVERY = timedelta(seconds=60)
# 128 groups: of 143 units a line or two each, of 3,321 some 26. Four bytes: a change is overlooked once in 4 billion.
GROUPS, BYTES = 128, 4


@dataclass(frozen=True)
class Mark:
    """`digests`: of the lines' names, then of each group of lines, `BYTES` each."""

    changes: int
    read_at: datetime
    digests: bytes

    def still_stands(self, changes: int, now: datetime) -> bool:
        """Whether the day needs no reading: nothing is known to have changed, and it was read not long ago."""
        return self.changes == changes and timedelta() <= now - self.read_at < READ_EVERY

    @property
    def tag(self) -> str:
        return f'"{self.changes}.{milliseconds(self.read_at)}.{urlsafe_b64encode(self.digests).decode()}"'


def read_mark(tag: str | None) -> Mark | None:
    """None for what is no mark of ours: then everything is told."""
    try:
        changes, read_at, digests = (tag or "").removeprefix("W/").strip('"').split(".")
        return Mark(int(changes), moment_of(int(read_at)), urlsafe_b64decode(digests.encode()))
    except (ValueError, OverflowError, Error):
        return None


def digests_of(lines: Mapping[str, str]) -> bytes:
    """`lines`: each unit's as JSON, by its code."""
    groups: list[list[str]] = [[] for _ in range(GROUPS)]
    for number, line in enumerate(lines.values()):
        groups[number % GROUPS].append(line)
    return b"".join(_digest(group) for group in ([*lines], *groups))


def changed(lines: Mapping[str, str], digests: bytes, had: Mark | None) -> Sequence[str] | None:
    """The lines of which the mark knows others; None when they are other units' or there is no mark: all of them."""
    if had is None or len(had.digests) != len(digests) or had.digests[:BYTES] != digests[:BYTES]:
        return None
    others = [_of_group(number, digests) != _of_group(number, had.digests) for number in range(GROUPS)]
    return [line for number, line in enumerate(lines.values()) if others[number % GROUPS]]


def _of_group(number: int, digests: bytes) -> bytes:
    return digests[BYTES * (number + 1) : BYTES * (number + 2)]


def _digest(texts: Sequence[str]) -> bytes:
    return hashlib.blake2b("\n".join(texts).encode(), digest_size=BYTES).digest()
