"""The lines that are written otherwise in the artefact: each was there once, and what it did for us it still does."""

from pathlib import Path

import pytest

from tests.build.test_artefact import run
from tools.build.edits import EDITS, Edit, edited

PROXIES = """
import os, sys, urllib.parse
from botocore.utils import get_environ_proxies
print(get_environ_proxies("https://sqs.example"), "urllib.request" in sys.modules)
os.environ.update({"https_proxy": "http://proxy.example:3128", "NO_PROXY": "sns.example"})
print(get_environ_proxies("https://sqs.example")["https"], get_environ_proxies("https://sns.example"))
"""


# What Lambda hands over lasts as long as the process; a city's own keys may end.
ENDING = """
import os, sys
from botocore.session import Session
print(Session().get_credentials().method, "dateutil" in sys.modules)
os.environ.update({"AWS_CREDENTIAL_EXPIRATION": "2099-01-01T00:00:00+07:00"})
print(type(Session().get_credentials()).__name__, "dateutil" in sys.modules)
"""


@pytest.mark.parametrize("times", [0, 2])
def test_a_line_that_is_not_there_once_fails_the_build(times: int):
    with pytest.raises(ValueError, match=rf"botocore/a\.py says {times} times, not once"):
        edited("old\n" * times, Edit("botocore/a.py", "old\n", "new\n"))


@pytest.mark.parametrize("edit", EDITS, ids=lambda edit: edit.file)
def test_in_the_artefact_every_edit_is_made(built: Path, edit: Edit):
    source = (built / "functions" / edit.file).read_text("utf-8")
    assert edit.new in source
    assert edit.old not in source.replace(edit.new, "") or not edit.new


def test_a_proxy_of_the_environment_is_still_found(built: Path):
    none, some = run(built, PROXIES).splitlines()
    assert none == "{} False"
    assert some == "http://proxy.example:3128 {}"


def test_credentials_that_end_are_still_read(built: Path):
    assert run(built, ENDING).splitlines() == ["env False", "RefreshableCredentials True"]
