"""What a link or a sign-in allows, until when; what can be a token or a cookie at all."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from giaoban.access import Role
from giaoban.access.grant import digest, link_id, new_secret, read_cookie, staff_id
from giaoban.access.hat import Hat
from tests.access.made import ENDS, grant
from tests.web.event import NOON

ONE_MS = timedelta(milliseconds=1)
SECRET = "A" * 22


def test_a_secret_is_128_bits_that_go_into_a_link() -> None:
    secrets = {new_secret() for _ in range(1000)}
    assert len(secrets) == 1000
    assert all(re.fullmatch(r"[A-Za-z0-9_-]{22}", each) for each in secrets)


def test_the_id_of_a_link_does_not_give_its_token_away() -> None:
    token = new_secret()
    assert token not in str(link_id(token))
    assert link_id(token) == link_id(token)
    assert link_id(token) != link_id(new_secret())


@pytest.mark.parametrize(
    "token", [None, 7, "", "short", "A" * 21, "A" * 23, "A" * 21 + "=", "A" * 22 + "\n", "Ă" * 22, ["A" * 22], {}]
)
def test_what_cannot_be_a_token_opens_nothing(token: object) -> None:
    assert link_id(token) is None


@pytest.mark.parametrize(
    "grant_id", [grant().id, grant(Role.COORDINATOR).id, staff_id("ab-cd")], ids=["link", "staff", "name"]
)
def test_what_we_set_as_a_cookie_is_read_back(grant_id: str) -> None:
    assert read_cookie(f"{grant_id}.{SECRET}") == (grant_id, SECRET)


@pytest.mark.parametrize(
    "cookie",
    ["", ".", f".{SECRET}", "l-abc", "l-abc.", "l-abc.short", f"x-abc.{SECRET}", f"ask#lang-sen#00001.{SECRET}",
     f"l-abc.{SECRET}.{SECRET}", f"l-abc.{SECRET}\n", f"l-{'a' * 65}.{SECRET}", f"l-ă.{SECRET}"],
)  # fmt: skip
def test_what_cannot_be_a_cookie_of_ours_is_none(cookie: str) -> None:
    assert read_cookie(cookie) is None


@given(st.text(max_size=100))
def test_no_text_breaks_the_reading_of_a_cookie(cookie: str) -> None:
    assert read_cookie(cookie) is None or "." in cookie


class TestASession:
    def test_it_is_admitted_until_its_end_to_the_millisecond(self) -> None:
        made = replace(grant(), sessions={digest(SECRET): ENDS})
        assert made.admits(SECRET, ENDS - ONE_MS)
        assert not made.admits(SECRET, ENDS)

    def test_it_ends_with_its_own_hour_though_the_grant_goes_on(self) -> None:
        made = replace(grant(Role.VIEWER), sessions={digest(SECRET): NOON})
        assert made.is_open(NOON)
        assert not made.admits(SECRET, NOON)

    def test_it_ends_with_the_grant_though_its_own_hour_is_later(self) -> None:
        made = replace(grant(), sessions={digest(SECRET): ENDS + timedelta(days=9)})
        assert not made.admits(SECRET, ENDS)

    def test_it_ends_when_the_link_is_revoked(self) -> None:
        made = replace(grant(), sessions={digest(SECRET): ENDS}, is_revoked=True)
        assert not made.admits(SECRET, NOON)
        assert not made.is_open(NOON)

    @pytest.mark.parametrize("guess", ["", "B" * 22, digest(SECRET), SECRET[:-1]])
    def test_a_guessed_secret_is_not_admitted(self, guess: str) -> None:
        assert not replace(grant(), sessions={digest(SECRET): ENDS}).admits(guess, NOON)


def test_whoever_has_several_hats_is_called_by_the_widest() -> None:
    made = replace(grant(), hats=(Hat(Role.COORDINATOR, "staffing"), Hat(Role.VIEWER)))
    assert made.hat == Hat(Role.VIEWER)
    assert not made.is_plain


def test_only_staff_are_named_by_their_account() -> None:
    assert grant().account is None
    assert grant(Role.VIEWER).account == "s-12345678"


def test_a_short_id_tells_links_apart_and_opens_nothing() -> None:
    made = grant()
    assert made.id.startswith(made.short_id)
    assert len(made.short_id) == 10
    assert made.short_id != grant().short_id
