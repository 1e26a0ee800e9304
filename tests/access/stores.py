"""What tests ask of a store of grants."""

from datetime import datetime

from giaoban.access.grant import Grant, new_secret
from giaoban.access.store import GrantStore
from tests.access.made import ENDS


def stands(grants: GrantStore, made: Grant) -> Grant:
    found = grants.get(made.id)
    assert found is not None
    return found


def open_one(grants: GrantStore, made: Grant, ends: datetime = ENDS) -> str:
    """The secret of a new session."""
    secret = new_secret()
    assert grants.open_session(stands(grants, made), secret, ends)
    return secret
