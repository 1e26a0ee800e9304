"""Grants in DynamoDB: one item each, its sessions inside it. `expires` is the table's TTL attribute."""

from datetime import UTC, datetime, timedelta

from pynamodb.attributes import BooleanAttribute, MapAttribute, NumberAttribute, UnicodeAttribute
from pynamodb.exceptions import DoesNotExist, PynamoDBException
from pynamodb.models import Model

from giaoban.access.grant import MAX_SESSIONS, Grant, digest
from giaoban.access.role import Role
from giaoban.problem import Unavailable

# An asked-for link is sent again at most this often.
ASK_AGAIN_AFTER = timedelta(minutes=5)
# Expired grants stay a while, so that somebody with an old link reads “expired”, not “unknown”.
KEPT_FOR = timedelta(days=7)


class _Item(Model):
    id = UnicodeAttribute(hash_key=True)
    expires = NumberAttribute(null=True)
    role = UnicodeAttribute(null=True)
    campaign = UnicodeAttribute(null=True)
    unit = UnicodeAttribute(null=True)
    recipient = UnicodeAttribute(null=True)
    ends = NumberAttribute(null=True)
    revoked = BooleanAttribute(null=True)
    asked = NumberAttribute(null=True)
    sessions = MapAttribute(null=True)  # type: ignore[var-annotated]  # keys are digests: a map without a schema


class GrantStore:
    """All grants, and who asked for a link. Every read is consistent."""

    def __init__(self, table: str) -> None:
        class Item(_Item):
            class Meta:
                table_name = table
                connect_timeout_seconds = 1
                read_timeout_seconds = 3
                max_retry_attempts = 2

        self._items = Item

    def get(self, grant_id: str) -> Grant | None:
        """Raises Unavailable."""
        try:
            return _grant(self._items.get(grant_id, consistent_read=True))
        except DoesNotExist:
            return None
        except PynamoDBException as error:
            raise Unavailable("store_silent") from error

    def add(self, grant: Grant) -> bool:
        """Stores a new grant; False when its id is taken. Raises Unavailable."""
        item = self._items(
            grant.id,
            role=grant.role,
            campaign=grant.campaign,
            unit=grant.unit,
            recipient=grant.recipient,
            ends=_seconds(grant.expires_at),
            expires=_seconds(grant.expires_at + KEPT_FOR),
            sessions={secret: _seconds(ends) for secret, ends in grant.sessions.items()},
        )
        return self._changed(item.save, condition=self._items.id.does_not_exist())

    def open_session(self, grant: Grant, secret: str, ends: datetime) -> bool:
        """Adds a session; False when the link has been revoked in the meantime. Raises Unavailable."""
        sessions, is_open = self._items.sessions, self._items.revoked.does_not_exist()
        item = self._items(grant.id)
        one_more = [sessions[digest(secret)].set(_seconds(ends))]
        if len(grant.sessions) < MAX_SESSIONS and self._changed(item.update, one_more, condition=is_open):
            return True
        # Full: this sign-in ends the earlier ones, who open the link once more.
        alone = [sessions.set({digest(secret): _seconds(ends)})]
        return len(grant.sessions) >= MAX_SESSIONS and self._changed(item.update, alone, condition=is_open)

    def renew_staff(self, grant: Grant, secret: str) -> bool:
        """A further sign-in of a known member of staff: role and end as of now. Raises Unavailable."""
        item = self._items
        actions = [
            item.role.set(grant.role),
            item.ends.set(_seconds(grant.expires_at)),
            item.expires.set(_seconds(grant.expires_at + KEPT_FOR)),
            item.sessions[digest(secret)].set(_seconds(grant.expires_at)),
        ]
        return self._changed(item(grant.id).update, actions, condition=item.id.exists())

    def close_session(self, grant_id: str, secret: str) -> None:
        """Signing out; a session that is not there is signed out already. Raises Unavailable."""
        remove = [self._items.sessions[digest(secret)].remove()]
        self._changed(self._items(grant_id).update, remove, condition=self._items.sessions.exists())

    def revoke(self, grant_id: str) -> bool:
        """Ends a link and all its sessions at once; False when there is no such link. Raises Unavailable."""
        item = self._items
        actions = [item.revoked.set(True), item.sessions.set({})]
        return self._changed(item(grant_id).update, actions, condition=item.id.exists())

    def ask(self, campaign: str, unit: str, now: datetime) -> bool:
        """Notes that a unit asks for its link; False when it has asked within the last minutes. Raises Unavailable."""
        item = self._items
        before = _seconds(now - ASK_AGAIN_AFTER)
        actions = [item.asked.set(_seconds(now)), item.expires.set(_seconds(now + KEPT_FOR))]
        condition = item.asked.does_not_exist() | (item.asked < before)
        return self._changed(item(f"ask#{campaign}#{unit}").update, actions, condition=condition)

    def _changed(self, write, *arguments, condition) -> bool:  # type: ignore[no-untyped-def]
        try:
            write(*arguments, condition=condition)
        except PynamoDBException as error:
            if getattr(error, "cause_response_code", None) == "ConditionalCheckFailedException":
                return False
            raise Unavailable("store_silent") from error
        return True


def _grant(item: _Item) -> Grant:
    return Grant(
        id=item.id,
        role=Role(item.role),
        campaign=item.campaign,
        unit=item.unit,
        recipient=item.recipient,
        expires_at=_moment(item.ends),
        is_revoked=bool(item.revoked),
        sessions={secret: _moment(ends) for secret, ends in (item.sessions or MapAttribute()).as_dict().items()},
    )


def _seconds(moment: datetime) -> int:
    return int(moment.timestamp())


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
