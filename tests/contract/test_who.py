"""Who may use which route, made from the table: role, route and whose unit it is, against the running system."""

import pytest

from giaoban.access import OF_A_UNIT, Role
from giaoban.access.who import who_may
from tests.contract.client import Client
from tests.contract.system import System

GUARDED = {route: who.may for route, who in who_may().items() if who is not None}
OWN, OTHER = "00004", "00008"
NOBODY = "00004-0000000000"
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


@pytest.mark.parametrize("route", GUARDED)
@pytest.mark.parametrize("role", Role)
def test_a_role_reaches_what_the_table_gives_it_and_nothing_else(system: System, role: Role, route: str) -> None:
    is_refused = ask(somebody(system, role), route, OWN) in {401, 403}
    assert is_refused == (role not in GUARDED[route])


@pytest.mark.parametrize("route", [route for route in GUARDED if "{u}" in route])
@pytest.mark.parametrize("role", sorted(OF_A_UNIT))
def test_a_units_role_reaches_no_other_unit(system: System, role: Role, route: str) -> None:
    assert ask(somebody(system, role), route, OTHER) == 403


@pytest.mark.parametrize("route", GUARDED)
def test_nobody_reaches_it_without_a_session(anyone: Client, route: str) -> None:
    assert ask(anyone, route, OWN) == 401
