"""The matrix that is kept by hand, against what the routes say and the grants cover: every role, own and others'."""

import pytest

from giaoban.access import STAFF, Role
from giaoban.access.hat import Hat, Owner, acts_by
from giaoban.access.who import who_may
from tests.access.matrix import CAPABILITY, EXPECTED, LINES

WHO = who_may()
OWN = Owner("lang-sen", "00001", "p-1")
OTHERS = [Owner("lang-sen", "00002", "p-2"), Owner("lang-que", "00001", "p-1")]
# What each role is somebody of.
OF = {
    Role.REPORTER: Owner("lang-sen", "00001"),
    Role.LEADER: Owner("lang-sen", "00001"),
    Role.OWNER: Owner("lang-sen", "00001"),
    Role.PROVIDER: Owner("lang-sen", provider="p-1"),
    Role.SUPPORTER: Owner("lang-sen"),
    **dict.fromkeys(STAFF, Owner()),
}


def named(route: str, whose: Owner) -> Owner:
    """What of an owner an address names."""
    return Owner(
        whose.campaign if "{c}" in route else None,
        whose.unit if "{u}" in route else None,
        whose.provider if "{provider}" in route else None,
    )


def reach(route: str, hats: list[Hat]) -> str:
    """`own`, `all` or `no`, as the guard decides."""
    who = WHO[route]
    if who is None:
        return "all"
    is_own, *is_other = (
        acts_by(hats, who.may, who.capability, named(route, whose)) is not None for whose in (OWN, *OTHERS)
    )
    return "all" if is_own and all(is_other) else "own" if is_own and not any(is_other) else "no" if not is_own else "?"


def test_every_route_has_its_line_and_every_line_its_route() -> None:
    assert sorted(line["route"] for line in LINES) == sorted(WHO)


def test_every_role_has_its_column() -> None:
    assert list(LINES[0]) == ["route", "capability", *sorted(Role, key=list(LINES[0]).index)]


@pytest.mark.parametrize("route", WHO)
def test_a_role_reaches_what_the_matrix_gives_it_and_nothing_else(route: str) -> None:
    found = {role: reach(route, [Hat(role, own=OF[role])]) for role in Role}
    assert found == {role: EXPECTED[route, role] for role in Role}


@pytest.mark.parametrize("route", WHO)
def test_it_belongs_to_the_capability_that_the_matrix_says(route: str) -> None:
    who = WHO[route]
    assert (who and who.capability) == CAPABILITY[route]


@pytest.mark.parametrize("route", WHO)
def test_two_hats_add_up(route: str) -> None:
    """Whoever runs the system and is on the centre's desk has both, and not one instead of the other."""
    both = {EXPECTED[route, Role.ADMIN], EXPECTED[route, Role.COORDINATOR]}
    assert reach(route, [Hat(Role.ADMIN), Hat(Role.COORDINATOR)]) == ("all" if "all" in both else "no")


@pytest.mark.parametrize("route", WHO)
def test_who_coordinates_another_capability_and_views_the_rest_is_a_viewer_here(route: str) -> None:
    """Sở KH&CN coordinates staffing and training, and views the rest."""
    hats = [Hat(Role.VIEWER), Hat(Role.COORDINATOR, "staffing"), Hat(Role.COORDINATOR, "training")]
    assert reach(route, hats) == EXPECTED[route, Role.VIEWER]
