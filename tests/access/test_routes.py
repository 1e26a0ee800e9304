"""Signing in by link and as staff, who am I, signing out, asking for the link again; all over HTTP."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from giaoban.access import Role
from giaoban.access.grant import STAFF_SESSION, Place
from giaoban.access.routes import _asked
from giaoban.campaign import Campaign
from tests.access.app import Api
from tests.access.made import grant, signed_in
from tests.reports.made import body
from tests.web.event import NOON, body_of

TOKEN = "A" * 22
SUBJECT = "12345678-0000-4000-8000-000000000000"


@pytest.fixture
def api(campaign: Campaign) -> Api:
    made = Api(campaign)
    made.grants.add(grant(token=TOKEN))
    return made


def cookie_of(answered: dict[str, Any]) -> str:
    (cookie,) = answered["cookies"]
    return str(cookie).partition(";")[0].removeprefix("__Host-giaoban=")


def refusal(answered: dict[str, Any]) -> tuple[int, str]:
    return answered["statusCode"], body_of(answered)["type"].removeprefix("urn:giaoban:problem:")


class TestByLink:
    def test_a_token_becomes_a_cookie_and_says_who_one_is(self, api: Api) -> None:
        answered = api.call("POST", "/v1/session", body={"token": TOKEN})
        assert answered["statusCode"] == 200
        who = body_of(answered)
        assert who == {
            "role": "reporter",
            "campaign": "lang-sen",
            "unit": {"code": "00001", "kind": "commune", "names": {"vi": "Xã Sen Trắng", "en": "Sen Trắng Commune"}},
            "link": grant(token=TOKEN).short_id,
            "account": None,
            "expires_at": "2025-08-04T12:00:00+07:00",
            "lands": None,
            "may": [
                "GET /v1/session",
                "GET /v1/campaigns/{c}/days/{d}/reports/{u}",
                "PUT /v1/campaigns/{c}/days/{d}/reports/{u}",
            ],
        }
        assert body_of(api.call("GET", "/v1/session", cookie=cookie_of(answered))) == who

    def test_it_says_where_on_the_form_the_link_lands(self, api: Api) -> None:
        api.grants.add(replace(grant(token="L" * 22), lands=Place(date(2025, 8, 1), "help_raised")))
        who = body_of(api.call("POST", "/v1/session", body={"token": "L" * 22}))
        assert who["lands"] == {"day": "2025-08-01", "field": "help_raised"}

    def test_the_answer_says_neither_the_token_nor_whose_telephone_it_went_to(self, api: Api) -> None:
        answered = api.call("POST", "/v1/session", body={"token": TOKEN})
        assert TOKEN not in str(answered)
        assert "chị Sen" not in str(answered)

    @pytest.mark.parametrize(
        "sent", [{}, {"token": None}, {"token": 7}, {"token": []}, {"token": "B" * 22}, {"token": TOKEN + "A"}]
    )
    def test_what_opens_nothing_is_one_answer_for_all(self, api: Api, sent: dict[str, object]) -> None:
        assert refusal(api.call("POST", "/v1/session", body=sent)) == (401, "link_opens_nothing")

    def test_an_expired_and_a_revoked_link_are_that_answer_too(self, api: Api) -> None:
        late = api.call("POST", "/v1/session", body={"token": TOKEN}, at=NOON + timedelta(days=2))
        api.grants.revoke(grant(token=TOKEN).id)
        assert (
            refusal(late)
            == refusal(api.call("POST", "/v1/session", body={"token": TOKEN}))
            == (401, "link_opens_nothing")
        )

    def test_opening_the_address_by_get_does_nothing(self, api: Api) -> None:
        assert api.call("GET", "/v1/session")["statusCode"] == 401
        assert api.grants.grants[grant(token=TOKEN).id].sessions == {}

    @pytest.mark.parametrize(
        "body, headers, status",
        [("token=x", {}, 400), ("{}", {"content-type": "text/plain"}, 415), ("[]", {}, 400), ("x" * 70_000, {}, 413)],
    )
    def test_what_is_not_json_is_said_so(self, api: Api, body: str, headers: dict[str, str], status: int) -> None:
        assert api.call("POST", "/v1/session", body=body, headers=headers)["statusCode"] == status


class TestSigningOut:
    def test_it_ends_the_session_and_empties_the_cookie(self, api: Api) -> None:
        cookie = signed_in(api.grants)
        answered = api.call("DELETE", "/v1/session", cookie=cookie)
        assert (answered["statusCode"], cookie_of(answered)) == (204, "")
        assert api.call("GET", "/v1/session", cookie=cookie)["statusCode"] == 401

    @pytest.mark.parametrize("cookie", [None, "", "nonsense", "l-nobody." + "A" * 22])
    def test_without_a_session_there_is_nothing_to_end(self, api: Api, cookie: str | None) -> None:
        assert api.call("DELETE", "/v1/session", cookie=cookie)["statusCode"] == 204


class TestStaff:
    def test_a_token_of_the_pool_becomes_a_cookie_for_twelve_hours(self, api: Api) -> None:
        answered = api.call(
            "POST",
            "/v1/staff-session",
            claims={"sub": SUBJECT, "username": "dieu-phoi-1", "cognito:groups": "[coordinator viewer]"},
        )
        who = body_of(answered)
        assert (who["role"], who["unit"], who["campaign"]) == ("coordinator", None, None)
        assert who["expires_at"] == "2025-08-03T00:00:00+07:00"
        assert who["account"] == "dieu-phoi-1"
        cookie = cookie_of(answered)
        assert api.call("GET", "/v1/session", cookie=cookie)["statusCode"] == 200
        assert api.call("GET", "/v1/session", cookie=cookie, at=NOON + STAFF_SESSION)["statusCode"] == 401

    def test_a_second_sign_in_leaves_the_first_open_and_brings_the_role_of_now(self, api: Api) -> None:
        first, second = (
            cookie_of(api.call("POST", "/v1/staff-session", claims={"sub": SUBJECT, "cognito:groups": f"[{role}]"}))
            for role in ("coordinator", "viewer")
        )
        assert [body_of(api.call("GET", "/v1/session", cookie=each))["role"] for each in (first, second)] == [
            "viewer"
        ] * 2

    def test_one_whose_access_was_revoked_is_told_so_and_gets_no_cookie(self, api: Api) -> None:
        claims = {"sub": SUBJECT, "cognito:groups": "[viewer]"}
        api.call("POST", "/v1/staff-session", claims=claims)
        api.grants.revoke(f"s-{SUBJECT}")
        answered = api.call("POST", "/v1/staff-session", claims=claims)
        assert refusal(answered) == (403, "not_staff")
        assert not answered.get("cookies")

    @pytest.mark.parametrize(
        "claims, answer",
        [
            (None, (401, "no_session")),
            ({"cognito:groups": "[admin]"}, (401, "no_session")),
            ({"sub": SUBJECT}, (403, "not_staff")),
            ({"sub": SUBJECT, "cognito:groups": "[]"}, (403, "not_staff")),
            ({"sub": SUBJECT, "cognito:groups": "[reporter]"}, (403, "not_staff")),
        ],
    )
    def test_who_is_not_staff_stays_out(self, api: Api, claims: dict[str, str] | None, answer: tuple[int, str]) -> None:
        assert refusal(api.call("POST", "/v1/staff-session", claims=claims)) == answer


class TestTwoHats:
    """Whoever runs the system and is on the centre's desk has the board, and the directory's list."""

    @pytest.fixture
    def cookie(self, api: Api) -> str:
        claims = {"sub": SUBJECT, "username": "dieu-phoi-1", "cognito:groups": "[coordinator admin]"}
        return cookie_of(api.call("POST", "/v1/staff-session", claims=claims))

    def test_they_add_up(self, api: Api, cookie: str) -> None:
        assert api.call("GET", "/v1/campaigns/lang-sen/days/2025-08-02", cookie=cookie)["statusCode"] == 200
        sent = {"file": "", "dry_run": True}
        imported = api.call("POST", "/v1/campaigns/lang-sen/directory/import", cookie=cookie, body=sent)
        assert imported["statusCode"] not in {401, 403}

    def test_whoever_asks_is_told_both(self, api: Api, cookie: str) -> None:
        who = body_of(api.call("GET", "/v1/session", cookie=cookie))
        nobody = {"capability": None, "campaign": None, "unit": None, "provider": None}
        assert who["role"] == "admin"
        assert who["hats"] == [{"role": "admin", **nobody}, {"role": "coordinator", **nobody}]

    def test_what_is_done_is_done_by_the_hat_that_may(self, api: Api, cookie: str) -> None:
        path = "/v1/campaigns/lang-sen/days/2025-08-02/reports/00001"
        sent = body(told_by="Bà Sen", nothing_to_report=False)
        assert api.call("PUT", path, cookie=cookie, body=sent)["statusCode"] == 201
        (sent,) = body_of(api.call("GET", path, cookie=cookie, query={"revisions": "all"}))["history"]
        by = sent["by"]
        assert (by["role"], by["account"]) == ("coordinator", "dieu-phoi-1")


class TestAskingForALink:
    @pytest.fixture
    def api(self, reminding: Campaign) -> Api:
        return Api(reminding)

    def test_every_asker_reads_the_same(self, api: Api) -> None:
        answers = [
            api.call("POST", "/v1/session/request", body=sent)
            for sent in ({"unit": "00001"}, {"unit": "00001"}, {"unit": "99999"}, {}, {"unit": 7}, {"unit": ["00001"]},
                         {"unit": "00001", "campaign": "no"}, {"unit": "00001", "campaign": 7})
        ]  # fmt: skip
        assert {(each["statusCode"], each["body"]) for each in answers} == {(202, answers[0]["body"])}
        assert set(body_of(answers[0])) == {"vi", "en"}

    @pytest.mark.parametrize("odd", [[], {}, ["lang-sen"], 1.5])
    def test_a_campaign_that_cannot_be_one_is_no_campaign(self, api: Api, odd: object) -> None:
        assert api.call("POST", "/v1/session/request", body={"unit": "00001", "campaign": odd})["statusCode"] == 202
        assert not api.grants.asked

    def test_of_a_code_that_several_campaigns_know_the_one_named_is_asked_in_and_none_is_guessed(
        self, api: Api
    ) -> None:
        api.call("POST", "/v1/session/request", body={"unit": "00001"})
        assert not api.grants.asked
        api.call("POST", "/v1/session/request", body={"unit": "00001", "campaign": "lang-que"})
        assert set(api.grants.asked) == {("lang-que", "00001")}

    def test_unnamed_it_is_the_only_campaign_that_runs(self, campaign: Campaign) -> None:
        past = replace(campaign, slug="da-qua", first_day=campaign.first_day - timedelta(days=365))
        known, now = {each.slug: each for each in (past, campaign)}, campaign.deadline(campaign.first_day)
        assert _asked(known, {"unit": "00001"}, now) == [campaign]
        assert _asked(known, {"unit": "00001", "campaign": "da-qua"}, now) == [past]

    def test_it_is_noted_for_a_known_unit_only(self, api: Api) -> None:
        for unit, campaign in [("00001", "lang-sen"), ("99999", "lang-sen"), ("00002", "nowhere")]:
            api.call("POST", "/v1/session/request", body={"unit": unit, "campaign": campaign})
        assert set(api.grants.asked) == {("lang-sen", "00001")}


def test_an_administrator_reads_no_reports(api: Api) -> None:
    may = body_of(api.call("GET", "/v1/session", cookie=signed_in(api.grants, Role.ADMIN)))["may"]
    assert "GET /v1/session" in may
    assert [route for route in may if "/days/" in route] == []
