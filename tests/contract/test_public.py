"""What anyone may know, without a session."""

import json
from pathlib import Path

import pytest

from giaoban import __version__
from tests.contract.client import Client

SCHEMAS = Path(__file__).parents[2] / "schemas"
FORMS = SCHEMAS / "campaigns" / "hanoi-45" / "forms"
CAMPAIGN = "/v1/campaigns/hanoi-45"


def test_health_says_ok_and_the_version(anyone: Client) -> None:
    assert anyone.get("/v1/health").json == {"status": "ok", "version": __version__}


def test_the_description_is_served_as_it_stands_in_the_tree(anyone: Client) -> None:
    assert anyone.get("/v1/openapi.json").json == json.loads((SCHEMAS / "openapi.json").read_text(encoding="utf-8"))


def test_a_campaign_says_its_days_deadlines_forms_help_and_the_servers_time(anyone: Client) -> None:
    said = anyone.get(CAMPAIGN, at="2025-08-02T15:20:00.123+07:00").json
    data = json.loads((SCHEMAS / "campaigns" / "hanoi-45" / "campaign.json").read_text(encoding="utf-8"))
    assert said == {
        "slug": "hanoi-45",
        "names": data["names"],
        "first_day": "2025-07-24",
        "days": 45,
        "today": "2025-08-02",
        "day_number": 10,
        "deadlines": {"report": "2025-08-02T16:00:00+07:00", "edition": "2025-08-02T17:00:00+07:00"},
        "corrections_close": "2025-08-04T16:00:00+07:00",
        "server_time": "2025-08-02T15:20:00.123+07:00",
        "forms": {kind: {"title": _title(kind), "href": f"{CAMPAIGN}/forms/{kind}"} for kind in data["forms"]},
        "help": data["help"],
        "practice": False,
    }


@pytest.mark.parametrize(
    "at, today, number",
    [
        ("2025-07-23T23:59:59.999+07:00", "2025-07-23", None),
        ("2025-07-24T00:00:00+07:00", "2025-07-24", 1),
        ("2025-08-01T18:00:00Z", "2025-08-02", 10),
        ("2025-09-06T23:59:59+07:00", "2025-09-06", 45),
        ("2025-09-07T00:00:00+07:00", "2025-09-07", None),
    ],
)
def test_the_day_changes_at_midnight_in_hanoi(anyone: Client, at: str, today: str, number: int | None) -> None:
    said = anyone.get(CAMPAIGN, at=at).json
    assert (said["today"], said["day_number"]) == (today, number)


def test_an_unknown_campaign_is_404(anyone: Client) -> None:
    answer = anyone.get("/v1/campaigns/hue-30")
    assert (answer.status, answer.problem) == (404, "unknown_campaign")


@pytest.mark.parametrize("kind", ["commune", "department"])
def test_a_form_is_the_campaigns_own_json_schema(anyone: Client, kind: str) -> None:
    assert anyone.get(f"{CAMPAIGN}/forms/{kind}").json == _form(kind)


@pytest.mark.parametrize("path", [f"{CAMPAIGN}/forms/commune", f"{CAMPAIGN}/forms/department", "/v1/openapi.json"])
def test_what_is_published_may_be_kept_and_is_not_sent_twice(anyone: Client, path: str) -> None:
    first = anyone.get(path)
    again = anyone.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert first.headers["cache-control"] == "public, max-age=300"
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert anyone.get(path, headers={"If-None-Match": '"of an older version"'}).status == 200


def test_an_unknown_form_is_404(anyone: Client) -> None:
    answer = anyone.get(f"{CAMPAIGN}/forms/district")
    assert (answer.status, answer.problem) == (404, "unknown_form")
    assert anyone.get("/v1/campaigns/hue-30/forms/commune").problem == "unknown_campaign"


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PATCH", "DELETE", "POST"])
def test_a_method_that_no_route_lists_is_404(anyone: Client, method: str) -> None:
    assert anyone.send(method, "/v1/health").status == 404


@pytest.mark.parametrize("path", ["/v1/", "/v1/nothing", "/v1/campaigns", "/v1/campaigns/", "/v1/session/"])
def test_an_address_that_no_route_lists_is_404(anyone: Client, path: str) -> None:
    assert anyone.get(path).status == 404


def _form(kind: str) -> dict[str, str]:
    form: dict[str, str] = json.loads((FORMS / f"{kind}.json").read_text(encoding="utf-8"))
    return form


def _title(kind: str) -> dict[str, str]:
    return {"vi": _form(kind)["title"], "en": _form(kind)["title_en"]}
