"""Grants made with a word or two, and the cookies of their sessions."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol
from uuid import uuid4

from giaoban.access import OF_A_UNIT, Role
from giaoban.access.grant import Grant, digest, link_id, new_secret, staff_id
from giaoban.access.hat import Hat, Owner
from tests.web.event import NOON

UNIT = "00001"
ENDS = NOON + timedelta(days=2)


class Grants(Protocol):
    def add(self, grant: Grant) -> bool: ...


def grant(role: Role = Role.REPORTER, token: str | None = None, ends: datetime = ENDS) -> Grant:
    """A reporter's or leader's grant is of unit 00001 in the small campaign."""
    if role in OF_A_UNIT:
        hat = Hat(role, own=Owner("lang-sen", UNIT))
        return Grant(link_id(token or new_secret()) or "", (hat,), "chị Sen", ends)
    return Grant(staff_id("12345678-0000-4000-8000-000000000000"), (Hat(role),), "s-12345678", ends)


def signed_in(grants: Grants, role: Role = Role.REPORTER, ends: datetime = ENDS) -> str:
    """The cookie of a session that has just begun; of staff, each time of somebody else with the same account name."""
    secret, made = new_secret(), grant(role, ends=ends)
    made = made if role in OF_A_UNIT else replace(made, id=staff_id(str(uuid4())))
    grants.add(replace(made, sessions={digest(secret): made.expires_at}))
    return f"{made.id}.{secret}"
