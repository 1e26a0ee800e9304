"""The build refuses a campaign that could not start, such as one with an SMS that takes two parts; others it vouches for."""

import json
import shutil
from pathlib import Path

import pytest

from giaoban.campaign import CampaignRefused
from giaoban.schemas import schemas_folder
from tests.build.test_artefact import ROOT, run
from tools.build.code import make_functions

READ = """
import sys
from giaoban.campaign import load_all
print(load_all()[sys.argv[1]].slug, "giaoban.campaign.check" in sys.modules)
"""


def test_an_sms_of_two_parts_stops_the_build(tmp_path: Path) -> None:
    shutil.copytree(schemas_folder() / "campaigns", tmp_path / "schemas" / "campaigns")
    file = tmp_path / "schemas" / "campaigns" / "hanoi-45" / "messages.json"
    data = json.loads(file.read_text("utf-8"))
    data["messages"]["late"]["sms"]["en"] = "{unit}, " + "send it now please, " * 6 + "{link}"
    file.write_text(json.dumps(data), "utf-8")
    with pytest.raises(CampaignRefused, match=r"/messages/late/sms/en.* 2 parts, not one"):
        make_functions(tmp_path, tmp_path, tmp_path / "functions")


def test_the_artefact_trusts_the_campaigns_that_the_build_has_checked(built: Path) -> None:
    for file in (ROOT / "schemas" / "campaigns").glob("*/campaign.json"):
        slug = file.parent.name
        assert run(built, READ, slug).split() == [slug, "False"]
