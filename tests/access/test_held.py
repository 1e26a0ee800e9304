"""Which links a unit's people hold, on both engines and in memory: ended by whoever does not have them."""

from dataclasses import replace
from datetime import datetime, timedelta

from giaoban.access.grant import Grant
from giaoban.access.held import end_links
from giaoban.access.store import GrantStore
from tests.access.made import ENDS, grant
from tests.access.stores import open_one, stands
from tests.web.event import NOON

LATER = NOON + timedelta(days=40)


def noted(grants: GrantStore, recipient: str, ends: datetime = ENDS, now: datetime = NOON) -> Grant:
    made = replace(grant(ends=ends), recipient=recipient)
    grants.note(made, now, LATER)
    grants.add(made)
    return made


def test_a_unit_s_links_are_ended_without_anybody_knowing_them(grants: GrantStore) -> None:
    hers, his = noted(grants, "00001-aa"), noted(grants, "00001-bb")
    secret = open_one(grants, hers)
    assert {each.grant_id for each in grants.held("lang-sen", "00001")} == {hers.id, his.id}
    assert end_links(grants, "lang-sen", "00001", NOON, "00001-aa") == 1
    assert not stands(grants, hers).admits(secret, NOON)
    assert [stands(grants, each).is_open(NOON) for each in (hers, his)] == [False, True]
    assert [each.recipient for each in grants.held("lang-sen", "00001")] == ["00001-bb"]
    assert end_links(grants, "lang-sen", "00001", NOON) == 1
    assert end_links(grants, "lang-sen", "00001", NOON) == 0
    assert not stands(grants, his).is_open(NOON)


def test_no_other_unit_s_and_no_other_campaign_s(grants: GrantStore) -> None:
    made = noted(grants, "00001-aa")
    assert [end_links(grants, *whose, NOON) for whose in (("lang-sen", "0000"), ("lang-que", "00001"))] == [0, 0]
    assert stands(grants, made).is_open(NOON)


def test_what_has_ended_is_noted_no_more_and_what_is_left_is(grants: GrantStore) -> None:
    noted(grants, "00001-aa", ends=NOON)
    kept, last = noted(grants, "a|b", now=NOON - timedelta(seconds=1)), noted(grants, "00001-aa", now=NOON)
    assert {each.grant_id for each in grants.held("lang-sen", "00001")} == {kept.id, last.id}


def test_a_link_that_is_noted_and_not_yet_written_stays_noted(grants: GrantStore) -> None:
    made = replace(grant(), recipient="00001-aa")
    grants.note(made, NOON, LATER)
    assert end_links(grants, "lang-sen", "00001", NOON) == 0
    grants.add(made)
    assert end_links(grants, "lang-sen", "00001", NOON) == 1
    assert not stands(grants, made).is_open(NOON)
