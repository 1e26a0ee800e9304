"""The register of the programme: data that its owner keeps up."""

import json
import re
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from giaoban.campaign import load_all
from giaoban.schemas import schemas_folder

SCHEMA = json.loads((schemas_folder() / "programme.schema.json").read_text("utf-8"))
FILES = sorted((schemas_folder() / "programme").glob("*.json"))


@pytest.fixture(params=FILES, ids=lambda file: file.stem)
def programme(request: pytest.FixtureRequest) -> Any:
    return json.loads(request.param.read_text("utf-8"))


def test_it_is_as_its_schema_says(programme: Any) -> None:
    check = jsonschema_rs.Draft202012Validator(SCHEMA, validate_formats=True)
    assert [error.message for error in check.iter_errors(programme)] == []


def test_the_budget_adds_up(programme: Any) -> None:
    amounts = [part["amount"] for part in programme["budget"]["parts"]]
    assert (amounts, sum(amounts), programme["budget"]["total"]) == ([578, 674], 1252, 1252)


def test_no_two_lines_have_one_name(programme: Any) -> None:
    names = [line["id"] for line in programme["lines"]]
    assert len(set(names)) == len(names)


def test_what_the_text_does_not_state_is_left_open_and_nothing_is_more_than_proposed(programme: Any) -> None:
    assert {line["status"] for line in programme["lines"]} == {"proposed"}
    assert {line["owner"] for line in programme["lines"]} == {None}


def test_every_target_of_the_campaign_that_it_names_is_one(programme: Any) -> None:
    campaigns = load_all()
    lines = {line["id"] for line in programme["lines"]}
    for served in programme["serves"]:
        targets: Any = campaigns[served["campaign"]].forms["commune"].schema["targets"]
        assert served["line"] in lines
        assert served["target"] is None or served["target"] in {target["id"] for target in targets}


@pytest.mark.parametrize("page, word", [("chuong-trinh", "Đề xuất"), ("en/programme", "Proposed")])
def test_its_page_says_proposed_for_every_line_and_not_stated_where_nothing_is(
    site: Path, page: str, word: str
) -> None:
    text = (site / page / "index.html").read_text("utf-8")
    lines = re.findall(r'<tr id="line-.*?</tr>', text, re.DOTALL)
    assert len(lines) > 40
    assert all(word in line for line in lines)
    assert "578" in text
    assert "674" in text
    assert re.search(r"1[.,]252", text)
