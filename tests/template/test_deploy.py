"""`make deploy` says what it needs, all at once, and changes nothing without it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from giaoban.publish.places import places
from tools.deploy.afterwards import finish
from tools.deploy.needs import OPTIONAL, PARAMETERS, command, needs
from tools.template import read

ROOT = Path(__file__).parents[2]
ALL = {
    "GIAOBAN_ORIGIN": "https://giaoban.example",
    "GIAOBAN_CAMPAIGN": "hanoi-45",
    "GIAOBAN_ISSUER": "issuer",
    "GIAOBAN_CLIENT": "client",
    "GIAOBAN_MAIL_FROM": "giaoban@giaoban.example",
    "GIAOBAN_SMS_SENDER": "GiaoBan",
    "GIAOBAN_ALARMS": "topic",
}


@pytest.fixture
def built(tmp_path: Path) -> Path:
    (tmp_path / "build" / "functions").mkdir(parents=True)
    (tmp_path / "build" / "functions" / "reports.py").touch()
    for name in ("layers/documents", "layers/sheets", "layers/site", "app"):
        (tmp_path / "build" / name).mkdir(parents=True)
    (tmp_path / "schemas").symlink_to(ROOT / "schemas")
    return tmp_path


def test_with_everything_there_nothing_is_missing(built: Path):
    assert needs(ALL, "/usr/bin/sam", True, built, 1000) == []


def test_what_is_missing_is_said_at_once_with_how_to_get_it(tmp_path: Path):
    said = "\n".join(needs({}, None, False, tmp_path, None))
    for word in (
        "uv tool install aws-sam-cli",
        "AWS_PROFILE",
        "make build",
        *ALL,
        "iac/identity.yaml",
        "iac/alarms.yaml",
    ):
        assert word in said


@pytest.mark.parametrize("name", ALL)
def test_each_parameter_is_asked_for(built: Path, name: str):
    assert name in needs({**ALL, name: ""}, "/usr/bin/sam", True, built, None)[0]


def test_an_account_that_keeps_no_place_for_one_function_is_said_before_it_fails(built: Path):
    (said,) = needs(ALL, "/usr/bin/sam", True, built, 10)
    assert "L-B99A9384" in said


def test_a_campaign_that_there_is_not_is_said(built: Path):
    (said,) = needs({**ALL, "GIAOBAN_CAMPAIGN": "hanoi-46"}, "/usr/bin/sam", True, built, 1000)
    assert "schemas/campaigns/hanoi-46" in said


@pytest.mark.parametrize("letters, count", [(32, 0), (33, 1)])
def test_an_address_with_which_an_sms_would_take_two_parts_is_refused(built: Path, letters: int, count: int):
    origin = "https://".ljust(letters, "x")
    said = needs({**ALL, "GIAOBAN_ORIGIN": origin}, "/usr/bin/sam", True, built, 1000)
    assert [each for each in said if "longest_origin" in each] == said
    assert len(said) == count


def test_the_command_gives_every_parameter_of_the_template():
    asked = read(ROOT / "template.yaml")["Parameters"]
    assert {parameter for parameter, _ in PARAMETERS.values()} == {
        name for name in asked if "Default" not in asked[name]
    }
    assert {parameter for parameter, _ in OPTIONAL.values()} == {name for name in asked if "Default" in asked[name]}
    assert command(ALL)[-7:] == [
        "PublicOrigin=https://giaoban.example",
        "SiteCampaign=hanoi-45",
        "IdentityIssuer=issuer",
        "IdentityClient=client",
        "MailFrom=giaoban@giaoban.example",
        "SmsSender=GiaoBan",
        "AlarmTopic=topic",
    ]


def test_an_own_domains_certificate_goes_along_when_there_is_one():
    assert command({**ALL, "GIAOBAN_CERTIFICATE": "arn"})[-1] == "Certificate=arn"


class Aws:
    """Notes what is asked of any service."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []

    def __call__(self, _service: str) -> "Aws":
        return self

    def __getattr__(self, call: str) -> Callable[..., None]:
        return lambda **given: self.asked.append((call, given))


def test_the_apps_come_after_what_they_are_made_with_and_then_the_site_is_built(tmp_path: Path):
    for name in (
        "bao-cao-sw.js",
        "bao-cao/index.html",
        "bao-cao/app.js",
        "bao-cao/manifest.webmanifest",
        "shared/dom.js",
    ):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    aws = Aws()
    finish(tmp_path, {"SiteBucket": "site", "Cdn": "E1", "PublishFunction": "publish"}, aws)
    put = [given for call, given in aws.asked if call == "put_object"]
    assert [each["Key"] for each in put] == [
        "site/bao-cao/app.js",
        "site/bao-cao/manifest.webmanifest",
        "site/shared/dom.js",
        "site/bao-cao/index.html",
        "site/bao-cao-sw.js",
    ]
    assert put[0]["ContentType"] == "text/javascript; charset=utf-8"
    assert put[1]["ContentType"] == "application/manifest+json"
    assert {each["CacheControl"] for each in put} == {"no-cache"}
    forgotten = dict(aws.asked)["create_invalidation"]
    assert (forgotten["DistributionId"], forgotten["InvalidationBatch"]["Paths"]["Items"]) == (
        "E1",
        ["/bao-cao*", "/shared*"],
    )
    assert dict(aws.asked)["invoke"]["FunctionName"] == "publish"
    assert [call for call, _ in aws.asked][-2:] == ["create_invalidation", "invoke"]


def test_the_stack_says_all_that_is_needed_afterwards():
    assert {"SiteBucket", "Cdn", "PublishFunction", "Address"} <= set(read(ROOT / "template.yaml")["Outputs"])


def test_no_app_lies_where_the_site_puts_its_own_pages():
    apps = {page.parent.name for page in (ROOT / "site" / "app").glob("*/index.html")}
    pages = {each[language].split("/")[0] for each in places().values() for language in ("vi", "en")}
    assert not apps & (pages | {"data", "assets", "anh", "en"})
