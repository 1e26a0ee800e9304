"""A grant: the hats that a link or a staff sign-in gives, to whom, until when, and the sessions it has opened.

The sessions stand in the grant itself, so that one write revokes the link and ends them all at once, and one read
answers who is asking. Of tokens and cookies only the SHA-256 is kept (design decision 12).
"""

import hashlib
import re
import secrets
from base64 import urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from giaoban.access.hat import Hat, widest
from giaoban.access.role import STAFF

STAFF_SESSION = timedelta(hours=12)
MAX_SESSIONS = 50

_COOKIE = re.compile(r"([ls]-[A-Za-z0-9_-]{1,64})\.([A-Za-z0-9_-]{22})")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True)
class Place:
    """Where on a unit's form a link lands: the day it is about, and the entry to begin with."""

    day: date
    field: str | None = None


@dataclass(frozen=True)
class Grant:
    """`hats`: at least one. `sessions`: SHA-256 of a secret → end of that session.

    `lands` stands here and not in the link's address, which an SMS has no room for and people pass on.
    """

    id: str
    hats: tuple[Hat, ...]
    recipient: str
    expires_at: datetime
    is_revoked: bool = False
    sessions: Mapping[str, datetime] = field(default_factory=dict)
    lands: Place | None = None

    def is_open(self, now: datetime) -> bool:
        """Storage deletes what has expired days late: the hour decides, not the item's presence."""
        return not self.is_revoked and now < self.expires_at

    def admits(self, secret: str, now: datetime) -> bool:
        """Whether this session secret is one of the grant's, and not over."""
        return self.is_open(now) and self.knows(secret) and now < self.sessions.get(digest(secret), self.expires_at)

    def knows(self, secret: str) -> bool:
        """Whether this is a session's secret, or the link's own token, which is as good: also when both have ended.

        Its token opens a link to whoever has it, as often as they like: as a cookie it is worth no more, and needs no room.
        """
        return not self.is_revoked and (link_id(secret) == self.id or digest(secret) in self.sessions)

    @property
    def hat(self) -> Hat:
        """The widest: what somebody is called who has several."""
        return widest(self.hats)[0]

    @property
    def is_plain(self) -> bool:
        """One hat, as every grant had once."""
        return len(self.hats) == 1 and self.hat.is_plain

    @property
    def account(self) -> str | None:
        """A member of staff's account name."""
        return self.recipient if self.hat.role in STAFF else None

    @property
    def person(self) -> str | None:
        """Whom a unit's link went to, by the directory's id."""
        return None if self.hat.role in STAFF else self.recipient

    @property
    def short_id(self) -> str:
        """Enough to tell links apart in a history, and too little to open anything."""
        return self.id[:10]


def new_secret() -> str:
    """128 random bits as 22 characters of base64url (ASVS 11.5.1)."""
    return secrets.token_urlsafe(16)


def digest(secret: str) -> str:
    """SHA-256 as 43 characters of base64url."""
    return urlsafe_b64encode(hashlib.sha256(secret.encode()).digest()).rstrip(b"=").decode()


def link_id(token: object) -> str | None:
    """The id of the link that this token opens; None for what cannot be a token."""
    return f"l-{digest(token)}" if isinstance(token, str) and _TOKEN.fullmatch(token) else None


def staff_id(subject: str) -> str:
    return f"s-{subject}"


def read_cookie(value: str) -> tuple[str, str] | None:
    """Grant id and session secret; None for what cannot be a cookie of ours."""
    found = _COOKIE.fullmatch(value)
    return (found[1], found[2]) if found else None
