"""What anyone may know: the campaign's days and forms, the server's time."""

import pytest

from giaoban import __version__
from giaoban.campaign import Campaign
from tests.access.app import Api
from tests.reports.made import at
from tests.web.event import body_of


@pytest.fixture
def api(campaign: Campaign) -> Api:
    return Api(campaign)


def test_the_service_says_that_it_answers(api: Api) -> None:
    assert body_of(api.call("GET", "/v1/health")) == {"status": "ok", "version": __version__}


def test_a_campaign_says_its_days_deadlines_and_forms(api: Api) -> None:
    assert body_of(api.call("GET", "/v1/campaigns/lang-sen", at=at("15:20:00.123"))) == {
        "slug": "lang-sen",
        "names": {"vi": "Chiến dịch Làng Sen", "en": "Lotus Village campaign"},
        "first_day": "2025-07-24",
        "days": 45,
        "today": "2025-08-02",
        "day_number": 10,
        "deadlines": {"report": "2025-08-02T16:00:00+07:00", "edition": "2025-08-02T17:00:00+07:00"},
        "corrections_close": "2025-08-04T16:00:00+07:00",
        "server_time": "2025-08-02T15:20:00.123+07:00",
        "forms": {
            kind: {
                "title": {"vi": "Báo cáo ngày", "en": "Daily report"},
                "href": f"/v1/campaigns/lang-sen/forms/{kind}",
            }
            for kind in ("commune", "department")
        },
        "help": {"vi": "Xin gọi Trung tâm.", "en": "Please call the centre.", "phone": "024 0000 0000"},
        "practice": False,
    }


def test_the_servers_time_is_never_kept_by_a_cache(api: Api) -> None:
    assert api.call("GET", "/v1/campaigns/lang-sen")["headers"]["Cache-Control"] == "no-store"


def test_a_form_is_published_as_it_stands_in_its_file(api: Api, campaign: Campaign) -> None:
    assert body_of(api.call("GET", "/v1/campaigns/lang-sen/forms/commune")) == campaign.forms["commune"].schema


def test_the_units_of_a_campaign_are_named_for_whoever_has_no_link(api: Api, campaign: Campaign) -> None:
    told = api.call("GET", "/v1/campaigns/lang-sen/units")
    assert body_of(told) == {"units": [unit.view() for unit in campaign.units.values()]}
    again = {"if-none-match": told["headers"]["ETag"]}
    assert api.call("GET", "/v1/campaigns/lang-sen/units", headers=again)["statusCode"] == 304


def test_who_has_the_form_already_is_not_sent_it_again(api: Api) -> None:
    first = api.call("GET", "/v1/campaigns/lang-sen/forms/commune")
    asked = {"if-none-match": first["headers"]["ETag"]}
    assert api.call("GET", "/v1/campaigns/lang-sen/forms/commune", headers=asked)["statusCode"] == 304
    assert api.call("GET", "/v1/campaigns/lang-sen/forms/department", headers=asked)["statusCode"] == 200


@pytest.mark.parametrize(
    "path, name",
    [("/v1/campaigns/lang-no", "unknown_campaign"), ("/v1/campaigns/lang-no/forms/commune", "unknown_campaign"),
     ("/v1/campaigns/lang-sen/forms/ward", "unknown_form")],
)  # fmt: skip
def test_what_is_not_there_is_unknown(api: Api, path: str, name: str) -> None:
    answered = api.call("GET", path)
    assert (answered["statusCode"], body_of(answered)["type"]) == (404, f"urn:giaoban:problem:{name}")
