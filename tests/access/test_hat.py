"""What a hat is for, whose it covers, and by which of several somebody acts."""

import pytest

from giaoban.access import DECIDE, WATCH, Role
from giaoban.access.hat import Hat, Owner, acts_by, staff_hats, widest

SEN = Owner("lang-sen", "00001")
VNPT = Owner("lang-sen", provider="vnpt")
SCIENCE = [Hat(Role.VIEWER), Hat(Role.COORDINATOR, "staffing"), Hat(Role.COORDINATOR, "training")]


class TestWhatAHatCovers:
    @pytest.mark.parametrize("role", [Role.REPORTER, Role.LEADER, Role.OWNER])
    @pytest.mark.parametrize(
        "campaign, unit, own",
        [("lang-sen", "00001", True), ("lang-sen", "00002", False), ("lang-que", "00001", False), (None, None, True),
         ("lang-sen", None, True), ("lang-que", None, False), ("lang-sen", "1", False), ("", "", False)],
    )  # fmt: skip
    def test_a_units_people_have_their_own_unit_in_their_own_campaign(
        self, role: Role, campaign: str | None, unit: str | None, own: bool
    ) -> None:
        assert Hat(role, own=SEN).covers(Owner(campaign, unit)) is own

    @pytest.mark.parametrize("role", [Role.PROVIDER, Role.OWNER])
    @pytest.mark.parametrize(
        "named, own",
        [(VNPT, True), (Owner("lang-sen"), True), (Owner("lang-sen", provider="fpt"), False),
         (Owner("lang-que", provider="vnpt"), False), (SEN, False), (Owner("lang-sen", "00001", "vnpt"), False)],
    )  # fmt: skip
    def test_a_providers_people_have_their_own_provider_and_no_unit(self, role: Role, named: Owner, own: bool) -> None:
        assert Hat(role, own=VNPT).covers(named) is own

    @pytest.mark.parametrize("named", [SEN, VNPT, Owner("lang-que")])
    def test_a_supporter_has_the_campaign_and_nobodys_unit_or_provider(self, named: Owner) -> None:
        made = Hat(Role.SUPPORTER, own=Owner("lang-sen"))
        assert made.covers(Owner("lang-sen"))
        assert not made.covers(named)

    @pytest.mark.parametrize("role", sorted(set(Role) - {Role.COORDINATOR, Role.VIEWER, Role.ADMIN}))
    @pytest.mark.parametrize("named", [SEN, VNPT, Owner("lang-sen")])
    def test_a_role_of_which_nothing_is_stated_covers_nothing(self, role: Role, named: Owner) -> None:
        assert not Hat(role).covers(named)

    @pytest.mark.parametrize("role", [Role.COORDINATOR, Role.VIEWER, Role.ADMIN])
    def test_staff_have_all_of_every_campaign_or_of_the_one_that_is_stated(self, role: Role) -> None:
        assert all(Hat(role).covers(named) for named in (SEN, VNPT, Owner("lang-que", "00002")))
        of_one = Hat(role, own=Owner("lang-sen"))
        assert [of_one.covers(named) for named in (SEN, VNPT, Owner(), Owner("lang-que"))] == [True, True, True, False]


class TestActing:
    def test_of_several_hats_it_is_the_one_that_can_do_most_here(self) -> None:
        both = [Hat(Role.VIEWER), Hat(Role.COORDINATOR)]
        assert acts_by(both, WATCH, "board", Owner("lang-sen")) == Hat(Role.COORDINATOR)

    @pytest.mark.parametrize(
        "capability, may, role",
        [("staffing", DECIDE, "coordinator"), ("training", WATCH, "coordinator"), ("board", WATCH, "viewer"),
         ("board", DECIDE, None), (None, DECIDE, "coordinator")],
    )  # fmt: skip
    def test_who_coordinates_two_capabilities_views_the_rest(
        self, capability: str | None, may: frozenset[str], role: str | None
    ) -> None:
        hat = acts_by(SCIENCE, may, capability, Owner("lang-sen", "00001"))
        assert (hat and hat.role) == role

    def test_a_hat_of_one_unit_lends_nothing_to_one_of_another(self) -> None:
        both = [Hat(Role.LEADER, own=SEN), Hat(Role.REPORTER, own=Owner("lang-sen", "00002"))]
        leads = frozenset({Role.LEADER})
        assert acts_by(both, leads, "directory", SEN) == both[0]
        assert acts_by(both, leads, "directory", Owner("lang-sen", "00002")) is None

    def test_the_widest_is_the_one_for_every_capability(self) -> None:
        assert widest(SCIENCE)[0] == Hat(Role.VIEWER)
        assert [hat.role for hat in widest(map(Hat, Role))][:3] == ["admin", "coordinator", "viewer"]


@pytest.mark.parametrize(
    "groups, hats",
    [
        ("", []),
        ("nobody", []),
        ("viewer", [Hat(Role.VIEWER)]),
        ("admin coordinator", [Hat(Role.ADMIN), Hat(Role.COORDINATOR)]),
        ("viewer coordinator.staffing", [Hat(Role.COORDINATOR, "staffing"), Hat(Role.VIEWER)]),
        ("reporter", []),
        ("owner.desk", []),
        ("Coordinator", []),
        ("coordinator.", []),
        (".staffing", []),
        ("coordinator.a.b", []),
    ],
    ids=str,
)
def test_staff_have_a_hat_for_each_of_their_groups(groups: str, hats: list[Hat]) -> None:
    assert list(staff_hats(frozenset(groups.split()))) == hats
