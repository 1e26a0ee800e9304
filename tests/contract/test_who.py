"""Who may use which route, made from the table: role, route and whose unit it is, against the running system."""

from collections.abc import Iterable

import pytest

from giaoban.access import OF_A_UNIT, Role
from giaoban.access.who import who_may
from tests.contract.client import Client
from tests.contract.system import System

GUARDED = {route: who.may for route, who in who_may().items() if who is not None}
OWN, OTHER = "00004", "00008"
NOBODY = "00004-0000000000"
TRIED = frozenset({*OF_A_UNIT, Role.COORDINATOR, Role.VIEWER, Role.ADMIN})
STAFF = {Role.COORDINATOR: "dieu-phoi-1", Role.VIEWER: "lanh-dao", Role.ADMIN: "quan-tri"}


def somebody(system: System, role: Role) -> Client:
    """Staff by the pool, everybody else by a link of one unit."""
    return system.staff(STAFF[role]) if role in STAFF else system.reporter(OWN, role=role)


def ask(client: Client, route: str, unit: str) -> int:
    method, path = (
        route.replace("{c}", "hanoi-45")
        .replace("{d}", "2025-08-02")
        .replace("{u}", unit)
        .replace("{id}", NOBODY)
        .split()
    )
    return client.send(method, path, b"{}", {"Content-Type": "application/json"}).status


def first(roles: Iterable[Role]) -> Role | None:
    return next(iter(sorted(roles)), None)


# Every role at every route is asked in process (tests/access/test_matrix.py): here one that may, and one that may not.
ALLOWED = {route: first(may & TRIED) for route, may in GUARDED.items()}
REFUSED = {route: role for route, may in GUARDED.items() if (role := first(TRIED - may))}


@pytest.mark.parametrize("route, role", ALLOWED.items())
def test_a_role_that_the_route_is_for_reaches_it(system: System, route: str, role: Role) -> None:
    assert ask(somebody(system, role), route, OWN) not in {401, 403}


@pytest.mark.parametrize("route, role", REFUSED.items())
def test_a_role_that_the_route_is_not_for_is_refused(system: System, route: str, role: Role) -> None:
    assert ask(somebody(system, role), route, OWN) == 403


def test_all_routes_are_tried_both_ways_but_the_one_that_is_everybodys() -> None:
    assert None not in ALLOWED.values()
    assert set(GUARDED) - set(REFUSED) == {"GET /v1/session"}


@pytest.mark.parametrize("route", [route for route in GUARDED if "{u}" in route])
@pytest.mark.parametrize("role", sorted(OF_A_UNIT))
def test_a_units_role_reaches_no_other_unit(system: System, role: Role, route: str) -> None:
    assert ask(somebody(system, role), route, OTHER) == 403


@pytest.mark.parametrize("route", GUARDED)
def test_nobody_reaches_it_without_a_session(anyone: Client, route: str) -> None:
    assert ask(anyone, route, OWN) == 401
