"""Links, sessions, and who somebody is to the system."""

from giaoban.access.role import DECIDE, OF_A_UNIT, STAFF, WATCH, Role

__all__ = ["DECIDE", "OF_A_UNIT", "STAFF", "WATCH", "Role"]
