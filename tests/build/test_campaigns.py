"""The build refuses a campaign that could not start, such as one with an SMS that takes two parts."""

import json
import shutil
from pathlib import Path

import pytest

from giaoban.campaign import CampaignRefused
from giaoban.schemas import schemas_folder
from tools.build.code import make_functions


def test_an_sms_of_two_parts_stops_the_build(tmp_path: Path) -> None:
    shutil.copytree(schemas_folder() / "campaigns", tmp_path / "schemas" / "campaigns")
    file = tmp_path / "schemas" / "campaigns" / "hanoi-45" / "messages.json"
    data = json.loads(file.read_text("utf-8"))
    data["messages"]["late"]["sms"]["en"] = "{unit}, " + "send it now please, " * 6 + "{link}"
    file.write_text(json.dumps(data), "utf-8")
    with pytest.raises(CampaignRefused, match=r"/messages/late/sms/en.* 2 parts, not one"):
        make_functions(tmp_path, tmp_path, tmp_path / "functions")
