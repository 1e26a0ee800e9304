"""Grants in memory; the tests of the real store hold it to the same behaviour."""

from collections.abc import Collection
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from giaoban.access.asking import Asking
from giaoban.access.grant import MAX_SESSIONS, Grant, digest
from giaoban.access.held import Held
from giaoban.access.store import ASK_AGAIN_AFTER, KEPT_FOR
from giaoban.campaign.reminder_rules import Asker


class FakeGrantStore:
    def __init__(self) -> None:
        self.grants: dict[str, Grant] = {}
        self.times: dict[str, tuple[int, datetime]] = {}
        self.asked: dict[tuple[str, str], Asker] = {}
        self.kept_for: dict[str, timedelta] = {}
        self.holds: dict[tuple[str | None, str | None], set[Held]] = {}

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
        self.grants[grant.id] = replace(stands, sessions={**stands.sessions, digest(secret): ends})
        return True

    def sign_in_staff(self, grant: Grant, secret: str) -> bool:
        stands = self.grants.get(grant.id, grant)
        if stands.is_revoked:
            return False
        sessions = {**left(stands), digest(secret): grant.expires_at}
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

    def note(self, grant: Grant, now: datetime, until: datetime) -> None:  # noqa: ARG002 - as the real one takes it
        stands = self.holds.setdefault((grant.hat.own.campaign, grant.hat.own.unit), set())
        stands -= {each for each in stands if each.ends <= now}
        stands.add(Held(grant.id, grant.expires_at, grant.recipient))

    def held(self, campaign: str, unit: str) -> list[Held]:
        return sorted(self.holds.get((campaign, unit), set()), key=lambda each: each.ends)

    def let_go(self, campaign: str, unit: str, links: Collection[Held]) -> None:
        self.holds.get((campaign, unit), set()).difference_update(links)

    def ask(self, campaign: str, unit: str, by: Asking, now: datetime, kept_for: timedelta = KEPT_FOR) -> bool:
        hour = f"{by.asker}#{now.astimezone(UTC):%Y-%m-%dT%H}"
        mine, all_of_them = f"ask#{campaign}#{unit}#{hour}", f"asks#{campaign}#{hour}"
        times, last = self.times.get(mine, (0, now - timedelta(days=1)))
        if last >= now - ASK_AGAIN_AFTER or times >= by.share.per_unit:
            return False
        self.times[mine] = times + 1, now
        self.kept_for[mine] = kept_for
        of_all, _ = self.times.get(all_of_them, (0, now))
        if of_all >= by.share.all_units:
            return False
        self.times[all_of_them] = of_all + 1, now
        self.asked[campaign, unit] = by.asker
        return True


def left(full: Grant) -> dict[str, datetime]:
    """The sessions that one more leaves: of a full grant those that do not end first."""
    first = sorted(full.sessions, key=lambda each: full.sessions[each])[: max(0, len(full.sessions) - MAX_SESSIONS + 1)]
    return {secret: ends for secret, ends in full.sessions.items() if secret not in first}
