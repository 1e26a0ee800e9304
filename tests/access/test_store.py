"""Grants in DynamoDB, on both engines: one item each, its sessions in it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from giaoban.access import Role
from giaoban.access.asking import Asking
from giaoban.access.grant import MAX_SESSIONS, Grant, Place, digest, new_secret
from giaoban.access.hat import Hat, Owner
from giaoban.access.store import ASK_AGAIN_AFTER, GrantStore
from giaoban.campaign.reminder_rules import Asker, Share
from giaoban.problem import Unavailable
from tests.access.made import ENDS, grant
from tests.access.stores import open_one, stands
from tests.engines.fixtures import Engine
from tests.web.event import NOON

SEVERAL = [
    (Hat(Role.ADMIN), Hat(Role.COORDINATOR)),
    (Hat(Role.VIEWER), Hat(Role.COORDINATOR, "staffing")),
    (Hat(Role.PROVIDER, own=Owner("lang-sen", provider="vnpt")),),
    (Hat(Role.LEADER, own=Owner("lang-sen", "00001")), Hat(Role.OWNER, "desk", Owner("lang-sen", "00001"))),
]


@pytest.mark.parametrize("role", list(Role))
def test_a_grant_is_read_back_as_it_was(grants: GrantStore, role: Role) -> None:
    made = replace(grant(role), sessions={digest(new_secret()): NOON, digest(new_secret()): ENDS})
    assert grants.add(made)
    assert grants.get(made.id) == made


@pytest.mark.parametrize("hats", SEVERAL, ids=str)
def test_hats_are_read_back_as_they_were(grants: GrantStore, hats: tuple[Hat, ...]) -> None:
    made = replace(grant(), hats=hats)
    assert grants.add(made)
    assert stands(grants, made).hats == hats


@pytest.mark.parametrize("lands", [Place(date(2025, 8, 1)), Place(date(2025, 8, 1), "help_raised")], ids=str)
def test_where_a_link_lands_is_read_back_as_it_was(grants: GrantStore, lands: Place) -> None:
    made = replace(grant(), lands=lands)
    assert grants.add(made)
    assert stands(grants, made).lands == lands


def test_a_grant_without_sessions_is_read_back_without_any(grants: GrantStore, link: Grant) -> None:
    assert grants.get(link.id) == link
    assert stands(grants, link).sessions == {}


def test_what_is_not_there_is_none(grants: GrantStore) -> None:
    assert grants.get("l-nothing") is None


def test_a_grant_is_never_overwritten_by_adding(grants: GrantStore, link: Grant) -> None:
    assert not grants.add(replace(link, hats=(Hat(Role.LEADER),)))
    assert stands(grants, link).hat.role is Role.REPORTER


def test_a_link_opens_a_session_for_each_who_enters(grants: GrantStore, link: Grant) -> None:
    secrets = [open_one(grants, link) for _ in range(3)]
    assert all(stands(grants, link).admits(secret, NOON) for secret in secrets)


def test_signing_out_ends_that_session_alone(grants: GrantStore, link: Grant) -> None:
    mine, other = open_one(grants, link), open_one(grants, link)
    grants.close_session(link.id, mine)
    grants.close_session(link.id, mine)
    assert not stands(grants, link).admits(mine, NOON)
    assert stands(grants, link).admits(other, NOON)


def test_signing_out_of_nothing_is_signed_out_already(grants: GrantStore) -> None:
    grants.close_session("l-nothing", new_secret())
    assert grants.get("l-nothing") is None


def test_revoking_a_link_ends_all_its_sessions_at_once_and_for_good(grants: GrantStore, link: Grant) -> None:
    secret, before = open_one(grants, link), stands(grants, link)
    assert grants.revoke(link.id)
    assert not stands(grants, link).admits(secret, NOON)
    assert not stands(grants, link).is_open(NOON)
    assert not grants.open_session(before, new_secret(), ENDS)
    assert stands(grants, link).sessions == {}


def test_a_link_that_is_gone_opens_no_session(grants: GrantStore) -> None:
    assert not grants.open_session(grant(), new_secret(), ENDS)


def test_what_is_not_there_cannot_be_revoked(grants: GrantStore) -> None:
    assert not grants.revoke("l-nothing")
    assert grants.get("l-nothing") is None


def test_a_full_link_that_was_revoked_lets_nobody_in(grants: GrantStore) -> None:
    made = replace(grant(), sessions={digest(new_secret()): ENDS for _ in range(MAX_SESSIONS)})
    grants.add(made)
    grants.revoke(made.id)
    assert not grants.open_session(made, new_secret(), ENDS)


def staff_signs_in(grants: GrantStore, role: Role, ends: datetime = ENDS, is_let_in: bool = True) -> tuple[Grant, str]:
    secret = new_secret()
    made = replace(grant(role, ends=ends), sessions={digest(secret): ends})
    assert grants.sign_in_staff(made, secret) is is_let_in
    return made, secret


class TestStaff:
    def test_a_first_sign_in_is_stored(self, grants: GrantStore) -> None:
        made, secret = staff_signs_in(grants, Role.VIEWER)
        assert stands(grants, made) == made
        assert stands(grants, made).admits(secret, NOON)

    def test_a_further_one_has_the_role_and_end_of_now_and_keeps_the_others(self, grants: GrantStore) -> None:
        _, first = staff_signs_in(grants, Role.VIEWER)
        later, then = staff_signs_in(grants, Role.COORDINATOR, ENDS + timedelta(hours=12))
        found = stands(grants, later)
        assert (found.hat.role, found.expires_at) == (Role.COORDINATOR, later.expires_at)
        assert found.admits(first, NOON)
        assert found.admits(then, ENDS)
        assert not found.admits(first, ENDS)

    def test_the_fifty_first_ends_only_the_one_that_would_end_first(self, grants: GrantStore) -> None:
        minutes = [timedelta(minutes=each) for each in range(MAX_SESSIONS)]
        secrets = [staff_signs_in(grants, Role.VIEWER, ENDS + each)[1] for each in minutes]
        made, one_more = staff_signs_in(grants, Role.VIEWER, ENDS + timedelta(hours=1))
        admitted = [stands(grants, made).admits(each, NOON) for each in (*secrets, one_more)]
        assert admitted == [False] + [True] * MAX_SESSIONS

    def test_one_whose_access_was_revoked_stays_out(self, grants: GrantStore) -> None:
        made, _ = staff_signs_in(grants, Role.VIEWER)
        grants.revoke(made.id)
        _, secret = staff_signs_in(grants, Role.VIEWER, is_let_in=False)
        assert not stands(grants, made).admits(secret, NOON)

    def test_two_hats_come_and_go_with_the_sign_in(self, grants: GrantStore) -> None:
        both = (Hat(Role.ADMIN), Hat(Role.COORDINATOR))
        for hats in (both, (Hat(Role.VIEWER),), both):
            made = replace(grant(Role.ADMIN), hats=hats, sessions={digest(new_secret()): ENDS})
            assert grants.sign_in_staff(made, new_secret())
            assert stands(grants, made).hats == hats


class SweptUp(GrantStore):
    """Between our read and our write the grant goes: its time to live is over."""

    def get(self, grant_id: str) -> Grant | None:
        known = super().get(grant_id)
        self._items(grant_id).delete()
        return known


class Revoked(GrantStore):
    """Between our read and our write somebody revokes it."""

    def get(self, grant_id: str) -> Grant | None:
        known = super().get(grant_id)
        self.revoke(grant_id)
        return known


@pytest.mark.parametrize("meanwhile", [SweptUp, Revoked])
def test_a_sign_in_that_opened_no_session_is_an_error_and_no_success(
    engine: Engine, meanwhile: type[GrantStore]
) -> None:
    grants = GrantStore(engine.access)
    made, _ = staff_signs_in(grants, Role.VIEWER)
    with pytest.raises(Unavailable):
        meanwhile(engine.access).sign_in_staff(made, new_secret())
    found = grants.get(made.id)
    assert found is None or not found.is_open(NOON)


HOLDER, STRANGER = (Asking(each, Share(per_unit=2, all_units=5, sms_parts=0)) for each in Asker)
RESTED = ASK_AGAIN_AFTER + timedelta(seconds=1)
HOUR = timedelta(hours=1)


class TestAskingForALink:
    def test_it_is_noted_once_in_five_minutes_for_each_unit(self, grants: GrantStore) -> None:
        assert grants.ask("lang-sen", "00001", STRANGER, NOON)
        assert not grants.ask("lang-sen", "00001", STRANGER, NOON)
        assert not grants.ask("lang-sen", "00001", STRANGER, NOON + ASK_AGAIN_AFTER)
        assert grants.ask("lang-sen", "00002", STRANGER, NOON)
        assert grants.ask("lang-que", "00001", STRANGER, NOON)
        assert grants.ask("lang-sen", "00001", STRANGER, NOON + RESTED)

    def test_a_unit_s_share_is_of_an_hour_and_the_next_has_its_own(self, grants: GrantStore) -> None:
        asked = [grants.ask("lang-sen", "00001", STRANGER, NOON + each * RESTED) for each in range(11)]
        assert asked == [True, True] + [False] * 9
        assert grants.ask("lang-sen", "00001", STRANGER, NOON + HOUR)

    def test_strangers_have_a_share_over_all_units_and_take_nothing_from_who_shows_a_link(
        self, grants: GrantStore
    ) -> None:
        asked = [grants.ask("lang-sen", f"{unit:05}", STRANGER, NOON) for unit in range(100)]
        assert asked == [True] * 5 + [False] * 95
        assert grants.ask("lang-sen", "00000", HOLDER, NOON)
        assert grants.ask("lang-que", "00000", STRANGER, NOON)
        assert grants.ask("lang-sen", "00000", STRANGER, NOON + HOUR)

    def test_asking_for_one_unit_again_and_again_takes_nothing_from_the_others(self, grants: GrantStore) -> None:
        for each in range(100):
            grants.ask("lang-sen", "00001", STRANGER, NOON + each * timedelta(seconds=30))
        assert grants.ask("lang-sen", "00002", STRANGER, NOON + timedelta(minutes=59))


def test_an_expired_grant_is_kept_a_week_or_as_long_as_asked_and_then_swept_up(on_moto: Engine) -> None:
    grants, made, longer, month = GrantStore(on_moto.access), grant(), grant(token=new_secret()), timedelta(days=30)
    grants.add(made)
    grants.add(longer, month)
    grants.ask("lang-sen", "00001", STRANGER, NOON, month)
    assert swept_up(on_moto, made.id) == made.expires_at + timedelta(days=7)
    assert swept_up(on_moto, longer.id) == longer.expires_at + month
    assert swept_up(on_moto, "ask#lang-sen#00001#stranger#2025-08-02T05") == NOON + month


def swept_up(engine: Engine, item_id: str) -> datetime:
    return datetime.fromtimestamp(int(botocore_item(engine, item_id)["expires"]["N"]), UTC)


def test_a_plain_grant_lies_there_as_it_did_before_there_were_hats(on_moto: Engine) -> None:
    made = grant()
    GrantStore(on_moto.access).add(made)
    item = botocore_item(on_moto, made.id)
    assert (item["role"], item["campaign"], item["unit"]) == ({"S": "reporter"}, {"S": "lang-sen"}, {"S": "00001"})
    assert "hats" not in item


def test_neither_token_nor_session_secret_is_stored(engine: Engine) -> None:
    token, grants = new_secret(), GrantStore(engine.access)
    made = grant(token=token)
    grants.add(made)
    secret = open_one(grants, made)
    stored = str(botocore_item(engine, made.id))
    assert digest(secret) in stored
    assert token not in stored
    assert secret not in stored


def botocore_item(engine: Engine, grant_id: str) -> dict[str, dict[str, str]]:
    """The item as it lies in the table."""
    found: dict[str, dict[str, str]] = engine.client().get_item(TableName=engine.access, Key={"id": {"S": grant_id}})[
        "Item"
    ]
    return found
