"""A phone that still shows last week's form: its report is taken as it was asked for, kept whole and shown."""

import json
from pathlib import Path

import pytest

from giaoban.access import Role
from giaoban.campaign import Campaign, CampaignRefused, load
from giaoban.campaign.load import stamp_as_checked
from tests.access.app import Api
from tests.access.made import signed_in
from tests.campaign.small import commune_form, count, write_campaign, write_json
from tests.reports.made import body
from tests.web.event import body_of

PATH = "/v1/campaigns/lang-sen/days/2025-08-02/reports/00001"
EARLIER = "forms/earlier/commune-1.json"
LEAFLETS = count("Tờ hướng dẫn đã phát", "Leaflets handed out", "flow", "teams")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A figure, `leaflets`, was taken out of the form in mid-campaign; the form that asked for it was kept."""
    folder = tmp_path / "lang-sen"
    write_campaign(folder)
    (folder / EARLIER).parent.mkdir()
    form = commune_form()
    write_json(folder / EARLIER, {**form, "properties": {**form["properties"], "leaflets": LEAFLETS}})
    data = json.loads((folder / "campaign.json").read_text("utf-8"))
    write_json(folder / "campaign.json", {**data, "earlier_forms": {"commune": [EARLIER]}})
    return folder


@pytest.fixture(params=["checked", "trusted"])
def changed(folder: Path, request: pytest.FixtureRequest) -> Campaign:
    """Read with all checks, and as a function reads what was checked when it was built."""
    if request.param == "trusted":
        stamp_as_checked(folder)
    return load(folder) if request.param == "checked" else _trusted(folder)


def _trusted(folder: Path) -> Campaign:
    from giaoban.campaign.load import Campaigns

    return Campaigns(folder.parent)["lang-sen"]


def test_a_report_by_the_form_of_last_week_is_taken_whole_and_shown_with_its_titles(changed: Campaign) -> None:
    api = Api(changed)
    cookie, named = signed_in(api.grants), changed.earlier_forms["commune"][0].hash
    sent = body(form=named, figures={"dossiers_online": 41, "leaflets": 300})
    assert api.call("PUT", PATH, cookie=cookie, body=sent)["statusCode"] == 201
    assert api.call("PUT", PATH, cookie=cookie, body=sent)["statusCode"] == 200, "and again after a lost answer"
    told = body_of(api.call("GET", PATH, cookie=signed_in(api.grants, Role.COORDINATOR), query={"revisions": "all"}))
    assert told["figures"] == {"dossiers_online": 41, "leaflets": 300}
    assert told["titles_gone"] == {"leaflets": {"vi": "Tờ hướng dẫn đã phát", "en": "Leaflets handed out"}}
    assert told["history"][0]["figures"]["leaflets"] == 300


def test_a_correction_by_todays_form_keeps_the_figures_that_only_the_earlier_one_asked(changed: Campaign) -> None:
    api = Api(changed)
    cookie, earlier = signed_in(api.grants), changed.earlier_forms["commune"][0].hash
    first = body(form=earlier, figures={"dossiers_online": 41, "leaflets": 300})
    assert api.call("PUT", PATH, cookie=cookie, body=first)["statusCode"] == 201
    correction = body(form=changed.forms["commune"].hash, base_revision=1, figures={"dossiers_online": 42})
    assert api.call("PUT", PATH, cookie=cookie, body=correction)["statusCode"] == 201
    third = body(base_revision=2, figures={"dossiers_online": 43})
    assert api.call("PUT", PATH, cookie=cookie, body=third)["statusCode"] == 201
    assert api.call("PUT", PATH, cookie=cookie, body=correction)["statusCode"] == 200, "after a lost answer"
    told = body_of(api.call("GET", PATH, cookie=cookie))
    assert told["figures"] == {"dossiers_online": 43, "leaflets": 300}
    assert list(told["titles_gone"]) == ["leaflets"]


def test_a_correction_by_the_earlier_form_takes_its_figure_back_and_a_day_of_nothing_has_none(
    changed: Campaign,
) -> None:
    api = Api(changed)
    cookie, earlier = signed_in(api.grants), changed.earlier_forms["commune"][0].hash
    sent = [
        body(form=earlier, figures={"dossiers_online": 41, "leaflets": 300}),
        body(form=earlier, base_revision=1, figures={"dossiers_online": 41}),
        body(form=earlier, base_revision=2, figures={"leaflets": 300}),
        body(base_revision=3, figures={}, nothing_to_report=True),
    ]
    held = []
    for each in sent:
        assert api.call("PUT", PATH, cookie=cookie, body=each)["statusCode"] == 201
        held.append(body_of(api.call("GET", PATH, cookie=cookie))["figures"])
    assert held == [{"dossiers_online": 41, "leaflets": 300}, {"dossiers_online": 41}, {"leaflets": 300}, {}]


@pytest.mark.parametrize("form", [None, "0123456789abcdef"])
def test_a_report_that_names_no_form_of_the_campaign_is_taken_by_todays(changed: Campaign, form: str | None) -> None:
    api = Api(changed)
    answered = api.call("PUT", PATH, cookie=signed_in(api.grants), body=body(form=form, figures={"leaflets": 300}))
    assert answered["statusCode"] == 422
    assert [each["path"] for each in body_of(answered)["problems"]] == ["/figures/leaflets"]


def test_the_form_names_itself_in_its_etag_and_an_ordinary_report_has_no_titles_that_are_gone(
    changed: Campaign,
) -> None:
    api = Api(changed)
    tag = api.call("GET", "/v1/campaigns/lang-sen/forms/commune")["headers"]["ETag"]
    assert tag == f'"{changed.forms["commune"].hash}"'
    cookie = signed_in(api.grants)
    assert api.call("PUT", PATH, cookie=cookie, body=body(form=tag.strip('"')))["statusCode"] == 201
    assert "titles_gone" not in body_of(api.call("GET", PATH, cookie=cookie))


def test_a_figure_is_of_one_kind_in_all_forms_of_a_campaign(folder: Path) -> None:
    form = json.loads((folder / EARLIER).read_text("utf-8"))
    form["properties"]["dossiers_online"]["measure"] = "stock"
    write_json(folder / EARLIER, form)
    with pytest.raises(CampaignRefused) as refusal:
        load(folder)
    assert (EARLIER, "/properties/dossiers_online") in {(each.file, each.path) for each in refusal.value.mistakes}
