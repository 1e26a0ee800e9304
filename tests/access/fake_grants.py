"""Grants in memory; the tests of the real store hold it to the same behaviour."""

from dataclasses import replace
from datetime import datetime, timedelta

from giaoban.access.grant import MAX_SESSIONS, Grant, digest
from giaoban.access.store import ASK_AGAIN_AFTER, KEPT_FOR


class FakeGrantStore:
    def __init__(self) -> None:
        self.grants: dict[str, Grant] = {}
        self.asked: dict[tuple[str, str], datetime] = {}
        self.kept_for: dict[str, timedelta] = {}

    def get(self, grant_id: str) -> Grant | None:
        return self.grants.get(grant_id)

    def add(self, grant: Grant, kept_for: timedelta = KEPT_FOR) -> bool:
        is_new = grant.id not in self.grants
        self.kept_for[grant.id] = kept_for
        self.grants.setdefault(grant.id, grant)
        return is_new

    def open_session(self, grant: Grant, secret: str, ends: datetime) -> bool:
        stands = self.grants.get(grant.id)
        if stands is None or stands.is_revoked:
            return False
        earlier = stands.sessions if len(grant.sessions) < MAX_SESSIONS else {}
        self.grants[grant.id] = replace(stands, sessions={**earlier, digest(secret): ends})
        return True

    def sign_in_staff(self, grant: Grant, secret: str) -> bool:
        stands = self.grants.get(grant.id, grant)
        if stands.is_revoked:
            return False
        earlier = stands.sessions if len(stands.sessions) < MAX_SESSIONS else {}
        sessions = {**earlier, digest(secret): grant.expires_at}
        self.grants[grant.id] = replace(stands, hats=grant.hats, expires_at=grant.expires_at, sessions=sessions)
        return True

    def close_session(self, grant_id: str, secret: str) -> None:
        if stands := self.grants.get(grant_id):
            left = {name: ends for name, ends in stands.sessions.items() if name != digest(secret)}
            self.grants[grant_id] = replace(stands, sessions=left)

    def revoke(self, grant_id: str) -> bool:
        if grant_id not in self.grants:
            return False
        self.grants[grant_id] = replace(self.grants[grant_id], is_revoked=True, sessions={})
        return True

    def ask(self, campaign: str, unit: str, now: datetime, kept_for: timedelta = KEPT_FOR) -> bool:
        last = self.asked.get((campaign, unit), now - timedelta(days=1))
        if last >= now - ASK_AGAIN_AFTER:
            return False
        self.asked[(campaign, unit)] = now
        self.kept_for[f"ask#{campaign}#{unit}"] = kept_for
        return True
