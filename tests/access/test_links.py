"""The reminder is the login: what a link opens, for how long, and what no longer."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from giaoban.access import Role
from giaoban.access.grant import MAX_SESSIONS, Place, digest, new_secret
from giaoban.access.hat import Hat, Owner
from giaoban.access.links import Link, enter, issue
from giaoban.campaign import Campaign
from giaoban.campaign.retention import Retention
from tests.access.fake_grants import FakeGrantStore
from tests.web.event import NOON, ORIGIN

DAY = date(2025, 8, 2)
CLOSES = datetime.fromisoformat("2025-08-04T16:00:00+07:00")
ONE_MS = timedelta(milliseconds=1)


@pytest.fixture
def grants() -> FakeGrantStore:
    return FakeGrantStore()


@pytest.fixture
def link(grants: FakeGrantStore, campaign: Campaign) -> Link:
    return issue(grants, campaign, campaign.units["00001"], DAY, "chị Sen")  # type: ignore[arg-type]


def opens(grants: FakeGrantStore, token: object, now: datetime = NOON) -> bool:
    return enter(grants, token, now) is not None  # type: ignore[arg-type]


def test_a_link_is_of_one_unit_until_corrections_of_its_day_close(link: Link) -> None:
    made = link.grant
    assert made.hats == (Hat(Role.REPORTER, own=Owner("lang-sen", "00001")),)
    assert made.recipient == "chị Sen"
    assert made.expires_at == CLOSES
    assert made.lands == Place(DAY)


def test_it_is_kept_after_its_end_for_as_long_as_the_campaign_says(grants: FakeGrantStore, campaign: Campaign) -> None:
    longer = replace(campaign, retention=Retention(links=timedelta(days=30)))
    made = [issue(grants, each, each.units["00001"], DAY, "chị Sen") for each in (campaign, longer)]  # type: ignore[arg-type]
    assert [grants.kept_for[link.grant.id].days for link in made] == [7, 30]


def test_its_token_stands_in_the_fragment_which_no_server_sees(link: Link) -> None:
    before, _, fragment = link.address(ORIGIN).partition("#")
    assert (before, fragment) == (f"{ORIGIN}/bao-cao", f"t={link.token}")


def test_every_link_has_a_token_of_its_own(grants: FakeGrantStore, campaign: Campaign) -> None:
    links = [issue(grants, campaign, campaign.units["00001"], DAY, "chị Sen") for _ in range(100)]  # type: ignore[arg-type]
    assert len({each.token for each in links}) == len({each.grant.id for each in links}) == 100


def test_entering_begins_a_session_as_often_as_one_likes(grants: FakeGrantStore, link: Link) -> None:
    secrets = []
    for _ in range(3):
        entered = enter(grants, link.token, NOON)  # type: ignore[arg-type]
        assert entered is not None
        secrets.append(entered[1])
    stands = grants.grants[link.grant.id]
    assert set(stands.sessions) == {digest(secret) for secret in secrets}
    assert all(stands.admits(secret, CLOSES - ONE_MS) and not stands.admits(secret, CLOSES) for secret in secrets)


@pytest.mark.parametrize("now, open_", [(CLOSES - ONE_MS, True), (CLOSES, False), (CLOSES + timedelta(days=9), False)])
def test_a_link_expires_by_the_hour_though_its_item_is_still_there(
    grants: FakeGrantStore, link: Link, now: datetime, open_: bool
) -> None:
    assert opens(grants, link.token, now) is open_


def test_opening_a_link_for_the_fifty_first_time_signs_nobody_out_and_lets_everybody_in(
    grants: FakeGrantStore, link: Link
) -> None:
    entered = [enter(grants, link.token, NOON) for _ in range(3 * MAX_SESSIONS)]  # type: ignore[arg-type]
    stands = grants.grants[link.grant.id]
    assert all(each and stands.admits(each[1], NOON) for each in entered)
    assert len(stands.sessions) == MAX_SESSIONS == 50
    assert not stands.admits(new_secret(), NOON)


def test_however_it_was_opened_it_ends_with_the_link(grants: FakeGrantStore, link: Link) -> None:
    for _ in range(MAX_SESSIONS + 1):
        _, secret = enter(grants, link.token, NOON) or pytest.fail("not let in")  # type: ignore[arg-type]
    assert not grants.grants[link.grant.id].admits(secret, CLOSES)
    grants.revoke(link.grant.id)
    assert not grants.grants[link.grant.id].admits(secret, NOON)


def test_a_revoked_link_opens_nothing(grants: FakeGrantStore, link: Link) -> None:
    grants.revoke(link.grant.id)
    assert not opens(grants, link.token)


def test_neither_guess_nor_the_links_id_nor_a_session_opens_anything(grants: FakeGrantStore, link: Link) -> None:
    entered = enter(grants, link.token, NOON)  # type: ignore[arg-type]
    assert entered
    for guess in (new_secret(), link.grant.id, link.grant.id[2:24], entered[1], link.token[:-1], None, 7, [link.token]):
        assert not opens(grants, guess)


def test_who_is_revoked_while_entering_does_not_get_in(campaign: Campaign) -> None:
    class RevokedMeanwhile(FakeGrantStore):
        def open_session(self, *_: object) -> bool:
            return False

    grants = RevokedMeanwhile()
    link = issue(grants, campaign, campaign.units["00001"], DAY, "chị Sen")  # type: ignore[arg-type]
    assert not opens(grants, link.token)
