"""`giaoban export`: one row per unit and day, blank where nothing was said, and nothing that a spreadsheet would run."""

import csv
import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

import pytest

from giaoban.access import Role
from giaoban.campaign import Campaign
from giaoban.reports.report import Author, Report
from giaoban.reports.store import ReportStore
from giaoban.reports.submission import read_submission
from tests.cli.conftest import Said
from tests.engines.fixtures import Engine

DAY = date(2025, 8, 1)


@pytest.fixture
def reported(on_dynalite: Engine, hanoi: Campaign) -> None:
    """Two revisions of Ba Đình's 1 August, one of a department, nothing of anybody else."""
    store = ReportStore(on_dynalite.reports)
    store.add(report(hanoi, "00004", 1, {"officials": 60, "working_space": True}, "=1+1"))
    store.add(report(hanoi, "00004", 2, {"officials": 61, "dossiers_post": 0, "working_space": False}, "=1+1"))
    store.add(report(hanoi, "SNV", 1, {"tasks_given": 12}, "Bình thường"))


def report(hanoi: Campaign, code: str, revision: int, figures: dict[str, object], difficulties: str) -> Report:
    body = {
        "submission_id": f"00000000-0000-4000-8000-{revision:012}",
        "base_revision": revision - 1,
        "figures": figures,
        "notes": {"difficulties": difficulties},
    }
    sent = read_submission(body, hanoi.form_of(hanoi.unit(code)), [])
    at = datetime(2025, 8, 1, 15, 30 + revision, tzinfo=hanoi.zone)
    return Report(hanoi.slug, code, DAY, revision, at, sent, Author(Role.REPORTER, "l-test"))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


@pytest.fixture
def exported(giaoban: Callable[..., Said], local: Path, reported: None) -> Callable[..., list[dict[str, str]]]:
    def export(*arguments: str) -> list[dict[str, str]]:
        said = giaoban("export", *arguments, "--run", str(local))
        assert said.status == 0
        return rows(said.out)

    return export


def test_every_commune_has_a_row_for_every_day_until_today(exported: Callable[..., list[dict[str, str]]]) -> None:
    found = exported()
    assert len(found) == 126 * 10
    assert {row["day"] for row in found} == {f"2025-07-{day}" for day in range(24, 32)} | {"2025-08-01", "2025-08-02"}


def test_the_columns_are_the_form_s(exported: Callable[..., list[dict[str, str]]], hanoi: Campaign) -> None:
    commune, department = exported()[0], exported("--kind", "department")[0]
    assert [name for name in commune if name in hanoi.forms["commune"].figures] == list(hanoi.forms["commune"].figures)
    assert set(hanoi.forms["department"].figures) < set(department)


def test_the_current_revision_counts_and_blank_is_not_0(exported: Callable[..., list[dict[str, str]]]) -> None:
    (row,) = exported("--unit", "00004", "--from", "2025-08-01", "--to", "2025-08-01")
    assert (row["revision"], row["state"], row["received_at"]) == ("2", "on_time", "2025-08-01T15:32:00+07:00")
    assert (row["officials"], row["dossiers_post"], row["dossiers_online"]) == ("61", "0", "")
    assert row["working_space"] == "false"


def test_a_report_that_has_not_come_is_blank_and_named_missing(exported: Callable[..., list[dict[str, str]]]) -> None:
    yesterday, today = exported("--unit", "00008", "--from", "2025-08-01")
    assert (yesterday["state"], today["state"]) == ("missing", "expected")
    assert {yesterday[name] for name in ("revision", "receipt", "officials", "difficulties")} == {""}


def test_a_text_that_begins_like_a_formula_is_made_harmless(exported: Callable[..., list[dict[str, str]]]) -> None:
    (row,) = exported("--unit", "00004", "--from", "2025-08-01", "--to", "2025-08-01")
    assert row["difficulties"] == "'=1+1"


def test_a_file_begins_with_a_byte_order_mark_that_spreadsheets_need(
    giaoban: Callable[..., Said], local: Path, reported: None, tmp_path: Path
) -> None:
    file = tmp_path / "reports.csv"
    said = giaoban("export", "--out", str(file), "--run", str(local))
    assert (said.status, said.out) == (0, "")
    assert file.read_bytes().startswith(b'\xef\xbb\xbf"day","unit",')
    assert "1,260 rows." in said.err


@pytest.mark.parametrize(
    "arguments, status, sentence",
    [
        (("--kind", "district"), 2, "no form for “district”. There are: commune, department."),
        (("--unit", "4"), 2, "has no unit 4"),
        (("--from", "2025-07-23"), 2, "2025-07-23 is not a day of the campaign"),
        (("--campaign", "hue-30"), 2, "There is no campaign hue-30"),
        (("--out", "/nowhere/reports.csv"), 1, "Cannot write /nowhere/reports.csv: No such file or directory."),
    ],
)
def test_what_cannot_be_exported_is_said(
    giaoban: Callable[..., Said], bare_local: Path, arguments: tuple[str, ...], status: int, sentence: str
) -> None:
    said = giaoban("export", *arguments, "--run", str(bare_local))
    assert (said.status, said.out) == (status, "")
    assert sentence in said.err
