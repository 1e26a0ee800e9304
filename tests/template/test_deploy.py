"""`make deploy` says what it needs, all at once, and changes nothing without it."""

from pathlib import Path

import pytest

from tools.deploy import PARAMETERS, command, needs
from tools.template import read

ROOT = Path(__file__).parents[2]
ALL = {
    "GIAOBAN_ORIGIN": "https://giaoban.example",
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
    for name in ("documents", "sheets", "site"):
        (tmp_path / "build" / "layers" / name).mkdir(parents=True)
    return tmp_path


def test_with_everything_there_nothing_is_missing(built: Path):
    assert needs(ALL, "/usr/bin/sam", True, built) == []


def test_what_is_missing_is_said_at_once_with_how_to_get_it(tmp_path: Path):
    said = "\n".join(needs({}, None, False, tmp_path))
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
    assert name in needs({**ALL, name: ""}, "/usr/bin/sam", True, built)[0]


def test_the_command_gives_every_parameter_of_the_template():
    asked = read(ROOT / "template.yaml")["Parameters"]
    assert {parameter for parameter, _ in PARAMETERS.values()} == set(asked)
    assert command(ALL)[-6:] == [
        "PublicOrigin=https://giaoban.example",
        "IdentityIssuer=issuer",
        "IdentityClient=client",
        "MailFrom=giaoban@giaoban.example",
        "SmsSender=GiaoBan",
        "AlarmTopic=topic",
    ]
