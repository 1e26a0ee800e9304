"""Who somebody is to the system (design section 3)."""

from enum import StrEnum


class Role(StrEnum):
    REPORTER = "reporter"
    LEADER = "leader"
    COORDINATOR = "coordinator"
    VIEWER = "viewer"
    PROVIDER = "provider"
    SUPPORTER = "supporter"
    ADMIN = "admin"
    # Of a desk where requests arrive: a person of the directory, of a unit or a provider.
    OWNER = "owner"


OF_A_UNIT = frozenset({Role.REPORTER, Role.LEADER})
STAFF = frozenset({Role.COORDINATOR, Role.VIEWER, Role.ADMIN})
# Of the centre's hour: who decides, and who follows it.
DECIDE = frozenset({Role.COORDINATOR})
WATCH = frozenset({Role.COORDINATOR, Role.VIEWER})
