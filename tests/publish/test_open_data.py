"""Open data: what other people's programs read."""

import csv
import hashlib
import io
import json
from pathlib import Path

import pytest
from frictionless import validate

from giaoban.cells import STARTS_A_FORMULA
from giaoban.editions.canonical import canonical
from giaoban.publish.open_data.table import BOM, Field, Table
from giaoban.text import Text
from tests.publish.demo import Json


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))


def test_the_package_is_valid_for_frictionless_itself(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site / "data")
    report = validate("datapackage.json")
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "note"])[:10]
    assert {task.name for task in report.tasks} >= {"commune-days", "totals", "programme"}


def test_every_csv_is_utf_8_with_bom_and_every_table_of_reports_says_who_reported(site: Path) -> None:
    for file in (site / "data").rglob("*.csv"):
        assert file.read_bytes().startswith(BOM), file
    for name in ("commune_days", "department_days", "reporting", "totals", "target_days", "changes"):
        first = rows(site / "data" / f"{name}.csv")[0]
        assert "reported by the units themselves" in first["reported_by"], name


def test_what_was_not_reported_is_empty_and_never_zero(site: Path) -> None:
    missing = [
        row
        for row in rows(site / "data" / "commune_days.csv")
        if row["state"] == "missing" and not row["revision"].strip("0")
    ]
    assert missing
    assert {row["dossiers_online"] for row in missing} == {""}


def test_codes_keep_their_leading_zeros(site: Path) -> None:
    assert rows(site / "data" / "units.csv")[0]["code"] == "00004"


def test_every_edition_has_an_address_and_carries_the_hash_of_the_whole(site: Path, ten_days: list[Json]) -> None:
    listed = rows(site / "data" / "editions.csv")
    assert len(listed) == len(ten_days)
    for line in listed:
        file = json.loads((site / "data" / line["file"]).read_text("utf-8"))
        assert file["edition_sha256"] == line["sha256"]
        assert "tự báo cáo" in file["notice"]["vi"]


def test_the_hash_is_that_of_the_canonical_edition(ten_days: list[Json], story) -> None:  # type: ignore[no-untyped-def]
    named = {hashlib.sha256(canonical(each)).hexdigest() for each in ten_days}
    assert named == {issue.sha256 for issue in story.issues}


def test_each_commune_and_each_target_has_a_file_of_its_own(site: Path) -> None:
    assert {row["unit"] for row in rows(site / "data" / "units" / "00004.csv")} == {"00004"}
    assert {row["target"] for row in rows(site / "data" / "targets" / "members_trained.csv")} == {"members_trained"}


@pytest.mark.parametrize(
    "evil", ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(1)", "\tx", "x;=1+1", "x\t=1+1", 'x, "=1+1', "x\n-1"]
)
def test_a_spreadsheet_never_takes_text_for_a_formula(evil: str) -> None:
    made = Table("t", Text("t", "t"), [], [Field("a", "string", Text("a", "a"))], [(evil,)])
    text = made.csv.decode("utf-8-sig").split("\r\n", 1)[1]
    for separator in ",;|\t\n":
        assert not [each for each in text.split(separator) if each.strip(' "').startswith(STARTS_A_FORMULA)]


def test_negative_numbers_stay_numbers() -> None:
    made = Table("t", Text("t", "t"), [], [Field("a", "integer", Text("a", "a"))], [(-2,)])
    assert made.csv.decode("utf-8-sig").splitlines()[1] == "-2"
