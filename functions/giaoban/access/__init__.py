"""Links, sessions, and the one table of who may use which route."""

from giaoban.access.role import OF_A_UNIT, STAFF, Role

__all__ = ["OF_A_UNIT", "STAFF", "Role"]
