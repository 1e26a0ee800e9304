"""Grants in DynamoDB: one item each, its sessions inside it. `expires` is the table's TTL attribute.

Beside them `held#hanoi-45#00004`: which links the people of a unit hold; `ask#hanoi-45#00004#stranger#2025-08-02T08` and
`asks#hanoi-45#stranger#2025-08-02T08`: how often one was asked for in that hour (UTC), of the unit's and of all.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import partial

from pynamodb.attributes import (
    BooleanAttribute,
    JSONAttribute,
    MapAttribute,
    NumberAttribute,
    UnicodeAttribute,
    UnicodeSetAttribute,
)
from pynamodb.exceptions import DoesNotExist, PynamoDBException
from pynamodb.expressions.condition import Condition
from pynamodb.expressions.update import Action
from pynamodb.models import Model

from giaoban.access.asking import Asking
from giaoban.access.grant import MAX_SESSIONS, Grant, Place, digest
from giaoban.access.hat import Hat, Owner
from giaoban.access.held import Held
from giaoban.access.role import Role
from giaoban.dynamodb import Client, bound, client_of, written
from giaoban.problem import Unavailable

# An asked-for link is sent again at most this often.
ASK_AGAIN_AFTER = timedelta(minutes=5)
# What staff, who have no campaign of their own, leave behind; a campaign says how long its links are kept.
KEPT_FOR = timedelta(days=7)


class _Item(Model):
    """`role`, `campaign` and `unit` are the widest hat's; `hats` has all of them where that does not tell the whole."""

    id = UnicodeAttribute(hash_key=True)
    expires = NumberAttribute(null=True)
    role = UnicodeAttribute(null=True)
    campaign = UnicodeAttribute(null=True)
    unit = UnicodeAttribute(null=True)
    hats = JSONAttribute(null=True)
    recipient = UnicodeAttribute(null=True)
    ends = NumberAttribute(null=True)
    revoked = BooleanAttribute(null=True)
    asked = NumberAttribute(null=True)
    lands = JSONAttribute(null=True)
    times = NumberAttribute(null=True)
    links = UnicodeSetAttribute(null=True)
    sessions = MapAttribute(null=True)  # type: ignore[var-annotated]  # keys are digests: a map without a schema


class GrantStore:
    """All grants, and who asked for a link. Every read is consistent."""

    def __init__(self, table: str) -> None:
        self._items = bound(_Item, table)

    @property
    def client(self) -> Client:
        """For the other stores of the same function."""
        return client_of(self._items)

    def get(self, grant_id: str) -> Grant | None:
        """Raises Unavailable."""
        try:
            return _grant(self._items.get(grant_id, consistent_read=True))
        except DoesNotExist:
            return None
        except PynamoDBException as error:
            raise Unavailable("store_silent") from error

    def add(self, grant: Grant, kept_for: timedelta = KEPT_FOR) -> bool:
        """Stores a new grant, to be kept so long after its end; False when its id is taken. Raises Unavailable."""
        item = self._items(
            grant.id,
            role=grant.hat.role,
            campaign=grant.hat.own.campaign,
            unit=grant.hat.own.unit,
            hats=None if grant.is_plain else [_written(hat) for hat in grant.hats],
            recipient=grant.recipient,
            ends=_seconds(grant.expires_at),
            expires=_seconds(grant.expires_at + kept_for),
            lands=grant.lands and {"day": grant.lands.day.isoformat(), "field": grant.lands.field},
            sessions={secret: _seconds(ends) for secret, ends in grant.sessions.items()},
        )
        return written(partial(item.save, self._items.id.does_not_exist()))

    def open_session(self, grant: Grant, secret: str, ends: datetime) -> bool:
        """Adds a session to a link; False when it has been revoked in the meantime. Raises Unavailable."""
        is_open = self._items.revoked.does_not_exist() & self._items.id.exists()
        return self._update(grant.id, [self._items.sessions[digest(secret)].set(_seconds(ends))], is_open)

    def sign_in_staff(self, grant: Grant, secret: str) -> bool:
        """A session for a member of staff, with hats and end as of now; False for one whose access was revoked.

        Raises Unavailable, also when the grant was swept up or revoked between read and write: a second try finds out.
        """
        known = self.get(grant.id)
        if known is None and self.add(grant):
            return True
        if known and known.is_revoked:
            return False
        item = self._items
        actions: list[Action] = [
            item.role.set(grant.hat.role),
            item.hats.remove() if grant.is_plain else item.hats.set([_written(hat) for hat in grant.hats]),
            item.ends.set(_seconds(grant.expires_at)),
            item.expires.set(_seconds(grant.expires_at + KEPT_FOR)),
            *self._one_more(known or grant, secret, grant.expires_at),
        ]
        if not self._update(grant.id, actions, item.id.exists() & item.revoked.does_not_exist()):
            raise Unavailable("store_silent")
        return True

    def _one_more(self, grant: Grant, secret: str, ends: datetime) -> list[Action]:
        """In a full grant the sign-in takes the place of the session that would end first."""
        sessions = self._items.sessions
        first = sorted(grant.sessions, key=lambda each: grant.sessions[each])
        too_many = first[: max(0, len(first) - MAX_SESSIONS + 1)]
        return [sessions[digest(secret)].set(_seconds(ends)), *(sessions[each].remove() for each in too_many)]

    def close_session(self, grant_id: str, secret: str) -> None:
        """Signing out; a session that is not there is signed out already. Raises Unavailable."""
        self._update(grant_id, [self._items.sessions[digest(secret)].remove()], self._items.sessions.exists())

    def revoke(self, grant_id: str) -> bool:
        """Ends a link and all its sessions at once; False when there is no such link. Raises Unavailable."""
        actions = [self._items.revoked.set(True), self._items.sessions.set({})]
        return self._update(grant_id, actions, self._items.id.exists())

    def note(self, grant: Grant, now: datetime, until: datetime) -> None:
        """That a unit's recipient holds this link, before it opens anything. What has ended is forgotten.

        `until`: when nothing of the unit's is held any more. Raises Unavailable.
        """
        own, item = grant.hat.own, self._items
        at = f"held#{own.campaign}#{own.unit}"
        mine = {_noted(Held(grant.id, grant.expires_at, grant.recipient))}
        stands = item(at)
        actions: list[Action] = [item.links.add(mine), item.expires.set(_seconds(until))]
        written(partial(stands.update, actions))
        if ended := {each for each in stands.links or () if _held(each).ends <= now} - mine:
            written(partial(item(at).update, [item.links.delete(ended)]))

    def held(self, campaign: str, unit: str) -> list[Held]:
        """Raises Unavailable."""
        try:
            item = self._items.get(f"held#{campaign}#{unit}", consistent_read=True)
        except DoesNotExist:
            return []
        except PynamoDBException as error:
            raise Unavailable("store_silent") from error
        return sorted(map(_held, item.links or ()), key=lambda each: each.ends)

    def let_go(self, campaign: str, unit: str, links: Collection[Held]) -> None:
        """They are noted no more. Raises Unavailable."""
        if links:
            self._update(f"held#{campaign}#{unit}", [self._items.links.delete(set(map(_noted, links)))], None)

    def ask(self, campaign: str, unit: str, by: Asking, now: datetime, kept_for: timedelta = KEPT_FOR) -> bool:
        """Notes that a link of a unit is asked for; False within minutes of the last, and beyond a share of the hour.

        First of the unit's share: who asks for one unit again and again takes nothing from the others. Raises Unavailable.
        """
        item, hour = self._items, f"{by.asker}#{now.astimezone(UTC):%Y-%m-%dT%H}"
        one_more: list[Action] = [
            item.times.set((item.times | 0) + 1),
            item.asked.set(_seconds(now)),
            item.expires.set(_seconds(now + kept_for)),
        ]
        is_first = item.id.does_not_exist()
        has_rested = item.asked < _seconds(now - ASK_AGAIN_AFTER)
        of_unit = is_first | (has_rested & (item.times < by.share.per_unit))
        of_all = is_first | (item.times < by.share.all_units)
        return self._update(f"ask#{campaign}#{unit}#{hour}", one_more, of_unit) and self._update(
            f"asks#{campaign}#{hour}", one_more, of_all
        )

    def _update(self, item_id: str, actions: Sequence[Action], condition: Condition | None) -> bool:
        return written(partial(self._items(item_id).update, list(actions), condition))


def _grant(item: _Item) -> Grant:
    return Grant(
        id=item.id,
        hats=tuple(map(_read, item.hats))
        if item.hats
        else (Hat(Role(item.role), own=Owner(item.campaign, item.unit)),),
        recipient=item.recipient,
        expires_at=_moment(item.ends),
        is_revoked=bool(item.revoked),
        sessions={secret: _moment(ends) for secret, ends in (item.sessions or MapAttribute()).as_dict().items()},
        lands=item.lands and Place(date.fromisoformat(item.lands["day"]), item.lands["field"]),
    )


def _written(hat: Hat) -> dict[str, str]:
    """Without what it has not."""
    own = hat.own
    parts = {"capability": hat.capability, "campaign": own.campaign, "unit": own.unit, "provider": own.provider}
    return {"role": hat.role.value, **{name: part for name, part in parts.items() if part is not None}}


def _read(stored: Mapping[str, str]) -> Hat:
    own = Owner(stored.get("campaign"), stored.get("unit"), stored.get("provider"))
    return Hat(Role(stored["role"]), stored.get("capability"), own)


def _noted(held: Held) -> str:
    return f"{held.grant_id}|{_seconds(held.ends)}|{held.recipient}"


def _held(noted: str) -> Held:
    grant_id, ends, recipient = noted.split("|", 2)
    return Held(grant_id, _moment(int(ends)), recipient)


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
